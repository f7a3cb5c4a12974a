import { holds, type PageBox } from "../pdf-file/page-box.ts";
import type { Colour } from "./paint-colour.ts";

/** What was painted over a part of a page. */
export interface Area {
  readonly box: PageBox;
  /** The outlines, as x and y in turn; undefined where the box is all. */
  readonly outlines: readonly (readonly number[])[] | undefined;
  readonly isEvenOdd: boolean;
  readonly colour: Colour;
}

/** By the rules of ISO 32000-1 §8.5.3.3. */
export function isInside({ box, outlines, isEvenOdd }: Area, x: number, y: number): boolean {
  if (!holds(box, x, y)) return false;
  if (outlines === undefined) return true;
  let turns = 0;
  let crossings = 0;
  for (const line of outlines) {
    let fromX = line.at(-2) ?? 0;
    let fromY = line.at(-1) ?? 0;
    for (let at = 0; at < line.length; at += 2) {
      const toX = line[at] ?? 0;
      const toY = line[at + 1] ?? 0;
      if (fromY <= y !== toY <= y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) {
        crossings += 1;
        turns += toY > fromY ? 1 : -1;
      }
      fromX = toX;
      fromY = toY;
    }
  }
  return isEvenOdd ? crossings % 2 === 1 : turns !== 0;
}
