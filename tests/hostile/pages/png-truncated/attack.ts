import type { MadeAttack } from "../../attack.ts";
import { draw, makePicture } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Pictures that end in the middle",
  says: ["IMG001", "IMG002"],
  files: Promise.all([makePicture(), draw().jpeg().toBuffer(), draw().gif().toBuffer()]).then(
    ([png, jpeg, gif]) => ({
      "a.png": png.subarray(0, png.length >> 1),
      "b.jpg": jpeg.subarray(0, jpeg.length >> 1),
      "c.gif": gif.subarray(0, gif.length >> 1),
      "d.png": png.subarray(0, 20),
    }),
  ),
};
