import type { MadeAttack } from "../../attack.ts";
import { pngOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Sixty-four million pixels in eight thousand bytes",
  says: ["IMG003"],
  files: { "a.png": pngOf(8000, 8000, 8000) },
};
