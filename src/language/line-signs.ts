import { bidiClassOf } from "./bidi-classes.ts";
import type { Direction } from "./language.ts";

/** Stands in a line for something that has an order of its own: a picture, an address, a name. */
export const SET_APART = "\uFFFC";

/** Stands in a line for the mark of a note, which may be in the middle of a number. */
export const SET_MARK = "\uFFFD";

/** Stands in a line for code, which is read from the left and goes with the signs beside it. */
export const SET_CODE = "\uE000";

/**
 * What a sign is to the order of a line: a letter that is read from the left or from the right, a
 * digit, the end of whatever stands before it, or something that goes with its neighbours.
 */
export type SignKind = "ltr" | "rtl" | "number" | "stop" | "loose";

/** A line, understood sign by sign. */
export interface LineSigns {
  readonly text: string;
  /** Of every UTF-16 code unit. */
  readonly kinds: readonly SignKind[];
  /** Brackets and quotation marks that belong together, both ways. */
  readonly partners: ReadonlyMap<number, number>;
}

const ARABIC_COMMA = "\u060C";

/**
 * @param base of the line. An Arabic comma parts the names of a list in a line from the right; in
 *   Arabic words on a line from the left it is one of their signs.
 */
export function readSigns(text: string, base: Direction): LineSigns {
  const kinds: SignKind[] = [];
  for (const sign of text) {
    const kind = OWN_MARKS.test(sign) ? endOf(base) : kindOf(sign, kinds.at(-1));
    for (let unit = 0; unit < sign.length; unit += 1) kinds.push(kind);
  }
  if (base === "rtl") {
    for (let at = text.indexOf(ARABIC_COMMA); at >= 0; at = text.indexOf(ARABIC_COMMA, at + 1)) {
      const isInNumber = kinds[at - 1] === "number" && kinds[at + 1] === "number";
      if (!isInNumber) kinds[at] = "stop";
    }
  }
  return { text, kinds, partners: pairSigns(text, kinds) };
}

/** Marks of direction by which an author has decided himself; LRM is harmless in what we set apart. */
const OWN_MARKS = /[\u200F\u061C]/;
const LEFT_TO_RIGHT_MARK = "\u200E";

/** They are letters to a line from the right, and no words in one from the left. */
function endOf(base: Direction): SignKind {
  return base === "rtl" ? "rtl" : "stop";
}

function kindOf(sign: string, before: SignKind | undefined): SignKind {
  if (sign === SET_APART) return "stop";
  if (sign === LEFT_TO_RIGHT_MARK || /\s/u.test(sign)) return "loose";
  switch (bidiClassOf(sign)) {
    case "R":
    case "AL":
      return "rtl";
    case "L":
      return "ltr";
    case "EN":
    case "AN":
      return "number";
    case "NSM":
    case "BN":
      // Marks and joiners belong to their letter (UAX #9, W1).
      return before === undefined || before === "stop" ? "loose" : before;
    case "LRE":
    case "RLE":
    case "LRO":
    case "RLO":
    case "PDF":
    case "LRI":
    case "RLI":
    case "FSI":
    case "PDI":
    case "B":
      return "stop";
    default:
      return /\p{N}/u.test(sign) ? "number" : "loose";
  }
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["«", "»"],
  ["‹", "›"],
  ["“", "”"],
  ["‘", "’"],
]);
const OPENERS = new Map([...CLOSERS].map(([opener, closer]) => [closer, opener]));

/** Pairs that lie within each other and never across; of what has no partner, nothing is said. */
function pairSigns(text: string, kinds: readonly SignKind[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: { readonly at: number; readonly sign: string }[] = [];
  const close = (at: number, opener: string) => {
    const depth = open.findLastIndex(({ sign }) => sign === opener);
    const [found] = depth < 0 ? [] : open.splice(depth);
    if (found === undefined) return false;
    partners.set(found.at, at).set(at, found.at);
    return true;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const opener = OPENERS.get(sign);
    if (opener !== undefined) close(at, opener);
    else if (CLOSERS.has(sign)) open.push({ at, sign });
    // Of inches, where nothing is open.
    else if (sign === '"' && !close(at, sign) && kinds[at - 1] !== "number")
      open.push({ at, sign });
  }
  return partners;
}
