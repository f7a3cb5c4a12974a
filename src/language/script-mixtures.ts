/** The scripts of UAX #31 tables 5 and 7, as Unicode calls them. */
const SCRIPTS = (
  "Latin Arabic Armenian Bengali Bopomofo Cyrillic Devanagari Ethiopic Georgian Greek Gujarati " +
  "Gurmukhi Hangul Han Hebrew Hiragana Kannada Katakana Khmer Lao Malayalam Myanmar Oriya Sinhala " +
  "Tamil Telugu Thaana Thai Tibetan Adlam Cherokee Mongolian Nko Syriac Tifinagh"
).split(" ");

/** What may stand in one word: one script, or those of "highly restrictive" (UTS #39 §5.2). */
const MIXTURES = [
  ...SCRIPTS.map((script) => [script]),
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
].map((scripts) => {
  const classes = [...scripts, "Common", "Inherited"].map((one) => `\\p{Script_Extensions=${one}}`);
  return new RegExp(`^[${classes.join("")}]*$`, "u");
});

/** False for a word that could not be told from another: `pаypal` with a Cyrillic а (UTS #39 §5.1). */
export function isOfOneMixture(word: string): boolean {
  return MIXTURES.some((mixture) => mixture.test(word));
}
