/** A text of the document, as it is read. */
export interface DocumentText {
  /** White space is one space. */
  readonly text: string;
  /** BCP 47, where it is not the language of the whole document. */
  readonly language: string | undefined;
  /** Its words come with the print: a folio. */
  readonly isOpen: boolean;
  /** It is said in a chapter or the credits, and nowhere else: a page must show it. */
  readonly isSaidHere: boolean;
  /** White space parts it from the text that follows in the same lines. */
  isParted: boolean;
}

export interface DocumentLink {
  readonly text: string;
  readonly isNoteMark: boolean;
}

export type DocumentItem = "plain" | "note" | "contents";

/** What the document says, in its order, that the browser does not tell in its tags. */
export interface DocumentOutline {
  readonly texts: readonly DocumentText[];
  readonly links: readonly DocumentLink[];
  readonly items: readonly DocumentItem[];
}

interface OpenElement {
  readonly name: string;
  readonly language: string | undefined;
  readonly isSilent: boolean;
  readonly isNotes: boolean;
  readonly isContents: boolean;
  readonly isOpen: boolean;
  readonly isSaidHere: boolean;
}

const VOID = new Set(["br", "hr", "img", "wbr", "input", "meta", "link", "col"]);
const INLINE = new Set(
  (
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup " +
    "svg time u var wbr"
  ).split(" "),
);
/** A cover, an imprint and a table of contents repeat what these parts of a book say. */
const SAID_HERE = new Set(["chapter", "credits", "handout-head"]);
const SILENT = new Set(["style", "script", "svg", "title", "head", "template"]);

/**
 * Reads the HTML of a print: its texts with their language, its links and the items of its lists.
 * Ours is well formed; of a theme's that is not, the rest is read as it comes, and what does not
 * agree with the print is left out of use there.
 *
 * @param openIds of elements whose text only the print has.
 */
export function outlineDocument(html: string, openIds: ReadonlySet<string>): DocumentOutline {
  const texts: DocumentText[] = [];
  const links: { text: string; isNoteMark: boolean }[] = [];
  const items: DocumentItem[] = [];
  const open: OpenElement[] = [];
  let isSameLine = false;
  let isParted = false;
  let link: { text: string; isNoteMark: boolean } | undefined;
  const book = languageOf(/<html\b[^>]*>/i.exec(html)?.[0] ?? "");
  for (const [, closing, name, attributes = "", text] of html.matchAll(TOKEN)) {
    const around = open.at(-1);
    if (text !== undefined) {
      if (around?.isSilent) continue;
      const said = decode(text).replace(/[ \t\r\n\f]+/g, " ");
      if (link) link.text += said;
      isParted ||= said.startsWith(" ");
      if (said.trim() === "") continue;
      const last = texts.at(-1);
      if (last) last.isParted = isParted && isSameLine;
      isParted = said.endsWith(" ");
      isSameLine = true;
      const language = around?.language === book ? undefined : around?.language;
      const { isOpen = false, isSaidHere = false } = around ?? {};
      texts.push({ text: said, language, isOpen, isSaidHere, isParted: false });
      continue;
    }
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    isSameLine &&= INLINE.has(tag);
    isParted ||= tag === "br";
    if (closing === "/") {
      const at = open.findLastIndex((one) => one.name === tag);
      if (at >= 0) open.length = at;
      if (tag === "a") link = undefined;
      continue;
    }
    const classes = readValue(CLASS, attributes).split(/\s+/);
    const isContents = (around?.isContents ?? false) || tag === "nav";
    const isNotes = tag === "ol" || tag === "ul" ? classes.includes("notes-list") : around?.isNotes;
    if (tag === "li") items.push(isNotes ? "note" : isContents ? "contents" : "plain");
    if (tag === "a" && readValue(HREF, attributes) !== "") {
      link = { text: "", isNoteMark: classes.includes("note-ref") };
      links.push(link);
    }
    if (VOID.has(tag) || attributes.endsWith("/")) continue;
    open.push({
      name: tag,
      language: languageOf(attributes) ?? around?.language ?? book,
      isSilent: (around?.isSilent ?? false) || SILENT.has(tag) || HIDDEN.test(attributes),
      isNotes: isNotes ?? false,
      isContents,
      isOpen: (around?.isOpen ?? false) || openIds.has(readValue(ID, attributes)),
      isSaidHere: (around?.isSaidHere ?? false) || classes.some((one) => SAID_HERE.has(one)),
    });
  }
  return {
    texts,
    links: links.map(({ text, ...rest }) => ({ ...rest, text: text.trim() })),
    items,
  };
}

/** A comment, the whole of a `style`, a tag, or the text up to the next. */
const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi;

const HIDDEN = /\baria-hidden="true"/;

const CLASS = /\sclass="([^"]*)"/i;
const HREF = /\shref="([^"]*)"/i;
const ID = /\sid="([^"]*)"/i;

function readValue(attribute: RegExp, attributes: string): string {
  return attribute.exec(attributes)?.[1] ?? "";
}

function languageOf(attributes: string): string | undefined {
  return /\slang="([^"]*)"/i.exec(attributes)?.[1];
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  amp: "&",
  nbsp: "\u00A0",
  shy: "\u00AD",
};

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
