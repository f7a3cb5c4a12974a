import type { GlyphRun } from "../../pdf-file/glyph-run.ts";
import type { PrintedFont } from "../../pdf-file/read-fonts.ts";
import type { Edit } from "./mark-artifacts.ts";
import { isFromRight, keepLetters, type MatchedText } from "./match-texts.ts";
import type { ContentPiece, MarkedStream } from "./structure.ts";

/** The glyphs of a piece of content. */
export type RunReader = (piece: ContentPiece) => readonly GlyphRun[];

interface PlacedRun {
  readonly run: GlyphRun;
  readonly stream: MarkedStream;
}

/**
 * Finds where the text of the document has a space that the print has not. The browser writes none
 * at the end of a line or beside what layout puts apart, and the last word of one line would be one
 * with the first of the next (ISO 32000-1 §14.8.2.5 wants a space character there). A space paints
 * nothing. Texts from the right tell their words otherwise.
 */
export function findMissingSpaces(
  matched: readonly MatchedText[],
  readRuns: RunReader,
): ReadonlyMap<MarkedStream, readonly Edit[]> {
  const found = new Map<MarkedStream, Edit[]>();
  const runs = matched.map(({ element }) =>
    element.kids.flatMap((kid) =>
      kid.kind === "content" ? readRuns(kid).map((run) => ({ run, stream: kid.stream })) : [],
    ),
  );
  for (const [index, { text, element, isSpaced }] of matched.entries()) {
    const own = runs[index] ?? [];
    if (element.entries.has("ActualText") || (text.isOpen && own.length === 0)) continue;
    const parted = listPartings(text.text);
    const isEndParted = text.isParted && !isSpaced;
    let letters = 0;
    for (const [at, { run, stream }] of own.entries()) {
      const next = own[at + 1] ?? (text.isParted ? runs[index + 1]?.[0] : undefined);
      letters += keepLetters(run.text).length;
      const isLast = at === own.length - 1;
      const isParted = isLast ? isEndParted : parted[letters - 1] === true;
      if (!isParted || letters === 0) continue;
      const edit = writeSpace({ run, stream }, next);
      if (edit === undefined) continue;
      const edits = found.get(stream);
      if (edits) edits.push(edit);
      else found.set(stream, [edit]);
    }
  }
  return found;
}

/** By letter: whether a space follows it. */
function listPartings(text: string): readonly boolean[] {
  const parted: boolean[] = [];
  for (const word of text.split(/\s+/)) {
    const { length } = keepLetters(word);
    for (let at = 0; at < length; at += 1) parted.push(at === length - 1);
  }
  return parted;
}

function writeSpace({ run }: PlacedRun, next: PlacedRun | undefined): Edit | undefined {
  if (run.end === undefined || /\s$/.test(run.text)) return undefined;
  if (next !== undefined && (/^\s/.test(next.run.text) || isFromRight(next.run.text))) {
    return undefined;
  }
  const code = spaceOf(run.font);
  if (code === undefined) return undefined;
  const digits = code.toString(16).padStart(2 * run.font.codeBytes, "0");
  return { at: run.end, removed: 0, text: ` <${digits}> Tj` };
}

const spaces = new WeakMap<PrintedFont, number | null>();

/** The code of a font's space; it may have none, as one of figures. */
function spaceOf(font: PrintedFont): number | undefined {
  const known = spaces.get(font);
  if (known !== undefined) return known ?? undefined;
  const found = [...font.text].find(([, text]) => text === " ")?.[0];
  spaces.set(font, found ?? null);
  return found;
}
