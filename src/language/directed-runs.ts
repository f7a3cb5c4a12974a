import { bidiClassOf, findLevels } from "./bidi-classes.ts";
import type { Direction } from "./language.ts";
import { type LineSigns, readSigns, SET_CODE, type SignKind } from "./line-signs.ts";
import { partAtPauses } from "./sentence-parts.ts";
import { type Span, trimPhrase, trimSpaces, trimToken } from "./token-edges.ts";

/** A part of a line that has an order of its own and must be set apart to keep it. */
export interface DirectedRun extends Span {
  readonly direction: Direction;
  /**
   * True where its own direction is not enough: signs between Arabic-Indic digits turn round in text
   * from the left as well (UAX #9, N1), unless every sign is told its direction.
   */
  readonly overrides: boolean;
  /** Runs within it, that turn once more. */
  readonly inner: readonly DirectedRun[];
}

/**
 * Finds what the Unicode bidirectional algorithm would tear apart or turn round in a line: telephone
 * numbers, dates, names with signs, Latin phrases with their own punctuation in text from the right;
 * Arabic and Hebrew words beside numbers in text from the left. Decision 0010 has the rule.
 *
 * @param text what stands between two breaks of paragraph; see `SET_APART` for what is no text.
 * @param base its direction.
 * @returns in order, none across another; nothing for what keeps its order by itself.
 */
export function findDirectedRuns(text: string, base: Direction): readonly DirectedRun[] {
  const line = readSigns(text, base);
  const other = base === "rtl" ? "ltr" : "rtl";
  if (!line.kinds.some((kind) => kind === other || kind === "number")) return [];
  if (readsMostly(line, base, other)) {
    return [makeRun(line, trimSpaces(line, { start: 0, end: text.length }), other)];
  }
  return cutPieces(line, base).flatMap((piece) =>
    base === "rtl" ? findTokens(line, piece) : findWords(line, piece),
  );
}

/** Words of another direction from which on a text is a text of that direction. */
const SENTENCE_WORDS = 6;

/** A sentence in another language, with a word or two of the line's own in it. */
function readsMostly({ text, kinds }: LineSigns, base: Direction, other: Direction): boolean {
  const letters = kinds.filter((kind) => kind === "ltr" || kind === "rtl");
  if (letters[0] !== other || letters.at(-1) !== other || !letters.includes(base)) return false;
  const counts = { ltr: 0, rtl: 0 };
  for (const { index } of text.matchAll(/(?<![^\s])\S/gu)) {
    const kind = kinds.slice(index, index + 40).find((one) => one === "ltr" || one === "rtl");
    if (kind !== undefined) counts[kind as Direction] += 1;
  }
  return counts[other] >= SENTENCE_WORDS && counts[base] * 4 <= counts[other];
}

/** The longest spans without a letter of the line's own, nor half a pair of brackets. */
function cutPieces({ kinds, partners }: LineSigns, base: Direction): readonly Span[] {
  const spans = cutAt({ start: 0, end: kinds.length }, (at) => {
    return kinds[at] === base || kinds[at] === "stop";
  });
  return spans.flatMap((span) =>
    cutAt(span, (at) => {
      const partner = partners.get(at);
      return partner !== undefined && (partner < span.start || partner >= span.end);
    }),
  );
}

function cutAt({ start, end }: Span, isCut: (at: number) => boolean): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && !isCut(at)) continue;
    if (at > from) spans.push({ start: from, end: at });
    from = at + 1;
  }
  return spans;
}

/** What fills its brackets, its quotation marks or the whole line has its punctuation for itself. */
function isWhole({ text, partners }: LineSigns, { start, end }: Span): boolean {
  return (start === 0 && end === text.length) || partners.get(start - 1) === end;
}

function holds({ kinds }: LineSigns, { start, end }: Span, kind: SignKind): boolean {
  for (let at = start; at < end; at += 1) if (kinds[at] === kind) return true;
  return false;
}

/** Tokens from the left in a line from the right. */
function findTokens(line: LineSigns, piece: Span): readonly DirectedRun[] {
  const isPhrase = isWhole(line, piece) && holds(line, piece, "ltr");
  const tokens = isPhrase
    ? [trimPhrase(line, piece)]
    : partAtPauses(line, piece).map((part) => trimToken(line, part));
  return tokens
    .filter((token) => !keepsOrder(line, token, "rtl") || runsOn(line, token))
    .map((token) => makeRun(line, token, "ltr"));
}

/** Words from the right in a line from the left; and there, numbers in Arabic-Indic digits. */
function findWords(line: LineSigns, piece: Span): readonly DirectedRun[] {
  const { kinds } = line;
  if (!holds(line, piece, "rtl")) {
    const token = trimToken(line, piece);
    return keepsOrder(line, token, "ltr") ? [] : [makeRun(line, token, "ltr")];
  }
  const words = isWhole(line, piece) ? trimSpaces(line, piece) : trimWords(line, piece);
  const run = makeRun(line, words, "rtl");
  const hasOwnSigns = kinds[words.start] !== "rtl" || kinds[words.end - 1] !== "rtl";
  let next = words.end;
  while (kinds[next] === "loose") next += 1;
  return run.inner.length > 0 || hasOwnSigns || kinds[next] === "number" ? [run] : [];
}

/** From the first letter to the last, with whatever brackets they are in. */
function trimWords(line: LineSigns, piece: Span): Span {
  const isOwn = (at: number) => {
    const kind = line.kinds[at];
    return kind === "rtl" || (kind === "number" && bidiClassOf(line.text.charAt(at)) === "AN");
  };
  let { start, end } = piece;
  while (!isOwn(start)) start += 1;
  while (!isOwn(end - 1)) end -= 1;
  for (let at = start; at < end; at += 1) {
    const partner = line.partners.get(at) ?? at;
    start = Math.min(start, partner);
    end = Math.max(end, partner + 1);
  }
  // All within one pair is a quotation, which has its punctuation for itself.
  for (let opener = start - 1; opener >= piece.start; opener -= 1) {
    const closer = line.partners.get(opener) ?? -1;
    if (closer >= end) return trimSpaces(line, { start: opener + 1, end: closer });
  }
  return { start, end };
}

/** Longer ones are set apart without a look: it would take its time. */
const LONGEST_LOOKED_AT = 500;

/**
 * True where the algorithm leaves a token in the order of its signs, between letters from the right
 * that turn digits the most, or between such from the left.
 */
function keepsOrder(line: LineSigns, token: Span, base: Direction): boolean {
  const text = line.text.slice(token.start, token.end);
  if (!holds(line, token, "ltr") && !holds(line, token, "number")) return true;
  // Pieces of code keep to themselves, and what joins them is the line's: `Ctrl`+`C`.
  if (text.includes(SET_CODE)) return /^[\s,;\uE000]*$/u.test(text);
  if (text.length > LONGEST_LOOKED_AT) return false;
  const [letter, expected] = base === "rtl" ? ["\u0627", 2] : ["a", 0];
  const levels = findLevels(letter + text + letter, base).subarray(1, -1);
  return base === "rtl"
    ? levels.every((level) => level === expected)
    : levels.every((level) => level % 2 === expected);
}

/** True for letters from the left that the next ones, or a number, would join: `Signal، 30 دقيقة`. */
function runsOn(line: LineSigns, token: Span): boolean {
  if (!holds(line, token, "ltr")) return false;
  let next = token.end;
  while (line.kinds[next] === "loose" || line.kinds[next] === "stop") next += 1;
  return line.kinds[next] === "ltr" || line.kinds[next] === "number";
}

function makeRun(line: LineSigns, span: Span, direction: Direction): DirectedRun {
  const { start, end } = span;
  const text = line.text.slice(start, end);
  // Without a letter from the right, every sign of a run from the left has its place.
  if (direction === "ltr" && !holds(line, span, "rtl")) {
    return { start, end, direction, overrides: hasArabicDigits(text), inner: [] };
  }
  const inner = findDirectedRuns(text, direction).map((run) => moveRun(run, start));
  return { start, end, direction, overrides: false, inner };
}

function moveRun(run: DirectedRun, by: number): DirectedRun {
  const inner = run.inner.map((one) => moveRun(one, by));
  return { ...run, start: run.start + by, end: run.end + by, inner };
}

function hasArabicDigits(text: string): boolean {
  return [...text].some((sign) => bidiClassOf(sign) === "AN");
}
