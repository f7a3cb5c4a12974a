import { dirname } from "node:path";
import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "An output folder that is a link to a folder outside",
  says: ["EDG002", "OUT001"],
  files: { "handpress.yaml": "output: books\n" },
  links: ({ canary }) => ({ books: dirname(canary) }),
  usesOwnOutput: true,
  books: [],
};
