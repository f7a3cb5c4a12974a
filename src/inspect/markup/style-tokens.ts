import { ident, string, tokenize, tokenTypes, url } from "css-tree";

/** What the marks of a sheet are told to; offsets are of the sheet. */
export interface StyleReaders {
  /** Told of what loads: `@import` or `url()`, with escapes undone. */
  address(field: string, address: string, offset: number): void;
  comment(text: string): void;
  /** Told of strings that do not load. */
  words(text: string): void;
  /** Told of a function of any kind, its name in small letters. */
  call(name: string, offset: number): void;
  broken(what: string, offset: number): void;
}

/** Functions that load the text within (CSS Values 4 §4.5, CSS Images 4 §2). */
const LOADING = /^(?:url|src|image|(?:-webkit-)?image-set)$/;
/** Deeper ones would be too much for those who read on, and no sheet has them. */
const MOST_BRACKETS = 100;

/**
 * Reads a sheet mark by mark (CSS Syntax 3 §4).
 *
 * @returns whether it can be read further: its brackets are not too deep.
 */
export function readStyleTokens(text: string, readers: StyleReaders): boolean {
  /** Of each open bracket the function, or nothing. */
  const open: string[] = [];
  let deepest = 0;
  let rule = "";
  const add = (address: string, at: number) => {
    if (rule !== "@namespace") readers.address(rule === "@import" ? rule : "url()", address, at);
  };
  tokenize(text, (type, start, end) => {
    const written = text.slice(start, end);
    if (type === tokenTypes.Comment) readers.comment(written.slice(2, -2));
    if (type === tokenTypes.AtKeyword) rule = ident.decode(written).toLowerCase();
    if (type === tokenTypes.Url) add(url.decode(written), start);
    if (type === tokenTypes.BadUrl || type === tokenTypes.BadString) readers.broken(written, start);
    if (type === tokenTypes.String) {
      const loads = open.length === 0 ? rule === "@import" : open.some((one) => LOADING.test(one));
      if (loads) add(string.decode(written), start);
      else readers.words(string.decode(written));
    }
    if (type === tokenTypes.Function) {
      const name = ident.decode(written.slice(0, -1)).toLowerCase();
      readers.call(name, start);
      open.push(name);
      // Browsers know it with escapes in it, too.
      const inner = /^[\s]*([^\s"')][^\s)]*)/.exec(text.slice(end, end + 2000))?.[1];
      if (name === "url" && inner !== undefined) add(ident.decode(inner), start);
    } else if (
      type === tokenTypes.LeftParenthesis ||
      type === tokenTypes.LeftSquareBracket ||
      type === tokenTypes.LeftCurlyBracket
    )
      open.push("");
    else if (
      type === tokenTypes.RightParenthesis ||
      type === tokenTypes.RightSquareBracket ||
      type === tokenTypes.RightCurlyBracket
    )
      open.pop();
    if (/^[;{}]$/.test(written)) rule = "";
    deepest = Math.max(deepest, open.length);
  });
  if (deepest <= MOST_BRACKETS) return true;
  readers.broken(`brackets nested deeper than ${MOST_BRACKETS}`, 0);
  return false;
}
