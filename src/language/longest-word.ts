/** Scripts that are written without spaces between words: their lines can break almost anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;

/** What a line can end after or before: spaces, dashes, and the joints of addresses and file names. */
const JOINTS = /[\s\u00AD\u200B\-‐–—/\\.,:;?&=#_|\uFFFC]+/u;

/** The characters of the longest word that a line cannot break; scripts without spaces have none. */
export function longestWord(text: string): string {
  let longest = "";
  for (const word of text.split(JOINTS)) {
    if (word.length > longest.length && !UNSPACED.test(word)) longest = word;
  }
  return longest;
}
