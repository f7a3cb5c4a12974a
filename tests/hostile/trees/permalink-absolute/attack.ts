import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Permalinks that are places of a machine",
  says: [],
  files: {
    ...makeAddressed("/etc/cron.d/escaped", "odd0"),
    ...makeAddressed("file:///etc/escaped", "odd1"),
    ...makeAddressed("C:\\Windows\\escaped", "odd2"),
    ...makeAddressed("C:escaped", "odd3"),
    ...makeAddressed("\\\\127.0.0.1\\share\\escaped", "odd4"),
    ...makeAddressed("~/escaped", "odd5"),
    ...makeAddressed("//127.0.0.1/escaped", "odd6"),
  },
};
