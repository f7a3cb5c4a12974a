import { collapseSpaces } from "../language/spaces.ts";
import {
  BLOCK_ELEMENTS,
  INLINE_ELEMENTS,
  STRUCTURAL_ELEMENTS,
  VOID_ELEMENTS,
  WRITTEN_ATTRIBUTES,
} from "./allow-list.ts";
import type { Element, RootContent } from "./document.ts";

/**
 * Characters that XML 1.0 §2.2 forbids or discourages: controls other than tab and line feed,
 * non-characters, and halves of surrogate pairs.
 */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const MAY_BE_UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Removes what no XML file may hold. */
export function stripUnwritable(text: string): string {
  return MAY_BE_UNWRITABLE.test(text) ? text.replace(UNWRITABLE, "") : text;
}

/**
 * Writes a tree as XHTML, in reading order, without recursion: any depth is safe.
 *
 * Total: an element that is not allowed gives its children, an attribute that is not allowed gives
 * nothing, comments are dropped. A line feed follows every block's end tag, for the people who
 * read the files; nothing else is added.
 */
export function serialise(nodes: readonly RootContent[]): string {
  const parts: string[] = [];
  const pending: (RootContent | string)[] = [...nodes].reverse();
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined) break;
    if (typeof node === "string") {
      parts.push(node);
    } else if (node.type === "text") {
      parts.push(escapeText(node.value));
    } else if (node.type === "element") {
      const end = writeStart(node, parts);
      if (end === undefined) continue;
      pending.push(end);
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child !== undefined) pending.push(child);
      }
    }
  }
  return parts.join("");
}

/** Writes the start tag; the end tag is returned, undefined for an element without content. */
function writeStart(element: Element, parts: string[]): string | undefined {
  const name = element.tagName;
  const isBlock = BLOCK_ELEMENTS.has(name) || STRUCTURAL_ELEMENTS.has(name);
  if (!isBlock && !INLINE_ELEMENTS.has(name)) return "";
  const lineEnd = isBlock ? "\n" : "";
  const attributes = attributesOf(element);
  if (VOID_ELEMENTS.has(name)) {
    parts.push(`<${name}${attributes}/>${lineEnd}`);
    return undefined;
  }
  parts.push(`<${name}${attributes}>`);
  return `</${name}>${lineEnd}`;
}

function attributesOf(element: Element): string {
  let text = "";
  for (const [property, value] of Object.entries(element.properties)) {
    const name = WRITTEN_ATTRIBUTES.get(property);
    if (name === undefined || value === null || value === undefined || value === false) continue;
    const written = Array.isArray(value) ? value.join(" ") : value === true ? "" : String(value);
    if (name === "class" && written === "") continue;
    text += ` ${name}="${escapeAttribute(written)}"`;
  }
  return text;
}

function escapeText(text: string): string {
  return stripUnwritable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;");
}

/**
 * The words of a tree in reading order, for navigation and running heads: white space collapsed,
 * an image by its alternative text, without the marks of footnotes.
 */
export function textOf(nodes: readonly RootContent[]): string {
  const parts: string[] = [];
  const pending: (RootContent | string)[] = [...nodes].reverse();
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined) break;
    if (typeof node === "string") {
      parts.push(node);
    } else if (node.type === "text") {
      parts.push(node.value);
    } else if (node.type === "element") {
      if (hasClass(node, "note-ref-mark")) continue;
      if (node.tagName === "img") parts.push(String(node.properties.alt ?? ""));
      if (!INLINE_ELEMENTS.has(node.tagName) || node.tagName === "br") {
        parts.push(" ");
        pending.push(" ");
      }
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child !== undefined) pending.push(child);
      }
    }
  }
  return collapseSpaces(stripUnwritable(parts.join(""))).trim();
}

/** True where the element carries the class. */
export function hasClass(element: Element, name: string): boolean {
  const classes = element.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}
