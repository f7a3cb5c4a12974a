import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Names with signs that turn the order of letters, and that nobody sees",
  says: ["HDR033", "HDR034"],
  files: {
    ...makeAddressed("/a\u202egnp.exe/", "odd0"),
    ...makeAddressed("/\u200b/", "odd1"),
    ...makeAddressed("/a\ufeffb/", "odd2"),
    ...makeAddressed("/\u2066x/", "odd3"),
    ...makeAddressed("/t\u{e0041}/", "odd4"),
  },
};
