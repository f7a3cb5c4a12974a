import type { MadeAttack } from "../../attack.ts";
import { CANARIES } from "../../canaries.ts";
import { svgOf } from "../../images.ts";

export const attack: MadeAttack = {
  what: "What a drawing program writes down of its user",
  says: ["IMG009"],
  files: {
    "a.svg": svgOf(
      `<metadata>${CANARIES.metadata}</metadata><!-- ${CANARIES.metadata} --><title>${CANARIES.metadata}</title><desc>${CANARIES.metadata}</desc><g id="${CANARIES.metadata}" class="${CANARIES.metadata}" data-name="${CANARIES.metadata}" i:label="${CANARIES.metadata}"><rect width="5" height="5" style="fill:red;-x-font:${CANARIES.metadata};--y:${CANARIES.metadata}"/></g><style>.${CANARIES.metadata}{fill:blue;-x-note:${CANARIES.metadata}} [class=${CANARIES.metadata}]{fill:red} g /* ${CANARIES.metadata} */{fill:red}</style>`,
      `viewBox="0 0 90 90" xmlns:i="x" i:export="/home/${CANARIES.metadata}"`,
    ),
  },
};
