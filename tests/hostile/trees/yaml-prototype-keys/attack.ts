import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Keys that are names of every object",
  says: ["CFG002", "CFG003", "LNK010"],
  files: {
    "handpress.yaml":
      "title: Good\n__proto__: { output: ../../outside, polluted: yes }\nconstructor: { prototype: { polluted: yes } }\nrenamed: { __proto__: /x/, constructor: /y/, /a/: /b/ }\nbrand: { __proto__: { name: x }, name: Good }\nlimits: { __proto__: x, toString: y }\n",
    ...makePair(
      "a",
      "__proto__: { title: x, polluted: yes }\nconstructor: { prototype: { polluted: yes } }\ntoString: x\nhasOwnProperty: y\n",
    ),
  },
};
