import { intersect, type PageBox } from "../pdf-file/page-box.ts";
import { formatRoman } from "../pdf-file/roman-numbers.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../pdf-syntax/pdf-value.ts";
import { readBox } from "./form-space.ts";

export interface PdfPage {
  /** 1-based, in the order of the file. */
  readonly number: number;
  readonly dict: PdfDict;
  readonly resources: PdfDict | undefined;
  /** In points, as it is seen: turned where the page says so. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** What is seen of it, in the page's own units. */
  readonly box: PageBox;
}

/** What a page has from those above it (ISO 32000-1 §7.7.3.4). */
const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;

/** Of a page that says no size, as readers show it. */
const LETTER: PageBox = [0, 0, 612, 792];

/** The pages of the page tree (ISO 32000-1 §7.7.3); what circles or is no page is left out. */
export function readPages(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PdfDict>();
  type Waiting = { readonly value: PdfValue | undefined; readonly above: PdfDict };
  const waiting: Waiting[] = [{ value: file.catalog?.get("Pages"), above: new Map() }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const dict = file.dict(next.value);
    if (dict === undefined || seen.has(dict)) continue;
    seen.add(dict);
    const own = new Map(next.above);
    for (const key of INHERITED) {
      const value = dict.get(key);
      if (value !== undefined) own.set(key, value);
    }
    const kids = file.list(dict.get("Kids"));
    if (kids !== undefined && file.name(dict.get("Type")) !== "Page") {
      for (const kid of [...kids].reverse()) waiting.push({ value: kid, above: own });
    } else {
      if (!file.limits.spend("pages")) break;
      pages.push(makePage(file, dict, own, pages.length + 1));
    }
  }
  return pages;
}

function makePage(file: PdfFile, dict: PdfDict, own: PdfDict, number: number): PdfPage {
  const paper = readBox(file, own.get("MediaBox")) ?? LETTER;
  const box = intersect(readBox(file, own.get("CropBox")) ?? paper, paper);
  const width = Math.max(0, box[2] - box[0]);
  const height = Math.max(0, box[3] - box[1]);
  const isTurned = (file.number(own.get("Rotate")) ?? 0) % 180 !== 0;
  const resources = file.dict(own.get("Resources"));
  return {
    number,
    dict,
    resources,
    widthPt: isTurned ? height : width,
    heightPt: isTurned ? width : height,
    box,
  };
}

/** The label of each page (ISO 32000-1 §12.4.2); undefined where the file has none. */
export function readPageLabels(file: PdfFile, pageCount: number): readonly string[] | undefined {
  const tree = file.catalog?.get("PageLabels");
  if (file.dict(tree) === undefined) return undefined;
  const ranges = [...readNumberTree(file, tree)].sort(([one], [other]) => one - other);
  const labels: string[] = [];
  for (let at = 0; at < ranges.length; at += 1) {
    const [start, value] = ranges[at] ?? [0, null];
    const end = Math.min(ranges[at + 1]?.[0] ?? pageCount, pageCount);
    const dict = file.dict(value);
    const prefix = file.text(dict?.get("P")) ?? "";
    const style = file.name(dict?.get("S")) ?? "";
    const first = file.number(dict?.get("St")) ?? 1;
    for (let page = Math.max(0, start); page < end; page += 1)
      labels[page] = prefix + formatNumber(style, first + page - start);
  }
  return Array.from({ length: pageCount }, (_, at) => labels[at] ?? "");
}

function formatNumber(style: string, value: number): string {
  if (style === "D") return String(value);
  if (value < 1 || value > 5000) return style === "" ? "" : String(value);
  if (style === "r") return formatRoman(value);
  if (style === "R") return formatRoman(value).toUpperCase();
  if (style !== "a" && style !== "A") return "";
  const letter = String.fromCharCode((style === "a" ? 97 : 65) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

/** The leaves of a number tree (ISO 32000-1 §7.9.7). */
export function readNumberTree(
  file: PdfFile,
  tree: PdfValue | undefined,
): ReadonlyMap<number, PdfValue> {
  const leaves = new Map<number, PdfValue>();
  for (const [key, value] of readTree(file, tree, "Nums")) {
    const number = file.number(key);
    if (number !== undefined) leaves.set(number, value);
  }
  return leaves;
}

/** The leaves of a name tree (ISO 32000-1 §7.9.6), as pairs of text and value. */
export function readNameTree(
  file: PdfFile,
  tree: PdfValue | undefined,
): readonly (readonly [string, PdfValue])[] {
  return readTree(file, tree, "Names").map(([key, value]) => [file.text(key) ?? "", value]);
}

function readTree(
  file: PdfFile,
  tree: PdfValue | undefined,
  leavesKey: "Nums" | "Names",
): readonly (readonly [PdfValue, PdfValue])[] {
  const pairs: (readonly [PdfValue, PdfValue])[] = [];
  const seen = new Set<PdfDict>();
  const waiting: (PdfValue | undefined)[] = [tree];
  while (waiting.length > 0) {
    const node = file.dict(waiting.pop());
    if (node === undefined || seen.has(node)) continue;
    seen.add(node);
    const leaves = file.list(node.get(leavesKey)) ?? [];
    for (let at = 0; at + 1 < leaves.length; at += 2) {
      if (!file.limits.spend("entries of name trees")) return pairs;
      pairs.push([leaves[at] ?? null, leaves[at + 1] ?? null]);
    }
    for (const kid of [...(file.list(node.get("Kids")) ?? [])].reverse()) waiting.push(kid);
  }
  return pairs;
}
