import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Permalinks with the other slash, with zeros and line ends",
  says: ["LNK001"],
  files: {
    ...makeAddressed("..\\..\\outside\\escaped", "odd0"),
    ...makeAddressed("a\\..\\..\\escaped", "odd1"),
    ...makeAddressed("esc\u0000aped", "odd2"),
    ...makeAddressed("esc%00aped.exe", "odd3"),
    ...makeAddressed("escaped\nline", "odd4"),
    ...makeAddressed("escaped%0d%0aline", "odd5"),
  },
};
