/** A file within an address (RFC 2397). */
export interface DataAddress {
  /** In small letters, without what stands behind it. */
  readonly mediaType: string;
  /** Undefined where it is too large to be looked into. */
  readonly bytes: Uint8Array | undefined;
}

const LONGEST_HEAD = 300;
const LONGEST = 14_000_000;

/** @returns undefined where the address is none of the kind. */
export function readDataAddress(address: string): DataAddress | undefined {
  if (!/^data:/i.test(address)) return undefined;
  const comma = address.indexOf(",");
  if (comma < 0 || comma > LONGEST_HEAD) return undefined;
  const head = address.slice("data:".length, comma);
  const mediaType = head.split(";")[0]?.trim().toLowerCase() || "text/plain";
  if (address.length > LONGEST) return { mediaType, bytes: undefined };
  const written = unescapeBytes(address.slice(comma + 1));
  const isBase64 = /;\s*base64\s*$/i.test(head);
  return { mediaType, bytes: isBase64 ? Buffer.from(written.toString(), "base64") : written };
}

/** Bytes written as `%41`; whatever is no such number stands for itself. */
function unescapeBytes(text: string): Buffer {
  const written = Buffer.from(text);
  if (!written.includes("%")) return written;
  const latin = written.toString("latin1");
  const read = latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(read, "latin1");
}
