import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A page of a hundred megabytes in one line",
  says: ["FIL003"],
  make: ["truncate", "--size=100M", "en/line.md"],
};
