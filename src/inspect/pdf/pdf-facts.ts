import type { HiddenText } from "../../pdf-pages/content-scan.ts";
import { isEmbedded, readFont } from "../../pdf-pages/read-font.ts";
import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import { collectLinks, type LinksFact } from "./link-facts.ts";
import { describePages, type PagesFact } from "./page-facts.ts";
import type { Bookmark, MetadataEntry, PdfDocument } from "./read-document.ts";
import type { ActionFact, EmbeddedFileFact, ImageFact, PartKind } from "./survey-objects.ts";

/** How a file is locked (ISO 32000-1 §7.6). */
export interface LockFact {
  /** `Standard` for passwords. */
  readonly handler: string;
  readonly hasPermissions: boolean;
  /** Bits of table 22. */
  readonly permissions: number;
}

export interface FontFact {
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
  readonly subset: boolean;
}

export interface CountFact {
  readonly type: string;
  readonly count: number;
}

/** What a PDF is, holds and tells, as it stands in the file. */
export interface PdfFacts {
  readonly kind: "pdf";
  readonly version: string;
  readonly sizeBytes: number;
  /** Where it is locked, all that follows but the pages is empty. */
  readonly lock: LockFact | undefined;
  readonly metadata: readonly MetadataEntry[];
  readonly language: string | undefined;
  readonly direction: "ltr" | "rtl" | undefined;
  readonly showsTitle: boolean;
  readonly pages: PagesFact;
  readonly bookmarks: readonly Bookmark[];
  readonly links: LinksFact;
  readonly annotations: readonly CountFact[];
  readonly formFields: number;
  readonly fonts: readonly FontFact[];
  readonly images: readonly ImageFact[];
  readonly isTagged: boolean;
  /** Tags by type, as PDF 1.7 names them. */
  readonly tags: readonly CountFact[];
  readonly figures: { readonly described: number; readonly undescribed: number };
  readonly hasText: boolean;
  readonly hiddenText: HiddenText;
  /** Scripts and whatever else runs, fetches or sends; plain links are not among them. */
  readonly actions: readonly ActionFact[];
  readonly embeddedFiles: readonly EmbeddedFileFact[];
  readonly remoteFiles: readonly string[];
  readonly sizes: readonly PartFact[];
  readonly pdfua: {
    /** Part of PDF/UA that the file says it keeps. */
    readonly claims: string | undefined;
  };
}

export interface PartFact {
  readonly kind: PartKind | "objects and tables";
  readonly count: number;
  readonly bytes: number;
  readonly percent: number;
}

const PLAIN_ACTIONS = new Set([
  "GoTo",
  "URI",
  "Named",
  "Hide",
  "ResetForm",
  "SetOCGState",
  "Trans",
]);

/** @param sizeBytes of the whole file. */
export function describeDocument(document: PdfDocument, sizeBytes: number): PdfFacts {
  const { file, catalog, metadata, survey, structure, scan } = document;
  const preferences = file.dict(catalog.get("ViewerPreferences"));
  const direction = file.name(preferences?.get("Direction"));
  const figures = (structure?.elements ?? []).filter(({ role }) => role === "Figure");
  const described = figures.filter(
    ({ dict }) =>
      (file.text(dict.get("Alt")) ?? file.text(dict.get("ActualText")) ?? "").trim() !== "",
  ).length;
  return {
    kind: "pdf",
    version: versionOf(file),
    sizeBytes,
    lock: undefined,
    metadata: metadata.entries,
    language: file.text(catalog.get("Lang")),
    direction: direction === "R2L" ? "rtl" : direction === "L2R" ? "ltr" : undefined,
    showsTitle: file.resolve(preferences?.get("DisplayDocTitle")) === true,
    pages: describePages(file, document.pages),
    bookmarks: document.outline,
    links: collectLinks(document),
    annotations: countBy(document.annotations.map(({ type }) => type)),
    formFields: document.annotations.filter(({ type }) => type === "Widget").length,
    fonts: listFonts(document),
    images: survey.images,
    isTagged: document.isTagged,
    tags: countBy((structure?.elements ?? []).map(({ role }) => role)),
    figures: { described, undescribed: figures.length - described },
    hasText: scan.hasText,
    hiddenText: scan.hidden,
    actions: survey.actions.filter(({ type }) => !PLAIN_ACTIONS.has(type)),
    embeddedFiles: survey.embeddedFiles,
    remoteFiles: survey.remoteFiles,
    sizes: measureParts(document, sizeBytes),
    pdfua: { claims: metadata.pdfuaPart },
  };
}

/** What stands in strings and streams of a locked file says nothing. */
export function hideLocked(facts: PdfFacts, lock: LockFact): PdfFacts {
  return {
    ...facts,
    lock,
    metadata: [],
    language: undefined,
    pages: { ...facts.pages, labels: undefined },
    bookmarks: [],
    links: { ...facts.links, addresses: [], files: [] },
    actions: [],
    embeddedFiles: [],
    remoteFiles: [],
  };
}

function versionOf(file: PdfFile): string {
  const later = file.name(file.catalog?.get("Version")) ?? "";
  return later > file.headerVersion && /^\d\.\d$/.test(later) ? later : file.headerVersion;
}

function countBy(types: readonly string[]): readonly CountFact[] {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((one, other) => (one.type < other.type ? -1 : 1));
}

/** Fonts that pages use, and those that only lie in the file. */
function listFonts({ file, scan, survey }: PdfDocument): readonly FontFact[] {
  const used = [...scan.fonts.values()].map(({ font }) => font);
  const inner = new Set(
    survey.fontDicts.map((dict) => file.dict(file.list(dict.get("DescendantFonts"))?.[0])),
  );
  const others = survey.fontDicts
    .filter((dict) => !scan.fonts.has(dict) && !inner.has(dict))
    .slice(0, 1000)
    .map((dict) => readFont(file, dict));
  const facts = new Map<string, FontFact>();
  for (const font of [...used, ...others]) {
    const { name, type, isSubset: subset } = font;
    const fact = { name, type, embedded: isEmbedded(font), subset };
    facts.set(JSON.stringify(fact), fact);
  }
  return [...facts.values()].sort((one, other) =>
    one.name + one.type < other.name + other.type ? -1 : 1,
  );
}

function measureParts({ survey }: PdfDocument, sizeBytes: number): readonly PartFact[] {
  const parts = [...survey.parts].map(([kind, part]) => ({ kind, ...part }));
  const rest = Math.max(0, sizeBytes - parts.reduce((sum, { bytes }) => sum + bytes, 0));
  return [...parts, { kind: "objects and tables" as const, count: 0, bytes: rest }]
    .map((part) => ({ ...part, percent: (100 * part.bytes) / Math.max(1, sizeBytes) }))
    .sort((one, other) => other.bytes - one.bytes);
}
