import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Entities of a drawing that multiply",
  says: ["IMG004"],
  files: {
    "a.svg": `<!DOCTYPE svg [<!ENTITY e0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join("")}]>${svgOf("<title>&e30;</title>")}`,
  },
};
