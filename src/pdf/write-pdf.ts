import { createHash } from "node:crypto";
import {
  type PDFContext,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";
import { deflateStream } from "./deflate-stream.ts";

/**
 * Objects that share a stream. More make the file smaller, and a reader has to unpack all of them
 * to see one.
 */
const OBJECTS_PER_STREAM = 200;

/** Where an object is: at an offset of the file, or at a place within an object stream. */
type Entry =
  | { readonly offset: number; readonly generation: number }
  | { readonly container: number; readonly place: number };

/**
 * Writes a PDF 1.7 file with object streams (ISO 32000-1 §7.5.7, §7.5.8): objects in the order of
 * their numbers, and as `/ID` (§14.4) the hash of everything before it. The package's own writer
 * inserts each object into a sorted list by walking it, which takes longer than the print itself
 * for the tens of thousands of structure elements of a book.
 */
export function writePdf(context: PDFContext): Uint8Array {
  const file = new FileBytes();
  file.append(Buffer.from("%PDF-1.7\n%\x81\x81\x81\x81\n", "latin1"));
  const entries = new Map<number, Entry>();
  const packable: { number: number; bytes: Uint8Array }[] = [];
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (isFileStructure(object)) continue;
    const { objectNumber: number, generationNumber: generation } = reference;
    if (object instanceof PDFStream || generation !== 0) {
      entries.set(number, { offset: file.length, generation });
      file.appendObject(number, generation, serialize(object));
    } else {
      packable.push({ number, bytes: serialize(object) });
    }
  }
  let next = context.largestObjectNumber + 1;
  for (let from = 0; from < packable.length; from += OBJECTS_PER_STREAM) {
    const packed = packable.slice(from, from + OBJECTS_PER_STREAM);
    const container = next++;
    packed.forEach(({ number }, place) => {
      entries.set(number, { container, place });
    });
    entries.set(container, { offset: file.length, generation: 0 });
    file.appendObject(container, 0, serialize(packObjects(context, packed)));
  }
  const identity = `<${file.hash().slice(0, 32)}>`;
  const start = file.length;
  entries.set(next, { offset: start, generation: 0 });
  const { Root, Info } = context.trailerInfo;
  const table = deflateStream(context, listEntries(entries, next + 1), {
    Type: PDFName.of("XRef"),
    Size: PDFNumber.of(next + 1),
    W: context.obj([...FIELD_WIDTHS]),
    ...(Root === undefined ? {} : { Root }),
    ...(Info === undefined ? {} : { Info }),
  });
  const dictionary = Buffer.from(serialize(table.dict)).toString("latin1");
  const withIdentity = dictionary.replace(/>>\s*$/, `/ID [${identity} ${identity}]\n>>`);
  file.append(Buffer.from(`${next} 0 obj\n${withIdentity}\nstream\n`, "latin1"));
  file.append(table.contents);
  file.append(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, "latin1"));
  return file.toBytes();
}

/** Tables of the file that was read: a new one is written. */
function isFileStructure(object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream)) return false;
  const type = object.dict.get(PDFName.of("Type"));
  return type === PDFName.of("XRef") || type === PDFName.of("ObjStm");
}

function packObjects(
  context: PDFContext,
  packed: readonly { readonly number: number; readonly bytes: Uint8Array }[],
): PDFRawStream {
  let at = 0;
  const index = packed
    .map(({ number, bytes }) => {
      const pair = `${number} ${at}`;
      at += bytes.length + 1;
      return pair;
    })
    .join(" ");
  const head = Buffer.from(`${index}\n`, "latin1");
  const body = packed.flatMap(({ bytes }) => [bytes, NEW_LINE]);
  return deflateStream(context, Buffer.concat([head, ...body]), {
    Type: PDFName.of("ObjStm"),
    N: PDFNumber.of(packed.length),
    First: PDFNumber.of(head.length),
  });
}

const NEW_LINE = Buffer.from("\n");

/** Bytes of the kind of entry, of an offset or container, of a generation or place. */
const FIELD_WIDTHS = [1, 4, 2];

function listEntries(entries: ReadonlyMap<number, Entry>, count: number): Uint8Array {
  const table = Buffer.alloc(count * 7);
  for (let number = 0; number < count; number += 1) {
    const entry = entries.get(number);
    const at = number * 7;
    if (entry === undefined) {
      // A free object; the first one heads the list and can never be used (§7.5.4).
      table.writeUInt16BE(number === 0 ? 65535 : 0, at + 5);
    } else if ("offset" in entry) {
      table.writeUInt8(1, at);
      table.writeUInt32BE(entry.offset, at + 1);
      table.writeUInt16BE(entry.generation, at + 5);
    } else {
      table.writeUInt8(2, at);
      table.writeUInt32BE(entry.container, at + 1);
      table.writeUInt16BE(entry.place, at + 5);
    }
  }
  return table;
}

function serialize(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

class FileBytes {
  length = 0;
  readonly #parts: Uint8Array[] = [];
  readonly #hash = createHash("sha256");

  append(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#hash.update(bytes);
    this.length += bytes.length;
  }

  appendObject(number: number, generation: number, bytes: Uint8Array): void {
    this.append(Buffer.from(`${number} ${generation} obj\n`, "latin1"));
    this.append(bytes);
    this.append(Buffer.from("\nendobj\n", "latin1"));
  }

  hash(): string {
    return this.#hash.copy().digest("hex");
  }

  toBytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}
