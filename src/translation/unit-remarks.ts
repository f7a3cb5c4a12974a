import type { ParsedBody } from "../markup/parse-body.ts";

/** What authors say to translators in a page, and what they keep from them. */
export interface Remarks {
  /** True of a line, from 0, in a block that is not to be translated. */
  isSkipped(line: number): boolean;
  /** The comments for the unit that begins there: each is given once. */
  takeComments(line: number): readonly string[];
}

const REMARK = /<!--\s*i18n:(skip|comment)\b\s*((?:(?!-->)[\s\S])*?)\s*-->/gi;

/**
 * Reads `<!-- i18n:skip -->`, which keeps the next block as it is in every language, and
 * `<!-- i18n:comment Words for translators -->`, which goes with the next string.
 */
export function listRemarks({ text, codeLines, parsed }: ParsedBody): Remarks {
  const comments: { readonly line: number; readonly text: string }[] = [];
  const skipped: { readonly from: number; readonly to: number }[] = [];
  const blocks = parsed.tokens.flatMap(({ level, map, nesting }) =>
    level === 0 && map !== null && nesting !== -1 ? [map] : [],
  );
  const lineAt = countLines(text.body);
  for (const found of text.body.matchAll(REMARK)) {
    const line = lineAt(found.index);
    if (codeLines.has(line)) continue;
    if (found[1]?.toLowerCase() === "comment") {
      comments.push({ line, text: (found[2] ?? "").replace(/\s+/g, " ") });
      continue;
    }
    const end = lineAt(found.index + found[0].length);
    // In the middle of a block it means that block.
    const block = blocks.find(([from, to]) => to > end && (from > end || from <= line));
    if (block !== undefined) skipped.push({ from: block[0], to: block[1] });
  }
  return {
    isSkipped: (line) => skipped.some(({ from, to }) => line >= from && line < to),
    takeComments(line) {
      const taken: string[] = [];
      while ((comments[0]?.line ?? Number.POSITIVE_INFINITY) <= line) {
        taken.push(comments.shift()?.text ?? "");
      }
      return taken.filter((one) => one !== "");
    },
  };
}

/** Asked for in order. */
function countLines(body: string): (offset: number) => number {
  let at = 0;
  let line = 0;
  return (offset) => {
    for (;;) {
      const next = body.indexOf("\n", at);
      if (next < 0 || next >= offset) return line;
      at = next + 1;
      line += 1;
    }
  };
}
