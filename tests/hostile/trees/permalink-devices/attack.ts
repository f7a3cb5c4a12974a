import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Names that are devices on Windows",
  says: [],
  files: {
    ...makeAddressed("/CON/", "odd0"),
    ...makeAddressed("/nul./", "odd1"),
    ...makeAddressed("/aux.txt/", "odd2"),
    ...makeAddressed("/COM1/", "odd3"),
    ...makeAddressed("/lpt9.epub/", "odd4"),
    ...makeAddressed("/conin$/", "odd5"),
    ...makeAddressed("/PRN /", "odd6"),
    ...makeAddressed("/com\u00b9/", "odd7"),
  },
};
