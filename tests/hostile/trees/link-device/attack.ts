import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Pages and pictures that are devices",
  says: ["EDG002", "MRK021"],
  files: makePair("a", "", "![A picture](zero.png)"),
  links: () => ({
    "en/zero.md": "/dev/zero",
    "en/zero.png": "/dev/zero",
    "en/tty.md": "/dev/tty",
    "en/self.md": "/proc/self/environ",
  }),
};
