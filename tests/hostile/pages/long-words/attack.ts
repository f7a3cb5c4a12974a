import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "Words and addresses that are longer than a page",
  says: ["MRK071"],
  page: [
    "w".repeat(30_000),
    `a${" ".repeat(50_000)}b`,
    `https://example.org/${"p".repeat(3000)}`,
    `\`${"c".repeat(5000)}\``,
  ].join("\n\n"),
};
