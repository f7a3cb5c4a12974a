import { heightOf, IDENTITY, type Matrix, matrixOf, multiply } from "../pdf-file/matrix.ts";
import type { PageBox } from "../pdf-file/page-box.ts";
import type { Operand } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../pdf-syntax/pdf-value.ts";
import { type Colour, colourOf, isSameColour, mix } from "./paint-colour.ts";
import type { Area } from "./painted-area.ts";

/** What decides how the next thing looks (ISO 32000-1 §8.4, §9.3, §11.6). */
export interface DrawingState {
  readonly font: PdfDict | undefined;
  readonly sizePt: number;
  readonly mode: number;
  readonly characterSpace: number;
  readonly wordSpace: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly fill: Colour;
  readonly stroke: Colour;
  /** Colour spaces of the two. */
  readonly fillSpace: PdfValue | undefined;
  readonly strokeSpace: PdfValue | undefined;
  readonly lineWidth: number;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  /** Of the group that it is drawn in. */
  readonly groupAlpha: number;
  /** Mixed with what lies below rather than painted over it. */
  readonly isBlended: boolean;
  readonly hasSoftMask: boolean;
  readonly clip: PageBox;
  /** What it is cut off by that is no upright box. */
  readonly cuts: readonly Area[];
  /** From where things are drawn to the page. */
  readonly matrix: Matrix;
}

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [1, 1, 1];

export const START: DrawingState = {
  font: undefined,
  sizePt: 0,
  mode: 0,
  characterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  fill: BLACK,
  stroke: BLACK,
  fillSpace: "/DeviceGray",
  strokeSpace: "/DeviceGray",
  lineWidth: 1,
  fillAlpha: 1,
  strokeAlpha: 1,
  groupAlpha: 1,
  isBlended: false,
  hasSoftMask: false,
  clip: [
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ],
  cuts: [],
  matrix: IDENTITY,
};

/** A resource by its kind and name. */
export type Lookup = (kind: string, name: Operand | undefined) => PdfValue | undefined;

const SPACES: Readonly<Record<string, string>> = {
  g: "/DeviceGray",
  rg: "/DeviceRGB",
  k: "/DeviceCMYK",
};
/** Operators that set one number, and which. */
const NUMBERS: Readonly<Record<string, keyof DrawingState>> = {
  w: "lineWidth",
  Tr: "mode",
  Tc: "characterSpace",
  Tw: "wordSpace",
  TL: "leading",
  Ts: "rise",
};
/** Those of colours; in capitals they are of outlines (§8.6.8). */
const COLOURS = /^(?:g|rg|k|cs|scn?|G|RG|K|CS|SCN?)$/;

/** The state after an operation; undefined where the operation is none that changes it. */
export function changeState(
  file: PdfFile,
  state: DrawingState,
  operator: string,
  operands: readonly Operand[],
  find: Lookup,
): DrawingState | undefined {
  const number = Number(operands[0]) || 0;
  const key = NUMBERS[operator];
  if (key !== undefined) return { ...state, [key]: number };
  if (COLOURS.test(operator)) return changeColour(file, state, operator, operands, find);
  switch (operator) {
    case "cm":
      return { ...state, matrix: multiply(matrixOf(operands), state.matrix) };
    case "Tf":
      return {
        ...state,
        font: file.dict(find("Font", operands[0])),
        sizePt: Number(operands[1]) || 0,
      };
    case "Tz":
      return { ...state, stretch: number / 100 };
    case "gs":
      return useParameters(file, state, file.dict(find("ExtGState", operands[0])));
  }
  return undefined;
}

function changeColour(
  file: PdfFile,
  state: DrawingState,
  operator: string,
  operands: readonly Operand[],
  find: Lookup,
): DrawingState {
  const kind = operator.toLowerCase();
  const isStroke = operator !== kind;
  const before = isStroke ? state.strokeSpace : state.fillSpace;
  const named = typeof operands[0] === "string" ? operands[0] : undefined;
  const chosen = kind === "cs" ? (find("ColorSpace", operands[0]) ?? named) : before;
  const space = SPACES[kind] ?? chosen;
  const colour = colourOf(file, space, kind === "cs" ? [] : operands);
  return isStroke
    ? { ...state, strokeSpace: space, stroke: colour }
    : { ...state, fillSpace: space, fill: colour };
}

/** ISO 32000-1 table 58. */
function useParameters(
  file: PdfFile,
  state: DrawingState,
  given: PdfDict | undefined,
): DrawingState {
  if (given === undefined) return state;
  const [font, size] = file.list(given.get("Font")) ?? [];
  const mode = file.oneOrMore(given.get("BM")).map((one) => file.name(one));
  const mask = file.resolve(given.get("SMask"));
  return {
    ...state,
    font: file.dict(font) ?? state.font,
    sizePt: file.number(size) ?? state.sizePt,
    lineWidth: file.number(given.get("LW")) ?? state.lineWidth,
    fillAlpha: file.number(given.get("ca")) ?? state.fillAlpha,
    strokeAlpha: file.number(given.get("CA")) ?? state.strokeAlpha,
    isBlended: mode.length === 0 ? state.isBlended : !/^(?:Normal|Compatible)$/.test(mode[0] ?? ""),
    hasSoftMask: mask === undefined ? state.hasSoftMask : mask !== "/None",
  };
}

/** How text that is there is not seen; undefined where it is. */
export type Unseen = "invisible" | "white" | "tiny" | "outside" | "cut off" | "covered";

/** Less than this of a colour is not seen. */
const LEAST_ALPHA = 0.05;
/** Type that is lower, or narrower, is not read. */
const LEAST_HEIGHT_PT = 2;
const LEAST_WIDTH_PT = 1;

/**
 * How a piece of text is not seen, whatever lies under or over it.
 *
 * @param matrix from the text's line to the page.
 * @param height of the font at a size of one: 1, but for drawings of the PDF's own; undefined where unknown.
 */
export function findUnseen(
  state: DrawingState,
  matrix: Matrix,
  height: number | undefined,
): Unseen | undefined {
  const { mode, sizePt, stretch, groupAlpha } = state;
  if (mode === 3 || mode === 7 || alphaOf(state) * groupAlpha < LEAST_ALPHA) return "invisible";
  if (height === undefined) return undefined;
  const high = Math.abs(sizePt * height) * heightOf(matrix);
  const wide = Math.abs(sizePt * height * stretch) * Math.hypot(matrix[0], matrix[1]);
  return high < LEAST_HEIGHT_PT || wide < LEAST_WIDTH_PT ? "tiny" : undefined;
}

/** Of the colours that text is drawn in by its mode, the one that is seen best (§9.3.6). */
function alphaOf({ mode, fillAlpha, strokeAlpha }: DrawingState): number {
  return mode % 4 === 0
    ? fillAlpha
    : mode % 4 === 1
      ? strokeAlpha
      : Math.max(fillAlpha, strokeAlpha);
}

/** How wide an outline may be that makes a letter bold, in parts of its size. */
const BOLD = 0.1;
/** Closer letters are on each other, in parts of their size. */
const CLOSEST = -0.15;
const isUsual = (space: number, most: number) => space >= CLOSEST && space <= most;

/** Why it cannot be said how text looks; undefined where it can. */
export function findUnsure(state: DrawingState): string | undefined {
  const { mode, fill, stroke, isBlended, hasSoftMask, sizePt, characterSpace, wordSpace } = state;
  const colour = mode % 4 === 1 ? stroke : fill;
  // How clear it is cannot be said without drawing the mask.
  if (hasSoftMask) return "text under a soft mask";
  if (mode >= 4) return "text that cuts off what follows";
  // Bold that is made of a letter and its outline is (§9.3.6).
  const isBold = mode === 2 && isSameColour(fill, stroke) && state.lineWidth <= sizePt * BOLD;
  if (mode !== 0 && mode !== 3 && !isBold) return "text that is drawn as outlines";
  if (sizePt > 0 && !isUsual(characterSpace / sizePt, 1))
    return "text whose letters stand on each other, or far apart";
  if (sizePt > 0 && !isUsual(wordSpace / sizePt, 3))
    return "text whose words stand on each other, or far apart";
  if (colour === undefined) return "text in a colour that is not known";
  return isBlended && !isSameColour(colour, BLACK)
    ? "text that is mixed with its ground"
    : undefined;
}

/** Whether text has no colour but that of its ground; false where that cannot be decided. */
export function isLost(state: DrawingState, ground: Colour): boolean {
  const { mode, fill, stroke, fillAlpha, strokeAlpha, groupAlpha } = state;
  const isFillLost =
    mode % 4 === 1 || isSameColour(mix(fill, ground, fillAlpha * groupAlpha), ground);
  const isStrokeLost =
    mode % 4 === 0 || isSameColour(mix(stroke, ground, strokeAlpha * groupAlpha), ground);
  return isFillLost && isStrokeLost;
}

export const PAPER = WHITE;
