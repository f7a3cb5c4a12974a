import { deflateSync } from "node:zlib";
import {
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";

/**
 * A new stream, packed (ISO 32000-1 §7.4.4). By Node's own zlib: the package's packer takes as long
 * for a book as the print does, and packs worse.
 */
export function deflateStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Readonly<Record<string, PDFObject>> = {},
): PDFRawStream {
  const packed = deflateSync(bytes);
  const dictionary = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entries)) dictionary.set(PDFName.of(key), value);
  dictionary.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
  dictionary.set(PDFName.of("Length"), PDFNumber.of(packed.length));
  return PDFRawStream.of(dictionary, packed);
}
