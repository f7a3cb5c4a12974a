/**
 * What may occur in a document tree. Everything that is not named here is dropped by `markup` and
 * can not be written by `serialise`, so a file of the curriculum has no way to bring in behaviour,
 * styles or network access (scripts, frames, forms, event handlers, `style`).
 */

/** Elements without content; XHTML writes them `<br/>`. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(["br", "hr", "img", "wbr"]);

/** Phrasing content (HTML Living Standard §3.2.5.2.5), as far as training pages use it. */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "bdo",
  "br",
  "cite",
  "code",
  "del",
  "dfn",
  "em",
  "i",
  "img",
  "ins",
  "kbd",
  "mark",
  "q",
  "s",
  "samp",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "u",
  "var",
  "wbr",
]);

/** Flow content that is not phrasing content, and the parts of lists, tables and figures. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  `aside blockquote caption dd dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre
    table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Attributes of every element, by their hast name. Values are checked in `html-reader.ts`. */
export const GLOBAL_ATTRIBUTES: ReadonlySet<string> = new Set(["className", "dir", "id", "lang"]);

/** Attributes of single elements, by their hast name. */
export const OWN_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["a", new Set(["href"])],
  ["abbr", new Set(["title"])],
  ["img", new Set(["alt", "height", "src", "width"])],
  ["li", new Set(["value"])],
  ["ol", new Set(["start"])],
  ["td", new Set(["colSpan", "rowSpan"])],
  ["th", new Set(["colSpan", "rowSpan", "scope"])],
]);

/**
 * Elements that the stages after this one put around content. They can be written, and never come
 * out of a file of the curriculum.
 */
export const STRUCTURAL_ELEMENTS: ReadonlySet<string> = new Set(
  "div footer header nav section".split(" "),
);

/** Every attribute that can be written: hast name → XHTML name. */
export const WRITTEN_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["alt", "alt"],
  ["ariaHidden", "aria-hidden"],
  ["ariaLabel", "aria-label"],
  ["ariaLabelledBy", "aria-labelledby"],
  ["className", "class"],
  ["colSpan", "colspan"],
  ["dir", "dir"],
  ["epubType", "epub:type"],
  ["height", "height"],
  ["href", "href"],
  ["id", "id"],
  ["lang", "lang"],
  ["role", "role"],
  ["rowSpan", "rowspan"],
  ["scope", "scope"],
  ["src", "src"],
  ["start", "start"],
  ["title", "title"],
  ["value", "value"],
  ["width", "width"],
  ["xmlLang", "xml:lang"],
]);
