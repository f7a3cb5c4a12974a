import type { Theme } from "../theme/theme.ts";
import { isTiny, type Paper } from "./paper.ts";

/** No paper makes type smaller; a theme may. */
const SMALLEST_TYPE_PT = 8.6;

/** In points: of the theme, for the book's script and on its sheet, as far as it can be read. */
export function chooseBodySize({ bodySizePt, print }: Theme, script: string, paper: Paper): number {
  const wholePt = print.scriptSizesPt.get(script) ?? bodySizePt;
  const step = paper.size === "small" ? print.smallSheets : 1;
  const smallerPt = wholePt * step * (isTiny(paper) ? step : 1);
  return roundSize(Math.max(smallerPt, Math.min(wholePt, SMALLEST_TYPE_PT)));
}

/** To what a PDF tells apart. */
export function roundSize(sizePt: number): number {
  return Math.round(sizePt * 100) / 100;
}
