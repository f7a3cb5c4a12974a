import { ident, parse, tokenize, tokenTypes, url } from "css-tree";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ThemeCode } from "./rules.ts";
import { describeFault, type FaultPlace } from "./theme-error.ts";

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
  const report = (code: ThemeCode, message: string, hint: string, at: FaultPlace) => {
    if (!found.some(({ place }) => place.line === at.line)) {
      found.push(describeFault(code, file, message, hint, at));
    }
  };
  findFetching(text, (message, hint, offset) =>
    report("THM011", message, hint, place(text, offset)),
  );
  const open = findUnclosed(text);
  if (open !== undefined) {
    const hint = "Write a } behind the last line of this rule.";
    report("THM010", "Unexpected end of the stylesheet, expected }", hint, place(text, open));
  }
  parse(text, {
    positions: true,
    onParseError: ({ message, line, column }) =>
      report(
        "THM010",
        `Unexpected text in a stylesheet (${message.replace(/[.:]$/, "")}), expected CSS`,
        "A rule reads `p { margin: 0; }`: a name, a colon, a value, and a semicolon before the next.",
        { line, column },
      ),
  });
  return found;
}

type Report = (message: string, hint: string, offset: number) => void;

/** Nothing may be fetched: the book is made offline and tells nobody that it is made. */
function findFetching(text: string, report: Report): void {
  const hint =
    "Nothing is fetched for a book. Write a small picture into the sheet as url(data:…), or leave it out.";
  /** Functions that are open, innermost last; what is none has an empty name. */
  const inside: string[] = [];
  tokenize(text, (type, start, end) => {
    const written = text.slice(start, end);
    if (
      type === tokenTypes.AtKeyword &&
      ident.decode(written.slice(1)).toLowerCase() === "import"
    ) {
      const copy = "Copy the rules of that sheet into this one.";
      report("Unexpected @import, expected the rules themselves", copy, start);
    }
    if (type === tokenTypes.Url && !isData(url.decode(written))) {
      report(`Unexpected ${shorten(written)}, expected nothing to fetch`, hint, start);
    }
    if (type === tokenTypes.Function) {
      const name = ident.decode(written.slice(0, -1)).toLowerCase();
      inside.push(name);
      // Browsers know it with escapes in it, too, and nobody has a reason to write it so.
      if (name === "url" && !/^url\($/i.test(written)) {
        report(`Unexpected ${shorten(written)}…), expected nothing to fetch`, hint, start);
      }
    }
    if (type === tokenTypes.LeftParenthesis) inside.push("");
    if (type === tokenTypes.RightParenthesis) inside.pop();
    if (type === tokenTypes.String && inside.some((name) => FETCHING.has(name))) {
      if (isData(written.slice(1, -1))) return;
      report(`Unexpected address ${shorten(written)}, expected nothing to fetch`, hint, start);
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
