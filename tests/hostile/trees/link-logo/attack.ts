import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A logo that is a link to a file outside",
  says: ["EDG002", "IMG007"],
  files: { "handpress.yaml": "brand: { name: Good, logo: logo.png }\n" },
  links: ({ picture }) => ({ "logo.png": picture }),
};
