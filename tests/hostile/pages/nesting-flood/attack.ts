import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "A thousand lists, quotations and tags within each other",
  losesEnd: true,
  says: ["MRK002"],
  page: [
    `${">".repeat(1000)} deep`,
    `${"- ".repeat(700)}deep`,
    `${"<div>".repeat(500)}${"<b>".repeat(500)}deep`,
    `${"<table><tr><td>".repeat(200)}deep`,
  ].join("\n\n"),
};
