import { Limits } from "./limits.ts";
import { PdfSyntaxError, ValueParser } from "./parse-value.ts";
import { type PdfDict, PdfRef, PdfStream, type PdfValue } from "./pdf-value.ts";
import { readObjectStream } from "./read-object-stream.ts";
import {
  MOST_OBJECTS,
  MOST_SECTIONS,
  type ObjectTable,
  readTable,
  rebuildTable,
  type TableEntry,
  type TableSection,
  type TableSource,
} from "./read-table.ts";
import { StreamReader } from "./stream-reader.ts";
import { unpackStream } from "./unpack-stream.ts";
import { ValueReader } from "./value-reader.ts";

const HEAD = /[\s\0]*(\d{1,10})[\s\0]+(\d{1,5})[\s\0]+obj/y;
/** Comments that are kept; a hostile file may have millions. */
const MOST_COMMENTS = 200;
/** References to references: a chain that long leads nowhere. */
const MOST_STEPS = 16;

/** An object that stands in the file, and where it ends. */
interface FoundObject {
  readonly number: number;
  readonly value: PdfValue;
  readonly end: number;
}

/**
 * The objects of a PDF, read when they are asked for. Own code, since a stranger's file may claim,
 * nest, circle and unpack to anything: whatever is wrong is an absent value here and never thrown.
 */
export class PdfFile extends ValueReader {
  readonly bytes: Uint8Array;
  /** What stands before the `%PDF-`, as Latin-1. */
  readonly before: string;
  readonly limits = new Limits();
  /** The bytes, a letter for each. */
  readonly source: string;
  readonly #table: ObjectTable;
  #rescue: ObjectTable | undefined;
  readonly #objects = new Map<number, PdfValue>();
  readonly #opening = new Set<number>();
  readonly #faults = new Map<string, number>();
  #isQuiet = false;
  readonly #streams: StreamReader;
  readonly #inner = new Map<number, readonly PdfValue[]>();
  /** What was read, by where it begins; also that nothing can be read there. */
  readonly #found = new Map<number, FoundObject | undefined>();
  #numbers: readonly number[] | undefined;
  /** Comments within objects. */
  readonly comments = new Set<string>();
  /** What stands in the file and no reader shows: data behind data, numbers that are none. */
  readonly oddities = new Set<string>();
  /** Numbers of objects in streams of objects that the table does not name at that place. */
  readonly strayInner = new Set<number>();

  constructor(bytes: Uint8Array) {
    super();
    // Some files have a letter head before the `%PDF-`; offsets count from it (annex H.3).
    const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1").indexOf("%PDF-");
    this.bytes = bytes.subarray(Math.max(0, head));
    this.before = Buffer.from(bytes.subarray(0, Math.max(0, head))).toString("latin1");
    this.source = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length).toString(
      "latin1",
    );
    this.#streams = new StreamReader(this.bytes, this.source);
    const found = readTable(this.#tableSource());
    const isWhole = found !== undefined && this.#rootOf(found) !== undefined;
    if (!isWhole) this.#forget();
    const table = isWhole ? found : rebuildTable(this.#tableSource());
    this.#table = table;
    this.#forget();
    if (table.entries.size >= MOST_OBJECTS || table.sections.length >= MOST_SECTIONS)
      this.blame("a table of objects is too large");
  }

  get isRebuilt(): boolean {
    return this.#table.isRebuilt || this.#rescue !== undefined;
  }

  get trailer(): PdfDict {
    return this.#table.trailer;
  }

  get catalog(): PdfDict | undefined {
    return this.dict(this.trailer.get("Root"));
  }

  /** The catalog may say a later one. */
  get headerVersion(): string {
    return /^%PDF-(\d\.\d)/.exec(this.source.slice(0, 12))?.[1] ?? "";
  }

  get objectNumbers(): readonly number[] {
    if (this.#numbers !== undefined) return this.#numbers;
    const numbers = new Set(this.#table.entries.keys());
    for (const number of this.#rescue?.entries.keys() ?? []) numbers.add(number);
    this.#numbers = [...numbers].sort((one, other) => one - other);
    return this.#numbers;
  }

  /** Parts of the table, the newest first. */
  get sections(): readonly TableSection[] {
    return this.#table.sections;
  }

  isListed(number: number): boolean {
    return this.#table.entries.has(number) || this.#rescue?.entries.has(number) === true;
  }

  /** Where what the table names, and the table itself, begins and ends, in the order of the file. */
  listExtents(): readonly (readonly [start: number, end: number])[] {
    const extents: (readonly [number, number])[] = [];
    for (const table of [this.#table, this.#rescue])
      for (const [number, entry] of table?.entries ?? []) {
        if (!("offset" in entry)) continue;
        this.objectOf(number);
        const end = this.#found.get(entry.offset)?.end;
        if (end !== undefined) extents.push([entry.offset, end]);
      }
    for (const { start, end } of this.sections)
      extents.push([start, Math.max(end, this.#objectAt(start)?.end ?? 0)]);
    return extents.sort(([one], [other]) => one - other);
  }

  /** The object that seems to begin at a place; that there is none is no fault of the file. */
  readAt(offset: number): FoundObject | undefined {
    if (!this.limits.spend("objects of the file")) return undefined;
    return this.#quietly(() => this.#objectAt(offset));
  }

  /** What could not be read, and how often. */
  get faults(): ReadonlyMap<string, number> {
    return this.#faults;
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let found = value;
    for (let steps = 0; found instanceof PdfRef; steps += 1) {
      if (steps >= MOST_STEPS) return undefined;
      found = this.objectOf(found.number);
    }
    return found === null ? undefined : found;
  }

  /** The bytes of a stream; images stay packed as they are, what cannot be unpacked is empty. */
  decode(stream: PdfStream): Uint8Array {
    const unpacked = unpackStream(this, stream);
    if (typeof unpacked !== "string") return unpacked;
    this.blame(unpacked);
    return new Uint8Array();
  }

  notice(oddity: string): void {
    if (this.oddities.size < MOST_COMMENTS) this.oddities.add(oddity);
  }

  protected blame(fault: string): void {
    if (this.#isQuiet) return;
    this.#faults.set(fault, (this.#faults.get(fault) ?? 0) + 1);
  }

  #quietly<T>(read: () => T): T {
    const before = this.#isQuiet;
    this.#isQuiet = true;
    const found = read();
    this.#isQuiet = before;
    return found;
  }

  #tableSource(): TableSource {
    return {
      source: this.source,
      objectAt: (offset) => this.#objectAt(offset),
      decode: (stream) => this.decode(stream),
      notice: (oddity) => this.notice(oddity),
      parse: (parser) => this.#quietly(() => this.#parse(parser)),
    };
  }

  /** With another table, lengths of streams are other ones. */
  #forget(): void {
    this.#objects.clear();
    this.#found.clear();
  }

  #rootOf(table: ObjectTable): PdfDict | undefined {
    const root = table.trailer.get("Root");
    if (!(root instanceof PdfRef)) return root instanceof Map ? root : undefined;
    const value = this.#read(table.entries.get(root.number), root.number, table);
    // Without pages it is no catalog that helps anybody.
    return value instanceof Map && value.has("Pages") ? value : undefined;
  }

  objectOf(number: number): PdfValue | undefined {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    // An object that is needed to read itself.
    if (this.#table === undefined || this.#opening.has(number)) return undefined;
    if (!this.limits.spend("objects of the file")) return undefined;
    this.#opening.add(number);
    let value = this.#read(this.#table.entries.get(number), number, this.#table);
    if (value === undefined && this.#table.entries.has(number) && !this.#table.isRebuilt) {
      if (this.#rescue === undefined) {
        this.#rescue = rebuildTable(this.#tableSource());
        this.#numbers = undefined;
      }
      value = this.#read(this.#rescue.entries.get(number), number, this.#rescue);
      if (value === undefined) this.blame("an object is not where the table says");
    }
    this.#opening.delete(number);
    this.#objects.set(number, value ?? null);
    return value;
  }

  #read(entry: TableEntry | undefined, number: number, table: ObjectTable): PdfValue | undefined {
    if (entry === undefined) return undefined;
    if ("offset" in entry) {
      const found = this.#objectAt(entry.offset);
      return found?.number === number ? found.value : undefined;
    }
    return this.innerObjects(entry.stream, table)[entry.index];
  }

  #objectAt(offset: number): FoundObject | undefined {
    const known = this.#found.get(offset);
    if (known !== undefined || this.#found.has(offset)) return known;
    const found = this.#readObject(offset);
    this.#found.set(offset, found);
    return found;
  }

  #readObject(offset: number): FoundObject | undefined {
    HEAD.lastIndex = offset;
    const head = HEAD.exec(this.source);
    if (head === null) return undefined;
    if (Number(head[2]) !== 0) this.notice(`object ${head[1]} ${head[2]}, as no program writes it`);
    const start = HEAD.lastIndex;
    const parser = new ValueParser(this.source, start);
    let value = this.#parse(parser);
    if (value === undefined) return undefined;
    if (value instanceof Map && parser.skipWord("stream")) {
      const length = this.number(value.get("Length"));
      const stream = this.#streams.read(value, parser.at, length);
      parser.at = stream.packed.byteOffset - this.bytes.byteOffset + stream.packed.length;
      parser.skipWord("endstream");
      value = stream;
    }
    parser.skipWord("endobj");
    for (const comment of parser.comments)
      if (this.comments.size < MOST_COMMENTS) this.comments.add(comment);
    return { number: Number(head[1]), value, end: parser.at };
  }

  /** Objects that lie in each other could be read for ever: what was read is counted. */
  #parse(parser: ValueParser): PdfValue | undefined {
    const { limits } = this;
    if (!limits.spend("bytes of objects", 0) || !limits.spend("values of objects", 0))
      return undefined;
    const start = parser.at;
    try {
      return parser.parse();
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error;
      this.blame(error.limit ?? "an object cannot be read");
      return undefined;
    } finally {
      for (const oddity of parser.oddities) this.notice(oddity);
      limits.spend("bytes of objects", parser.at - start);
      limits.spend("values of objects", parser.cost);
    }
  }

  /** What is in a stream of objects (ISO 32000-1 §7.5.7), also where the table names nothing in it. */
  innerObjects(number: number, table = this.#table): readonly PdfValue[] {
    const known = this.#inner.get(number);
    if (known !== undefined) return known;
    const objects: PdfValue[] = [];
    this.#inner.set(number, objects);
    const entry = table.entries.get(number);
    // A stream of objects stands in the file itself.
    const stream =
      entry !== undefined && "offset" in entry ? this.#objectAt(entry.offset)?.value : undefined;
    if (!(stream instanceof PdfStream)) return objects;
    const found = readObjectStream(this, stream, (parser) => this.#parse(parser));
    for (const comment of found.comments) this.comments.add(comment);
    for (const [index, inner] of found.objects.entries()) {
      const named = table.entries.get(inner.number);
      const isNamed = named !== undefined && "stream" in named && named.stream === number;
      if (!isNamed || named.index !== index) this.strayInner.add(inner.number);
      objects.push(inner.value);
    }
    return objects;
  }
}
