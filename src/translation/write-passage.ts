import { INLINE_TAGS } from "./html-units.ts";
import type { BodyTarget, Unit } from "./unit.ts";

/** Why a translation cannot be put in the place of its source. */
export type PassageFault = "placeholder" | "remark" | "block" | "bracket" | "attributes";

export type WrittenPassage = { readonly text: string } | { readonly fault: PassageFault };

/**
 * Signs that open or close what other systems keep out of a page, and what is made of several
 * blocks: in one passage they would reach into others.
 */
const REMARK =
  /<!|-->|\{%|%\}|\{\{|\}\}|\{#|#\}|\{>>|<<\}|%%|<%|%>|<#|\{::|\{:\/|\\begin\{|\\end\{|<\?|\{\/\*|\*\/\}/g;
/** What is no tag within a line of text, and a tag that does not end. */
const OTHER_TAG = new RegExp(
  `</?(?!(?:${[...INLINE_TAGS].join("|")})(?=[\\s/>]))[a-z][^\\s<>]*|<\\/?[a-z][^<>]*$`,
  "gi",
);
const LONE_TAG = /^<[^<>]*>$/;
/** Says for whom a text is, among other things: no translation may add one or leave one out. */
const LISTS = /\{(?!\d{1,3}\})[^{}\n]*\}/g;
const MARKED_TAG = /<[^<>]*\s(?:class|hidden|style|id)\b[^<>]*>/gi;
/** What a line of text begins a block with (CommonMark §4 and §5, and what `markdown` adds). */
const BLOCK_MARK =
  /^(?:#{1,6}(?=\s|[\p{L}*]|$)|[-+*:](?=\s|$)|>|:{2,}|：{2,}|`{3,}|~{3,}|\||(?:=+|-+|(?:[-*_]\s*){3,})$|\{(?=[:.#\w])|\[!|\*?\[(?:\\.|[^\]\\])*\]:)/u;
const NUMBER_MARK = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * The Markdown that stands for a unit's translation in its page. By construction it is one run of
 * text: what would begin a block is escaped, what would reach beyond it is a fault.
 */
export function writePassage(unit: Unit, translation: string): WrittenPassage {
  const { target, source, addresses } = unit;
  const text = translation.replace(/\r\n?/g, "\n").trim();
  if (hasMore(text, source, REMARK)) return { fault: "remark" };
  const isLone = LONE_TAG.test(text) && !LONE_TAG.test(source);
  if (hasMore(text, source, OTHER_TAG) || isLone) return { fault: "block" };
  if (listOf(text, LISTS) !== listOf(source, LISTS)) return { fault: "attributes" };
  if (listOf(text, MARKED_TAG) !== listOf(source, MARKED_TAG)) return { fault: "attributes" };
  const lost = addresses.some((one, at) => one.startsWith("{") && !text.includes(`{${at + 1}}`));
  if (lost) return { fault: "attributes" };
  // A backslash at the end would take what stands behind the text.
  if (/(?<!\\)(?:\\\\)*\\$/.test(text)) return { fault: "bracket" };
  if (isBalanced(source) && !isBalanced(text)) return { fault: "bracket" };
  const placed = placeAddresses(text, unit);
  if (placed === undefined) return { fault: "placeholder" };
  if (target.in === "header") return { text: onOneLine(placed) };
  return { text: writeShape(placed, target, unit) };
}

/** What of a text is found, in one order. */
function listOf(text: string, pattern: RegExp): string {
  return (text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "").match(pattern) ?? []).sort().join("\n");
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
