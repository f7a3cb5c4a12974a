import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Shapes that use shapes that use shapes",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<defs><rect id="g0" width="1" height="1"/>${Array.from({ length: 30 }, (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`).join("")}</defs><use href="#g30"/>`,
    ),
  },
};
