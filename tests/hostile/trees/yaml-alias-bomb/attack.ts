import type { TreeAttack } from "../../tree-attack.ts";

const BOMB = [
  'a0: &a0 ["x", "x"]',
  ...Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`),
  "title: *a40",
].join("\n");

export const attack: TreeAttack = {
  what: "Aliases that multiply in headers and in the configuration",
  says: ["CFG001", "HDR013"],
  files: {
    "en/a.md": `---\n${BOMB}\n---\nText\n`,
    "handpress.yaml": `${BOMB}\n`,
  },
};
