import { type Matrix, multiply } from "../pdf-file/matrix.ts";
import { holds, type PageBox } from "../pdf-file/page-box.ts";
import type { Operand } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../pdf-syntax/pdf-value.ts";
import { addTo, type ContentScan, type FontUse } from "./content-scan.ts";
import { type DrawingState, findUnseen, isLost, type Unseen } from "./drawing-state.ts";
import { DrawnGlyphs } from "./drawn-glyphs.ts";
import type { PaintedPage } from "./painted-page.ts";
import { readFont } from "./read-font.ts";
import { readWidths } from "./read-widths.ts";
import type { TextCursor } from "./text-cursor.ts";

interface Place {
  readonly page: number;
  readonly box: PageBox;
  readonly painted: PaintedPage;
}

/** Marks, and letters that flow into one another: their boxes overlap by right. */
const STANDS_ON_OTHERS =
  /^(?:$|[\p{M}\p{Sk}\p{C}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}])/u;

/**
 * Reads what one operation shows: its text, its codes, and where each glyph stands.
 *
 * @param shown a string, or a list of strings and spaces between them.
 * @returns whether there is anything in it.
 */
export function showText(
  file: PdfFile,
  scan: ContentScan,
  place: Place,
  state: DrawingState,
  cursor: TextCursor,
  shown: Operand | undefined,
): boolean {
  const parts = Array.isArray(shown) ? (shown as readonly Operand[]) : [shown];
  const isEmpty = parts.every((one) => !(one instanceof Uint8Array) || one.length === 0);
  if (!isEmpty) scan.hasText = true;
  const use = useFont(file, scan, place.page, state.font);
  if (use === undefined) return !isEmpty;
  const { codeBytes = 2 } = use.font;
  const matrix = multiply(cursor.matrix, state.matrix);
  const glyphs = new GlyphPlacer(
    place,
    state,
    cursor,
    use,
    findUnseen(state, matrix, use.drawn === undefined ? 1 : use.drawn.height),
  );
  for (const part of parts) {
    if (typeof part === "number") glyphs.skip(part);
    if (!(part instanceof Uint8Array)) continue;
    for (let at = 0; at < part.length; at += codeBytes) {
      const code = codeBytes === 1 ? (part[at] ?? 0) : ((part[at] ?? 0) << 8) | (part[at + 1] ?? 0);
      const text = use.font.text?.get(code) ?? (codeBytes === 1 ? String.fromCharCode(code) : "");
      glyphs.add(
        code,
        codeBytes === 1 && code === 0x20,
        text !== "" && text.trim() === "",
        STANDS_ON_OTHERS.test(text),
      );
      if (use.font.codeBytes === undefined || at + codeBytes > part.length) continue;
      if (state.mode !== 3) use.shown.add(code);
      scan.addText(text);
    }
  }
  for (const [how, count] of glyphs.unseen) addTo(scan.hidden[how], place.page, "text", count);
  return !isEmpty;
}

function useFont(
  file: PdfFile,
  scan: ContentScan,
  page: number,
  dict: PdfDict | undefined,
): FontUse | undefined {
  if (dict === undefined) return undefined;
  const known = scan.fonts.get(dict);
  if (known !== undefined) return known;
  const font = readFont(file, dict);
  const isVertical = /-V$/.test(file.name(dict.get("Encoding")) ?? "");
  const widthOf = readWidths(file, font);
  const use = {
    font,
    page,
    widthOf,
    isVertical,
    drawn: font.type === "Type3" ? new DrawnGlyphs(file, font) : undefined,
    shown: new Set<number>(),
  };
  scan.fonts.set(dict, use);
  return use;
}

/** Where in a letter it is looked for what lies under or over it, in parts of its size. */
const FOOT = 0.1;
const HEIGHT = 0.5;
const MARGIN_PT = 1;
/** Of a letter's height. */
const MIDDLE = 0.35;

/** Follows the glyphs of one operation to their places, and counts those that are not seen (§9.4.4). */
class GlyphPlacer {
  readonly unseen = new Map<Unseen, number>();
  readonly #box: PageBox;
  readonly #painted: PaintedPage;
  readonly #state: DrawingState;
  readonly #cursor: TextCursor;
  readonly #use: FontUse;
  readonly #always: Unseen | undefined;
  readonly #mayBeLost: boolean;

  /** @param always how all of them are not seen, whatever lies under them. */
  constructor(
    { box, painted }: { readonly box: PageBox; readonly painted: PaintedPage },
    state: DrawingState,
    cursor: TextCursor,
    use: FontUse,
    always: Unseen | undefined,
  ) {
    this.#box = box;
    this.#painted = painted;
    this.#state = state;
    this.#cursor = cursor;
    this.#use = use;
    this.#always = always;
    const isClear = state.fillAlpha * state.groupAlpha < 1;
    this.#mayBeLost = isClear || painted.isGround(state.fill) || painted.isGround(state.stroke);
  }

  /** A number within a list of strings, in thousandths (§9.4.3). */
  skip(number: number): void {
    const { sizePt, stretch } = this.#state;
    const { isVertical } = this.#use;
    this.#cursor.advance((-number / 1000) * sizePt * (isVertical ? 1 : stretch), isVertical);
  }

  /**
   * @param isSpace whether it is what words are parted by (§9.3.3).
   * @param isBlank whether there is nothing of it to see.
   * @param isMark whether it stands on another by right.
   */
  add(code: number, isSpace: boolean, isBlank: boolean, isMark: boolean): void {
    const { sizePt, stretch, rise, characterSpace, wordSpace, matrix } = this.#state;
    const { isVertical } = this.#use;
    const width = isVertical ? -sizePt : (this.#use.widthOf(code) / 1000) * sizePt;
    if (!isBlank) {
      const [across, down] = isVertical ? [0, width] : [(width * stretch) / 2, 0];
      const toPage = multiply(this.#cursor.matrix, matrix);
      const low = shift(toPage, across, down + rise + FOOT * sizePt);
      const high = shift(toPage, across, down + rise + HEIGHT * sizePt);
      this.#judge(low, high, this.#use.drawn?.hasInk(code) ?? true);
      const wide = Math.abs(isVertical ? sizePt : width * stretch);
      const middle = shift(toPage, across, down + rise + MIDDLE * sizePt);
      if (!isMark) this.#painted.letters.add(boxOf(middle, wide, 2 * MIDDLE * sizePt));
    }
    const space = characterSpace + (isSpace ? wordSpace : 0);
    this.#cursor.advance(isVertical ? width - space : (width + space) * stretch, isVertical);
  }

  #judge(low: Matrix, high: Matrix, hasInk: boolean): void {
    const how = hasInk ? (this.#always ?? this.#findUnseen(low, high)) : "invisible";
    if (how === undefined) this.#painted.addGlyph(low, high);
    else this.unseen.set(how, (this.unseen.get(how) ?? 0) + 1);
  }

  #findUnseen(low: Matrix, high: Matrix): Unseen | undefined {
    if (!isNear(this.#box, low) && !isNear(this.#box, high)) return "outside";
    const { clip } = this.#state;
    if (!isNear(clip, low) && !isNear(clip, high)) return "cut off";
    const isWithin = [low, high].some(([, , , , x, y]) =>
      this.#painted.isWithin(this.#state, x, y),
    );
    if (!isWithin) return "cut off";
    if (!this.#mayBeLost) return undefined;
    const ground = this.#painted.groundAt(low[4], low[5]);
    // A line of dots under a letter is not its ground.
    if (ground === undefined && this.#painted.groundAt(high[4], high[5]) === undefined)
      this.#painted.unsureGlyphs += 1;
    return isLost(this.#state, ground) ? "white" : undefined;
  }
}

function shift(matrix: Matrix, x: number, y: number): Matrix {
  return multiply([1, 0, 0, 1, x, y], matrix);
}

/** Around the middle of a letter; a smaller one where the letter is turned by no quarter. */
function boxOf([a, b, c, d, x, y]: Matrix, wide: number, high: number): PageBox {
  const halfX = Math.max(Math.abs(a * wide), Math.abs(c * high)) / 2;
  const halfY = Math.max(Math.abs(b * wide), Math.abs(d * high)) / 2;
  return [x - halfX, y - halfY, x + halfX, y + halfY];
}

/** What cannot be reckoned is no fault of the page's. */
function isNear([left, bottom, right, top]: PageBox, place: Matrix): boolean {
  const [, , , , x, y] = place;
  if (!(left < right && bottom < top)) return false;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return true;
  return holds([left - MARGIN_PT, bottom - MARGIN_PT, right + MARGIN_PT, top + MARGIN_PT], x, y);
}
