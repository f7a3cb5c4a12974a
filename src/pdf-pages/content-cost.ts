import type { Operand } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfValue } from "../pdf-syntax/pdf-value.ts";

/** Of one operation, those in its arrays included: a line of text has some hundred. */
export const MOST_OPERANDS = 200_000;
/** Operands that take as long to read as one operation. */
const OPERANDS_OF_AN_OPERATION = 8;
/** What is read of the content of one page, unpacked: maps and plans have a tenth. */
const MOST_PAGE_BYTES = 64_000_000;

/** What an operation costs of the limit for drawing operations. */
export function costOf(operands: readonly Operand[]): number {
  let count = operands.length;
  for (const operand of operands) if (Array.isArray(operand)) count += operand.length;
  return 1 + Math.floor(count / OPERANDS_OF_AN_OPERATION);
}

/** The parts of a page's content as one (ISO 32000-1 §7.8.2): a break may stand between any two words. */
export function joinContents(file: PdfFile, contents: PdfValue | undefined): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const part of file.oneOrMore(contents)) {
    const stream = file.stream(part);
    if (stream === undefined) continue;
    const bytes = file.decode(stream);
    length += bytes.length + 1;
    // A page can name the same part a million times.
    if (length > MOST_PAGE_BYTES) throw new RangeError("too much content");
    parts.push(bytes, Buffer.from("\n"));
  }
  return Buffer.concat(parts);
}
