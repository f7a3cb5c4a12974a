import type { MarkdownIt, StateInline, Token } from "markdown-it";

/** Set as the `meta` of what came from double brackets. */
export type WikiMeta = {
  /** A page, or a picture, by its name; empty for a place in the same page. */
  readonly name: string;
  /** The words of a heading, as written. */
  readonly heading: string;
  /** `![[…]]`: the thing itself is to stand here. */
  readonly isEmbedded: boolean;
};

const WIKI_LINK =
  /^!?\[\[(?!\s*[-$!"(])([^[\]|#\n]{0,200})(?:#([^[\]|\n]{0,200}))?(?:\\?\|([^[\]\n]{0,300}))?\]\](?![(\]])/;

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)\/?$/i;

/** Obsidian's size of a picture: `100`, `100x80`. */
const SIZE = /^\s*(\d{1,5})(?:x(\d{1,5}))?\s*$/i;

/**
 * Adds the links of wikis and of Obsidian: `[[page]]`, `[[page#heading|words]]`, and what they
 * show in place: `![[picture.png|100]]`, `![[page]]`.
 */
export function addWikiLinks(parser: MarkdownIt): void {
  parser.inline.ruler.before("link", "wiki_link", readWikiLink);
}

function readWikiLink(state: StateInline, silent: boolean): boolean {
  const start = state.pos;
  const isEmbedded = state.src.charCodeAt(start) === 0x21;
  if (!state.src.startsWith("[[", start + (isEmbedded ? 1 : 0))) return false;
  const found = WIKI_LINK.exec(state.src.slice(start, start + 720));
  if (found === null) return false;
  const [whole, target = "", headings = "", shown = ""] = found;
  const name = target.replace(/\\$/, "").trim();
  const heading = headings.split("#").at(-1)?.trim() ?? "";
  if (name === "" && heading === "") return false;
  if (!silent) {
    const meta: WikiMeta = { name, heading, isEmbedded };
    if (isEmbedded && PICTURE.test(name)) pushPicture(state, meta, shown);
    else pushLink(state, meta, shown.trim());
  }
  state.pos = start + whole.length;
  return true;
}

function pushPicture(state: StateInline, meta: WikiMeta, shown: string): void {
  const parts = shown.split("|");
  const [, width = "", height = ""] = SIZE.exec(parts.at(-1) ?? "") ?? [];
  const words = (width === "" ? parts : parts.slice(0, -1)).join("|").trim();
  const image = state.push("image", "img", 0);
  const label: Token = new state.Token("text", "", 0);
  label.content = words;
  image.children = words === "" ? [] : [label];
  image.content = words;
  image.attrs = [
    ["src", meta.name],
    ["width", width],
    ["height", height],
  ];
  image.meta = meta;
}

function pushLink(state: StateInline, meta: WikiMeta, shown: string): void {
  // Where the words of a link begin, as Markdown's own rule has it.
  state.pos += 1;
  const open = state.push("link_open", "a", 1);
  open.attrs = [["href", meta.heading === "" ? meta.name : `${meta.name}#${meta.heading}`]];
  open.meta = meta;
  const words = shown !== "" ? shown : (meta.name.split("/").at(-1) ?? "") || meta.heading;
  state.push("text", "", 0).content = words.replace(/\.(?:md|markdown)$/i, "");
  state.push("link_close", "a", -1);
}
