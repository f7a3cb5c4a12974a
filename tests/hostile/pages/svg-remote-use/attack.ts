import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A drawing that fetches shapes, filters and patterns",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<use href="%SERVER%/u.svg#a"/><rect width="9" height="9" fill="url(%SERVER%/p.svg#p)" filter="url(%SERVER%/f.svg#f)"/>`,
    ),
  },
};
