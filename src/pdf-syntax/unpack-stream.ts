import { DecodeError, decodeFilter } from "./decode-stream.ts";
import { MOST_STREAM_BYTES } from "./limits.ts";
import type { PdfStream } from "./pdf-value.ts";
import type { ValueReader } from "./value-reader.ts";

/** Real streams are packed once or twice. */
const MOST_FILTERS = 8;
/** What images are packed with: not unpacked here. */
const IMAGE_FILTERS = new Set([
  "/DCTDecode",
  "/DCT",
  "/JPXDecode",
  "/CCITTFaxDecode",
  "/CCF",
  "/JBIG2Decode",
]);

/** The bytes of a stream, images packed as they are; or what is wrong with it. */
export function unpackStream(file: ValueReader, { dict, packed }: PdfStream): Uint8Array | string {
  const filters = file.oneOrMore(dict.get("Filter") ?? dict.get("F"));
  const parameters = file.oneOrMore(dict.get("DecodeParms") ?? dict.get("DP"));
  let bytes = packed;
  try {
    if (filters.length > MOST_FILTERS) return "a stream is packed too often";
    for (const [at, filter] of filters.entries()) {
      const name = file.resolve(filter);
      if (typeof name !== "string") return "a stream is packed in an unknown way";
      if (IMAGE_FILTERS.has(name)) return bytes;
      const numbers = new Map<string, number>();
      for (const [key, value] of file.dict(parameters[at]) ?? []) {
        const number = file.number(value);
        if (number !== undefined) numbers.set(key, number);
      }
      bytes = decodeFilter(bytes, name, numbers, MOST_STREAM_BYTES, (oddity) =>
        file.notice(oddity),
      );
      if (!file.limits.spend("bytes unpacked", bytes.length)) return new Uint8Array();
    }
    return bytes;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return `a stream is ${error.fault === "unknown" ? "packed in an unknown way" : error.fault}`;
  }
}
