import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { decodeStream, resolveObject } from "../../pdf-file/objects.ts";
import { deflateStream } from "../deflate-stream.ts";
import type { Print } from "../read-print.ts";
import { type Edit, markArtifacts } from "./mark-artifacts.ts";
import { type MarkedContent, readMarkedContent } from "./read-marked-content.ts";
import { type ContentPiece, keyOfPiece, type MarkedStream } from "./structure.ts";

/** A page or form as it is painted. */
export interface ReadStream {
  readonly bytes: Uint8Array;
  readonly resources: PDFDict | undefined;
  readonly marked: MarkedContent;
  /** By MCID. */
  readonly sequences: ReadonlyMap<number, MarkedContent["sequences"][number]>;
}

export type Contents = ReadonlyMap<MarkedStream, ReadStream>;

/** Reads what every page and form paints and marks. */
export function readContents(print: Print, streams: readonly MarkedStream[]): Contents {
  return new Map(streams.map((stream) => [stream, readStream(print, stream)]));
}

function readStream({ document, pages }: Print, stream: MarkedStream): ReadStream {
  const page = pages[stream.pageIndex];
  const form = document.context.lookup(stream.reference);
  const dict = form instanceof PDFRawStream ? form.dict : page?.node;
  const parts = stream.isForm ? [form] : partsOf(document, dict?.get(PDFName.of("Contents")));
  const bytes = parts.length === 1 ? decodeStream(parts[0]) : joinParts(parts.map(decodeStream));
  const resources = resolveObject(document, dict?.get(PDFName.of("Resources")));
  const objects =
    resources instanceof PDFDict ? resources.lookup(PDFName.of("XObject")) : undefined;
  const marked = readMarkedContent(bytes, page?.getHeight() ?? 0, (name) => {
    const object = objects instanceof PDFDict ? objects.lookup(PDFName.of(name)) : undefined;
    return object instanceof PDFRawStream && object.dict.has(PDFName.of("StructParents"));
  });
  return {
    bytes,
    resources: resources instanceof PDFDict ? resources : undefined,
    marked,
    sequences: new Map(marked.sequences.map((one) => [one.mcid, one])),
  };
}

function partsOf(document: PDFDocument, contents: PDFObject | undefined) {
  const whole = resolveObject(document, contents);
  const parts = whole instanceof PDFArray ? whole.asArray() : [whole];
  return parts.map((part) => resolveObject(document, part));
}

/** A word may not be divided between the parts of a page (ISO 32000-1 §7.8.2). */
function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")]));
}

/** Writes every page and form again; what is not among the pieces becomes an artifact. */
export function writeContents(
  { document, pages }: Print,
  contents: Contents,
  pieces: Iterable<ContentPiece>,
  changes: readonly ReadonlyMap<MarkedStream, readonly Edit[]>[],
): void {
  const kept = new Set<string>();
  for (const piece of pieces) kept.add(keyOfPiece(piece.stream, piece.mcid));
  for (const [stream, { bytes, marked }] of contents) {
    const mcids = marked.sequences.map(({ mcid }) => mcid);
    const left = mcids.filter((mcid) => !kept.has(keyOfPiece(stream, mcid)));
    const written = markArtifacts(
      bytes,
      marked,
      new Set(left),
      changes.flatMap((one) => one.get(stream) ?? []),
    );
    if (written === bytes) continue;
    const page = pages[stream.pageIndex];
    if (stream.isForm) writeForm(document, stream.reference, written);
    else if (page) writePage(document, page, written);
  }
}

function writeForm(document: PDFDocument, reference: PDFRef, bytes: Uint8Array): void {
  const before = document.context.lookup(reference);
  if (!(before instanceof PDFRawStream)) return;
  const filled = deflateStream(document.context, bytes);
  for (const [key, value] of before.dict.entries()) {
    if (!filled.dict.has(key)) filled.dict.set(key, value);
  }
  document.context.assign(reference, filled);
}

function writePage({ context }: PDFDocument, page: PDFPage, bytes: Uint8Array): void {
  const key = PDFName.of("Contents");
  const before = page.node.get(key);
  const filled = deflateStream(context, bytes);
  if (before instanceof PDFRef && context.lookup(before) instanceof PDFRawStream) {
    context.assign(before, filled);
  } else page.node.set(key, context.register(filled));
}
