import { UNIT_PX } from "./svg-style.ts";

/** Lengths of a view box beyond which browsers reckon with infinity or nothing. */
const LONGEST_BOX = 1_000_000;
const SHORTEST_BOX = 0.01;

/**
 * Gives the root of a drawing a view box and a size in pixels, each from the other where one is absent;
 * undefined where both are.
 */
export function sizeDrawing(
  attributes: Map<string, string>,
): { readonly widthPx: number; readonly heightPx: number } | undefined {
  const box = (attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const hasBox =
    box.length === 4 &&
    box.every((length) => Math.abs(length) <= LONGEST_BOX) &&
    Math.min(boxWidth, boxHeight) >= SHORTEST_BOX;
  const width = readLength(attributes.get("width")) ?? (hasBox ? boxWidth : undefined);
  const height = readLength(attributes.get("height")) ?? (hasBox ? boxHeight : undefined);
  if (width === undefined || height === undefined) return undefined;
  if (!hasBox) attributes.set("viewBox", `0 0 ${width} ${height}`);
  attributes.set("width", String(width));
  attributes.set("height", String(height));
  return {
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
