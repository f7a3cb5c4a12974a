import type { Token } from "markdown-it";
import { parseLanguage } from "../language/language.ts";
import type { AttributeList } from "../markdown/attribute-lists.ts";
import { classOf } from "../markdown/block-rules.ts";
import { withoutFillers } from "../markdown/fillers.ts";
import type { WikiMeta } from "../markdown/wiki-links.ts";
import type { Wording } from "../wording/wording.ts";
import type { Element } from "./document.ts";
import { readSize } from "./picture-size.ts";

/** Whatever knows by which words classes name readers. */
type Worded = { readonly wording: Wording };

/** The label of a footnote or of a reference to one; empty where the token has none. */
export function labelOf(token: Token): string {
  const meta: unknown = token.meta;
  if (meta === null || typeof meta !== "object" || !("label" in meta)) return "";
  return String(meta.label);
}

/**
 * What an attribute list gives: its id, the classes that make a callout, the language of its words,
 * and what a picture is to have.
 */
export function attributesOf(token: Token, { wording }: Worded): Element["properties"] {
  const { classes, id, values } = token.meta as AttributeList;
  const value = (...names: readonly string[]) =>
    names.map((name) => values.get(name)).find((one) => one !== undefined);
  const properties: Element["properties"] = {
    className: classes.flatMap((name) => classOf(name, wording) ?? []),
    ...readSize(value("width"), value("height"), value("style")),
  };
  if (id !== undefined) properties.id = id;
  const alt = value("alt", "fig-alt");
  if (alt !== undefined) properties.alt = alt;
  const title = value("title", "caption");
  if (title !== undefined) properties.title = title;
  const language = parseLanguage(value("lang") ?? "");
  if (language !== undefined) properties.lang = language.tag;
  const direction = value("dir")?.toLowerCase() ?? language?.direction;
  if (direction === "ltr" || direction === "rtl") properties.dir = direction;
  return properties;
}

/** The properties of a block's element: a list's first number or kind, a cell's alignment. */
export function blockProperties(
  token: Token,
  keptLists: ReadonlySet<number>,
): Element["properties"] {
  const properties: Element["properties"] = {};
  if (token.tag === "ul" && keptLists.has(token.map?.[0] ?? -1)) properties.className = ["typed"];
  if (token.tag === "ol") {
    const start = Number(token.attrGet("start") ?? 1);
    if (Number.isSafeInteger(start) && start !== 1) properties.start = start;
  }
  const align = /text-align:(right|center)/.exec(String(token.attrGet("style") ?? ""))?.[1];
  if (align !== undefined)
    properties.className = [align === "right" ? "align-end" : "align-center"];
  return properties;
}

/** The properties of an image; its address is as written. */
export function imageProperties(token: Token): Element["properties"] {
  const properties: Element["properties"] = {
    src: String(token.attrGet("src") ?? ""),
    alt: withoutFillers(plainText(token.children ?? [])),
  };
  const title = token.attrGet("title");
  if (title !== null && title !== "") properties.title = withoutFillers(String(title));
  const asked = (name: string) => String(token.attrGet(name) ?? "");
  return { ...properties, ...readSize(asked("width"), asked("height")) };
}

/** The properties of a link or of Pandoc's span. */
export function inlineProperties(token: Token, worded: Worded): Element["properties"] {
  const href = token.attrGet("href");
  if (href !== null) return { href: String(href) };
  if (token.type !== "bracketed_span_open") return {};
  const { className, id, lang, dir } = attributesOf(token, worded);
  const said = Object.entries({ className, id, lang, dir }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(said);
}

/** Remembers that an element's address is the name of something, as wikis give it. */
export function withWiki(token: Token, element: Element): Element {
  const meta: unknown = token.meta;
  if (meta === null || typeof meta !== "object" || !("isEmbedded" in meta)) return element;
  return { ...element, data: { wiki: meta as WikiMeta } };
}

/** The words of an image's brackets; markup in them has no place in an attribute. */
function plainText(tokens: readonly Token[]): string {
  const parts: string[] = [];
  const pending = [...tokens].reverse();
  while (pending.length > 0) {
    const token = pending.pop();
    if (token === undefined) break;
    if (token.type === "image")
      for (const one of [...(token.children ?? [])].reverse()) pending.push(one);
    else if (token.type === "softbreak" || token.type === "hardbreak") parts.push(" ");
    else if (token.type === "text" || token.type === "code_inline") parts.push(token.content);
  }
  return parts.join("");
}
