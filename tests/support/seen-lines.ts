import type { Print } from "../../src/pdf/read-print.ts";
import type { GlyphRun } from "../../src/pdf-file/glyph-run.ts";
import { readGlyphRuns } from "../../src/pdf-file/read-glyphs.ts";

/** Runs whose baselines are nearer than this stand in one line. */
const SAME_LINE_PT = 2;

/**
 * The lines of a print as the eye meets them: what is painted, from left to right by where it
 * stands, whatever the order in which a reader's program would copy it. White space is left out.
 */
export function seeLines(book: Print): readonly string[] {
  return book.pages.flatMap((page) => {
    const lines: GlyphRun[][] = [];
    const printed = readGlyphRuns(book.document, page).filter(({ text }) => text.trim() !== "");
    for (const run of [...printed].sort((one, other) => other.yPt - one.yPt)) {
      const line = lines.at(-1);
      if (line?.[0] !== undefined && line[0].yPt - run.yPt < SAME_LINE_PT) line.push(run);
      else lines.push([run]);
    }
    return lines.map((line) =>
      line
        .sort((one, other) => one.xPt - other.xPt)
        .map(({ text, xPt, lastXPt }) => (lastXPt < xPt ? [...text].reverse().join("") : text))
        .join("")
        .replace(/\s/gu, ""),
    );
  });
}
