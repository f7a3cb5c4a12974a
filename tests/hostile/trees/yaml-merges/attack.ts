import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Merge keys, in headers and in the configuration",
  says: ["CFG002"],
  files: {
    "handpress.yaml": "base: &base { output: ../../outside }\n<<: *base\ntitle: Good\n",
    ...makePair("a", "base: &base { title: Merged, layout: module }\n<<: *base\n"),
  },
};
