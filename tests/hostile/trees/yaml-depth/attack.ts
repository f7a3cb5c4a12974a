import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Brackets without end, in headers and in the configuration",
  says: ["CFG001", "HDR013"],
  files: {
    "handpress.yaml": `title: ${"[".repeat(50_000)}\n`,
    "en/a.md": `---\ntitle: ${"{a: ".repeat(20_000)}\n---\nText\n`,
    "en/b.md": `---\ntitle: ${"x".repeat(200_000)}\n---\nText\n`,
  },
};
