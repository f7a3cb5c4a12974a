import { dirname } from "node:path";
import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "The folder of a language, in the output folder, that is a link to one outside",
  says: ["EDG002", "OUT001"],
  files: { "handpress.yaml": "output: books\n", "books/readme.txt": "x" },
  links: ({ canary }) => ({ "books/en": dirname(canary) }),
  usesOwnOutput: true,
  books: [],
};
