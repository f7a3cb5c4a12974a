/**
 * A hyphen between spaces, which stands for a dash on a keyboard, as the dash it stands for; it
 * begins no line. The space before it is one that does not break (U+00A0).
 */
export function setDashes(text: string): string {
  return text.replace(/(?<=\S) --? (?=\S|$)/g, "\u00A0– ").replace(/^ --? (?=\S)/, "\u00A0– ");
}
