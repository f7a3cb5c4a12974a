import type { DirectedRun } from "../language/directed-runs.ts";
import type { Direction } from "../language/language.ts";
import type { Paragraph, Tag } from "./read-paragraphs.ts";

/** What is written into a document: at a place, in the order of the ranks there. */
export interface Insertion {
  readonly at: number;
  readonly rank: number;
  readonly text: string;
}

/** An element that leaves the order as it is, and how many code units of text are before its tags. */
interface InnerElement {
  readonly start: Tag;
  readonly startsAt: number;
  readonly end?: Tag;
  readonly endsAt?: number;
}

/** The tags that set the runs of a paragraph apart, and those within them. */
export function wrapRuns(
  paragraph: Paragraph,
  runs: readonly DirectedRun[],
  base: Direction,
): readonly Insertion[] {
  const elements = pairTags(paragraph);
  const wrap = (run: DirectedRun, around: Direction, depth: number): readonly Insertion[] => [
    ...wrapRun(paragraph, elements, run, around, depth),
    ...run.inner.flatMap((inner) => wrap(inner, run.direction, depth + 1)),
  ];
  return runs.flatMap((run) => wrap(run, base, 0));
}

/** The element of each tag, in the order of the tags; undefined for an end without a start. */
function pairTags({ tags }: Paragraph): readonly (InnerElement | undefined)[] {
  const elements: (InnerElement | undefined)[] = [];
  const open: number[] = [];
  tags.forEach(({ tag, at }, index) => {
    const own = tag.isEnd ? open.pop() : index;
    const started = own === undefined ? undefined : elements[own];
    if (!tag.isEnd) open.push(index);
    if (own !== undefined) {
      elements[own] =
        started === undefined ? { start: tag, startsAt: at } : { ...started, end: tag, endsAt: at };
    }
    elements[index] = own === undefined ? undefined : elements[own];
  });
  return elements;
}

/**
 * An element that begins or ends within a run is taken in whole where no more of it stands outside;
 * else it is parted in two: `<b>call +964</b> 750` has half of a number in bold.
 */
function wrapRun(
  { text, starts, ends, tags }: Paragraph,
  elements: readonly (InnerElement | undefined)[],
  run: DirectedRun,
  around: Direction,
  depth: number,
): readonly Insertion[] {
  let from = starts[run.start] ?? 0;
  let to = ends[run.end - 1] ?? from;
  /** Innermost first. */
  const ending: InnerElement[] = [];
  const beginning: InnerElement[] = [];
  for (let index = firstTagFrom(tags, from); (tags[index]?.tag.start ?? to) < to; index += 1) {
    const element = elements[index];
    if (element === undefined) return [];
    if (tags[index]?.tag.isEnd === true) {
      if (element.start.start < from) ending.push(element);
    } else if ((element.end?.start ?? to) >= to) beginning.unshift(element);
  }
  while (ending[0]?.startsAt === run.start) from = ending.shift()?.start.start ?? from;
  while (beginning[0]?.endsAt === run.end) to = beginning.shift()?.end?.end ?? to;
  const element = run.overrides ? "bdo" : "bdi";
  const kept = isKept(text.slice(run.start, run.end), run, around) ? ' class="token"' : "";
  const tag = `<${element} dir="${run.direction}"${kept}>`;
  return [
    { at: from, rank: depth + 1, text: partAt(ending, tag) },
    { at: to, rank: -depth - 1, text: partAt(beginning, `</${element}>`) },
  ];
}

/** The first of the tags that stands at a place or after it. */
function firstTagFrom(tags: Paragraph["tags"], place: number): number {
  let [low, high] = [0, tags.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.tag.start ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ends elements before a tag and begins them anew behind it. An id stays where it was. */
function partAt(elements: readonly InnerElement[], tag: string): string {
  const ends = elements.map(({ start }) => `</${start.name}>`);
  const starts = elements.map(({ start }) => start.text.replace(/\sid="[^"]*"/, "")).reverse();
  return [...ends, tag, ...starts].join("");
}

/** A longer one must stay free to break. */
const LONGEST_KEPT = 20;

/** What a reader dials or types is not broken over two lines of paper, where there is room. */
function isKept(written: string, { direction }: DirectedRun, around: Direction): boolean {
  if (direction === around || direction === "rtl" || written.length > LONGEST_KEPT) return false;
  return /\p{N}/u.test(written) || !/\s/u.test(written);
}
