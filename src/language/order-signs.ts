import { directionOf, findOrder } from "./bidi-classes.ts";
import { GONE } from "./invisible-characters.ts";
import type { Direction } from "./language.ts";

const SIGN = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const SIGNS = new RegExp(SIGN, "g");
const OPENING = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;
const ISOLATE = /[\u2066-\u2068]/;

/** How much may be tried for one page; in code units of all tries. */
export interface OrderBudget {
  left: number;
}

/** A second's work; no honest page needs a hundredth of it. */
export function newOrderBudget(): OrderBudget {
  return { left: 3_000_000 };
}

/** True where a text has signs that tell in which order it is read. */
export function hasOrderSigns(text: string): boolean {
  return SIGN.test(text);
}

/**
 * A line of the same length in which each mark of direction, and each pair of signs that embed or
 * isolate, is `GONE` where every letter stands in the same place without it. Nobody sees whether such a
 * sign is there. Where the budget is spent, all the others go as well.
 *
 * @param bases in which the line may be set: a sign that does something in one of them stays.
 */
export function markIdleOrder(
  line: string,
  bases: readonly Direction[],
  budget = newOrderBudget(),
): string {
  const units = listUnits(line);
  if (units.length === 0) return line;
  const seen = (one: string) => bases.map((base) => seenOrder(one, base)).join("\n");
  const order = seen(line);
  let kept = line;
  const clear = (some: readonly (readonly number[])[]) => {
    budget.left -= line.length;
    const tried = withoutUnits(kept, some);
    if (budget.left < 0 || seen(tried) === order) {
      kept = tried;
    } else if (some.length > 1) {
      const middle = some.length >> 1;
      clear(some.slice(0, middle));
      clear(some.slice(middle));
    }
  };
  clear(units);
  return kept;
}

/** Offsets of signs that are one thing: a mark alone, or an opening sign and what closes it. */
function listUnits(line: string): readonly (readonly number[])[] {
  const units: number[][] = [];
  const open: { readonly unit: number[]; readonly isIsolate: boolean }[] = [];
  for (const { index, 0: sign } of line.matchAll(SIGNS)) {
    const top = open.at(-1);
    const closesIsolate = sign === "\u2069";
    if (
      top !== undefined &&
      (closesIsolate || sign === "\u202C") &&
      top.isIsolate === closesIsolate
    ) {
      top.unit.push(index);
      open.pop();
      continue;
    }
    const unit = [index];
    units.push(unit);
    if (OPENING.test(sign)) open.push({ unit, isIsolate: ISOLATE.test(sign) });
  }
  return units;
}

function withoutUnits(line: string, units: readonly (readonly number[])[]): string {
  const gone = new Set(units.flat());
  return line.replace(SIGNS, (sign, at: number) => (gone.has(at) ? GONE : sign));
}

/** What is seen of a line, from left to right. */
function seenOrder(line: string, base: Direction): string {
  return findOrder(line.replaceAll(GONE, ""), base).replace(SIGNS, "");
}

/** The directions of the letters of a line, one of which its page may have; from the left without any. */
export function letterDirections(line: string): readonly Direction[] {
  const found = new Set<Direction>();
  for (const sign of line.replace(SIGNS, "")) {
    const direction = directionOf(sign);
    if (direction !== undefined) found.add(direction);
  }
  return found.size === 0 ? ["ltr"] : [...found];
}
