import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A drawing that changes an address after it was looked at",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<a><animate attributeName="href" to="javascript:alert(1)"/><set attributeName="xlink:href" to="%SERVER%/set"/><text>x</text></a>`,
    ),
  },
};
