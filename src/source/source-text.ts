import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hintAtLimit } from "../diagnostics/limit-hint.ts";
import { composeText } from "../language/text-form.ts";
import { writeSize } from "./limits.ts";
import type { SourceFile } from "./page.ts";
import { reportForms } from "./presentation-forms.ts";
import { problem } from "./problem.ts";
import { listUnseenLines, type UnseenLine } from "./unseen-lines.ts";

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
  key?: string,
):
  | {
      readonly text: string;
      readonly diagnostics: readonly Diagnostic[];
      /** What it is read without. */
      readonly unseen: readonly UnseenLine[];
    }
  | { readonly diagnostic: Diagnostic } {
  const { bytes, path } = file;
  if (bytes.length > mostBytes) {
    return { diagnostic: describeOversize(path, bytes.length, mostBytes, key) };
  }
  const badOffset = findBadByte(bytes);
  if (badOffset !== undefined) return { diagnostic: describeBadByte(file, badOffset) };
  const written = readBytes(bytes);
  const text = composeText(written);
  if (text.trim() === "") {
    return {
      diagnostic: problem(
        "FIL001",
        "error",
        { file: path },
        {
          message: "Unexpected empty file, expected a page with a header",
          hint: 'Delete the file, or begin it with a header:\n---\ntitle: "Its title"\n---',
        },
      ),
    };
  }
  return { text, diagnostics: reportForms(path, written), unseen: listUnseenLines(written) };
}

function readBytes(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
}

/**
 * FIL003, also for a caller that knows a file's size and does not read it.
 *
 * @param key of the limit, where it is one that can be set.
 */
export function describeOversize(
  path: string,
  sizeBytes: number,
  mostBytes: number,
  key?: string,
): Diagnostic {
  return problem(
    "FIL003",
    "error",
    { file: path },
    {
      message: `Unexpected file of ${writeSize(sizeBytes)}, expected at most ${writeSize(mostBytes)}`,
      hint:
        key === undefined
          ? "Take out what is not needed. This limit is fixed."
          : `Split the page, or move pictures that were pasted into the text to files of their own. ${hintAtLimit(key)}`,
    },
  );
}

function describeBadByte(file: SourceFile, offset: number): Diagnostic {
  const { bytes, path } = file;
  // UTF-16 from Windows Notepad ("Unicode") has a byte order mark or a zero in every other byte.
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const before = composeText(readBytes(bytes.subarray(0, offset)));
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  const found = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  return problem("FIL002", "error", wide ? { file: path } : { file: path, line, column }, {
    message: wide
      ? "Unexpected UTF-16 text, expected UTF-8"
      : `Unexpected byte 0x${found}, expected UTF-8 text`,
    hint: "Open the file in a text editor and save it again with the encoding UTF-8.",
  });
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
