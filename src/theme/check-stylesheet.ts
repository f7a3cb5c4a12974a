import { ident, parse, tokenize, tokenTypes, url } from "css-tree";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnose } from "./rules.ts";
import { type FaultPlace, placeIn } from "./theme-error.ts";

/** Functions that name a file (CSS Values 4 §4.5, CSS Images 4 §2). */
const FETCHING = new Set(["url", "src", "image", "image-set", "-webkit-image-set"]);

/**
 * Reads a stylesheet as CSS. A browser passes over what it does not understand, and the rest of a
 * book is set without it: a slip in a theme must not be found on paper.
 *
 * @param file as it is named in messages.
 * @returns THM010 for what is not CSS, THM011 for what asks for something outside the book.
 */
export function checkStylesheet(file: string, text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  /** One for each line. */
  const report = (one: Diagnostic) => {
    if (!found.some(({ place }) => place.line === one.place.line)) found.push(one);
  };
  const at = (offset: number) => placeIn(file, place(text, offset));
  findFetching(text, (offset, written) =>
    report(
      written === undefined
        ? diagnose("THM011 import", at(offset))
        : diagnose("THM011 fetch", at(offset), { written }),
    ),
  );
  const open = findUnclosed(text);
  if (open !== undefined) report(diagnose("THM010 end", at(open)));
  parse(text, {
    positions: true,
    onParseError: ({ message, line, column }) => {
      const why = message.replace(/[.:]$/, "");
      report(diagnose("THM010 text", placeIn(file, { line, column }), { why }));
    },
  });
  return found;
}

/** @param written what asks for a file; undefined for a sheet that is imported. */
type Report = (offset: number, written?: string) => void;

/** Nothing may be fetched: the book is made offline and tells nobody that it is made. */
function findFetching(text: string, report: Report): void {
  /** Functions that are open, innermost last; what is none has an empty name. */
  const inside: string[] = [];
  tokenize(text, (type, start, end) => {
    const written = text.slice(start, end);
    if (
      type === tokenTypes.AtKeyword &&
      ident.decode(written.slice(1)).toLowerCase() === "import"
    ) {
      report(start);
    }
    if (type === tokenTypes.Url && !isData(url.decode(written))) {
      report(start, shorten(written));
    }
    if (type === tokenTypes.Function) {
      const name = ident.decode(written.slice(0, -1)).toLowerCase();
      inside.push(name);
      // Browsers know it with escapes in it, too, and nobody has a reason to write it so.
      if (name === "url" && !/^url\($/i.test(written)) {
        report(start, `${shorten(written)}…)`);
      }
    }
    if (type === tokenTypes.LeftParenthesis) inside.push("");
    if (type === tokenTypes.RightParenthesis) inside.pop();
    if (type === tokenTypes.String && inside.some((name) => FETCHING.has(name))) {
      if (isData(written.slice(1, -1))) return;
      report(start, `address ${shorten(written)}`);
    }
  });
}

function isData(address: string): boolean {
  return /^\s*data:/i.test(address);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** CSS ends every block at the end of the sheet by itself: no parser says that one is open. */
function findUnclosed(text: string): number | undefined {
  const open: number[] = [];
  tokenize(text, (type, start) => {
    if (type === tokenTypes.LeftCurlyBracket) open.push(start);
    if (type === tokenTypes.RightCurlyBracket) open.pop();
  });
  return open.at(-1);
}

function place(text: string, offset: number): FaultPlace {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
