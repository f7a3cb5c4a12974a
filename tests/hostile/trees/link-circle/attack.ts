import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Links that lead to themselves and round in a circle",
  says: ["EDG001"],
  links: () => ({ "en/self.md": "self.md", "en/a": "b", "en/b": "a", "en/here": "." }),
};
