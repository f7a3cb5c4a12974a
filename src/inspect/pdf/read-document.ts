import type { ContentScan } from "../../pdf-pages/content-scan.ts";
import { type PdfPage, readPages } from "../../pdf-pages/read-pages.ts";
import { readStructure, type Structure } from "../../pdf-pages/read-structure.ts";
import { scanContent } from "../../pdf-pages/scan-content.ts";
import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../../pdf-syntax/pdf-value.ts";
import { readXmp } from "../disclosure/xmp-packet.ts";
import { type ObjectSurvey, surveyObjects } from "./survey-objects.ts";

/** A PDF as rules and facts see it. */
export interface PdfDocument {
  readonly file: PdfFile;
  readonly catalog: PdfDict;
  readonly pages: readonly PdfPage[];
  readonly structure: Structure | undefined;
  /** There are tags, and the file says that they are meant. */
  readonly isTagged: boolean;
  readonly scan: ContentScan;
  readonly annotations: readonly Annotation[];
  readonly metadata: PdfMetadata;
  readonly outline: readonly Bookmark[];
  readonly survey: ObjectSurvey;
}

export function readDocument(file: PdfFile): PdfDocument {
  const catalog = file.catalog ?? new Map();
  const pages = readPages(file);
  const numbers = new Map(pages.map(({ dict, number }) => [dict, number]));
  const structure = readStructure(file, numbers);
  const marked = file.resolve(file.dict(catalog.get("MarkInfo"))?.get("Marked"));
  return {
    file,
    catalog,
    pages,
    structure,
    isTagged: marked === true && structure !== undefined,
    scan: scanContent(file, pages, structure),
    annotations: readAnnotations(file, pages),
    metadata: readMetadata(file),
    outline: readOutline(file),
    survey: surveyObjects(file),
  };
}

/** Something that lies on a page: a link, a field, a remark (ISO 32000-1 §12.5). */
interface Annotation {
  readonly page: PdfPage;
  readonly dict: PdfDict;
  readonly type: string;
}

function readAnnotations(file: PdfFile, pages: readonly PdfPage[]): readonly Annotation[] {
  const annotations: Annotation[] = [];
  for (const page of pages) {
    for (const value of file.list(page.dict.get("Annots")) ?? []) {
      const dict = file.dict(value);
      if (dict === undefined) continue;
      if (!file.limits.spend("annotations")) return annotations;
      annotations.push({ page, dict, type: file.name(dict.get("Subtype")) ?? "" });
    }
  }
  return annotations;
}

export interface Bookmark {
  readonly title: string;
  /** 1 for those at the top. */
  readonly depth: number;
}

/** The bookmarks in their order (ISO 32000-1 §12.3.3). */
function readOutline(file: PdfFile): readonly Bookmark[] {
  const bookmarks: Bookmark[] = [];
  const seen = new Set<PdfDict>();
  const first = file.dict(file.catalog?.get("Outlines"))?.get("First");
  const waiting: { readonly value: PdfValue | undefined; readonly depth: number }[] = [
    { value: first, depth: 1 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const dict = file.dict(next.value);
    if (dict === undefined || seen.has(dict)) continue;
    seen.add(dict);
    if (!file.limits.spend("bookmarks")) break;
    bookmarks.push({ title: file.text(dict.get("Title")) ?? "", depth: next.depth });
    waiting.push({ value: dict.get("Next"), depth: next.depth });
    waiting.push({ value: dict.get("First"), depth: next.depth + 1 });
  }
  return bookmarks;
}

/** One thing that the file says of itself. */
export interface MetadataEntry {
  readonly from: "Info" | "XMP";
  /** `Title`, `dc:title` … */
  readonly name: string;
  readonly value: string;
}

interface PdfMetadata {
  readonly entries: readonly MetadataEntry[];
  /** `missing`, `unreadable` where it is no XML, or `read`. */
  readonly packet: "missing" | "unreadable" | "read";
  /** Part of PDF/UA that the file says to keep; undefined where it says nothing. */
  readonly pdfuaPart: string | undefined;
}

const PDFUA = "http://www.aiim.org/pdfua/ns/id/";

/** Everything in the information dictionary and the metadata packet (ISO 32000-1 §14.3). */
function readMetadata(file: PdfFile): PdfMetadata {
  const entries: MetadataEntry[] = [];
  for (const [name, raw] of file.dict(file.trailer.get("Info")) ?? []) {
    for (const one of file.oneOrMore(raw)) {
      const value = file.text(one) ?? file.name(one);
      if (value !== undefined) entries.push({ from: "Info", name, value });
    }
  }
  const stream = file.stream(file.catalog?.get("Metadata"));
  if (stream === undefined) return { entries, packet: "missing", pdfuaPart: undefined };
  const found = readXmp(file.decode(stream));
  if (found === undefined) return { entries, packet: "unreadable", pdfuaPart: undefined };
  for (const { name, value } of found) entries.push({ from: "XMP", name, value });
  const part = found.find(({ uri, local }) => uri === PDFUA && local === "part");
  return { entries, packet: "read", pdfuaPart: part?.value };
}
