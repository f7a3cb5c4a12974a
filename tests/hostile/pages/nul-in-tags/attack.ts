import type { MadeAttack } from "../../attack.ts";

export const attack: MadeAttack = {
  what: "Zeros within tags and addresses",
  says: ["MRK003", "MRK022"],
  page: "<scr\0ipt>document.title='RAN-'+'SCRIPT'</scr\0ipt> [a](java\0script:alert) <img src='%SERVER%/\0.png'> ![b](..\0/../outside/picture.png)",
};
