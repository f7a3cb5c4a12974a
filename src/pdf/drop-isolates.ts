import { type PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { listContentStreams } from "../pdf-file/content-streams.ts";
import { decodeStream } from "../pdf-file/objects.ts";
import { readActualText, readOperands } from "../pdf-file/read-content.ts";
import { forgetPages } from "../pdf-file/read-glyphs.ts";
import { scanOperators } from "../pdf-file/scan-operators.ts";
import { deflateStream } from "./deflate-stream.ts";
import { applyEdits, type Edit } from "./tagging/mark-artifacts.ts";

/** Isolates, embeddings and overrides: they draw nothing. */
const BIDI_CONTROLS = /^[\u202A-\u202E\u2066-\u2069]+$/;

/**
 * Takes the signs that keep the order of a page's head and foot out of the finished pages: nobody
 * should copy them. The browser writes each as a glyph without ink in a span that says what it is.
 * What stands in the text of the book is its author's, and stays.
 */
export function dropIsolates(document: PDFDocument): void {
  const { context } = document;
  for (const stream of listContentStreams(document)) {
    const reference = context.getObjectRef(stream);
    if (!(stream instanceof PDFRawStream) || reference === undefined) continue;
    const bytes = decodeStream(stream);
    const written = applyEdits(bytes, findIsolates(bytes));
    if (written === bytes) continue;
    const filled = deflateStream(context, written);
    for (const [key, value] of stream.dict.entries()) {
      if (!["/Length", "/Filter"].includes(key.asString())) filled.dict.set(key, value);
    }
    context.assign(reference, filled);
  }
  forgetPages(document);
}

interface OpenMark {
  /** Part of the book's text, or within such. */
  readonly isText: boolean;
  readonly isBidiControl: boolean;
}

function findIsolates(bytes: Uint8Array): readonly Edit[] {
  const edits: Edit[] = [];
  const open: OpenMark[] = [];
  scanOperators(bytes, (operator, start, end) => {
    const remove = () => edits.push({ at: start, removed: end - start, text: "" });
    if (operator === "BDC" || operator === "BMC") {
      const [, properties] = readOperands(bytes, start, end);
      const around = open.at(-1)?.isText === true;
      const isText = around || (properties instanceof Map && properties.has("/MCID"));
      const isBidiControl = !isText && BIDI_CONTROLS.test(readActualText(properties) ?? "");
      open.push({ isText, isBidiControl });
      if (isBidiControl) remove();
    } else if (operator === "EMC") {
      if (open.pop()?.isBidiControl === true) remove();
    } else if (operator === "Tj" && open.at(-1)?.isBidiControl === true) remove();
  });
  return edits;
}
