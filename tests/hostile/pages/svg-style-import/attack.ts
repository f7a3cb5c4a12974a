import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "A drawing with style sheets from elsewhere",
  says: ["IMG004"],
  files: {
    "a.svg": svgOf(
      `<style>@import url("%SERVER%/s.css"); rect{fill:u\\72l(%SERVER%/p.svg#p)}</style><?xml-stylesheet href="%SERVER%/x.css"?>`,
    ),
  },
};
