import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "Boxes that open and never close",
  says: ["MRK060"],
  page: `${":::tip\n".repeat(80)}deep`,
};
