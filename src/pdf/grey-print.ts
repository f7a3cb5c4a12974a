import { type PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { listContentStreams } from "../pdf-file/content-streams.ts";
import { decodeStream } from "../pdf-file/objects.ts";
import { listColours } from "../pdf-file/read-colours.ts";
import { forgetPages } from "../pdf-file/read-glyphs.ts";
import { deflateStream } from "./deflate-stream.ts";
import { greyContent } from "./grey-content.ts";
import { greyShadings } from "./grey-shadings.ts";
import { PdfError } from "./pdf-error.ts";
import { fitPictures } from "./print-pictures.ts";

/**
 * Takes every colour out of a print: words and lines, drawings, smooth colours and pictures. It is
 * done in the finished pages, whatever they were made of, and looked over by another reader of them.
 *
 * @throws PdfError `colour` where something is left, or is of a kind that Chromium does not write.
 */
export async function greyPrint(document: PDFDocument): Promise<void> {
  const { context } = document;
  for (const stream of listContentStreams(document)) {
    if (!(stream instanceof PDFRawStream)) continue;
    const grey = greyContent(decodeStream(stream));
    const reference = grey && context.getObjectRef(stream);
    if (grey === undefined || reference === undefined) continue;
    const written = deflateStream(context, grey);
    for (const [key, value] of stream.dict.entries()) {
      if (!["/Length", "/Filter"].includes(key.asString())) written.dict.set(key, value);
    }
    context.assign(reference, written);
  }
  forgetPages(document);
  greyShadings(document);
  await fitPictures(document, true);
  const left = listColours(document);
  if (left.length === 0) return;
  throw new PdfError("colour left", { details: left.slice(0, 12) });
}
