import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Names longer than a file system takes, in letters of several bytes",
  says: [],
  files: {
    ...makeAddressed(`/${"x".repeat(400)}/`, "odd0"),
    ...makeAddressed(`/${"\u0645".repeat(200)}/`, "odd1"),
    ...makeAddressed(`/${"a/".repeat(300)}`, "odd2"),
  },
};
