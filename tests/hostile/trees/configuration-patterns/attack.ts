import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Addresses of the site that stop a search",
  says: ["LNK010", "MRK011"],
  files: {
    "handpress.yaml": `site: ["https://example.org/${"(a+)+".repeat(500)}$", "${"/a".repeat(5000)}", "https://[", "javascript:x", "//", ""]\nrenamed: { "/${"a/".repeat(3000)}": "/${"../".repeat(3000)}" }\n`,
    ...makePair(
      "a",
      "",
      `[x](https://example.org/${"a".repeat(3000)}!) [y](/${"a/".repeat(1500)})`,
    ),
  },
};
