import { ident, string, tokenize, tokenTypes, url } from "css-tree";
import { isTidySpace } from "./white-space.ts";

/** Why a sheet is not read as its writer meant it. */
export type StyleFault = "spaces" | "comment" | "mark" | "depth" | "end";

/** What the marks of a sheet are told to; offsets are of the sheet. */
export interface StyleReaders {
  /** Told of what loads: `@import` or `url()`, with escapes undone. */
  address(field: string, address: string, offset: number): void;
  comment(text: string): void;
  /** Told of strings that do not load. */
  words(text: string, offset: number): void;
  /** Told of a function of any kind, its name in small letters. */
  call(name: string, offset: number): void;
  /** Told of what no browser reads; `written` is the mark, or the bound. */
  broken(fault: StyleFault, written: string, offset: number): void;
}

/** Functions that load the text within (CSS Values 4 §4.5, CSS Images 4 §2). */
const LOADING = /^(?:url|src|image|(?:-webkit-)?image-set)$/;
const URL_INSIDE = /^\s*([^\s"')][^\s)]*)/;
/** Deeper ones would be too much for those who read on, and no sheet has them. */
const MOST_BRACKETS = 100;

/**
 * Reads a sheet mark by mark (CSS Syntax 3 §4).
 *
 * @returns whether it can be read further: its brackets are not too deep.
 */
export function readStyleTokens(text: string, readers: StyleReaders): boolean {
  /** Of each open bracket the function, or the bracket. */
  const open: string[] = [];
  let isTooDeep = false;
  let blocks = 0;
  let rule = "";
  const add = (address: string, at: number) => {
    if (rule === "@namespace") readers.words(address, at);
    else readers.address(rule === "@import" ? rule : "url()", address, at);
  };
  tokenize(text, (type, start, end) => {
    if (isTooDeep) return;
    const written = text.slice(start, end);
    if (type === tokenTypes.WhiteSpace && !isTidySpace(written))
      readers.broken("spaces", written, start);
    if (type === tokenTypes.Comment) {
      readers.comment(written.slice(2, -2));
      if (!/^\/\*[\s\S]*\*\/$/.test(written)) readers.broken("comment", written, start);
    }
    if (type === tokenTypes.AtKeyword) rule = ident.decode(written).toLowerCase();
    if (type === tokenTypes.Url) add(url.decode(written), start);
    if (type === tokenTypes.BadUrl || type === tokenTypes.BadString)
      readers.broken("mark", written, start);
    if (type === tokenTypes.String) {
      const loads = open.length === 0 ? rule === "@import" : open.some((one) => LOADING.test(one));
      if (loads) add(string.decode(written), start);
      else readers.words(string.decode(written), start);
    }
    if (type === tokenTypes.Function) {
      const name = ident.decode(written.slice(0, -1)).toLowerCase();
      readers.call(name, start);
      open.push(name);
      // Browsers know it with escapes in it, too.
      const inner = name === "url" ? URL_INSIDE.exec(text.slice(end, end + 2000))?.[1] : undefined;
      if (inner !== undefined) add(ident.decode(inner), start);
    } else if (/^[([{]$/.test(written)) open.push(written);
    else if (/^[)\]]$/.test(written) && open.at(-1) !== "{") open.pop();
    else if (written === "}") {
      // It ends what stands open within its block (CSS Syntax 3 §5.4.8).
      while (open.length > 0 && open.pop() !== "{");
      blocks -= 1;
      if (blocks < 0) readers.broken("mark", "`}`", start);
    }
    if (written === "{") blocks += 1;
    if (/^[;{}]$/.test(written)) rule = "";
    isTooDeep = open.length > MOST_BRACKETS;
    if (isTooDeep) readers.broken("depth", String(MOST_BRACKETS), start);
  });
  if (blocks > 0 && !isTooDeep) readers.broken("end", "}", text.length);
  return !isTooDeep;
}
