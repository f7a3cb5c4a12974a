import type { PdfFile } from "./pdf-file.ts";
import type { PdfValue } from "./pdf-value.ts";

/** What stands in a file outside of the objects that its table names, and of the table itself. */
export interface StrayBytes {
  readonly objects: readonly { readonly number: number; readonly value: PdfValue }[];
  readonly comments: readonly string[];
  /** Bytes that are neither white space nor a comment, by where they begin. */
  readonly others: readonly { readonly at: number; readonly text: string }[];
  /** Ends of the file beyond one for each part of its table: it was changed by adding to it. */
  readonly ends: number;
}

/** Of each kind; a hostile file may have millions. */
const MOST = 1000;
const TOKEN =
  /[\0\t\n\f\r ]+|%[^\r\n]*|startxref[\0\t\n\f\r ]+\d{1,12}|\d{1,10}[\0\t\n\f\r ]{1,20}\d{1,5}[\0\t\n\f\r ]{1,20}obj|[^\r\n]+/y;

/** Goes through the file from object to object. What is behind its last end is not looked at. */
export function findStrayBytes(file: PdfFile): StrayBytes {
  const { source } = file;
  const objects: { number: number; value: PdfValue }[] = [];
  const comments = [...file.comments, ...file.sections.flatMap((section) => section.comments)];
  const others: { at: number; text: string }[] = [];
  let ends = -Math.max(1, file.sections.length);
  const readGap = (from: number, to: number) => {
    let at = from;
    while (at < to) {
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(source)?.[0] ?? source.slice(at, at + 1);
      const start = at;
      at = Math.min(to, at + token.length);
      if (token.startsWith("%")) {
        if (token !== "%%EOF" && start > 0 && !isBinaryMark(token, start) && comments.length < MOST)
          comments.push(token.slice(0, 2000));
      } else if (token.startsWith("startxref")) ends += 1;
      else if (token.trim() !== "" && !/^\0+$/.test(token.trim())) {
        const found = /obj$/.test(token) ? file.readAt(start) : undefined;
        if (found !== undefined && found.end > start) {
          at = Math.max(at, found.end);
          if (objects.length < MOST) objects.push(found);
        } else if (others.length < MOST) others.push({ at: start, text: token.slice(0, 300) });
      }
    }
  };
  let at = 0;
  for (const [start, end] of file.listExtents()) {
    if (start > at) readGap(at, start);
    at = Math.max(at, end);
  }
  const last = source.lastIndexOf("%%EOF");
  readGap(at, last < 0 ? source.length : last);
  return { objects, comments, others, ends: Math.max(0, ends) };
}

/** Four bytes or more of no text, in the second line: programs know by it that the file is no text (§7.5.2). */
function isBinaryMark(comment: string, at: number): boolean {
  return at < 20 && /^%[\x80-\xff]{4,12}$/.test(comment);
}
