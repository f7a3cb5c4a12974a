import type { MadeAttack } from "../../attack.ts";
import { pngOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A picture that says it has ten thousand million pixels",
  says: ["IMG003"],
  files: { "a.png": pngOf(100_000, 100_000, 10) },
};
