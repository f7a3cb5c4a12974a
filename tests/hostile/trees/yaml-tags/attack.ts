import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Tags of other languages, which some readers of YAML run",
  says: ["HDR011", "HDR022", "LNK002"],
  files: {
    ...makePair("a", "summary: !!js/function 'function(){ process.exit(9) }'\n"),
    ...makePair("b", "authors: !!python/object/apply:os.system ['touch ran-a-command']\n"),
    ...makePair("c", "level: !include ../../outside/canary.txt\n"),
    ...makePair("d", "platforms: !<tag:yaml.org,2002:js/undefined> x\n"),
    ...makePair("e", "date: !!binary aGVsbG8=\n"),
  },
};
