/** A word, or a sign of a script that writes a word with one or two. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‌-]*/gu;

/** How many words a translator has before them. Addresses and code are not counted. */
export function countWords(source: string): number {
  const plain = source.replace(/`[^`]*`|https?:\/\/\S+|\{\d+\}|<[^<>]*>/g, " ");
  return plain.match(WORD)?.length ?? 0;
}
