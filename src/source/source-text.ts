import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { areBackwards, composeText, findForms } from "../language/text-form.ts";
import { type InvisibleLine, listInvisibleLines } from "./invisible-lines.ts";
import { writeSize } from "./limits.ts";
import type { SourceFile } from "./page.ts";
import { diagnose } from "./rules.ts";

/**
 * Decodes a file: UTF-8 without its byte order mark, line ends normalised to `\n`, and each text in the
 * one form of `composeText`. From here on places are those of that form; whoever shows one finds it in
 * the author's line by `traceLine`.
 *
 * Adds FIL001 (empty), FIL002 (not UTF-8, with the line and column of the first bad byte) and
 * FIL003 (larger than it may be), which are all that is left of the file; beside the text FIL010
 * (presentation forms) and FIL011 (these backwards).
 */
export function decodeText(
  file: SourceFile,
  mostBytes: number,
  limit?: "page" | "fixed",
):
  | {
      readonly text: string;
      readonly diagnostics: readonly Diagnostic[];
      /** What it is read without. */
      readonly invisible: readonly InvisibleLine[];
    }
  | { readonly diagnostic: Diagnostic } {
  const { bytes, path } = file;
  if (bytes.length > mostBytes) {
    return { diagnostic: describeOversize(path, bytes.length, mostBytes, limit) };
  }
  const badOffset = findBadByte(bytes);
  if (badOffset !== undefined) return { diagnostic: describeBadByte(file, badOffset) };
  const written = readBytes(bytes);
  const text = composeText(written);
  if (text.trim() === "") {
    return { diagnostic: diagnose("FIL001", { file: path }) };
  }
  return { text, diagnostics: reportForms(path, written), invisible: listInvisibleLines(written) };
}

function readBytes(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
}

/**
 * FIL003, also for a caller that knows a file's size and does not read it.
 *
 * @param limit whether it is that of pages, which can be set.
 */
export function describeOversize(
  path: string,
  sizeBytes: number,
  mostBytes: number,
  limit: "page" | "fixed" = "fixed",
): Diagnostic {
  const values = { size: writeSize(sizeBytes), most: writeSize(mostBytes) };
  return diagnose(`FIL003 ${limit}`, { file: path }, values);
}

function describeBadByte(file: SourceFile, offset: number): Diagnostic {
  const { bytes, path } = file;
  // UTF-16 from Windows Notepad ("Unicode") has a byte order mark or a zero in every other byte.
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const before = composeText(readBytes(bytes.subarray(0, offset)));
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  const found = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  if (wide) return diagnose("FIL002 wide", { file: path });
  return diagnose("FIL002 byte", { file: path, line, column }, { byte: found });
}

/**
 * The offset of the first byte that is not well-formed UTF-8 (Unicode 16, table 3-7).
 */
export function findBadByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      at += 1;
      continue;
    }
    const length =
      first >= 0xc2 && first <= 0xdf
        ? 2
        : first >> 4 === 0xe
          ? 3
          : first >= 0xf0 && first <= 0xf4
            ? 4
            : 0;
    if (length === 0) return at;
    const second = bytes[at + 1] ?? 0;
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return at;
    for (let next = 2; next < length; next += 1) {
      if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return at;
    }
    at += length;
  }
  return undefined;
}

/** More numbers of lines than these are not read in a message. */
const SHOWN_LINES = 8;

/**
 * Tells once of a file that Arabic letters in it are presentation forms (FIL010), and whether they
 * stand backwards (FIL011).
 *
 * @param text as it was written.
 */
function reportForms(file: string, text: string): readonly Diagnostic[] {
  const rows = text.split("\n").flatMap((line, index) => {
    const runs = findForms(line);
    return runs.length === 0 ? [] : [{ number: index + 1, line, runs }];
  });
  const first = rows[0];
  if (first === undefined) return [];
  const [{ at, forms } = { at: 0, forms: "" }] = first.runs;
  const place = {
    file,
    line: first.number,
    column: composeText(first.line.slice(0, at)).length + 1,
    length: composeText(forms).length,
  };
  const isBackwards = areBackwards(rows.flatMap(({ runs }) => runs));
  const lines = sayLines(rows.map(({ number }) => number));
  return [diagnose(isBackwards ? "FIL011" : "FIL010", place, { lines })];
}

function sayLines(numbers: readonly number[]): string {
  const shown = numbers.slice(0, SHOWN_LINES);
  const more = numbers.length - shown.length;
  if (more > 0) return `lines ${shown.join(", ")} and ${more} more`;
  if (shown.length === 1) return `line ${shown[0]}`;
  return `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
