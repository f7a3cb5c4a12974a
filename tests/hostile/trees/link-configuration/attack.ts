import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A configuration that is a link to a file outside",
  says: ["EDG002"],
  links: ({ canary }) => ({ "handpress.yaml": canary }),
};
