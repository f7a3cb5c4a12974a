import {
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import {
  greySamples,
  readJpeg,
  resizeSamples,
  type Samples,
  writeJpeg,
} from "../image/print-picture.ts";
import { kindOfColours } from "../pdf-file/colour-spaces.ts";
import { measurePictures, type PrintedSize } from "../pdf-file/measure-pictures.ts";
import { decodeStream } from "../pdf-file/objects.ts";
import { deflateStream } from "./deflate-stream.ts";
import { PdfError } from "./pdf-error.ts";

const name = (key: string) => PDFName.of(key);

/** More than a printer shows. */
const DOTS_AN_INCH = 300;
/** Small pictures are often signs with fine lines: they keep twice as much. */
const SMALL_PT = 72;
/** Fewer pixels make a picture softer: it must be worth it. */
const WORTH_IT = 1.25;

/**
 * Fits the pictures of a print to paper: no more pixels than the printed size shows, and grey where
 * nothing else is printed. Their transparency (ISO 32000-1 §11.6.5.3) follows.
 *
 * @throws PdfError `colour` for a picture in a form that Chromium does not write, where it is to be grey.
 */
export async function fitPictures(document: PDFDocument, isGrey: boolean): Promise<void> {
  const pictures: [PDFRef, PDFRawStream][] = [];
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    if (object.dict.get(name("Subtype")) === name("Image")) pictures.push([reference, object]);
  }
  if (pictures.length === 0) return;
  const sizes = measurePictures(document);
  const masks = new Map<PDFRef, PrintedSize>();
  for (const [reference, { dict }] of pictures) {
    const mask = dict.get(name("SMask"));
    const size = sizes.get(reference);
    if (mask instanceof PDFRef && size !== undefined) masks.set(mask, size);
  }
  for (const [reference, picture] of pictures) {
    const size = sizes.get(reference) ?? masks.get(reference);
    const fitted = await fitPicture(document, picture, size, isGrey);
    if (fitted !== undefined) document.context.assign(reference, fitted);
  }
}

/** Undefined where the picture is as it should be. */
async function fitPicture(
  document: PDFDocument,
  picture: PDFRawStream,
  size: PrintedSize | undefined,
  isGrey: boolean,
): Promise<PDFRawStream | undefined> {
  const { dict } = picture;
  const [widthPx, heightPx] = [numberAt(picture, "Width"), numberAt(picture, "Height")];
  const kind = kindOfColours(document, dict.get(name("ColorSpace")));
  const turnsGrey = isGrey && kind !== "grey" && !dict.has(name("ImageMask"));
  const goal = limitSize(widthPx, heightPx, size);
  if (!turnsGrey && goal === undefined) return undefined;
  const filter = dict.get(name("Filter"));
  const isJpeg = filter === name("DCTDecode");
  const isPlain =
    (isJpeg || filter === undefined || filter === name("FlateDecode")) &&
    (kind === "grey" || kind === "rgb") &&
    numberAt(picture, "BitsPerComponent") === 8 &&
    !dict.has(name("DecodeParms")) &&
    !dict.has(name("Decode"));
  if (!isPlain) {
    if (!turnsGrey) return undefined;
    throw new PdfError("colour picture", {
      details: [String(dict).replace(/\s+/g, " ").slice(0, 200)],
    });
  }
  let samples: Samples = isJpeg
    ? await readJpeg(picture.contents)
    : { data: decodeStream(picture), widthPx, heightPx, channels: kind === "grey" ? 1 : 3 };
  if (turnsGrey) samples = greySamples(samples);
  if (goal !== undefined) samples = await resizeSamples(samples, goal.widthPx, goal.heightPx);
  const written = isJpeg
    ? PDFRawStream.of(dict.clone(), await writeJpeg(samples))
    : deflateStream(document.context, samples.data);
  for (const [key, value] of dict.entries()) {
    if (!["/Length", "/Filter"].includes(key.asString())) written.dict.set(key, value);
  }
  const set = (key: string, value: PDFObject) => written.dict.set(name(key), value);
  set("Width", PDFNumber.of(samples.widthPx));
  set("Height", PDFNumber.of(samples.heightPx));
  if (turnsGrey) set("ColorSpace", name("DeviceGray"));
  return written;
}

/** As many pixels as the printed size shows, where that is clearly fewer than there are. */
function limitSize(
  widthPx: number,
  heightPx: number,
  size: PrintedSize | undefined,
): { readonly widthPx: number; readonly heightPx: number } | undefined {
  if (size === undefined || size.widthPt === 0 || size.heightPt === 0) return undefined;
  const isSmall = Math.max(size.widthPt, size.heightPt) < SMALL_PT;
  const pixelsAPoint = (DOTS_AN_INCH * (isSmall ? 2 : 1)) / 72;
  const excess = Math.min(
    widthPx / (size.widthPt * pixelsAPoint),
    heightPx / (size.heightPt * pixelsAPoint),
  );
  if (excess < WORTH_IT) return undefined;
  return {
    widthPx: Math.max(1, Math.round(widthPx / excess)),
    heightPx: Math.max(1, Math.round(heightPx / excess)),
  };
}

function numberAt({ dict }: PDFRawStream, key: string): number {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
