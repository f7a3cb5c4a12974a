import type { Token } from "markdown-it";
import { type AttributeList, classOf } from "./block-rules.ts";
import type { Element } from "./document.ts";

/** The label of a footnote or of a reference to one; empty where the token has none. */
export function labelOf(token: Token): string {
  const meta: unknown = token.meta;
  if (meta === null || typeof meta !== "object" || !("label" in meta)) return "";
  return String(meta.label);
}

/** What an attribute list gives: its id, and the classes that make a callout. */
export function attributesOf(token: Token): Element["properties"] {
  const list = (token.meta ?? { classes: [] }) as AttributeList;
  const className = list.classes.flatMap((name) => classOf(name) ?? []);
  return list.id === undefined ? { className } : { className, id: list.id };
}

/** The properties of a block's element: a list's first number, a cell's alignment. */
export function blockProperties(token: Token): Element["properties"] {
  const properties: Element["properties"] = {};
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
    alt: plainText(token.children ?? []),
  };
  const title = token.attrGet("title");
  if (title !== null && title !== "") properties.title = String(title);
  return properties;
}

/** The words of an image's brackets; markup in them has no place in an attribute. */
function plainText(tokens: readonly Token[]): string {
  const parts: string[] = [];
  const pending = [...tokens].reverse();
  while (pending.length > 0) {
    const token = pending.pop();
    if (token === undefined) break;
    if (token.type === "image") pending.push(...[...(token.children ?? [])].reverse());
    else if (token.type === "softbreak" || token.type === "hardbreak") parts.push(" ");
    else if (token.type === "text" || token.type === "code_inline") parts.push(token.content);
  }
  return parts.join("");
}
