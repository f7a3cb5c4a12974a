import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A configuration that is no text, and one of a hundred megabytes",
  says: ["FIL003"],
  files: { "handpress.yaml": new Uint8Array(3_000_000).fill(0xff) },
};
