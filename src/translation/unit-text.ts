import type { Token } from "markdown-it";
import type { TokenOffsets } from "../markdown/token-offsets.ts";

/** A change that makes a translator's string of a piece of Markdown. Offsets in UTF-16 units. */
interface Edit {
  readonly from: number;
  readonly to: number;
  /** Given as an address: it becomes `{n}`, between these. */
  readonly address?: string;
  readonly before?: string;
  readonly after?: string;
  readonly text?: string;
  /** A `<br>`. */
  readonly isBreak?: true;
  /** A list of attributes. */
  readonly isList?: true;
}

/** A piece of a block of text that is one unit. */
export interface UnitText {
  /** Offsets in the block. */
  readonly from: number;
  readonly to: number;
  readonly source: string;
  readonly addresses: readonly string[];
}

/** A description of a picture, or its caption, that is a unit of its own. */
export interface PictureText {
  readonly from: number;
  readonly to: number;
  readonly kind: "alternative text" | "caption";
}

const BREAK_AT_END = /<\/?br[ \t]*\/?>$/i;
const HEAD = /(?:\s|<\/?br[ \t]*\/?>)*(?:\[[ xX]\]\s+)?/iy;
const BARE_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>]*|<[^\s<>]+[:@][^\s<>]+>/gi;

/** Cuts a block of text into units: at two breaks or more, without what stands at its ends. */
export function cutText(
  content: string,
  tokens: readonly Token[],
  offsets: TokenOffsets,
): readonly UnitText[] {
  const edits = listEdits(content, tokens, offsets);
  return partsOf(content, edits).flatMap(([from, to]) => {
    const unit = shorten(content, from, to, edits);
    return unit === undefined ? [] : [unit];
  });
}

/** True where there is something to translate: letters or digits outside code and addresses. */
export function hasWords(text: string): boolean {
  const plain = text
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "")
    .replace(BARE_ADDRESS, "")
    .replace(/!?\[\[[^\]\n]*\]\]|\[\^[^\]\s]*\]|\{\d+\}|<[^<>]*>|&#?\w+;/g, "");
  return /[\p{L}\p{N}]/u.test(plain);
}

function partsOf(content: string, edits: readonly Edit[]): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let start = 0;
  let run: { readonly from: number; to: number; count: number } | undefined;
  const close = () => {
    if (run === undefined || run.count < 2) return;
    parts.push([start, run.from]);
    start = run.to;
  };
  for (const { from, to, isBreak } of edits) {
    if (isBreak !== true) continue;
    if (run !== undefined && content.slice(run.to, from).trim() === "") {
      run.to = to;
      run.count += 1;
      continue;
    }
    close();
    run = { from, to, count: 1 };
  }
  close();
  parts.push([start, content.length]);
  return parts;
}

function shorten(
  content: string,
  start: number,
  end: number,
  edits: readonly Edit[],
): UnitText | undefined {
  HEAD.lastIndex = start;
  const from = start + (HEAD.exec(content)?.[0].length ?? 0);
  let to = trimEnd(content, from, end);
  // A list of attributes at the end belongs to the block.
  const last = edits.findLast((edit) => edit.to <= to && edit.from >= from);
  if (last?.isList === true && last.to === to) to = trimEnd(content, from, last.from);
  if (to <= from) return undefined;
  const { source, addresses } = applyEdits(content, from, to, edits);
  return hasWords(source) ? { from, to, source, addresses } : undefined;
}

/** Where a piece ends without spaces and breaks. */
function trimEnd(content: string, from: number, end: number): number {
  let to = end;
  for (;;) {
    while (to > from && /\s/.test(content[to - 1] ?? "")) to -= 1;
    const found = BREAK_AT_END.exec(content.slice(Math.max(from, to - 20), to))?.[0].length ?? 0;
    if (found === 0) return to;
    to -= found;
  }
}

function applyEdits(
  content: string,
  from: number,
  to: number,
  edits: readonly Edit[],
): { readonly source: string; readonly addresses: readonly string[] } {
  const addresses: string[] = [];
  // Braces of the author's are no places of ours.
  const taken = [...content.slice(from, to).matchAll(/\{(\d{1,3})\}/g)].map((one) =>
    Number(one[1]),
  );
  const first = taken.reduce((most, one) => Math.max(most, one), 0);
  for (let index = 0; index < first; index += 1) addresses.push(`{${index + 1}}`);
  let source = "";
  let at = from;
  for (const edit of edits) {
    if (edit.from < at || edit.to > to) continue;
    source += content.slice(at, edit.from);
    if (edit.address === undefined) source += edit.text ?? "";
    else {
      addresses.push(edit.address);
      source += `${edit.before ?? ""}{${addresses.length}}${edit.after ?? ""}`;
    }
    at = edit.to;
  }
  source = (source + content.slice(at, to)).replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n");
  return { source, addresses: addresses.length === first ? [] : addresses };
}

/** In their order; none lies in another. */
function listEdits(
  content: string,
  tokens: readonly Token[],
  offsets: TokenOffsets,
): readonly Edit[] {
  const edits: Edit[] = [];
  const open: Token[] = [];
  const breaks = new Set<number>();
  for (const token of tokens) {
    const at = offsets.get(token);
    if (at === undefined) continue;
    if (token.type === "link_open") open.push(token);
    else if (token.type === "link_close") {
      const link = open.pop();
      if (link === undefined || link.markup === "autolink" || isWiki(link)) continue;
      const found = addressBehind(content, at, link, "href");
      if (found !== undefined) edits.push(found);
    } else if (token.type === "image") {
      if (isWiki(token)) edits.push(wholeWiki(content, at));
      else {
        const found = addressBehind(content, at + 2 + token.content.length, token, "src");
        if (found !== undefined) edits.push(found);
      }
    } else if (token.type === "attribute_list") edits.push(listAt(content, at));
    else if (token.type === "bracketed_span_close") edits.push(listAt(content, at + 1));
    else if (token.type === "hardbreak") breaks.add(content.indexOf("\n", at));
    else if (token.type === "html_inline") {
      for (const one of editTag(token.content, at)) edits.push(one);
    }
  }
  for (const found of content.matchAll(/(?<![ \t\f])(?:[ \t\f]*|\\)\n[ \t\f]*/g)) {
    const line = content.indexOf("\n", found.index);
    const text = breaks.has(line) ? "\n" : " ";
    const from = found[0].startsWith("\\") && text === " " ? line : found.index;
    edits.push({ from, to: found.index + found[0].length, text });
  }
  for (const found of content.matchAll(/ \f+(?= )|\f+(?!\n)/g)) {
    edits.push({ from: found.index, to: found.index + found[0].length, text: "" });
  }
  return withoutOverlaps(edits);
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((one, other) => one.from - other.from || other.to - one.to);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    if (edit.from >= (kept.at(-1)?.to ?? 0)) kept.push(edit);
  }
  return kept;
}

function isWiki({ meta }: Token): boolean {
  return meta !== null && typeof meta === "object" && "isEmbedded" in meta;
}

function wholeWiki(content: string, from: number): Edit {
  const end = content.indexOf("]]", from);
  const to = end < 0 ? content.length : end + 2;
  return { from, to, address: content.slice(from, to) };
}

function listAt(content: string, from: number): Edit {
  const end = content.indexOf("}", from);
  const to = end < 0 ? content.length : end + 1;
  return { from, to, address: content.slice(from, to), isList: true };
}

/** @param close offset of the bracket that closes the words of a link or picture. */
function addressBehind(
  content: string,
  close: number,
  token: Token,
  attribute: "href" | "src",
): Edit | undefined {
  if (content[close] !== "]") return undefined;
  if (content[close + 1] === "(") {
    const [from, to] = destinationAt(content, close + 2);
    return to > from ? { from, to, address: content.slice(from, to) } : undefined;
  }
  // What `[words][label]` and `[words]` mean stands elsewhere in the page: translated words would
  // no longer lead there.
  const label = /^\[[^\]]*\]/.exec(content.slice(close + 1, close + 1000))?.[0] ?? "";
  const from = close + 1;
  const address = destinationOf(token, attribute);
  return { from, to: from + label.length, address, before: "(", after: ")" };
}

function destinationOf(token: Token, attribute: "href" | "src"): string {
  const address = String(token.attrGet(attribute) ?? "");
  const title = token.attrGet("title");
  const written = /[\s()<>]/.test(address) ? `<${address.replace(/[<>\n]/g, "")}>` : address;
  return title ? `${written} "${String(title).replaceAll('"', "&quot;")}"` : written;
}

/** The address behind the bracket, as it is written, and not its title. */
function destinationAt(content: string, start: number): readonly [number, number] {
  let from = start;
  while (/\s/.test(content[from] ?? "")) from += 1;
  if (content[from] === "<") {
    const end = content.indexOf(">", from);
    return [from, end < 0 ? from : end + 1];
  }
  let depth = 0;
  let to = from;
  for (; to < content.length; to += 1) {
    const sign = content[to] ?? "";
    if (sign === "\\") to += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")") {
      depth -= 1;
      if (depth < 0) break;
    } else if (/\s/.test(sign) && /^\s+["'“”„«(]|^\s*\)|^\s*=\d/.test(content.slice(to, to + 40)))
      break;
  }
  return [from, Math.min(to, content.length)];
}

/** Breaks become line ends; the address in a tag is no words. */
function editTag(tag: string, at: number): readonly Edit[] {
  if (/^<\/?br\s*\/?>$/i.test(tag))
    return [{ from: at, to: at + tag.length, text: "\n", isBreak: true }];
  return [...tag.matchAll(/\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)].flatMap(
    (found) => {
      const address = found[1] ?? found[2] ?? found[3] ?? "";
      if (address === "") return [];
      const from = at + found.index + found[0].lastIndexOf(address);
      return [{ from, to: from + address.length, address }];
    },
  );
}

/** The descriptions and captions of the pictures of a block that has no other words. */
export function listPictureTexts(
  content: string,
  tokens: readonly Token[],
  offsets: TokenOffsets,
): readonly PictureText[] {
  return tokens.flatMap((token): readonly PictureText[] => {
    const at = offsets.get(token);
    if (token.type !== "image" || at === undefined || isWiki(token)) return [];
    const from = at + 2;
    const to = from + token.content.length;
    const texts: PictureText[] = hasWords(token.content)
      ? [{ from, to, kind: "alternative text" }]
      : [];
    const title = String(token.attrGet("title") ?? "");
    const start = title === "" ? -1 : content.indexOf(title, to);
    if (start > to) texts.push({ from: start, to: start + title.length, kind: "caption" });
    return texts;
  });
}
