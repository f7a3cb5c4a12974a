import { readNumbers, UNIT_PX } from "./svg-numbers.ts";

/** Lengths of a view box beyond which browsers reckon with infinity or nothing. */
const LONGEST_BOX = 1_000_000;
const SHORTEST_BOX = 0.01;

/** How large a drawing is. */
export interface DrawingSize {
  /** In units of the drawing: what stands where, and how wide and high that is. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  /** As it would be shown by itself. */
  readonly width: number;
  readonly height: number;
  /** Of the box, at least 1. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The view box and size of a drawing, each from the other where one is absent; undefined where both are. */
export function sizeDrawing(attributes: ReadonlyMap<string, string>): DrawingSize | undefined {
  const numbers = readNumbers(attributes.get("viewBox") ?? "");
  const [x = 0, y = 0, boxWidth = 0, boxHeight = 0] = numbers;
  const hasBox =
    numbers.length === 4 &&
    numbers.every((length) => Math.abs(length) <= LONGEST_BOX) &&
    Math.min(boxWidth, boxHeight) >= SHORTEST_BOX;
  const width = readLength(attributes.get("width")) ?? (hasBox ? boxWidth : undefined);
  const height = readLength(attributes.get("height")) ?? (hasBox ? boxHeight : undefined);
  if (width === undefined || height === undefined) return undefined;
  return {
    box: hasBox ? [x, y, boxWidth, boxHeight] : [0, 0, width, height],
    width,
    height,
    widthPx: Math.max(1, Math.round(hasBox ? boxWidth : width)),
    heightPx: Math.max(1, Math.round(hasBox ? boxHeight : height)),
  };
}

function readLength(text: string | undefined): number | undefined {
  const [, digits = "", unit = ""] = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/.exec(text ?? "") ?? [];
  const factor = UNIT_PX[unit];
  const length = Number(digits);
  return factor === undefined || !(length > 0)
    ? undefined
    : Math.round(length * factor * 100) / 100;
}
