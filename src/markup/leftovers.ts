import { CodeSpans } from "../markdown/code-spans.ts";
import { type Findings, quoteText } from "./findings.ts";
import { type BlockText, OBJECT } from "./finished-text.ts";
import { diagnose, type MARKUP_RULES } from "./rules.ts";
import type { SourceLines } from "./token-places.ts";

/** Markup that was no markup to anybody, and is printed as it was typed. */
interface Leftover {
  /** In the finished text and in its source. */
  readonly pattern: RegExp;
  /** Of MRK108. */
  readonly hint: keyof typeof MARKUP_RULES.MRK108.hint;
}

const LEFTOVERS: readonly Leftover[] = [
  {
    pattern: /(?<!\]\()!\[(?=[^\n]{0,300}[\])])/g,
    hint: "picture",
  },
  {
    pattern: /\]\((?=[^\s)])/g,
    hint: "link",
  },
  {
    pattern: /\{%|%\}|\{\{|\}\}/g,
    hint: "tag",
  },
  {
    pattern: /\{:[^\n{}]{0,200}\}|\{[.#][\p{L}_][^\n{}]{0,200}\}/gu,
    hint: "attributes",
  },
  {
    pattern: /(?<![\p{N}%])%%(?!%)/gu,
    hint: "remark",
  },
  {
    pattern: /\[\[(?=[^\s[\]][^\n]{0,300}\]\])|!\[\[/g,
    hint: "name",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}_])__(?=[^\s_])[^\n_]{1,200}__(?![\p{L}\p{N}_])|(?<![*\p{N}])\*\*(?=\S)[^\n*]{1,200}\*\*/gu,
    hint: "bold",
  },
  {
    pattern:
      /~~(?=\S)[^\n~]{1,200}~~|(?<![\w=])==(?=[^\s=])[^\n=]{1,200}==(?![\w=])|\{(?:\+\+|--|~~|==)(?=[^\n{}]{1,300}\})/g,
    hint: "change",
  },
  {
    pattern: /`{3,}|(?<=^|\n)[ \t]*~{3,}/g,
    hint: "code",
  },
  {
    pattern: /(?<=^|\n)[ \t]*#{1,7}[ \t]+(?=[^\s#])/g,
    hint: "heading",
  },
  {
    pattern: /(?<=^|\n)[ \t]*(?:[•‣◦▪●■]|[*+-])[ \t]+(?=\S)/g,
    hint: "item",
  },
  {
    pattern: /(?<=^|\n)[ \t]*(?:\|[^\n]*\||\+(?:[-=]{3,}\+)+)[ \t]*(?=\n|$)/g,
    hint: "table",
  },
  {
    pattern: /(?<=^|\n)[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+\w|:{3,}[ \t]*\p{L})/gu,
    hint: "box",
  },
  {
    pattern: /(?<=^|\n)[ \t]*={3}\+?!?[ \t]+["“][^\n]{1,100}["”][ \t]*(?=\n|$)/g,
    hint: "tabs",
  },
  {
    pattern: /(?<![\w:]):(?!\d)[a-z\d][a-z\d]{1,12}(?:[_-][a-z\d]{1,12}){0,5}:(?![\w:])/g,
    hint: "emoji",
  },
  {
    pattern:
      /\^\^(?=[^\s^])[^\n^]{1,200}\^\^|(?<=\p{L})([~^])[\d+-]{1,3}\1(?=\p{L}|\P{L})|(?<=\d)\^(?:st|nd|rd|th|er|e|o)\^/gu,
    hint: "small",
  },
  {
    pattern: /&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[\dA-Fa-f]{2,5});/g,
    hint: "entity",
  },
  {
    pattern: /<\/?[A-Za-z][\w:-]{0,30}(?:[ \t][^<>\n]{0,300})?\/?>|<!--/g,
    hint: "html",
  },
];

/** Signs of which each of the patterns has one: most blocks have none. */
const MAY_HOLD_LEFTOVERS = /[[\]{}%_*~=`#|+^&<•‣◦▪●■]|-[ \t]|!!!|\?\?\?|:[:a-z\d]/;

/** Rules that have looked at the same signs, and say better what is wrong. */
const TOLD = /^MRK(?:0(?:1[0-3]|2[0-2]|30|4\d|6\d|8[5-9]|90)|10[0-7])$/;

/**
 * Finds in the finished text what was meant as markup and is none, whatever rule should have known
 * it: the last look before it is printed. What the author shows on purpose, in code or behind a
 * backslash, is no finding; its source tells.
 *
 * Diagnostics: MRK108.
 */
export function lintLeftovers(
  blocks: readonly BlockText[],
  source: SourceLines,
  literalLines: ReadonlySet<number>,
  findings: Findings,
): void {
  const told = new Set(
    findings.diagnostics.flatMap(({ code, place }) => (TOLD.test(code) ? (place.line ?? 0) : [])),
  );
  const hasLooseRows = findings.diagnostics.some(({ code }) => code === "MRK105");
  const starts = [...new Set(blocks.map(({ line }) => line))].sort((one, other) => one - other);
  const next = new Map(starts.map((line, index) => [line, starts[index + 1]]));
  let visible: readonly string[] | undefined;
  /** Places in the whole page, for text that stands bare among HTML and has no line. */
  const anywhere = new Map<RegExp, { readonly places: readonly Point[]; from: number }>();
  for (const { text, line } of blocks) {
    if (!MAY_HOLD_LEFTOVERS.test(text)) continue;
    for (const { pattern, hint } of LEFTOVERS) {
      if (text.search(pattern) < 0) continue;
      visible ??= showVisible(source.lines, literalLines);
      const end = (next.get(line) ?? Number.POSITIVE_INFINITY) - source.bodyLine;
      const first = Math.max(0, line - source.bodyLine);
      const isBare = line < source.bodyLine;
      if (isBare && !anywhere.has(pattern)) {
        const places = listPlaces(visible, 0, visible.length, pattern);
        anywhere.set(pattern, { places, from: 0 });
      }
      const known = isBare ? anywhere.get(pattern) : undefined;
      const places =
        known?.places ?? listPlaces(visible, first, Math.min(end, first + MOST_LINES), pattern);
      let from = known?.from ?? 0;
      for (const found of firstOf(text.matchAll(pattern))) {
        const index = findPlace(places, from, found);
        const place = places[index];
        if (place === undefined) break;
        from = index + 1;
        if (known !== undefined) known.from = from;
        const number = source.bodyLine + place.line;
        if (told.has(number) || (hasLooseRows && found[0].includes("|"))) continue;
        const at = findings.placeAt(place.line, place.column + 1, found[0].trim().length);
        const values = { found: quoteText(excerptOf(text, found)) };
        findings.addOnce(`${hint} ${number}`, diagnose(`MRK108 ${hint}`, at, values));
      }
    }
  }
}

/** No block of text is longer. */
const MOST_LINES = 300;

function excerptOf(text: string, found: RegExpMatchArray): string {
  const start = found.index ?? 0;
  return (
    text
      .slice(start, start + Math.max(found[0].length, 24))
      .split("\n")[0]
      ?.replaceAll(OBJECT, "…") ?? ""
  );
}

interface Point {
  readonly line: number;
  readonly column: number;
  /** What stands before it on its line. */
  readonly before: string;
}

/** Of one kind, in one block: nobody mends more at once. */
const MOST_FOUND = 200;

function* firstOf<T>(all: Iterable<T>): Generator<T> {
  let count = 0;
  for (const one of all) {
    if (count >= MOST_FOUND) return;
    count += 1;
    yield one;
  }
}

function listPlaces(
  lines: readonly string[],
  from: number,
  end: number,
  pattern: RegExp,
): readonly Point[] {
  const places: Point[] = [];
  for (let line = from; line < Math.min(end, lines.length); line += 1) {
    const text = lines[line] ?? "";
    for (const { index, 0: found } of firstOf(text.matchAll(pattern))) {
      const column = index + found.length - found.trimStart().length;
      places.push({ line, column, before: text.slice(Math.max(0, index - CONTEXT), index) });
    }
  }
  return places;
}

const CONTEXT = 30;

/** Which of the places is meant: the next behind the same letters, else the next. */
function findPlace(places: readonly Point[], from: number, found: RegExpMatchArray): number {
  const start = found.index ?? 0;
  const context = found.input?.slice(Math.max(0, start - CONTEXT), start) ?? "";
  const before = /\p{L}{1,9}[^\p{L}\n]*$/u.exec(context)?.[0];
  if (before === undefined) return from;
  const same = places.findIndex((place, at) => at >= from && place.before.endsWith(before));
  return same < 0 ? from : same;
}

/** The lines of a body without what their author shows on purpose; columns are kept. */
function showVisible(
  lines: readonly string[],
  literalLines: ReadonlySet<number>,
): readonly string[] {
  const text = lines
    .map((line, at) => (literalLines.has(at) ? " ".repeat(line.length) : line))
    .join("\n");
  const spans = new CodeSpans(text);
  const parts: string[] = [];
  let at = 0;
  const hide = (end: number) => {
    parts.push(text.slice(at, end).replace(/[^\n]/g, " "));
    at = end;
  };
  for (const { index, 0: sign } of text.matchAll(
    /\\\{[{%][^\n{}]{0,300}[%}]\}|\\[!-/:-@[-`{-~]|`+|&(?:lt|gt|amp|ast|num|lbrack|rbrack|lsqb|rsqb|lcub|rcub|percnt|vert|lowbar|grave|#\d{1,6}|#x[\da-f]{1,5});(?!#?\w{1,8};)/gi,
  )) {
    if (index < at) continue;
    parts.push(text.slice(at, index));
    at = index;
    if (!sign.startsWith("`")) hide(index + sign.length);
    else {
      const end = spans.endOf(index, sign.length);
      if (end > index + sign.length) hide(end);
    }
  }
  parts.push(text.slice(at));
  return parts.join("").split("\n");
}
