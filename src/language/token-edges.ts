import type { LineSigns } from "./line-signs.ts";

/** From a sign up to another, which is not part of it: UTF-16 code units of a line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Signs with which a token begins: +964, #tag, @user, -5, $5, ~/x, .env, *100#, (0)750. */
const LEADING = /[+\-–−#@$£€¥₪₹~*<>≤≥≈±%‰/\\._&§№√∆^|`"([{“‘«‹]/u;

/** Signs with which one ends: C++, C#, 50%, /home/, *100#, -5°, 5″. */
const TRAILING = /[+#%‰°′″'"*/\\_=<>$£€¥₪₹~&^|`®™©@)\]}”’»›]/u;

/** Units that are set apart from their number by a space. */
const UNITS = /[%‰°$£€¥₪₹]/u;

/** Where a word of the line's own is joined to a token by these, they are the line's: ב-5, أو/Tails. */
const JOINTS = /[-–—/=_&*'’|.]/u;

/** Percent signs stand to the left of Arabic digits, where the line itself puts them. */
const PERCENT = /[%‰٪؉؊]/u;

const FULL_STOPS_STAY =
  /(?:^|[^\p{L}.])(?:(?:\p{L}\.)+\p{L}|ph\.d|inc|ltd|corp|co|bros|jr|sr|st|dr|mr|mrs|ms|prof|vs|etc|nos?|vol|fig|al|pp?|cf|ca|ext|tel|approx)$/iu;
const NAMES_THAT_CALL = /(?:^|[^\p{L}])(?:yahoo|kahoot|joomla)!$/iu;

/** True where the full stop that follows a text is part of its last word: Inc., U.S., p. */
export function endsShortened(text: string): boolean {
  return FULL_STOPS_STAY.test(text.slice(-12).split(/\s/u).at(-1) ?? "");
}

/** A phrase less the spaces at its ends, and what marks it as an item: `•`, `-`, `✓`. */
export function trimPhrase(line: LineSigns, span: Span): Span {
  const { start, end } = trimSpaces(line, span);
  const [mark = ""] = /^[^\s\p{L}\p{N}([{"“‘«‹]+\s+/u.exec(line.text.slice(start, end)) ?? [];
  return { start: start + mark.length, end };
}

/** A span less the white space at its ends. */
export function trimSpaces({ text }: LineSigns, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/**
 * A token within a span, without the signs that belong to the sentence around it: what ends the
 * sentence, what parts its words, and brackets whose other half is outside.
 *
 * @returns a span with nothing in it where there is no letter and no digit.
 */
export function trimToken(line: LineSigns, span: Span): Span {
  const start = skipLeading(line, span);
  const end = skipTrailing(line, { start, end: span.end });
  return withinPair(line, { start, end });
}

function isLoose({ kinds }: LineSigns, at: number): boolean {
  return kinds[at] === "loose";
}

function isSpace({ text }: LineSigns, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

function skipLeading(line: LineSigns, { start, end }: Span): number {
  let at = start;
  while (at < end && isLoose(line, at) && !beginsToken(line, { start: at, end })) at += 1;
  return at;
}

function beginsToken(line: LineSigns, { start, end }: Span): boolean {
  const { text, kinds, partners } = line;
  const sign = text.charAt(start);
  if (!LEADING.test(sign) || start + 1 >= end || isSpace(line, start + 1)) return false;
  const isJoined = start > 0 && kinds[start - 1] === "rtl";
  if (isJoined && /[+*]/.test(sign)) return kinds[start + 1] === "number";
  if (isJoined && JOINTS.test(sign)) return sign === "/" && isPath(text, start + 1, end);
  if (sign === ".") return /^\.{1,2}[\p{L}\p{N}/\\]/u.test(text.slice(start, start + 4));
  // A bracket or quotation mark that another one in here closes.
  if (/[("[{“‘«‹]/u.test(sign)) return (partners.get(start) ?? end) < end;
  return true;
}

/** One slash more makes a path of what else would be one of two: /etc/passwd. */
function isPath(text: string, start: number, end: number): boolean {
  return /^[^\s/]+\//u.test(text.slice(start, end));
}

function skipTrailing(line: LineSigns, { start, end }: Span): number {
  let at = end;
  while (at > start && isLoose(line, at - 1) && !endsToken(line, { start, end: at })) at -= 1;
  return at;
}

function endsToken(line: LineSigns, { start, end }: Span): boolean {
  const { text, kinds, partners } = line;
  const last = end - 1;
  const sign = text.charAt(last);
  const isApart = isSpace(line, last - 1);
  if (sign === ".") {
    // "cd .." and "/..", or a word that is always written with it.
    const isPlace = /[\s/]\.{1,2}$/u.test(text.slice(Math.max(start, end - 3), end));
    return isPlace || endsShortened(text.slice(start, last));
  }
  if (sign === "!") return NAMES_THAT_CALL.test(text.slice(Math.max(start, end - 12), end));
  if (!TRAILING.test(sign)) return false;
  if (kinds[end] === "rtl" && JOINTS.test(sign)) {
    return sign === "/" && text.slice(start, last).includes("/");
  }
  if (PERCENT.test(sign)) return /[0-9]\s?$/u.test(text.slice(Math.max(start, last - 2), last));
  // A bracket or quotation mark that another one in here opens; of inches, it has none.
  const partner = partners.get(last) ?? (sign === '"' && !isApart ? start : -1);
  if (/[)\]}”’»›'"]/u.test(sign)) return partner >= start;
  if (isApart && !UNITS.test(sign)) return false;
  return sign !== "*" || kinds[last - 1] !== "ltr";
}

/** A pair round the whole looks alike from both sides: it stays outside. */
function withinPair(line: LineSigns, span: Span): Span {
  let { start, end } = span;
  while (end - start > 2 && line.partners.get(start) === end - 1) {
    ({ start, end } = trimSpaces(line, { start: start + 1, end: end - 1 }));
  }
  return { start, end };
}
