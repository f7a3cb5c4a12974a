import { dirname } from "node:path";
import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Folders that are links to folders outside",
  says: ["EDG002", "MRK011", "MRK021"],
  files: makePair("a", "", "![A picture](/shared/picture.png) [words](/shared/page/)"),
  links: ({ canary }) => ({ shared: dirname(canary), "en/up": "../..", "en/root": "/" }),
};
