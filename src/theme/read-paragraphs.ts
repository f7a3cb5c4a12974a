import { directionOf } from "../language/bidi-classes.ts";
import type { Direction } from "../language/language.ts";
import { SET_APART, SET_CODE, SET_MARK } from "../language/line-signs.ts";
import { INLINE_ELEMENTS, VOID_ELEMENTS } from "../markup/allow-list.ts";

/** A tag as it stands in a document. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in one paragraph of the bidirectional algorithm, with the tags in it. */
export interface Paragraph {
  readonly base: Direction;
  /** With a stand-in for every element that has an order of its own. */
  readonly text: string;
  /** Where in the document each UTF-16 code unit of the text begins, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Tags of elements that leave the order as it is, and how many code units are before each. */
  readonly tags: readonly { readonly tag: Tag; readonly at: number }[];
  /** The element that it opens. */
  readonly owner: Tag | undefined;
}

export interface ParagraphReader {
  paragraph(paragraph: Paragraph): void;
  /** An element that needs to be told its direction: the line around it has another. */
  undirected(tag: Tag, direction: Direction): void;
}

/** A paragraph while it is read. */
interface Draft {
  /** Of a paragraph whose own letters decide: that of the text around it. */
  readonly base: Direction;
  readonly owner: Tag | undefined;
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly tags: { readonly tag: Tag; readonly at: number }[];
}

interface OpenElement {
  readonly tag: Tag;
  /** Within `unread` nothing is read; `apart` has a paragraph of its own within a line. */
  readonly role: "plain" | "apart" | "block" | "unread";
  /** What its end leads back to. */
  readonly around: Draft;
  readonly hasStandIn: boolean;
}

/** A tag, a declaration or an instruction; or the text between two. Attributes hold no bare `>`. */
const TOKEN = /<[^>]*>|[^<]+/g;
const NAME = /^<(\/?)([A-Za-z][\w:-]*)/;

/** No text of a page. */
const HIDDEN = /^(?:head|style|script|title|svg|textarea)$/;
const CODE = /^(?:code|kbd|samp)$/;

/**
 * Reads a document as our templates and our writer make it, paragraph by paragraph. Code, the marks
 * of notes and what its author turned are not read.
 *
 * @param base the direction around it.
 */
export function readParagraphs(html: string, base: Direction, reader: ParagraphReader): void {
  const open: OpenElement[] = [];
  let draft = begin(base);
  let unread = 0;
  const finish = () => {
    if (/[^\s\uFFFC\uE000]/u.test(draft.text)) reader.paragraph(settle(draft, reader));
  };
  const enter = (tag: Tag) => {
    const role = unread > 0 ? "unread" : roleOf(tag);
    const isInLine = INLINE_ELEMENTS.has(tag.name);
    const hasStandIn = unread === 0 && isInLine && role !== "plain";
    if (unread === 0 && role === "unread") directUnread(draft, tag, reader);
    if (hasStandIn) addSigns(draft, standInOf(tag), tag.start, tag.end);
    open.push({ tag, role, around: draft, hasStandIn });
    if (role === "unread") unread += 1;
    if (role === "plain") draft.tags.push({ tag, at: draft.text.length });
    if (role === "block") finish();
    if (role === "block" || role === "apart")
      draft = begin(directionWritten(tag) ?? draft.base, tag);
  };
  const leave = ({ role, around, hasStandIn }: OpenElement, end: Tag) => {
    if (role === "unread") unread -= 1;
    if (role === "plain") draft.tags.push({ tag: end, at: draft.text.length });
    if (role === "apart" || role === "block") finish();
    if (role === "apart") draft = around;
    if (role === "block") draft = begin(around.base);
    if (hasStandIn) draft.ends[draft.ends.length - 1] = end.end;
  };
  const breakLine = () => {
    finish();
    const within = open.slice(open.findLastIndex(({ role }) => role !== "plain") + 1);
    const tags = within.map(({ tag }) => ({ tag, at: BEFORE }));
    draft = { ...begin(draft.base), tags };
  };
  for (const { 0: text, index } of html.matchAll(TOKEN)) {
    if (!text.startsWith("<")) {
      if (unread === 0) addText(draft, text, index);
      continue;
    }
    const [, slash, written = ""] = NAME.exec(text) ?? [];
    const name = written.toLowerCase();
    const tag = { name, isEnd: slash === "/", text, start: index, end: index + text.length };
    if (tag.isEnd) {
      const depth = open.findLastIndex((one) => one.tag.name === name);
      if (depth < 0) continue;
      for (const one of open.splice(depth).reverse()) leave(one, tag);
    } else if (name === "" || text.endsWith("/>") || VOID_ELEMENTS.has(name)) {
      if (unread > 0) continue;
      if (name === "br" || name === "hr") breakLine();
      if (name === "img") addSigns(draft, SET_APART, tag.start, tag.end);
    } else enter(tag);
  }
  finish();
}

/** The place of a tag that was open before the paragraph began. */
const BEFORE = -1;

function begin(base: Direction, owner?: Tag): Draft {
  return { base, owner, text: "", starts: [], ends: [], tags: [] };
}

function roleOf({ name, text }: Tag): OpenElement["role"] {
  if (HIDDEN.test(name) || CODE.test(name) || name === "pre" || name === "bdo") return "unread";
  if (isNoteMark(text)) return "unread";
  if (!INLINE_ELEMENTS.has(name)) return "block";
  return name === "bdi" || /\sdir=/.test(text) ? "apart" : "plain";
}

function standInOf({ name, text }: Tag): string {
  if (CODE.test(name)) return SET_CODE;
  return isNoteMark(text) ? SET_MARK : SET_APART;
}

function isNoteMark(tag: string): boolean {
  return /\sclass="note-ref-mark"/.test(tag);
}

function directionWritten({ text }: Tag): Direction | undefined {
  return /\sdir="(ltr|rtl)"/.exec(text)?.[1] as Direction | undefined;
}

/** Code is read from the left. A note's mark goes on with the line, whatever word it is at. */
function directUnread(draft: Draft, tag: Tag, reader: ParagraphReader): void {
  if (/\sdir=/.test(tag.text)) return;
  if (CODE.test(tag.name) || tag.name === "pre") {
    if (draft.base === "rtl") reader.undirected(tag, "ltr");
  } else if (isNoteMark(tag.text)) {
    const [last = ""] = /\S\s*$/u.exec(draft.text) ?? [];
    if (directionOf(last.trim()) !== draft.base) reader.undirected(tag, draft.base);
  }
}

/** A paragraph whose letters decide gets its direction: a name from theirs, all else as HTML has it. */
function settle(draft: Draft, reader: ParagraphReader): Paragraph {
  const { owner, text, base: around } = draft;
  const isAuto = owner !== undefined && /\sdir="auto"/.test(owner.text);
  const isName = owner?.name === "bdi" && !/\sdir=/.test(owner.text);
  if (owner === undefined || (!isAuto && !isName)) return draft;
  const letters = Array.from(text, directionOf).filter((one) => one !== undefined);
  const [first = isName ? "ltr" : around] = letters;
  // A name with letters of the book's language is of that language, whatever it begins with.
  const base = isName && letters.includes(around) ? around : first;
  if (base !== first) reader.undirected(owner, base);
  return { ...draft, base };
}

const ENTITY = /&(?:#x[0-9a-f]+|#\d+|[a-z]+);/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
  "&nbsp;": "\u00A0",
};

function addText(draft: Draft, written: string, start: number): void {
  let at = 0;
  for (const { 0: entity, index } of written.matchAll(ENTITY)) {
    addPlain(draft, written.slice(at, index), start + at);
    at = index + entity.length;
    addSigns(draft, readEntity(entity), start + index, start + at);
  }
  addPlain(draft, written.slice(at), start + at);
}

function readEntity(entity: string): string {
  const [, hex, decimal] = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(entity) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  // One that a theme writes by name: a sign like any other.
  return ENTITIES[entity] ?? "\uFFFD";
}

function addPlain(draft: Draft, text: string, start: number): void {
  draft.text += text;
  for (let at = 0; at < text.length; at += 1) {
    draft.starts.push(start + at);
    draft.ends.push(start + at + 1);
  }
}

/** Signs that are written as one. */
function addSigns(draft: Draft, signs: string, start: number, end: number): void {
  draft.text += signs;
  for (let unit = 0; unit < signs.length; unit += 1) {
    draft.starts.push(start);
    draft.ends.push(end);
  }
}
