import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "Brackets, images, links and tags that never close",
  says: ["MRK071", "MRK085"],
  page: [
    `${"[".repeat(1500)}a${"](b".repeat(700)}`,
    "![".repeat(900),
    "<".repeat(900),
    "&#".repeat(500),
    "[^".repeat(500),
  ].join("\n\n"),
};
