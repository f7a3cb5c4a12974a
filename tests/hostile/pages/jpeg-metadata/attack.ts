import type { MadeAttack } from "../../attack.ts";
import { CANARIES } from "../../canaries.ts";
import { addSegments, draw } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Half a megabyte of camera data, comments and colour profiles",
  says: [],
  files: draw()
    .withExif({
      IFD0: { Artist: CANARIES.metadata },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 57/1 0/1" },
    })
    .jpeg()
    .toBuffer()
    .then((jpeg: Uint8Array) => ({
      "a.jpg": addSegments(jpeg, [
        [0xfe, `${CANARIES.metadata} <script src="//127.0.0.1/"></script>`],
        ...Array.from(
          { length: 8 },
          () => [0xe1, `Exif\0\0${CANARIES.metadata.repeat(2500)}`] as const,
        ),
        [0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${CANARIES.metadata}</x:xmpmeta>`],
        [0xed, `Photoshop 3.0\0${CANARIES.metadata}`],
        [0xe2, `ICC_PROFILE\0\x01\x01${CANARIES.metadata.repeat(20)}`],
        [0xef, CANARIES.metadata],
      ]),
    })),
};
