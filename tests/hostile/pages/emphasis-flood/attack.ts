import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "Emphasis that opens and never closes",
  says: ["MRK043", "MRK044", "MRK071"],
  page: [
    "*a **a _b __b ".repeat(600),
    `${"***".repeat(800)}a`,
    "a_".repeat(900),
    "~~a `b ".repeat(300),
  ].join("\n\n"),
};
