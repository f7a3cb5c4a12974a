import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A drawing that fetches a picture",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<image href="%SERVER%/i.png" width="9" height="9"/><image xlink:href="%SERVER%/x.png"/>`,
    ),
  },
};
