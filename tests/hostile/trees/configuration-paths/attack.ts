import { makePair, type TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Folders beyond the curriculum, named by the configuration",
  says: ["CFG003", "MRK021"],
  files: {
    "handpress.yaml":
      'output: ../outside\nassets: [../outside, /etc, "C:\\\\", "..\\\\outside", ~]\ntheme: ../outside/theme\nbrand: { logo: ../outside/picture.png }\n',
    ...makePair("a", "", "![A picture](/picture.png) ![Another](/passwd)"),
  },
  usesOwnOutput: true,
};
