import { type OpenFont, type ShapedLine, shapeLine } from "../font/shape-text.ts";
import { findDirectedRuns } from "../language/directed-runs.ts";
import { formattingLanguage } from "../language/format.ts";
import type { Language } from "../language/language.ts";

/** Lines of type at one size. */
export interface SetText {
  readonly lines: readonly ShapedLine[];
  readonly sizePx: number;
  /** From one baseline to the next. */
  readonly leadingPx: number;
}

/** Where a text may stand, and how large it may be set. */
export interface TextBox {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly linesMost: number;
  /** Sizes to try, largest first. */
  readonly sizesPx: readonly number[];
}

interface Piece {
  readonly text: string;
  /** What stands between this piece and the one before it on a line. */
  readonly before: "" | " ";
}

/** Fonts ask for room that display sizes do not need. */
const TIGHTER = 0.86;

/**
 * Sets a text in the largest size at which it fits its box, its lines as even as they can be.
 *
 * @returns undefined where no font has one of the characters. A text that fits at no size is cut.
 */
export function setText(
  text: string,
  fonts: readonly OpenFont[],
  language: Language,
  box: TextBox,
): SetText | undefined {
  const pieces = splitPieces(text, language);
  const set = remember((line) => shapeLine(line, fonts, language));
  if (pieces.length === 0 || pieces.some((piece) => set(piece.text) === undefined))
    return undefined;
  for (const sizePx of box.sizesPx) {
    const found = fit(pieces, set, box, sizePx);
    if (found !== undefined) return found;
  }
  const fewer = pieces.slice(0, Math.max(1, Math.floor(pieces.length * 0.8)));
  const shorter = fewer.length < pieces.length ? fewer : [halve(pieces[0])];
  const ellipsis = set("…") === undefined ? "" : "…";
  const cut = shorter.map(({ text: piece, before }) => before + piece).join("");
  return setText(`${cut.replace(/…$/, "")}${ellipsis}`, fonts, language, box);
}

/** The same words are measured at each size that is tried. */
function remember(
  set: (line: string) => ShapedLine | undefined,
): (line: string) => ShapedLine | undefined {
  const known = new Map<string, ShapedLine | undefined>();
  return (line) => {
    if (!known.has(line)) known.set(line, set(line));
    return known.get(line);
  };
}

function halve(piece: Piece | undefined): Piece {
  const characters = [...(piece?.text.replace(/…$/, "") ?? "")];
  return { text: characters.slice(0, Math.ceil(characters.length / 2)).join(""), before: "" };
}

function fit(
  pieces: readonly Piece[],
  set: (line: string) => ShapedLine | undefined,
  box: TextBox,
  sizePx: number,
): SetText | undefined {
  const width = box.widthPx / sizePx;
  const widthOf = (line: string) => set(line)?.width ?? Number.POSITIVE_INFINITY;
  const first = fill(pieces, width, widthOf);
  if (first === undefined || first.length > box.linesMost) return undefined;
  // The narrowest measure that takes no more lines: the lines come out even.
  let [narrow, wide, best] = [0, width, first];
  for (let step = 0; step < 12; step += 1) {
    const middle = (narrow + wide) / 2;
    const lines = fill(pieces, middle, widthOf);
    if (lines !== undefined && lines.length <= first.length) [wide, best] = [middle, lines];
    else narrow = middle;
  }
  const lines = best.flatMap((line) => set(line) ?? []);
  const leadingPx =
    sizePx *
    TIGHTER *
    lines.map((line) => line.lineHeight).reduce((most, each) => Math.max(most, each), 0);
  return leadingPx * lines.length > box.heightPx ? undefined : { lines, sizePx, leadingPx };
}

/** Fills lines one after the other; undefined where a piece alone is wider than the measure. */
function fill(
  pieces: readonly Piece[],
  width: number,
  widthOf: (line: string) => number,
): readonly string[] | undefined {
  const lines: string[] = [];
  for (const { text, before } of pieces) {
    const last = lines.at(-1);
    const joined = last === undefined ? undefined : last + before + text;
    if (joined !== undefined && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else if (widthOf(text) <= width) lines.push(text);
    else return undefined;
  }
  return lines;
}

/** Scripts that write without spaces between words; ICU's dictionaries know where these end. */
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function splitPieces(text: string, language: Language): readonly Piece[] {
  const segmenter = new Intl.Segmenter(formattingLanguage(language).tag, { granularity: "word" });
  // A dash between words stays with the word before it, so that no line begins with one.
  return keepTokens(text, language)
    .replace(/ (\p{P}+)(?= )/gu, "\u00A0$1")
    .split(/[^\S\u00A0]+/)
    .filter((word) => word !== "")
    .flatMap((word): readonly Piece[] => {
      if (!NO_SPACES.test(word)) return [{ text: word, before: " " }];
      return [...segmenter.segment(word)].reduce<Piece[]>((pieces, { segment }) => {
        const last = pieces.at(-1);
        // A sign that closes stays with the word before it, one that opens with the word behind it.
        const isSign = /^\p{P}+$/u.test(segment) && !/^[\p{Ps}\p{Pi}]/u.test(segment);
        if (last !== undefined && (isSign || /[\p{Ps}\p{Pi}]$/u.test(last.text))) {
          pieces[pieces.length - 1] = { ...last, text: last.text + segment };
        } else {
          pieces.push({ text: segment, before: pieces.length === 0 ? " " : "" });
        }
        return pieces;
      }, []);
    });
}

/** A longer one must stay free to break. */
const LONGEST_KEPT = 20;

/** What a line would turn round, such as a telephone number, is on one line as well. */
function keepTokens(text: string, { direction }: Language): string {
  return findDirectedRuns(text, direction).reduce((line, { start, end }) => {
    if (direction === "ltr" || end - start > LONGEST_KEPT) return line;
    return (
      line.slice(0, start) + line.slice(start, end).replaceAll(" ", "\u00A0") + line.slice(end)
    );
  }, text);
}
