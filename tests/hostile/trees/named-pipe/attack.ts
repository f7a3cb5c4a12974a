import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A page and a picture that are pipes, and would be read for ever",
  says: ["EDG004", "MRK021"],
  files: makePair("a", "", "![A picture](pipe.png)"),
  make: ["mkfifo", "en/pipe.md", "en/pipe.png", "handpress.yaml"],
};
