import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { resolveObject } from "./objects.ts";

/**
 * Everything in a document that paints: the pages' contents, forms (ISO 32000-1 §8.10), tiling
 * patterns (§8.7.3) and the glyphs of Type 3 fonts (§9.6.5). Each once.
 */
export function listContentStreams(document: PDFDocument): ReadonlySet<PDFStream> {
  const streams = new Set<PDFStream>();
  for (const page of document.getPages()) {
    const contents = resolveObject(document, page.node.get(PDFName.of("Contents")));
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    for (const part of parts) {
      const stream = resolveObject(document, part);
      if (stream instanceof PDFStream) streams.add(stream);
    }
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) {
      const isForm = object.dict.get(PDFName.of("Subtype")) === PDFName.of("Form");
      if (isForm || object.dict.has(PDFName.of("PatternType"))) streams.add(object);
    } else if (object instanceof PDFDict) {
      const glyphs = resolveObject(document, object.get(PDFName.of("CharProcs")));
      for (const glyph of glyphs instanceof PDFDict ? glyphs.values() : []) {
        const stream = resolveObject(document, glyph);
        if (stream instanceof PDFStream) streams.add(stream);
      }
    }
  }
  return streams;
}

/** Every dictionary of a document, also those within others and those of streams. */
export function* listDictionaries(document: PDFDocument): Generator<PDFDict> {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const waiting: unknown[] = [object];
    while (waiting.length > 0) {
      const one = waiting.pop();
      if (one instanceof PDFStream) waiting.push(one.dict);
      else if (one instanceof PDFArray) for (const each of one.asArray()) waiting.push(each);
      else if (one instanceof PDFDict) {
        yield one;
        for (const each of one.values()) waiting.push(each);
      }
    }
  }
}
