import type { MarkdownIt, StateInline, Token } from "markdown-it";
import {
  cutAddress,
  findClosing,
  type LooseAddress,
  looksLikeAddress,
  readLooseAddress,
} from "./loose-addresses.ts";

/** The `meta` of a link or picture whose round bracket is never closed. */
const UNCLOSED = { isUnclosed: true };

/** True for a link or picture whose round bracket is never closed. */
export function isUnclosed(token: Token): boolean {
  return token.meta === UNCLOSED;
}

/** Longer than any address with its title. */
const LONGEST_ADDRESS = 3000;
/** A drawing that stands in its address, where that is no base64. */
const LONGEST_DRAWING = 500_000;

/**
 * Adds links and pictures that CommonMark prints as they were typed, but in which nothing else can
 * be meant: spaces in an address or its scheme, a title in turned quotation marks, HackMD's sizes,
 * a round bracket that is missing at the end. Whether there is anything at an address is judged
 * later, as for every link.
 */
export function addLooseLinks(parser: MarkdownIt): void {
  parser.inline.ruler.after("image", "loose_link", readLooseLink);
  parser.inline.ruler.after("autolink", "spaced_autolink", readSpacedAutolink);
}

function readLooseLink(state: StateInline, silent: boolean): boolean {
  const isImage = state.src.charCodeAt(state.pos) === 0x21;
  const open = state.pos + (isImage ? 1 : 0);
  if (state.src.charCodeAt(open) !== 0x5b) return false;
  if (!isImage && state.linkLevel > 0) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, open, !isImage);
  if (labelEnd < 0 || state.src.charCodeAt(labelEnd + 1) !== 0x28) return false;
  const found = findAddress(state, labelEnd + 2, isImage);
  if (found === undefined) return false;
  if (!silent) {
    const label = { start: open + 1, end: labelEnd };
    if (isImage) pushImage(state, label, found);
    else pushLink(state, label, found);
  }
  state.pos = found.end;
  return true;
}

interface FoundAddress extends LooseAddress {
  /** UTF-16 offset behind it. */
  readonly end: number;
  readonly isClosed: boolean;
}

const BASE64 = /\s*<?data:[^,()]{0,100};\s*base64\s*,[A-Za-z0-9+/=_%\s-]*/iy;

function findAddress(
  state: StateInline,
  start: number,
  isImage: boolean,
): FoundAddress | undefined {
  const { src, posMax } = state;
  const isData = isImage && /^\s*<?data:/i.test(src.slice(start, start + 20));
  BASE64.lastIndex = start;
  const data = isData ? (BASE64.exec(src)?.[0].length ?? 0) : 0;
  const longest = isData && data === 0 ? LONGEST_DRAWING : LONGEST_ADDRESS;
  const end = Math.min(posMax, start + data + longest);
  const closing = findClosing(src, start + data, end);
  if (closing !== undefined) {
    const read = readLooseAddress(src.slice(start, closing));
    const address = state.md.utils.unescapeAll(read.address);
    // In an address of data a line may end anywhere.
    const isAddress = isData || looksLikeAddress(address) || (isImage && !/\n|^$/.test(address));
    if (isAddress) return { ...read, address, end: closing + 1, isClosed: true };
  }
  const address = cutAddress(src.slice(start, end));
  // Full-width brackets around an address are told of, all of them.
  const isCut = looksLikeAddress(address) && !/[（）]/.test(src[start + address.length] ?? "");
  if (closing !== undefined || !isCut) return undefined;
  const read = { address: state.md.utils.unescapeAll(address), title: "", width: "", height: "" };
  // `[text](https://example.org]`
  const isWrong = /[\]}]/.test(src[start + address.length] ?? "");
  return { ...read, end: start + address.length + (isWrong ? 1 : 0), isClosed: false };
}

interface Label {
  readonly start: number;
  readonly end: number;
}

function pushLink(state: StateInline, label: Label, found: FoundAddress): void {
  const { posMax } = state;
  state.pos = label.start;
  const open = state.push("link_open", "a", 1);
  open.attrs = [["href", found.address]];
  if (!found.isClosed) open.meta = UNCLOSED;
  state.posMax = label.end;
  state.linkLevel += 1;
  state.md.inline.tokenize(state);
  state.linkLevel -= 1;
  state.push("link_close", "a", -1);
  state.posMax = posMax;
}

function pushImage(state: StateInline, label: Label, found: FoundAddress): void {
  const children: Token[] = [];
  const content = state.src.slice(label.start, label.end);
  state.md.inline.parse(content, state.md, state.env, children);
  const image = state.push("image", "img", 0);
  const { address, title, width, height } = found;
  image.attrs = [
    ["src", address],
    ["title", title],
    ["width", width],
    ["height", height],
  ];
  image.children = children;
  image.content = content;
  if (!found.isClosed) image.meta = UNCLOSED;
}

/** `<https ://example.org>`: CommonMark's own rule takes no space. */
function readSpacedAutolink(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c || state.linkLevel > 0) return false;
  const window = state.src.slice(state.pos, Math.min(state.posMax, state.pos + LONGEST_ADDRESS));
  const found = /^<\s*((?:https?|mailto)\s*:\s*[^<>\s][^<>\n]*)>/i.exec(window);
  if (found?.[1] === undefined) return false;
  if (!silent) {
    const address = found[1].replace(/^(\w+)\s*:\s*(\/\/)?\s*/, "$1:$2").trim();
    const open = state.push("link_open", "a", 1);
    open.attrs = [["href", address]];
    open.markup = "autolink";
    state.push("text", "", 0).content = address;
    state.push("link_close", "a", -1).markup = "autolink";
  }
  state.pos += found[0].length;
  return true;
}
