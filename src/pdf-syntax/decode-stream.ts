import { constants, inflateRawSync, inflateSync } from "node:zlib";
import { decodePDFRawStream, PDFContext, PDFRawStream } from "@cantoo/pdf-lib";

/** A stream cannot be unpacked: `damaged`, `too large`, or packed in a way we do not know. */
export class DecodeError extends Error {
  readonly fault: "damaged" | "too large" | "unknown";
  constructor(fault: DecodeError["fault"]) {
    super(fault);
    this.fault = fault;
  }
}

/** Parameters of a filter, resolved (ISO 32000-1 tables 8 and 11). */
export type FilterParameters = ReadonlyMap<string, number>;

/** Short names are those of inline images. */
const OTHERS: Readonly<Record<string, string>> = {
  "/LZWDecode": "LZWDecode",
  "/LZW": "LZWDecode",
  "/ASCII85Decode": "ASCII85Decode",
  "/A85": "ASCII85Decode",
  "/ASCIIHexDecode": "ASCIIHexDecode",
  "/AHx": "ASCIIHexDecode",
  "/RunLengthDecode": "RunLengthDecode",
  "/RL": "RunLengthDecode",
};

/**
 * Undoes one filter (ISO 32000-1 §7.4), images' own ones excepted.
 *
 * @param most bytes that may come out.
 * @param notice told of bytes that do not come out.
 * @throws DecodeError
 */
export function decodeFilter(
  bytes: Uint8Array,
  filter: string,
  parameters: FilterParameters,
  most: number,
  notice: (oddity: string) => void,
): Uint8Array {
  const isFlate = filter === "/FlateDecode" || filter === "/Fl";
  const { decoded, end } = isFlate
    ? inflate(bytes, most)
    : { decoded: decodeOther(bytes, filter, parameters, most), end: findEnd(bytes, filter) };
  if (end < bytes.length && /[^\s\0]/.test(Buffer.from(bytes.subarray(end)).toString("latin1")))
    notice("bytes behind the end of a stream");
  const predictor = parameters.get("Predictor") ?? 1;
  return predictor > 1 ? undoPredictor(decoded, predictor, parameters, notice) : decoded;
}

/** Where data end that say so themselves (ISO 32000-1 §7.4.2 to §7.4.5); of LZW it is not known. */
function findEnd(bytes: Uint8Array, filter: string): number {
  const name = OTHERS[filter] ?? "";
  if (name.startsWith("ASCII")) {
    const end = bytes.indexOf(0x3e);
    return end < 0 ? bytes.length : end + 1;
  }
  if (name !== "RunLengthDecode") return bytes.length;
  let at = 0;
  while (at < bytes.length && bytes[at] !== 128) {
    const length = bytes[at] ?? 0;
    at += length < 128 ? length + 2 : 2;
  }
  return at + 1;
}

interface Inflated {
  readonly decoded: Uint8Array;
  /** Where the packed data end. */
  readonly end: number;
}

function inflate(bytes: Uint8Array, most: number): Inflated {
  // A stream without its end is read as far as it goes, as readers do.
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most, info: true };
  try {
    return measure(inflateSync(bytes, options));
  } catch (error) {
    if (isTooLarge(error)) throw new DecodeError("too large");
  }
  try {
    // A wrong checksum or header: the data itself may be whole.
    const found = measure(inflateRawSync(bytes.subarray(2), options));
    if (found.decoded.length > 0) return { ...found, end: found.end + 6 };
  } catch (error) {
    throw new DecodeError(isTooLarge(error) ? "too large" : "damaged");
  }
  throw new DecodeError("damaged");
}

/** With `info`, Node gives the engine beside the bytes; its types do not say so. */
function measure(given: unknown): Inflated {
  const { buffer, engine } = given as {
    readonly buffer: Uint8Array;
    readonly engine: { readonly bytesWritten: number };
  };
  return { decoded: buffer, end: engine.bytesWritten };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError;
}

function decodeOther(
  bytes: Uint8Array,
  filter: string,
  parameters: FilterParameters,
  most: number,
): Uint8Array {
  const name = OTHERS[filter];
  if (name === undefined) throw new DecodeError("unknown");
  const context = PDFContext.create();
  const early = { EarlyChange: parameters.get("EarlyChange") ?? 1 };
  const dict = context.obj({ Filter: name, DecodeParms: early });
  let decoded: Uint8Array;
  try {
    // Asked for one byte more than allowed: it stops there, however much would follow.
    decoded = Uint8Array.from(decodePDFRawStream(PDFRawStream.of(dict, bytes)).getBytes(most + 1));
  } catch {
    throw new DecodeError("damaged");
  }
  if (decoded.length > most) throw new DecodeError("too large");
  return decoded;
}

/** ISO 32000-1 §7.4.4.4. */
function undoPredictor(
  bytes: Uint8Array,
  predictor: number,
  parameters: FilterParameters,
  notice: (oddity: string) => void,
): Uint8Array {
  const colors = clamp(parameters.get("Colors") ?? 1, 1, 32);
  const bits = clamp(parameters.get("BitsPerComponent") ?? 8, 1, 16);
  const columns = clamp(parameters.get("Columns") ?? 1, 1, 1_000_000);
  const step = Math.max(1, Math.ceil((colors * bits) / 8));
  const width = Math.ceil((colors * bits * columns) / 8);
  // TIFF's way is for images: nothing that we read uses it.
  if (predictor < 10) return bytes;
  const rows = Math.floor(bytes.length / (width + 1));
  if (rows * (width + 1) < bytes.length) notice("bytes behind the last row of a stream");
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let i = 0; i < width; i += 1) {
      const at = row * width + i;
      const left = i >= step ? (out[at - step] ?? 0) : 0;
      const up = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = row > 0 && i >= step ? (out[at - width - step] ?? 0) : 0;
      out[at] = (bytes[row * (width + 1) + 1 + i] ?? 0) + guess(kind, left, up, corner);
    }
  }
  return out;
}

/** PNG 3rd edition §9.2. */
function guess(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(estimate - one)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.floor(value)));
}
