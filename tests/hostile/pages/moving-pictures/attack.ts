import type { MadeAttack } from "../../attack.ts";
import { CANARIES } from "../../canaries.ts";
import { draw } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Pictures that move, and pages of pictures",
  says: [],
  files: Promise.all([
    draw(40, 80).gif().toBuffer(),
    draw(40, 80)
      .withExif({ IFD0: { Artist: CANARIES.metadata } })
      .webp()
      .toBuffer(),
    draw()
      .withExif({ IFD0: { Artist: CANARIES.metadata } })
      .tiff()
      .toBuffer(),
    draw()
      .withExif({ IFD0: { Artist: CANARIES.metadata } })
      .avif()
      .toBuffer(),
  ]).then(([gif, webp, tiff, avif]) => ({
    // The same frame a thousand times: its pixels stand between the header and the last byte.
    "a.gif": Buffer.concat([
      gif.subarray(0, -1),
      ...Array.from({ length: 50 }, () => gif.subarray(13 + 3 * 256, -1)),
      gif.subarray(-1),
    ]),
    "b.webp": webp,
    "c.tiff": tiff,
    "d.avif": avif,
  })),
};
