import { inflateSync } from "node:zlib";
import { type PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";

/** The object itself, where a reference to it may stand. */
export function resolveObject(
  document: PDFDocument,
  object: PDFObject | undefined,
): PDFObject | undefined {
  return object instanceof PDFRef ? document.context.lookup(object) : object;
}

/** Chromium writes plain or deflated streams only. */
export function decodeStream(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return new Uint8Array();
  const filter = stream.dict.get(PDFName.of("Filter"));
  return filter === undefined ? stream.contents : inflateSync(stream.contents);
}
