import type { Outcome } from "../diagnostics/diagnostic.ts";
import { diagnose } from "./rules.ts";

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of a PO file. A byte order mark stays, for `readCatalogue` to tell.
 *
 * @param bytes the whole file. A file that is too large should not be read at all: whoever reads it
 * looks at its size first, `readCatalogue` looks again.
 * @returns an empty text and `CAT002` where the bytes are not UTF-8, at the first that is wrong.
 */
export function decodeCatalogue(bytes: Uint8Array, path: string): Outcome<string> {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return { value: "", diagnostics: [diagnose("CAT002 wide", { file: path, line: 1 })] };
  const text = UTF8.decode(bytes);
  const at = text.includes("\uFFFD") ? findWrongByte(bytes, text) : -1;
  if (at < 0) return { value: text, diagnostics: [] };
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const before = UTF8.decode(bytes.subarray(0, at));
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  const place = { file: path, line, column };
  return { value: "", diagnostics: [diagnose("CAT002 byte", place, { byte, file: path })] };
}

/** The first byte that is no UTF-8; -1 where U+FFFD stands in the file itself. */
function findWrongByte(bytes: Uint8Array, text: string): number {
  const written = new TextEncoder().encode(text);
  if (written.length === bytes.length && written.every((byte, at) => byte === bytes[at])) return -1;
  return written.findIndex((byte, at) => byte !== bytes[at]);
}
