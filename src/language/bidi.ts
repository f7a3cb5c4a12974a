/** Embeddings and overrides (Unicode Standard Annex #9 §2.1, §2.2), and isolates (§2.4). */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A line without the invisible signs that turn the order of letters around. In a title or a name
 * they would turn what stands next to it as well, and make one name look like another; the letters
 * themselves tell a reader's device the direction. The marks for a single place (LRM, RLM) and the
 * joiners that Persian and Indic words need stay.
 */
export function stripBidiControls(line: string): string {
  return line.replace(BIDI_CONTROLS, "");
}

/** The first such sign as it is called in messages: `U+202E`; undefined where there is none. */
export function findBidiControl(line: string): string | undefined {
  const sign = line.match(BIDI_CONTROLS)?.[0];
  return sign === undefined ? undefined : `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
