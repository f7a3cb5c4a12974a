import type { MadeAttack } from "../../attack.ts";

const ROW = "\u200B\u200C\u200C\u200B\u200C\u200B\u200B\u200C";
const TAGS = "\u{E0061}\u{E006E}\u{E0061}";

export const attack: MadeAttack = {
  what: "A number in signs that nobody sees, by which this copy can be told from others",
  says: ["MRK084"],
  page: [
    `In rows.${ROW} As tags.${TAGS} On a face. \u{1F600}\u{E0161}\u{E0162}`,
    `Strewn${"\u2060 over words".repeat(8)}.`,
    `## Of a heading${ROW}`,
    "In letters.&#8203;&zwnj;&#x200C;&#8203;&zwnj;",
    `> In a note.[^n]\n\n[^n]: Here.${ROW}`,
  ].join("\n\n"),
};
