import { toAsciiDigits } from "../source/digits.ts";

/** What stands at the beginning of a line in place of a mark of Markdown's. */
export interface TypedMarker {
  /**
   * `bullet` and `box` are drawn by the theme, `number` is counted in the page's numerals. `kept` is
   * a list whose marks stay as they are typed: a letter that the text may speak of, a dash that may
   * open what somebody says.
   */
  readonly kind: "bullet" | "box" | "number" | "kept";
  /** Lines of one list have the same. */
  readonly family: string;
  /** Of numbers and letters, which follow each other in a list. */
  readonly count?: string;
  /** So many lines make a list. */
  readonly least: 1 | 2;
  /** Only lines that follow each other at once are a list. */
  readonly isClose: boolean;
  /** A ticked box. */
  readonly isDone?: boolean;
  /** The line's text behind the marker. */
  readonly text: string;
}

/** Spaces that Markdown takes for letters. */
export const WIDE = "\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000";
const GAP = `[ \\t${WIDE}]`;

/** What Word's bullets are without its symbol typefaces, with the gap that it leaves behind them. */
const LETTERED = `[oqvØü§](?:\\t|${GAP}{2})${GAP}*`;
/** The last ones are those of Word's symbol typefaces. */
const BULLET = new RegExp(
  `^(?:[•‣⁃◦▪▫●○■◆◇►▸▶▷➢➤∙⦁❖·・‧\\uF0A7\\uF0B7\\uF0D8\\uF076](?:${GAP}+|(?=[\\p{L}\\p{N}*_"“«(]))|${LETTERED})(?=\\S)`,
  "u",
);
const BOX = new RegExp(
  `^(?:(?:[☐□▢❏❑❒⬜◻]|(?<done>[☑☒✅🗹🗷]))\\uFE0F?${GAP}*|\\\\?\\[(?:(?<x>[xX✓✔])|${GAP})?\\\\?\\]${GAP}+)(?=\\S)`,
  "u",
);
/** Signs that say something: a tick is no cross. */
const SIGN = new RegExp(`^(?:[✓✔✗✘❌✖➔→⇒»›★☆✦✧👉])\\uFE0F?${GAP}+(?=\\S)`, "u");
const DASH = new RegExp(`^(?:[–—―]|\\\\-|--)${GAP}+(?=\\S)`, "u");
const HYPHEN = /^--?(?=\p{L})/u;
const BOLD = "(?<bold>\\*\\*|__)?";
const BOLD_END = "(?:(?<=[^*_]|\\\\[.)])\\k<bold>)";
const NUMBER = new RegExp(
  `^${BOLD}(?<open>[(（[]?)(?<digits>\\p{Nd}{1,3})${GAP}?(?:\\\\?(?<end>\\.[–-]|[.)）．、၊။۔/\\]–-])${BOLD_END}|${BOLD_END}\\\\?(?<late>[.)）．、၊။۔/–-]))(?<gap>${GAP}*)(?=\\S)`,
  "u",
);
const LETTER = new RegExp(
  `^${BOLD}(?<open>[(（[]?)(?<letter>[ivxlc]{1,6}|[IVXLC]{1,6}|الف|\\p{L}\\p{M}?|[一二三四五六七八九十]{1,3}|[፩-፼]{1,3})(?:\\\\?(?<end>\\.[–-]|[.)）．、/፡፤\\]–-]|(?<=[א-ת])[׳'])${BOLD_END}|${BOLD_END}[.)）．、/፡፤–-])(?<gap>${GAP}*)(?=\\S)`,
  "u",
);
const ROUND = /^(?<sign>[①-⓿❶-➓Ⅰ-ⅿ㈠-㊰])\s*(?=\S)/u;

/**
 * Reads the mark of a list that no Markdown has: `•`, `☐`, `a)`, `(1)`, `۱.`, `၁။`, `–`. Those that
 * can be something else are a list only where two lines or more have them.
 *
 * @param line without its indent
 * @param isEuropean the page's lists are counted in European digits: others are kept as they are
 */
export function readTypedMarker(line: string, isEuropean: boolean): TypedMarker | undefined {
  const bullet = BULLET.exec(line)?.[0];
  if (bullet !== undefined) {
    const isSign = /^(?:o\t|[^oqvØü§].*\s$)/su.test(bullet);
    const least = isSign ? 1 : 2;
    return {
      kind: "bullet",
      family: "bullet",
      least,
      isClose: false,
      text: line.slice(bullet.length),
    };
  }
  const box = BOX.exec(line);
  if (box !== null) {
    const text = line.slice(box[0].length);
    const isDone = (box.groups?.done ?? box.groups?.x) !== undefined;
    // "☐ yes ☐ no" is a line of a form.
    const least = /[☐□☑☒]/u.test(text) ? 2 : 1;
    return { kind: "box", family: "box", least, isClose: false, isDone, text };
  }
  return readNumber(line, isEuropean) ?? readLetter(line) ?? readSign(line);
}

function readSign(line: string): TypedMarker | undefined {
  if (SIGN.test(line)) return keep("sign", line, false);
  if (DASH.test(line)) return keep("dash", line, true);
  if (!HYPHEN.test(line)) return undefined;
  // "-Put it down" is an item; "-v" and "--all" are what to type.
  if (!/^-[\p{Lu}\p{Lo}]\S/u.test(line)) return keep("option", line, true);
  return { kind: "bullet", family: "hyphen", least: 2, isClose: true, text: line.slice(1) };
}

function keep(family: string, line: string, isClose: boolean, count?: string): TypedMarker {
  const counted = count === undefined ? {} : { count };
  return { kind: "kept", family, least: 2, isClose, text: line, ...counted };
}

function readNumber(line: string, isEuropean: boolean): TypedMarker | undefined {
  const found = NUMBER.exec(line);
  const { digits = "", open = "", end, late, gap = "", bold = "" } = found?.groups ?? {};
  if (found === null) return undefined;
  const sign = end ?? late ?? "";
  const behind = line.slice(found[0].length);
  // "10.5 km", "3-4 people": a number goes on. Without a space only a letter begins an item.
  if (gap === "" && (!/^[\p{L}*_]/u.test(behind) || /[-–/]/.test(sign))) return undefined;
  const isPlain = open === "" && bold === "" && /^[.)]$/.test(sign) && /^[0-9]+$/.test(digits);
  // Markdown's own.
  if (isPlain && /^[ \t]/.test(gap) && !found[0].includes("\\")) return undefined;
  const isOwn = /^[.)။]$/.test(sign) && open === "" && gap !== "" && !/^[0-9]/.test(digits);
  const isKept = isEuropean && !/^[0-9０-９]/.test(digits);
  return {
    kind: isKept ? "kept" : "number",
    family: `number ${bold}${open}${sign}`,
    count: toAsciiDigits(digits),
    least: isOwn && toAsciiDigits(digits) === "1" ? 1 : 2,
    isClose: false,
    text: isKept ? line : behind,
  };
}

function readLetter(line: string): TypedMarker | undefined {
  const round = ROUND.exec(line)?.groups?.sign;
  if (round !== undefined) return keep("round", line, false, round);
  const found = LETTER.exec(line);
  const { letter = "", open = "", end = "", gap = "", bold = "" } = found?.groups ?? {};
  if (found === null) return undefined;
  if (gap === "" && !/[、）．]/.test(found[0])) return undefined;
  return keep(`letter ${bold}${open}${end}`, line, false, letter);
}

/** True where the second is the next of a list that holds the first. */
export function follows(one: TypedMarker, other: TypedMarker): boolean {
  const [before = "", after = ""] = [one.count, other.count];
  if (one.family.startsWith("number")) {
    // As in Markdown, a list may be "1." all the way down.
    return after === before || Number(after) === Number(before) + 1;
  }
  if (before === "" || romanOf(after) === romanOf(before) + 1) return true;
  // Arabic letters are counted in two orders, and the first one is also written out: الف.
  if (/\p{Script=Arabic}/u.test(before))
    return after !== before && /\p{Script=Arabic}/u.test(after);
  if (/[፩-፼]/.test(before)) return after !== before && /[፩-፼]/.test(after);
  const ideograph = IDEOGRAPHS.indexOf(before);
  if (ideograph >= 0 || before.length > 1)
    return after !== before && after.length >= before.length - 1;
  const step = (after.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  const row = ROWS.find(({ letters }) => letters.test(before) && letters.test(after));
  const { length, mostLeftOut } = row ?? { length: 1, mostLeftOut: MOST_LEFT_OUT };
  const rows = step / length;
  return (
    after.length === before.length && Number.isInteger(rows) && rows > 0 && rows <= mostLeftOut
  );
}

/** Signs for syllables stand in rows by their consonant, and a list is counted with the first of each. */
const ROWS = [
  { letters: /\p{Script=Ethiopic}/u, length: 8, mostLeftOut: 4 },
  { letters: /[가나다라마바사아자차카타파하]/, length: 588, mostLeftOut: 2 },
];

const IDEOGRAPHS = "一二三四五六七八九十";

/** Letters of an alphabet that no list is counted with: the finals of Hebrew, the obsolete of Thai. */
const MOST_LEFT_OUT = 3;

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** @returns NaN for what is no Roman numeral. */
function romanOf(text: string): number {
  const values = [...text.toLowerCase()].map((letter) => ROMAN[letter] ?? Number.NaN);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
