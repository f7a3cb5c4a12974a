import { convert } from "fontverter";

/** Unpacked fonts by their packed bytes: kept as long as these are, which is one build. */
const unpacked = new WeakMap<Uint8Array, Promise<Uint8Array>>();

/** The end of the queue. The unpacker has one memory, and two fonts at a time spoil each other's. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Unpacks a font, each once.
 *
 * @param bytes WOFF2, WOFF, TTF or OTF; what is no font is a defect of the installation and throws.
 * @returns TTF or OTF.
 */
export function unpackFont(bytes: Uint8Array): Promise<Uint8Array> {
  const known = unpacked.get(bytes);
  if (known !== undefined) return known;
  const font = last.then(() => convert(Buffer.from(bytes), "sfnt"));
  last = font.catch(() => undefined);
  unpacked.set(bytes, font);
  return font;
}
