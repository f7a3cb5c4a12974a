import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Drawings without bounds: a size, a depth, a number of shapes",
  says: ["IMG004", "IMG009"],
  files: {
    "size.svg": svgOf("", 'width="999999999" height="999999999" viewBox="0 0 1e308 1e308"'),
    "depth.svg": svgOf(`${"<g>".repeat(5000)}${"</g>".repeat(5000)}`),
    "number.svg": svgOf("<rect/>".repeat(50_000)),
    "open.svg": svgOf("").slice(0, -20),
  },
};
