import { createHash } from "node:crypto";

/** A picture that stands in its own address, as bytes; or why there is none. */
export type DataPicture =
  | { readonly path: string; readonly bytes: Uint8Array; readonly reason?: undefined }
  | { readonly reason: string; readonly path?: undefined; readonly bytes?: undefined };

/** An address with its data (RFC 2397). White space may stand anywhere: mail programs break lines. */
const DATA = /^data:([^,;]*)((?:;[^,;]*)*?)(;\s*base64)?\s*,/i;

export function isDataAddress(address: string): boolean {
  return /^data:/i.test(address.slice(0, 5));
}

/**
 * Decodes a picture that stands in its address. What it really is and how large it may be is judged
 * like that of every file; its kind as written only tells text from pictures.
 *
 * @returns its bytes under a name made of them, which is no path of a file: `picture:1f3a….png`.
 */
export function readDataPicture(address: string): DataPicture {
  const found = DATA.exec(address.slice(0, 1000));
  if (found === null) return { reason: "the address breaks off before its comma" };
  const [start, kind = "", , isBase64] = found;
  if (!/^\s*image\//i.test(kind)) return { reason: "what it holds is no picture" };
  const written = address.slice(start.length);
  const bytes = isBase64 === undefined ? readPercent(written) : readBase64(written);
  if (bytes === undefined) return { reason: "its data are damaged or cut off" };
  if (bytes.byteLength === 0) return { reason: "it holds no data" };
  const ending = /^\s*image\/([a-z0-9]{2,5})/i.exec(kind)?.[1]?.toLowerCase() ?? "png";
  const sum = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return { path: `picture:${sum}.${ending}`, bytes };
}

function readBase64(written: string): Uint8Array | undefined {
  const plain = written
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\s+/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");
  if (plain.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(plain)) return undefined;
  return Uint8Array.from(Buffer.from(plain, "base64"));
}

function readPercent(written: string): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(decodeURIComponent(written));
  } catch {
    return undefined;
  }
}
