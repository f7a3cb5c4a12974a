import { crc32 } from "node:zlib";
import fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { chanceFrom } from "../support/seed.ts";
import { anyDamage, damageBytes } from "./broken-bytes.ts";

/** Pictures of all kinds, whole and small: what is broken is made of them. */
const WHOLE: readonly Uint8Array[] = await drawWhole();

async function drawWhole(): Promise<readonly Uint8Array[]> {
  const chance = chanceFrom(7);
  const noise = (width: number, height: number, channels: 3 | 4) =>
    sharp(
      Uint8Array.from({ length: width * height * channels }, () => chance() * 256),
      {
        raw: { width, height, channels },
      },
    );
  const flat = sharp({ create: { width: 9, height: 7, channels: 3, background: "#369" } });
  const told = (picture: Sharp) =>
    picture
      .withExif({
        IFD0: { Artist: "Amina", ImageDescription: "x".repeat(90) },
        IFD3: { GPSLatitudeRef: "N" },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Amina</x:xmpmeta>')
      .withIccProfile("p3");
  return await Promise.all([
    flat.clone().png().toBuffer(),
    told(flat.clone()).png().toBuffer(),
    noise(12, 8, 4).png().toBuffer(),
    noise(12, 8, 3).png({ progressive: true }).toBuffer(),
    noise(12, 8, 3).toColourspace("rgb16").png().toBuffer(),
    flat.clone().png({ palette: true }).toBuffer(),
    flat.clone().toColourspace("b-w").png().toBuffer(),
    told(noise(24, 16, 3))
      .jpeg()
      .toBuffer(),
    noise(24, 16, 3).withMetadata({ orientation: 6 }).jpeg({ progressive: true }).toBuffer(),
    noise(24, 16, 3).toColourspace("cmyk").jpeg().toBuffer(),
    flat.clone().gif().toBuffer(),
    sharp([await flat.clone().png().toBuffer(), await noise(9, 7, 3).png().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer(),
    told(noise(16, 16, 4))
      .webp()
      .toBuffer(),
    noise(16, 16, 4).webp({ lossless: true }).toBuffer(),
    told(flat.clone()).tiff({ compression: "lzw" }).toBuffer(),
    flat.clone().avif({ effort: 0 }).toBuffer(),
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
    ),
  ]);
}

/** Sums of chunks made right again, so that what is damaged in a PNG is not refused by them. */
function mendSums(bytes: Uint8Array): Uint8Array {
  const mended = Uint8Array.from(bytes);
  if (mended[0] !== 0x89 || mended[1] !== 0x50) return mended;
  const view = new DataView(mended.buffer);
  for (let at = 8; at + 12 <= mended.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > mended.length) break;
    view.setUint32(end, crc32(mended.subarray(at + 4, end)));
    at = end + 4;
  }
  return mended;
}

const picture = fc.constantFrom(...WHOLE.keys()).map((at) => WHOLE[at] ?? new Uint8Array());

/** The bytes of a picture: flipped, cut, spliced with those of another, or none at all. */
export const anyPicture: fc.Arbitrary<Uint8Array> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .tuple(picture, picture, fc.array(anyDamage, { maxLength: 5 }), fc.boolean())
      .map(([one, other, damages, isMended]) => {
        const bytes = damages.reduce((left, each) => damageBytes(left, each, other), one);
        return isMended ? mendSums(bytes) : bytes;
      }),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);
