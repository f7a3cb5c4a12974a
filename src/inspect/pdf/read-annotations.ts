import type { PdfPage } from "../../pdf-pages/read-pages.ts";
import type { Structure, StructureElement } from "../../pdf-pages/read-structure.ts";
import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../../pdf-syntax/pdf-value.ts";

/** Something that lies on a page: a link, a field, a remark (ISO 32000-1 §12.5). */
export interface Annotation {
  readonly page: PdfPage;
  readonly dict: PdfDict;
  readonly type: string;
  /** What stands for it in the structure. */
  readonly element: StructureElement | undefined;
  /** Not shown to anybody, on a screen or to a screen reader. */
  readonly isHidden: boolean;
}

export function readAnnotations(
  file: PdfFile,
  pages: readonly PdfPage[],
  structure: Structure | undefined,
): readonly Annotation[] {
  const annotations: Annotation[] = [];
  for (const page of pages) {
    for (const value of file.list(page.dict.get("Annots")) ?? []) {
      const dict = file.dict(value);
      if (dict === undefined) continue;
      if (!file.limits.spend("annotations")) return annotations;
      annotations.push({
        page,
        dict,
        type: file.name(dict.get("Subtype")) ?? "",
        element: structure?.elementOfObject(dict),
        isHidden: ((file.number(dict.get("F")) ?? 0) & 2) !== 0,
      });
    }
  }
  return annotations;
}

/** A value of a form field or of those it belongs to (ISO 32000-1 §12.7.3.1). */
export function inheritedText(file: PdfFile, field: PdfDict, key: string): string | undefined {
  let dict: PdfDict | undefined = field;
  for (let steps = 0; dict !== undefined && steps < 32; steps += 1) {
    const text = file.text(dict.get(key));
    if (text !== undefined) return text;
    dict = file.dict(dict.get("Parent"));
  }
  return undefined;
}
