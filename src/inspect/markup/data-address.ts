/** A file within an address (RFC 2397). */
export interface DataAddress {
  /** In small letters, without what stands behind it. */
  readonly mediaType: string;
  /** Undefined where it is too large to be looked into, or is not written as its kind is. */
  readonly bytes: Uint8Array | undefined;
}

const LONGEST_HEAD = 300;
const LONGEST = 14_000_000;
/** Kinds that are looked into, and what may stand behind them. */
const KNOWN_HEAD =
  /^(?:image\/(?:png|jpe?g|gif|webp|svg\+xml)|text\/(?:css|html)|application\/xhtml\+xml)(?:;charset=(?:utf-8|us-ascii))?(?:;base64)?$/i;

/** @returns undefined where the address is none of the kind. */
export function readDataAddress(address: string): DataAddress | undefined {
  if (!/^data:/i.test(address)) return undefined;
  const comma = address.indexOf(",");
  if (comma < 0 || comma > LONGEST_HEAD) return undefined;
  const head = address.slice("data:".length, comma);
  const mediaType = head.split(";")[0]?.trim().toLowerCase() || "text/plain";
  if (address.length > LONGEST || !KNOWN_HEAD.test(head) || address.includes("#"))
    return { mediaType, bytes: undefined };
  const written = unescapeBytes(address.slice(comma + 1));
  if (!/;base64$/i.test(head)) return { mediaType, bytes: written };
  const bytes = Buffer.from(written.toString(), "base64");
  // Signs that are none of the code would be passed over.
  const isWhole = trimEnd(bytes.toString("base64")) === trimEnd(written.toString());
  return { mediaType, bytes: isWhole ? bytes : undefined };
}

const trimEnd = (code: string) => code.replace(/={1,2}$/, "");

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
