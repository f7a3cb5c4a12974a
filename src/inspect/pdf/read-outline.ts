import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../../pdf-syntax/pdf-value.ts";

export interface Bookmark {
  readonly title: string;
  /** 1 for those at the top. */
  readonly depth: number;
}

/** The bookmarks in their order (ISO 32000-1 §12.3.3). */
export function readOutline(file: PdfFile): readonly Bookmark[] {
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
