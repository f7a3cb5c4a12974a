import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "Definitions by the thousand, and notes that call each other",
  says: ["MRK109"],
  page: [
    Array.from({ length: 1500 }, (_, at) => `[r${at}]: https://example.org/${at}`).join("\n"),
    Array.from({ length: 60 }, (_, at) => `[r${at * 25}]`).join(" "),
    "[^loop] [^pool]",
    "[^loop]: again [^pool]",
    "[^pool]: again [^loop]",
    Array.from({ length: 400 }, (_, at) => `*[A${at}]: word${at}`).join("\n"),
    "A1 A2 A399",
  ].join("\n\n"),
};
