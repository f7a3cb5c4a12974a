import type { PdfPage } from "../../pdf-pages/read-pages.ts";
import { readPageLabels } from "../../pdf-pages/read-pages.ts";
import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";

export interface PagesFact {
  readonly count: number;
  /** The commonest first. */
  readonly sizes: readonly PageSizeFact[];
  /** What readers call each page, where the file says it. */
  readonly labels: readonly string[] | undefined;
}

export interface PageSizeFact {
  /** `A4`, `A4 on its side`, `Letter` …; empty where the size has no name. */
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly count: number;
}

/** In points, upright. */
const PAPERS: readonly (readonly [name: string, widthPt: number, heightPt: number])[] = [
  ["A3", 841.9, 1190.6],
  ["A4", 595.3, 841.9],
  ["A5", 419.5, 595.3],
  ["A6", 297.6, 419.5],
  ["B5", 498.9, 708.7],
  ["Letter", 612, 792],
  ["Half Letter", 396, 612],
  ["Legal", 612, 1008],
  ["Tabloid", 792, 1224],
];
/** Programs round to whole points, pixels or millimetres. */
const TOLERANCE_PT = 2;

export function describePages(file: PdfFile, pages: readonly PdfPage[]): PagesFact {
  const sizes = new Map<string, { -readonly [Key in keyof PageSizeFact]: PageSizeFact[Key] }>();
  for (const { widthPt, heightPt } of pages) {
    const name = namePaper(widthPt, heightPt);
    const [widthMm, heightMm] = [widthPt, heightPt].map((one) => Math.round((one * 25.4) / 72)) as [
      number,
      number,
    ];
    const key = name === "" ? `${widthMm}x${heightMm}` : name;
    const known = sizes.get(key) ?? { name, widthMm, heightMm, count: 0 };
    known.count += 1;
    sizes.set(key, known);
  }
  return {
    count: pages.length,
    sizes: [...sizes.values()].sort((one, other) => other.count - one.count),
    labels: readPageLabels(file, pages.length),
  };
}

function namePaper(widthPt: number, heightPt: number): string {
  const isNear = (one: number, other: number) => Math.abs(one - other) <= TOLERANCE_PT;
  for (const [name, width, height] of PAPERS) {
    if (isNear(widthPt, width) && isNear(heightPt, height)) return name;
    if (isNear(widthPt, height) && isNear(heightPt, width)) return `${name} on its side`;
  }
  return "";
}
