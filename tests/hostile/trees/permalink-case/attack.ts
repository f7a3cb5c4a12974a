import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Names that differ in their capitals, or in how an accent is written",
  says: ["LNK001"],
  files: {
    ...makeAddressed("/Same/", "odd0"),
    ...makeAddressed("/same/", "odd1"),
    ...makeAddressed("/SAME/", "odd2"),
    ...makeAddressed("/caf\u00e9/", "odd3"),
    ...makeAddressed("/cafe\u0301/", "odd4"),
    ...makeAddressed("/\uff53ame/", "odd5"),
  },
};
