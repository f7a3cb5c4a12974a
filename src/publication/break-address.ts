import type { ElementContent } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";

/** Signs that end a part of an address: a line breaks after them. */
const AFTER = "(?<=[/?&=:])(?![/?&=:]|$)";

/**
 * Signs that would end a sentence or part a word at the end of a line: a line breaks before them
 * (The Chicago Manual of Style, 17th edition, 14.18). A percent sign begins an escape, which stays
 * whole.
 */
const BEFORE = String.raw`(?<=[^/?&=:.\-_~#%,;+])(?=[.\-_~#%,;+]+[^.\-_~#%,;+])`;

const BREAK = new RegExp(`${AFTER}|${BEFORE}`, "u");

/** Engines break after a hyphen by themselves, and a reader would take it for one of the line's. */
const HYPHENS = /(-+[^-])/u;

/**
 * A web address as a book shows it, with places where a line may break. They are elements (`wbr`):
 * a zero-width space would be copied out of the book with the address and spoil it. No line ends
 * with a hyphen of the address, and none gets one: `span.keep` holds it to the next sign.
 */
export function breakAddress(address: string): readonly ElementContent[] {
  return address.split(BREAK).flatMap((part, index): ElementContent[] => {
    const texts = part
      .split(HYPHENS)
      .filter((piece) => piece !== "")
      .map((piece) => (/^-+./u.test(piece) ? keep(piece) : makeText(piece)));
    // "https:" keeps with its slashes.
    if (index === 0) return texts;
    return [makeElement("wbr"), ...texts];
  });
}

function keep(piece: string): ElementContent {
  return makeElement("span", { className: ["keep"] }, [makeText(piece)]);
}

/**
 * True where the text of a link is its address already, give or take the scheme, `www.`, a slash at
 * the end, and letters that one of them writes as percent escapes.
 */
export function isShownAddress(text: string, address: string): boolean {
  return bare(text) === bare(address);
}

function bare(address: string): string {
  const written = address.trim();
  // The host's letters and the escapes of the path as every address has them.
  const whole = /^[a-z]+:/i.test(written) ? written : `https://${written}`;
  const canonical = !/\s/.test(written) && URL.canParse(whole) ? new URL(whole).href : written;
  return canonical
    .replace(/^(https?:\/\/|mailto:)/i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}

/** A mail address as it is shown: who gets it, and what the mail says already. */
export function showMailAddress(url: string): string | undefined {
  const [, shown] = /^mailto:(.*)$/is.exec(url) ?? [];
  if (shown === undefined) return undefined;
  return tryDecode(shown).replace(/\s+/g, " ");
}

/** Escapes that are no UTF-8 stay as they are. */
function tryDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
