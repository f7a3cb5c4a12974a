import type { LineSigns } from "./line-signs.ts";
import { endsShortened, type Span } from "./token-edges.ts";

/** What ends a sentence, or makes a pause in one, with the space behind it. */
const PAUSE = /(?:(?<![.!?…])([.!?…]+)["'”’)\]»]*|[:;,]|(?<=\s)[-–—])\s+/gu;

/**
 * Parts a span of a line from the right where a sentence ends in it or pauses, and a number beyond
 * belongs to the words that follow: in "… Tails. 3 أشخاص" and "Signal – 30 دقيقة" the number is none
 * of the name's. A Latin phrase with its own pauses stays whole.
 */
export function partAtPauses(line: LineSigns, { start, end }: Span): readonly Span[] {
  const { text, kinds } = line;
  const paired = findPaired(line, { start, end });
  const pauses = [...text.slice(start, end).matchAll(PAUSE)]
    .map(({ 0: whole, 1: stop, index }) => ({
      at: start + index,
      next: start + index + whole.length,
      stop,
    }))
    .filter(({ at, stop }) => stop !== "." || !endsShortened(text.slice(start, at)))
    .filter(({ at }) => !paired.has(at));
  const hasLetters = (from: number, to: number) => kinds.slice(from, to).includes("ltr");
  const isFollowed = kinds[end] === "rtl";
  const isPreceded = start > 0 && kinds[start - 1] === "rtl";
  const parts: Span[] = [];
  let from = start;
  pauses.forEach(({ at, next, stop }, index) => {
    const isStop = stop !== undefined;
    const isFirst = index === 0;
    const isLast = index === pauses.length - 1;
    const endsNumber = isStop && isFirst && isPreceded && !hasLetters(start, at);
    const beginsNumber =
      isLast &&
      isFollowed &&
      !hasLetters(next, end) &&
      (isStop || kinds[at - 1] === "ltr" || kinds[at - 2] === "ltr");
    if (!endsNumber && !beginsNumber) return;
    parts.push({ start: from, end: next });
    from = next;
  });
  parts.push({ start: from, end });
  return parts;
}

/** What stands between brackets or quotation marks keeps together: "(ver. 2.0)". */
function findPaired({ partners }: LineSigns, { start, end }: Span): ReadonlySet<number> {
  const paired = new Set<number>();
  let closer = start;
  for (let at = start; at < end; at += 1) {
    if (at < closer) paired.add(at);
    const partner = partners.get(at) ?? end;
    if (partner < end) closer = Math.max(closer, partner);
  }
  return paired;
}
