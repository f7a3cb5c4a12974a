import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "Characters that nobody sees, marks in heaps, and what XML forbids",
  says: ["MRK071", "MRK084"],
  page: [
    "a\u200Bb\u200Dc\uFEFFd \u{E0041}\u{E0042} \uFDD0\uFFFF \u0001\u0002\b\u001B[31m\u007F\u0085 \u2028\u2029",
    `\u0628${"\u064E".repeat(300)}`,
    "## \u200B",
    "[\u200B](https://example.org/) **\u200B**",
  ].join("\n\n"),
};
