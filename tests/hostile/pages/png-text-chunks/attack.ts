import { deflateSync } from "node:zlib";
import type { MadeAttack } from "../../attack.ts";
import { CANARIES } from "../../canaries.ts";
import { addChunks, makePicture, pngChunk } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Words, dates and camera data in the chunks of a PNG",
  says: [],
  files: makePicture().then((png) => ({
    "a.png": addChunks(png, [
      pngChunk("tEXt", `Author\0${CANARIES.metadata}`),
      pngChunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(CANARIES.metadata)])),
      pngChunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0<x>${CANARIES.metadata}</x>`),
      pngChunk("eXIf", `MM\0*\0\0\0\x08\0\0${CANARIES.metadata}`),
      pngChunk("tIME", Buffer.from([7, 233, 1, 2, 3, 4, 5])),
      pngChunk(
        "iCCP",
        Buffer.concat([Buffer.from(`${CANARIES.metadata}\0\0`), deflateSync(CANARIES.metadata)]),
      ),
      pngChunk("prVt", CANARIES.metadata),
    ]),
  })),
};
