import { type PDFContext, PDFName, type PDFObject, type PDFRawStream } from "@cantoo/pdf-lib";

/**
 * A new stream, packed (ISO 32000-1 §7.4.4) by the PDF package. Node's own zlib is twice as fast, but
 * packs in one way on this processor and in another on that: the same book must have the same bytes
 * everywhere.
 */
export function deflateStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Readonly<Record<string, PDFObject>> = {},
): PDFRawStream {
  const stream = context.flateStream(bytes);
  for (const [key, value] of Object.entries(entries)) stream.dict.set(PDFName.of(key), value);
  stream.updateDict();
  return stream;
}
