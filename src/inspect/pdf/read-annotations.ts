import type { PdfPage } from "../../pdf-pages/read-pages.ts";
import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../../pdf-syntax/pdf-value.ts";

/** Something that lies on a page: a link, a field, a remark (ISO 32000-1 §12.5). */
export interface Annotation {
  readonly page: PdfPage;
  readonly dict: PdfDict;
  readonly type: string;
}

export function readAnnotations(file: PdfFile, pages: readonly PdfPage[]): readonly Annotation[] {
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
