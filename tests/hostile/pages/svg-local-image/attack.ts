import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A drawing that shows a file of the machine",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<image href="%CANARY_PICTURE%" width="9" height="9"/><image href="file:%CANARY_PICTURE%"/><text>%CANARY%</text>`,
    ),
  },
};
