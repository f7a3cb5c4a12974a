import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A picture whose file is a gigabyte",
  says: ["IMG003"],
  files: makePair("a", "", "![A picture](huge.png)"),
  make: ["truncate", "--size=1G", "en/huge.png"],
};
