import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A drawing with documents in its addresses",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<image href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/%3E"/><use href="data:image/svg+xml,x#a"/>`,
    ),
  },
};
