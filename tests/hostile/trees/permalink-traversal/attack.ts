import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Permalinks that climb out of the output folder",
  says: ["LNK001"],
  files: {
    ...makeAddressed("../../../outside/escaped", "odd0"),
    ...makeAddressed("/../../outside/escaped/", "odd1"),
    ...makeAddressed("..%2f..%2foutside%2fescaped", "odd2"),
    ...makeAddressed("%2e%2e/%2e%2e/outside/escaped", "odd3"),
    ...makeAddressed("....//....//outside/escaped", "odd4"),
    ...makeAddressed("/good/../../../outside/escaped", "odd5"),
  },
};
