import type { Place } from "../../diagnostics/diagnostic.ts";
import type { SearchedText } from "../../font/find-character.ts";

/**
 * Where words of a book were written: the first place that has them with those behind them close by,
 * or else the first that has them. Undefined for words of the interface.
 *
 * @param words as they are printed, and what follows them.
 */
export function findWords(
  sources: readonly SearchedText[],
  [words = "", next = ""]: readonly string[],
): Place | undefined {
  const [own, after] = [words, next].map((one) =>
    one
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join("\\s+"),
  );
  for (const pattern of [`${own}(?=[^\\n]{0,20}${after})`, own ?? ""]) {
    for (const { file, text } of sources) {
      const at = words === "" ? -1 : text.search(new RegExp(pattern, "u"));
      if (at < 0) continue;
      const lines = text.slice(0, at).split("\n");
      return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    }
  }
  return undefined;
}
