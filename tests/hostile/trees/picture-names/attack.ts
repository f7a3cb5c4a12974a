import { readFileSync } from "node:fs";
import { makePair, type TreeAttack } from "../../tree-attack.ts";

const PICTURES = [
  'a"onload=.png',
  "CON.png",
  "a b&c.png",
  "$(touch x).png",
  "{{this}}.png",
  "..%2f.png",
  "\u202egnp.png",
];

export const attack: TreeAttack = {
  what: "Pictures whose names are markup or devices",
  says: ["MRK021", "MRK101"],
  files: (targets) => {
    const picture = readFileSync(targets.picture);
    return {
      ...makePair("a", "", PICTURES.map((name) => `![A picture](<${name}>)`).join("\n\n")),
      ...Object.fromEntries(PICTURES.map((name) => [`en/${name}`, picture])),
    };
  },
};
