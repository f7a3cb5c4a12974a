import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Pictures that are links to files outside, or to files of the system",
  says: ["EDG002", "MRK021"],
  files: makePair("a", "", "![A picture](linked.png) ![A list](linked.svg)"),
  links: ({ picture }) => ({ "en/linked.png": picture, "en/linked.svg": "/etc/passwd" }),
};
