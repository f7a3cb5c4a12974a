import { INLINE_ELEMENTS } from "./allow-list.ts";

/**
 * XHTML's content model, as far as the allowed elements need it
 * (HTML Living Standard §4; EPUB 3.3 §6.1 asks for the same in its XML form).
 */

/** Elements that hold text and inline elements only. */
const TEXT_BLOCKS: ReadonlySet<string> = new Set(
  "caption dt figcaption h1 h2 h3 h4 h5 h6 p pre".split(" "),
);

/** Elements that hold nothing but certain others. */
const STRUCTURES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["dl", new Set(["dd", "dt"])],
  ["ol", new Set(["li"])],
  ["table", new Set(["caption", "tbody", "tfoot", "thead", "tr"])],
  ["tbody", new Set(["tr"])],
  ["tfoot", new Set(["tr"])],
  ["thead", new Set(["tr"])],
  ["tr", new Set(["td", "th"])],
  ["ul", new Set(["li"])],
]);

/** The element that must stand around these, where it is missing. */
const MISSING_PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["dd", ["dl"]],
  ["dt", ["dl"]],
  ["li", ["ul"]],
  ["td", ["table", "tr"]],
  ["th", ["table", "tr"]],
  ["tr", ["table"]],
]);

/** The marker of a footnote's reference; it becomes a `sup`. */
export const NOTE_REFERENCE = "x-note-reference";

/** The marker of an attribute list behind a piece of text; what it touches takes it. */
export const INLINE_ATTRIBUTES = "x-inline-attributes";

export function isInline(tag: string): boolean {
  return INLINE_ELEMENTS.has(tag) || tag === NOTE_REFERENCE || tag === INLINE_ATTRIBUTES;
}

/** True for `p`, headings and the like: no block can stand in them. */
export function isTextBlock(tag: string): boolean {
  return TEXT_BLOCKS.has(tag);
}

/** True for lists and the parts of tables: no text can stand in them. */
export function isStructure(tag: string): boolean {
  return STRUCTURES.has(tag);
}

/** True for containers of blocks in which loose text is wrapped in a paragraph. */
export function wrapsText(tag: string): boolean {
  return tag === "root" || tag === "blockquote" || tag === "aside" || tag === "div";
}

/**
 * The elements to open between a parent and a child so that both are valid: none where the child
 * may stand there.
 *
 * @returns undefined where nothing can be put between, and the child's tags are dropped.
 */
export function bridge(parent: string, child: string): readonly string[] | undefined {
  const allowed = STRUCTURES.get(parent);
  if (allowed !== undefined) {
    if (allowed.has(child)) return [];
    if (parent === "ul" || parent === "ol") return continued("li", child);
    if (parent === "dl") return continued("dd", child);
    if (parent === "tr") return continued("td", child);
    return child === "td" || child === "th" ? ["tr"] : continued("tr", "td", child);
  }
  if (PARTS.has(child)) {
    if (child === "figcaption") return parent === "figure" ? [] : undefined;
    return MISSING_PARENTS.get(child);
  }
  return [];
}

/** Elements that can not stand in ordinary flow. */
const PARTS: ReadonlySet<string> = new Set([
  "caption",
  "dd",
  "dt",
  "figcaption",
  "li",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
]);

function continued(...tags: string[]): readonly string[] | undefined {
  const child = tags.pop() ?? "";
  const last = tags.at(-1) ?? "";
  const rest = bridge(last, child);
  return rest === undefined ? undefined : [...tags, ...rest];
}

/**
 * How far an opening tag reaches back to close one that was left open, as HTML lets authors do:
 * tag → the open elements that it ends, and the elements at which the search stops.
 */
export const IMPLIED_ENDS: ReadonlyMap<
  string,
  { readonly ends: readonly string[]; readonly stops: readonly string[] }
> = new Map([
  ["dd", { ends: ["dd", "dt"], stops: ["dl"] }],
  ["dt", { ends: ["dd", "dt"], stops: ["dl"] }],
  ["li", { ends: ["li"], stops: ["ol", "ul"] }],
  ["tbody", { ends: ["tbody", "tfoot", "thead", "caption"], stops: ["table"] }],
  ["td", { ends: ["td", "th"], stops: ["tr", "table"] }],
  ["tfoot", { ends: ["tbody", "tfoot", "thead", "caption"], stops: ["table"] }],
  ["th", { ends: ["td", "th"], stops: ["tr", "table"] }],
  ["thead", { ends: ["tbody", "tfoot", "thead", "caption"], stops: ["table"] }],
  ["tr", { ends: ["tr", "caption"], stops: ["tbody", "tfoot", "thead", "table"] }],
]);
