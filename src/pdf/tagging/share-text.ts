import { isFromRight } from "./match-texts.ts";
import { type PlacedGlyph, widthOf } from "./read-clusters.ts";

/** Signs that only say how others are joined. */
const JOINERS = /[\u200B-\u200F\u2060]/gu;

/** For a glyph that says nothing: not every reader takes an empty text for one. */
const SILENT = "\u2060";

/**
 * Parts what a span says among its glyphs: each keeps what its font says, where that is in the text
 * (as a letter, not as the form that it has in its word), and the widest of the others gets what is
 * left. Spans of scripts from the left whose glyphs all have a text stay as they are.
 */
export function shareText(said: string, glyphs: readonly PlacedGlyph[]): readonly string[] {
  if (glyphs.length === 1) return [said];
  const owns = glyphs.map(({ font, code }) => font.printed.text.get(code) ?? "");
  if (!isFromRight(said) && !owns.includes("\0")) return owns;
  const rest = [...said.replace(JOINERS, "").normalize("NFD")];
  const shares = owns.map((own) => {
    const signs = [...own.normalize("NFKD")];
    return takeOut(rest, signs) ? signs.join("").normalize("NFC") : undefined;
  });
  const unknown = glyphs.filter((_, at) => shares[at] === undefined);
  const widest = unknown.reduce<PlacedGlyph | undefined>(
    (one, other) => (one === undefined || widthOf(other) > widthOf(one) ? other : one),
    undefined,
  );
  const left = rest.join("").normalize("NFC");
  return glyphs.map((glyph, at) => shares[at] ?? ((glyph === widest && left) || SILENT));
}

/** Whether all the signs were there; then they no longer are. */
function takeOut(rest: string[], signs: readonly string[]): boolean {
  const left = [...rest];
  for (const sign of signs) {
    const at = left.indexOf(sign);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  rest.length = 0;
  for (const sign of left) rest.push(sign);
  return signs.length > 0;
}
