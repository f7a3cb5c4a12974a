import { stripBidiControls } from "../language/bidi.ts";
import type { Language } from "../language/language.ts";
import { stripUnwritable } from "../markup/serialise.ts";

/** An element of the package document or the NCX. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Makes an element; attributes that are undefined are not written. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlElement | string | undefined)[] = [],
): XmlElement {
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

/** Attributes that tell the language of a text where it is not the document's. */
export function languageMarks(
  language: Language,
  around: Language,
): Readonly<Record<string, string>> {
  return language.tag === around.tag ? {} : { "xml:lang": language.tag, dir: language.direction };
}

/**
 * Writes an XML document with a line for each element. Only trees of our own making come here
 * (contents are three levels deep), so recursion is safe; texts may hold anything.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, "")}\n`;
}

function writeElement(node: XmlElement, indent: string): string {
  const start = `${indent}<${node.name}${writeAttributes(node.attributes)}`;
  const [first, ...rest] = node.children;
  if (first === undefined) return `${start}/>`;
  if (typeof first === "string" && rest.length === 0) {
    return `${start}>${escapeXml(first)}</${node.name}>`;
  }
  const inner = node.children.map((child) =>
    typeof child === "string"
      ? `${indent}  ${escapeXml(child)}`
      : writeElement(child, `${indent}  `),
  );
  return [`${start}>`, ...inner, `${indent}</${node.name}>`].join("\n");
}

function writeAttributes(attributes: XmlElement["attributes"]): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(value ?? "").replaceAll('"', "&quot;")}"`)
    .join("");
}

function escapeXml(text: string): string {
  return stripUnwritable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/**
 * A text fit for one line of metadata or contents: without what XML forbids, needless white space,
 * and signs that would turn the letters of the next line around.
 */
export function tidyText(text: string): string {
  return stripBidiControls(stripUnwritable(text)).replace(/\s+/g, " ").trim();
}
