import { readPages } from "../../src/pdf-pages/read-pages.ts";
import { scanContent } from "../../src/pdf-pages/scan-content.ts";
import { PdfFile } from "../../src/pdf-syntax/pdf-file.ts";

/** Glyphs of a PDF's pages that copy as no text, or as one that is none, each as `font code`. */
export function listUnnamedGlyphs(bytes: Uint8Array): readonly string[] {
  const file = new PdfFile(bytes);
  const { fonts } = scanContent(file, readPages(file), undefined);
  return [...fonts.values()].flatMap(({ font, shown }) =>
    [...shown]
      .filter((code) => /^$|[\0\uFEFF\uFFFE]/.test(font.text?.get(code) ?? ""))
      .map((code) => `${font.name} ${code}`),
  );
}
