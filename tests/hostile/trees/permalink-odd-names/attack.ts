import { makeAddressed, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Names that other systems take for something else",
  says: [],
  files: {
    ...makeAddressed("/trailing./", "odd0"),
    ...makeAddressed("/trailing /", "odd1"),
    ...makeAddressed("/a:stream/", "odd2"),
    ...makeAddressed('/a|b?c*d<e>f"g/', "odd3"),
    ...makeAddressed("/-rf/", "odd4"),
    ...makeAddressed("/--output=x/", "odd5"),
    ...makeAddressed("/.hidden/", "odd6"),
    ...makeAddressed("/ /", "odd7"),
    ...makeAddressed("/$(touch x)/", "odd8"),
    ...makeAddressed("/`touch x`/", "odd9"),
    ...makeAddressed("/%24%7Bx%7D/", "odd10"),
  },
};
