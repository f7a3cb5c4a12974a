import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A module that takes the address of another, to be built in its place",
  says: ["LNK001"],
  files: { ...makeAddressed("/odd/", "odd"), ...makeAddressed("/odd/", "a-stranger") },
  never: ["en/odd.epub"],
};
