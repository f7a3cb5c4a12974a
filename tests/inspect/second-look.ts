import { homedir, hostname, tmpdir } from "node:os";
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { unzipSync } from "fflate";
import { REPOSITORY } from "../support/run-handpress.ts";

// What a finished file says of itself, read by its bytes alone: with nothing of src/, and with no
// program that a machine may lack.

/** A field and its text: `Info Title`, `XMP dc:title`, `OPF dc:title`, `PNG tEXt`, `ZIP extra field`. */
export type Field = readonly [name: string, text: string];

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString() === "%PDF-";

/** Every field of a PDF or an EPUB, of the pictures in it and of its archive. */
export async function listFields(bytes: Uint8Array): Promise<readonly Field[]> {
  if (isPdf(bytes)) return listPdfFields(await readPdf(bytes));
  const parts = Object.entries(unzipSync(bytes)).flatMap(([path, content]) =>
    path.endsWith(".opf") ? listTags("OPF", Buffer.from(content).toString()) : listChunks(content),
  );
  return [...listZipFields(Buffer.from(bytes)), ...parts];
}

/** Words of this machine that a file holds: names of its user, of itself, of folders of this run. */
export async function findMachine(bytes: Uint8Array): Promise<readonly string[]> {
  const folders = [homedir(), tmpdir(), REPOSITORY].map((folder) => `${folder}/`);
  const own = [hostname(), process.execPath, ...folders];
  // A short one could be a word of the text.
  const words = own.filter((word) => word.length > 3 && word !== "localhost");
  const contents = isPdf(bytes)
    ? listStreams(await readPdf(bytes))
    : Object.values(unzipSync(bytes));
  return words.filter((word) =>
    [bytes, ...contents].some((content) => Buffer.from(content).includes(word)),
  );
}

function readPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

function listStreams(document: PDFDocument): readonly Uint8Array[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    const isFlate = object.dict.get(PDFName.of("Filter")) === PDFName.of("FlateDecode");
    return [isFlate ? decodePDFRawStream(object).decode() : object.contents];
  });
}

function listPdfFields({ context, catalog }: PDFDocument): readonly Field[] {
  const { Info } = context.trailerInfo;
  const information = Info === undefined ? undefined : context.lookup(Info, PDFDict);
  const fields = (information?.entries() ?? []).map(([key, value]): Field => {
    const isText = value instanceof PDFString || value instanceof PDFHexString;
    return [`Info ${key.decodeText()}`, isText ? value.decodeText() : String(value)];
  });
  const packets = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isPacket =
      object instanceof PDFRawStream &&
      object.dict.get(PDFName.of("Type")) === PDFName.of("Metadata");
    return isPacket ? [Buffer.from(decodePDFRawStream(object).decode()).toString()] : [];
  });
  const odd = catalog.keys().filter((key) => /PieceInfo|AF|Collection/.test(key.decodeText()));
  return [
    ...fields,
    ...packets.flatMap((packet) => listTags("XMP", packet)),
    ...odd.map((key): Field => ["Catalog", key.decodeText()]),
  ];
}

/** Elements with a prefix, with the text right behind their beginning. */
function listTags(kind: string, xml: string): readonly Field[] {
  return [...xml.matchAll(/<([\w-]+:[\w-]+)[^>]*>([^<]*)/g)].map(([, name = "", text = ""]) => [
    `${kind} ${name}`,
    text.trim(),
  ]);
}

/** Chunks of a PNG (PNG 3rd edition, 5.3) and segments of a JPEG (ISO 10918-1, B.1.1) beside the picture. */
function listChunks(content: Uint8Array): readonly Field[] {
  const bytes = Buffer.from(content);
  const fields: Field[] = [];
  if (bytes.toString("latin1", 1, 4) === "PNG") {
    for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
      fields.push([`PNG ${bytes.toString("latin1", at + 4, at + 8)}`, ""]);
    }
  } else if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    // Behind SOS (DA) is the picture.
    for (let at = 2; at + 4 <= bytes.length && bytes[at + 1] !== 0xda; ) {
      fields.push([`JPEG ${bytes[at + 1]?.toString(16)}`, ""]);
      at += 2 + bytes.readUInt16BE(at + 2);
    }
  }
  return fields;
}

/** What the archive's directory says beside names and sizes (APPNOTE 4.3.12): dates, remarks, systems. */
function listZipFields(bytes: Buffer): readonly Field[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const fields: Field[] = [];
  if (bytes.readUInt16LE(end + 20) > 0) fields.push(["ZIP remark", "of the archive"]);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, remark] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const path = bytes.toString("utf8", at + 46, at + 46 + (name ?? 0));
    // 33: the first of January 1980, which is the first day that the field can say.
    if (bytes.readUInt32LE(at + 12) !== 33 << 16) fields.push(["ZIP date", path]);
    if (extra !== 0) fields.push(["ZIP extra field", path]);
    if (remark !== 0) fields.push(["ZIP remark", path]);
    at += 46 + (name ?? 0) + (extra ?? 0) + (remark ?? 0);
  }
  return fields;
}
