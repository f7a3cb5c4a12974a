/** What stands in the round brackets of a link or a picture. */
export interface LooseAddress {
  readonly address: string;
  readonly title: string;
  /** As HackMD and Obsidian write it; empty where nothing is said. */
  readonly width: string;
  readonly height: string;
}

/** HackMD's ` =40x40`, ` =40x`, ` =x40`, ` =30%x`. */
const SIZE = /\s=\s*(\d{1,4}%?)?\s*(?:[x×*]\s*(\d{1,4}%?)?)?\s*$/i;

/** Marks as word processors and translators turn them, also without a space before them. */
const TURNED_TITLE = /\s*(?:[“”„‟«»「『《][^\n]*?[“”«»」』》"])\s*$/u;
const TITLE = /\s+(?:["'‘’‚‹›][^\n]*?["'“”‘’‹›])\s*$/u;

/** Reads an address with all that may stand behind it, its spaces kept. */
export function readLooseAddress(written: string): LooseAddress {
  const size = SIZE.exec(written);
  const [, width = "", height = ""] = size ?? [];
  const hasSize = width !== "" || height !== "";
  const unsized = hasSize ? written.slice(0, size?.index) : written;
  const title = (TURNED_TITLE.exec(unsized) ?? TITLE.exec(unsized))?.[0] ?? "";
  const address = unsized.slice(0, unsized.length - title.length).trim();
  return {
    address: address.replace(/^<([^<>]*)>?$/, "$1").trim(),
    title: title.trim().slice(1, -1).trim(),
    width,
    height,
  };
}

const SCHEME = /^(?:(?:https?|mailto|data)\s*:|www\.|\/\/)/i;
const PATH = /^(?:\.{0,2}\/|#)|[^\s/]\.[a-z][a-z0-9]{1,7}(?:#\S*)?$/i;

/** True for what can be nothing but an address: words in round brackets are left alone. */
export function looksLikeAddress(text: string): boolean {
  return text !== "" && !/\n/.test(text) && (SCHEME.test(text) || PATH.test(text));
}

/** The address that begins a text without an end: up to the next space, without the signs around. */
export function cutAddress(text: string): string {
  const spaced = /^(?:https?|mailto)\s*:\s*(?:\/\s*\/\s*)?/i.exec(text)?.[0] ?? "";
  const rest = /^[^\s<>"“”«»（）]*/.exec(text.slice(spaced.length))?.[0] ?? "";
  const bare = rest.replace(/[.,;:!?'’\])}]+$/, "");
  const isOpen = bare.lastIndexOf("(") > bare.lastIndexOf(")") && rest[bare.length] === ")";
  return spaced + bare + (isOpen ? ")" : "");
}

/** As many within each other as CommonMark's own addresses may have. */
const MOST_BRACKETS = 32;

/**
 * Where the round bracket closes that is open at a place.
 *
 * @returns undefined where it does not, or not near by.
 */
export function findClosing(text: string, start: number, end: number): number | undefined {
  let open = 0;
  for (let at = start; at < end; at += 1) {
    const sign = text[at];
    if (sign === "\\") at += 1;
    else if (sign === "(") open += 1;
    if (open > MOST_BRACKETS) return undefined;
    if (sign !== ")") continue;
    if (open === 0) return at;
    open -= 1;
  }
  return undefined;
}
