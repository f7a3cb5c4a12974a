import type { ContentScan } from "../../pdf-pages/content-scan.ts";
import { type PdfPage, readPages } from "../../pdf-pages/read-pages.ts";
import {
  readStructure,
  type Structure,
  type StructureElement,
} from "../../pdf-pages/read-structure.ts";
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
  /** Of the file as a whole; undefined where it says none that is one. */
  readonly language: string | undefined;
  readonly survey: ObjectSurvey;
  /** Whether an element, or one around it, says its language. */
  hasLanguage(element: StructureElement | undefined): boolean;
}

export function readDocument(file: PdfFile): PdfDocument {
  const catalog = file.catalog ?? new Map();
  const pages = readPages(file);
  const numbers = new Map(pages.map(({ dict, number }) => [dict, number]));
  const structure = readStructure(file, numbers);
  const language = plausibleLanguage(file.text(catalog.get("Lang")));
  const known = new Map<StructureElement, boolean>();
  const hasLanguage = (element: StructureElement | undefined): boolean => {
    if (language !== undefined) return true;
    if (element === undefined) return false;
    let found = known.get(element);
    if (found === undefined) {
      const own = plausibleLanguage(file.text(element.dict.get("Lang")));
      found = own !== undefined || hasLanguage(element.parent);
      known.set(element, found);
    }
    return found;
  };
  const marked = file.resolve(file.dict(catalog.get("MarkInfo"))?.get("Marked"));
  return {
    file,
    catalog,
    pages,
    structure,
    isTagged: marked === true && structure !== undefined,
    scan: scanContent(file, pages, structure, hasLanguage),
    annotations: readAnnotations(file, pages, structure),
    metadata: readMetadata(file),
    outline: readOutline(file),
    language,
    survey: surveyObjects(file),
    hasLanguage,
  };
}

/** BCP 47 in its outlines: programs write `C` or nothing where they do not know. */
export function plausibleLanguage(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : undefined;
}
