import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A book, in the output folder, that is a link to a file outside",
  says: ["EDG002"],
  files: { "handpress.yaml": "output: books\n", "books/en/readme.txt": "x" },
  links: ({ canary }) => ({ "books/en/good.epub": canary }),
  usesOwnOutput: true,
};
