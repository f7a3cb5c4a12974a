import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A page that is a link to a file outside",
  says: ["EDG002"],
  links: ({ canary }) => ({ "en/linked.md": canary.replace("canary.txt", "page.md") }),
};
