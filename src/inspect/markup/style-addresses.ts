/** What a style sheet names, as readers understand it (CSS Syntax 3 §4). */
export interface StyleAddresses {
  /** Addresses that it loads: `@import` or `url()`, with escapes undone. */
  readonly loaded: readonly { readonly field: string; readonly address: string }[];
  readonly comments: readonly string[];
}

/** Functions that load the text within (CSS Values 4 §4.5, CSS Images 4 §2). */
const LOADING = /^(?:url|src|image|(?:-webkit-)?image-set)$/i;
const NAME = /[-\w@\u0080-\uFFFF]/;
/** A real sheet has a few dozen; each is read as far as an address goes. */
const MOST_ADDRESSES = 20_000;
const LONGEST_ADDRESS = 1_000_000;

/** Reads a sheet mark by mark: comments, strings and escapes are what they are to a reader. */
export function readStyleAddresses(text: string): StyleAddresses {
  const loaded: { field: string; address: string }[] = [];
  const comments: string[] = [];
  /** Of each open bracket, whether its function loads. */
  const open: boolean[] = [];
  let rule = "";
  const add = (field: string, address: string) => {
    if (rule !== "@namespace" && loaded.length < MOST_ADDRESSES) loaded.push({ field, address });
  };
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? "";
    if (sign === "/" && text[at + 1] === "*") {
      const end = text.indexOf("*/", at + 2);
      comments.push(text.slice(at + 2, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end + 2;
    } else if (sign === '"' || sign === "'") {
      const read = readUntil(text, at + 1, (one) => one === sign || one === "\n");
      if (rule === "@import" && open.length === 0) add("@import", read.value);
      else if (open.at(-1) === true) add(rule === "@import" ? rule : "url()", read.value);
      at = read.end + 1;
    } else if (NAME.test(sign) || sign === "\\") {
      const name = readUntil(text, at, (one) => !NAME.test(one));
      at = name.end;
      if (name.value.startsWith("@")) rule = name.value.toLowerCase();
      if (text[at] !== "(") continue;
      open.push(LOADING.test(name.value));
      at += 1;
      if (!/^(?:url|src)$/i.test(name.value)) continue;
      while (/\s/.test(text[at] ?? "")) at += 1;
      if (text[at] === '"' || text[at] === "'") continue;
      const address = readUntil(text, at, (one) => one === ")" || /\s/.test(one));
      add(rule === "@import" ? rule : "url()", address.value);
      at = address.end;
    } else {
      if (sign === "(") open.push(false);
      if (sign === ")") open.pop();
      if (/[;{}]/.test(sign) && open.length === 0) rule = "";
      at += 1;
    }
  }
  return { loaded, comments };
}

/** Reads up to a mark and undoes escapes (§4.3.7); a line break behind one joins lines (§4.3.5). */
function readUntil(
  text: string,
  start: number,
  isEnd: (sign: string) => boolean,
): { readonly value: string; readonly end: number } {
  const parts: string[] = [];
  let at = start;
  while (at < text.length) {
    const sign = text[at] ?? "";
    if (sign === "\\") {
      const hex = /^[0-9A-Fa-f]{1,6}/.exec(text.slice(at + 1, at + 7))?.[0];
      if (hex === undefined) {
        if (text[at + 1] !== "\n") parts.push(text[at + 1] ?? "");
        at += 2;
      } else {
        parts.push(showCode(Number.parseInt(hex, 16)));
        at += 1 + hex.length;
        if (/\s/.test(text[at] ?? "")) at += 1;
      }
    } else if (isEnd(sign)) break;
    else {
      parts.push(sign);
      at += 1;
    }
    if (parts.length > LONGEST_ADDRESS) break;
  }
  return { value: parts.join(""), end: at };
}

function showCode(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : "\uFFFD";
}
