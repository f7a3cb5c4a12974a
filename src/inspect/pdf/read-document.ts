import type { ContentScan } from "../../pdf-pages/content-scan.ts";
import { type PdfPage, readPages } from "../../pdf-pages/read-pages.ts";
import { readStructure, type Structure } from "../../pdf-pages/read-structure.ts";
import { scanContent } from "../../pdf-pages/scan-content.ts";
import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../../pdf-syntax/pdf-value.ts";
import { type Annotation, readAnnotations } from "./read-annotations.ts";
import { type PdfMetadata, readMetadata } from "./read-metadata.ts";
import { type Bookmark, readOutline } from "./read-outline.ts";
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
