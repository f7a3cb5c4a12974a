import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A page within a drawing",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<foreignObject width="90" height="90"><iframe xmlns="http://www.w3.org/1999/xhtml" src="%SERVER%/f"/></foreignObject>`,
    ),
  },
};
