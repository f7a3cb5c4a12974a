import type { BodyTarget, Unit } from "./unit.ts";

/** Why a translation cannot be put in the place of its source. */
export type PassageFault = "placeholder" | "remark" | "block" | "bracket";

export type WrittenPassage = { readonly text: string } | { readonly fault: PassageFault };

/**
 * Signs that open or close what other systems keep out of a page, and what is made of several
 * blocks: in one passage they would reach into others.
 */
const REMARK =
  /<!|-->|\{%|%\}|\{\{|\}\}|\{#|#\}|\{>>|<<\}|%%|<%|%>|<#|\{::|\{:\/|\\begin\{|\\end\{|<\?|\{\/\*|\*\/\}/g;
const BLOCK_TAG =
  /<\/?(?:address|article|aside|blockquote|body|caption|center|comment|dd|details|div|dl|dt|fieldset|figure|figcaption|footer|form|frame|h[1-6]|head|header|hr|html|iframe|li|link|main|math|menu|nav|noscript|object|ol|p|pre|script|section|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|xmp)\b/gi;
/** What a line of text begins a block with (CommonMark §4 and §5, and what `markdown` adds). */
const BLOCK_MARK =
  /^(?:#{1,6}(?=\s|[\p{L}*]|$)|[-+*](?=\s|$)|>|:{2,}|：{2,}|`{3,}|~{3,}|\||(?:=+|-+|(?:[-*_]\s*){3,})$|\{(?=[:.#\w])|\*?\[[^\]]*\]:)/u;
const NUMBER_MARK = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * The Markdown that stands for a unit's translation in its page. By construction it is one run of
 * text: what would begin a block is escaped, what would reach beyond it is a fault.
 */
export function writePassage(unit: Unit, translation: string): WrittenPassage {
  const { target, source } = unit;
  const text = translation.replace(/\r\n?/g, "\n").trim();
  if (hasMore(text, source, REMARK)) return { fault: "remark" };
  if (hasMore(text, source, BLOCK_TAG)) return { fault: "block" };
  const placed = placeAddresses(text, unit);
  if (placed === undefined) return { fault: "placeholder" };
  if (target.in === "header") return { text: onOneLine(placed) };
  if (unit.kind === "alternative text" && target.shape !== "attribute" && !isBalanced(placed)) {
    return { fault: "bracket" };
  }
  return { text: writeShape(placed, target, unit) };
}

/** True where a text has signs that its source has fewer of. */
function hasMore(text: string, source: string, pattern: RegExp): boolean {
  return (text.match(pattern)?.length ?? 0) > (source.match(pattern)?.length ?? 0);
}

/** @returns undefined where an address is asked for that the source does not have. */
function placeAddresses(text: string, { addresses }: Unit): string | undefined {
  if (addresses.length === 0) return text;
  let isWhole = true;
  const placed = text.replace(/\{(\d{1,3})\}/g, (written, number: string) => {
    const address = addresses[Number(number) - 1];
    if (address === undefined) isWhole = false;
    return address ?? written;
  });
  return isWhole ? placed : undefined;
}

function writeShape(text: string, { shape }: BodyTarget, { kind, source }: Unit): string {
  if (shape === "attribute") {
    return onOneLine(text).replaceAll('"', "&quot;").replaceAll("'", "&#39;").replace(/[<>]/g, "");
  }
  const line = onOneLine(text.replace(/\n/g, "<br>"));
  if (shape === "cell") return line.replace(/(?<!\\)((?:\\\\)*)\|/g, "$1\\|");
  return kind === "alternative text" ? line : escapeBlockMark(line, source);
}

/** What the source begins with is text in its place, and so it is for the translation. */
function escapeBlockMark(line: string, source: string): string {
  const numbered = NUMBER_MARK.exec(line);
  if (numbered !== null && !source.startsWith(numbered[0])) {
    return `${numbered[1]}\\${line.slice(numbered[1]?.length)}`;
  }
  const mark = BLOCK_MARK.exec(line)?.[0];
  return mark === undefined || source.startsWith(mark) ? line : `\\${line}`;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.replace(/\\[\s\S]/g, "").matchAll(/[[\]]/g)) {
    depth += sign === "[" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** No-break spaces stay. */
function onOneLine(text: string): string {
  return text.replace(/[ \t\n\v\f]+/g, " ");
}
