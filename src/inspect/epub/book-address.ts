/** Where an address in a book leads. */
export type Target =
  /** A file of the book, and a place in it. */
  | { readonly kind: "book"; readonly path: string; readonly fragment: string | undefined }
  /** Somewhere outside; the scheme in small letters, without colon. */
  | { readonly kind: "outside"; readonly scheme: string; readonly address: string }
  /** Above the book's own root, or from it as if it were a web site. */
  | { readonly kind: "leak" }
  | { readonly kind: "invalid" };

/** A depth that no address of a book climbs: to see those that would leave it. */
const ROOT = "https://book.invalid/a/b/c/d/";

/** Characters that stand in no valid address unless they are escaped (URL Standard §4.3). */
const UNESCAPED = /[\s"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})/;

/** What validators look at; `URL` itself mends almost everything. */
function isWellFormed(address: string): boolean {
  if (UNESCAPED.test(address)) return false;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0];
  if (scheme !== undefined && /^https?:/i.test(scheme) && !/^https?:\/\//i.test(address))
    return false;
  // Square brackets are for hosts that are numbers.
  if (/[[\]]/.test(address.replace(/^[a-z]+:\/\/[^/]*/i, ""))) return false;
  // A file of a book takes no question (EPUB 3.3 §4.2.5).
  return scheme !== undefined || address.startsWith("//") || !/^[^#]*\?/.test(address);
}

/**
 * Resolves an address against the file that it stands in (URL Standard §4, EPUB 3.3 §4.2.5).
 *
 * @param file name of that file in the archive.
 */
export function resolveAddress(address: string, file: string): Target {
  const written = address.trim();
  if (!isWellFormed(written)) return { kind: "invalid" };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(written)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (!URL.canParse(written)) return { kind: "invalid" };
    return { kind: "outside", scheme, address: written };
  }
  if (written.startsWith("//")) return { kind: "outside", scheme: "https", address: written };
  if (written.startsWith("/")) return { kind: "leak" };
  const base = ROOT + file.split("/").map(encodeURIComponent).join("/");
  if (!URL.canParse(written, base)) return { kind: "invalid" };
  const url = new URL(written, base);
  if (!url.href.startsWith(ROOT)) return { kind: "leak" };
  try {
    const path = decodeURIComponent(url.pathname.slice(new URL(ROOT).pathname.length));
    const fragment = written.includes("#") ? decodeURIComponent(url.hash.slice(1)) : undefined;
    return { kind: "book", path, fragment };
  } catch {
    return { kind: "invalid" };
  }
}
