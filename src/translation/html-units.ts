import type { ParsedBody } from "../markup/parse-body.ts";
import type { LocatedUnit } from "./located-unit.ts";
import type { Position } from "./unit.ts";
import { hasWords } from "./unit-text.ts";

/** Tags that stand within a line of text; every other one ends it. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo br cite code del em i ins kbd mark q s samp small span strong sub sup u var wbr".split(
    " ",
  ),
);
const TAG = /<(\/?)([a-z][a-z\d]*)\b[^<>]*>/gi;
const OPAQUE = /^\s*<(?:!|\?|(?:script|style|pre|textarea|code)\b)/i;

/** The runs of text in a block of HTML, and the descriptions of its pictures. */
export function listHtmlUnits(
  { lines }: Pick<ParsedBody, "lines">,
  [first, end]: readonly [number, number],
): LocatedUnit[] {
  const text = lines.slice(first, end).join("\n");
  if (OPAQUE.test(text)) return [];
  const units: LocatedUnit[] = [];
  const place = makePlaces(text, first);
  const add = (from: number, to: number) => {
    const unit = readRun(text, from, to);
    if (unit !== undefined) {
      units.push({ ...unit, from: place(unit.start), to: place(unit.end), shape: "text" });
    }
  };
  let start = 0;
  for (const found of text.matchAll(TAG)) {
    const name = (found[2] ?? "").toLowerCase();
    if (INLINE_TAGS.has(name)) continue;
    add(start, found.index);
    start = found.index + found[0].length;
    const alt = name === "img" ? /\salt\s*=\s*("[^"]*"|'[^']*')/i.exec(found[0]) : null;
    const source = alt?.[1]?.slice(1, -1) ?? "";
    if (alt === null || !hasWords(source)) continue;
    const at = found.index + alt.index + alt[0].length - source.length - 1;
    const from = place(at);
    const to = place(at + source.length);
    units.push({
      kind: "alternative text",
      source: source.replace(/[ \t\n\f]+/g, " ").trim(),
      addresses: [],
      from,
      to,
      shape: "attribute",
    });
  }
  add(start, text.length);
  return units;
}

type Run = Pick<LocatedUnit, "kind" | "source" | "addresses"> & {
  readonly start: number;
  readonly end: number;
};

function readRun(text: string, from: number, to: number): Run | undefined {
  const run = text.slice(from, to);
  const trimmed = run.replace(/^(?:[\s\f]|<br\s*\/?>)+/i, "");
  const start = to - trimmed.length;
  const source = trimmed.replace(/(?:[\s\f]|<br\s*\/?>){1,200}$/i, "");
  const end = start + source.length;
  const addresses: string[] = [];
  const plain = source
    .replace(/[ \t\n\f]+/g, " ")
    .replace(/ ?<br\s*\/?> ?/gi, "\n")
    .replace(/(\s(?:href|src)\s*=\s*["'])([^"']+)/gi, (_, before: string, address: string) => {
      addresses.push(address);
      return `${before}{${addresses.length}}`;
    });
  return hasWords(plain) ? { kind: "paragraph", source: plain, addresses, start, end } : undefined;
}

function makePlaces(text: string, first: number): (offset: number) => Position {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: first + line, column: offset - (starts[line] ?? 0) };
  };
}
