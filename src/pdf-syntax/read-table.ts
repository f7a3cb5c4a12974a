import { ValueParser } from "./parse-value.ts";
import { type PdfDict, PdfStream, type PdfValue } from "./pdf-value.ts";

/** Where an object stands: in the file, or at a place in a stream of objects. */
export type TableEntry =
  | { readonly offset: number }
  | { readonly stream: number; readonly index: number };

/** What the cross-reference data of a file says (ISO 32000-1 §7.5.4, §7.5.8). */
export interface ObjectTable {
  readonly entries: ReadonlyMap<number, TableEntry>;
  /** The trailers as one; newer entries stand. */
  readonly trailer: PdfDict;
  /** The table could not be followed: the objects were searched for. */
  readonly isRebuilt: boolean;
  /** In the order in which they were followed, the newest first. */
  readonly sections: readonly TableSection[];
}

/** A part of the table with its trailer; one that is a stream ends where its object does. */
export interface TableSection {
  readonly start: number;
  readonly end: number;
  /** It lists an object again that a newer one lists, or stands before an older one. */
  readonly isEarlierState: boolean;
  readonly comments: readonly string[];
  /** Its trailer. */
  readonly dict: PdfDict;
}

/** What reading the table needs of the file. */
export interface TableSource {
  readonly source: string;
  /** The object that begins at a place in the file; undefined where none does. */
  objectAt(offset: number): { readonly number: number; readonly value: PdfValue } | undefined;
  decode(stream: PdfStream): Uint8Array;
  /** Tells of what readers leave out. */
  notice(oddity: string): void;
  /** What stands next; undefined where nothing can be read. */
  parse(parser: ValueParser): PdfValue | undefined;
}

/** No file that is read here has more. */
export const MOST_OBJECTS = 400_000;
export const MOST_SECTIONS = 1000;
const MOST_USES = 9;
const ENTRY = /[\s\0]*(\d{1,10})[\s\0]+(\d{1,5})[\s\0]+([nf])/y;
const SECTION = /[\s\0]*(\d{1,10})[\s\0]+(\d{1,10})(?=[\s\0]+\d)/y;

/** Follows the table from the file's end through all older ones. */
export function readTable(file: TableSource): ObjectTable | undefined {
  const { source } = file;
  const mark = source.lastIndexOf("startxref");
  const start = /^startxref[\s\0]+(\d{1,12})/.exec(source.slice(mark, mark + 40))?.[1];
  if (mark < 0 || start === undefined) return undefined;
  const entries = new Map<number, TableEntry>();
  const trailer = new Map<string, PdfValue>();
  const sections: TableSection[] = [];
  const waiting = [{ offset: Number(start), newer: Number.NEGATIVE_INFINITY, isHybrid: false }];
  const seen = new Set<number>();
  const listed = new Set<number>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { offset, newer, isHybrid } = next;
    if (seen.has(offset) || seen.size >= MOST_SECTIONS) continue;
    seen.add(offset);
    const own = new Set<number>();
    const section: SectionReader = { file, entries, listed, own, isHybrid, isRepeated: false };
    const found = readSection(section, offset);
    if (found === undefined) return undefined;
    const { dict, end, comments } = found;
    for (const number of own) listed.add(number);
    for (const [key, value] of dict) if (!trailer.has(key)) trailer.set(key, value);
    // What is shown while it is loaded has its newer half in front, and lists nothing twice (annex F).
    const isEarlierState = section.isRepeated || (!isHybrid && newer > offset);
    sections.push({ start: offset, end, isEarlierState, comments, dict });
    const from = own.size > 0 ? offset : Number.NEGATIVE_INFINITY;
    for (const key of ["XRefStm", "Prev"]) {
      const at = dict.get(key);
      if (typeof at === "number")
        waiting.push({ offset: at, newer: from, isHybrid: key === "XRefStm" });
    }
  }
  return trailer.has("Root") ? { entries, trailer, isRebuilt: false, sections } : undefined;
}

/** What reading one part of the table goes by. */
interface SectionReader {
  readonly file: TableSource;
  readonly entries: Map<number, TableEntry>;
  /** Numbers that newer parts list, also as free. */
  readonly listed: ReadonlySet<number>;
  readonly own: Set<number>;
  /** It adds to the part before it what old programs do not read (§7.5.8.4). */
  readonly isHybrid: boolean;
  /** It names another place for an object than a newer part does. */
  isRepeated: boolean;
}

function note(section: SectionReader, number: number, given: TableEntry | undefined): void {
  // Programs that mean a free one write the place 0, where the head of the file is.
  const entry = given !== undefined && "offset" in given && given.offset === 0 ? undefined : given;
  const known = section.entries.get(number);
  if (entry !== undefined && (section.listed.has(number) || section.own.has(number)))
    section.isRepeated ||= known === undefined ? !section.isHybrid : !isSame(known, entry);
  // The head of the list of free ones stands in every part (§7.5.4).
  if (number !== 0) section.own.add(number);
  if (entry !== undefined && known === undefined) section.entries.set(number, entry);
}

/** A place that is free names the next such, and how often it was used (ISO 32000-1 §7.5.4). */
function checkFree({ file }: SectionReader, next: number, times: number): void {
  if (next > MOST_OBJECTS || (times > MOST_USES && times !== 65535 && times !== 255))
    file.notice(`a free place ${next} ${times}, as no program writes it`);
}

function isSame(one: TableEntry, other: TableEntry): boolean {
  if ("offset" in one) return "offset" in other && one.offset === other.offset;
  return "stream" in other && one.stream === other.stream && one.index === other.index;
}

function readSection(
  section: SectionReader,
  offset: number,
): Pick<TableSection, "end" | "comments" | "dict"> | undefined {
  const { file } = section;
  const parser = new ValueParser(file.source, offset);
  if (parser.skipWord("xref")) {
    const dict = readPlainSection(section, parser);
    return dict && { dict, end: parser.at, comments: parser.comments };
  }
  const value = file.objectAt(offset)?.value;
  if (!(value instanceof PdfStream) || value.dict.get("Type") !== "/XRef") return undefined;
  readStreamSection(section, value.dict, file.decode(value));
  return { dict: value.dict, end: offset, comments: [] };
}

function readPlainSection(section: SectionReader, parser: ValueParser): PdfDict | undefined {
  const { entries } = section;
  const { source } = section.file;
  for (;;) {
    SECTION.lastIndex = parser.at;
    const head = SECTION.exec(source);
    if (head === null) break;
    parser.at = SECTION.lastIndex;
    let number = Number(head[1]);
    // A count is a claim: entries are read as long as there are some.
    for (let left = Number(head[2]); left > 0 && entries.size < MOST_OBJECTS; left -= 1) {
      ENTRY.lastIndex = parser.at;
      const entry = ENTRY.exec(source);
      if (entry === null) break;
      parser.at = ENTRY.lastIndex;
      if (entry[3] === "f") checkFree(section, Number(entry[1]), Number(entry[2]));
      note(section, number, entry[3] === "n" ? { offset: Number(entry[1]) } : undefined);
      number += 1;
    }
  }
  if (!parser.skipWord("trailer")) return undefined;
  const value = section.file.parse(parser);
  return value instanceof Map ? value : undefined;
}

/** ISO 32000-1 §7.5.8.2. */
function readStreamSection(section: SectionReader, dict: PdfDict, bytes: Uint8Array): void {
  const widths = numbersOf(dict.get("W")).slice(0, 3);
  const size = widths.reduce((sum, width) => sum + width, 0);
  if (widths.length < 3 || size === 0 || widths.some((width) => width < 0 || width > 8)) return;
  const named = numbersOf(dict.get("Index"));
  const sections = named.length > 0 ? named : [0, Number(dict.get("Size") ?? 0)];
  let at = 0;
  if (sections.reduce((sum, one, i) => sum + (i % 2) * one, 0) * size < bytes.length)
    section.file.notice("bytes behind the table of objects");
  const read = (width: number, missing: number) => {
    if (width === 0) return missing;
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (bytes[at++] ?? 0);
    return value;
  };
  for (let i = 0; i + 1 < sections.length; i += 2) {
    const first = sections[i] ?? 0;
    for (let k = 0; k < (sections[i + 1] ?? 0) && at + size <= bytes.length; k += 1) {
      const kind = read(widths[0] ?? 0, 1);
      const second = read(widths[1] ?? 0, 0);
      const third = read(widths[2] ?? 0, 0);
      if (section.entries.size >= MOST_OBJECTS) return;
      if (kind === 0) checkFree(section, second, third);
      else if (kind > 2 || (kind === 1 && third > 0))
        section.file.notice("an entry of the table of objects, as no program writes it");
      const inner = kind === 2 ? { stream: second, index: third } : undefined;
      note(section, first + k, kind === 1 ? { offset: second } : inner);
    }
  }
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map((one) => (typeof one === "number" ? one : 0)) : [];
}

const OBJECT = /(?<![0-9])(\d{1,10})[\s\0]{1,20}\d{1,5}[\s\0]{1,20}obj(?![a-z])/g;

/** Searches the file for objects, as readers do with one that is damaged. Later ones stand. */
export function rebuildTable(file: TableSource): ObjectTable {
  const entries = new Map<number, TableEntry>();
  const trailer = new Map<string, PdfValue>();
  const { source } = file;
  const offsets = new Map<number, number>();
  for (const found of source.matchAll(OBJECT)) {
    if (offsets.size >= MOST_OBJECTS) break;
    offsets.set(Number(found[1]), found.index);
  }
  for (const [number, offset] of offsets) {
    entries.set(number, { offset });
    const value = file.objectAt(offset)?.value;
    if (value instanceof PdfStream) {
      const type = value.dict.get("Type");
      if (type === "/XRef") for (const [key, one] of value.dict) trailer.set(key, one);
      const count = type === "/ObjStm" ? value.dict.get("N") : undefined;
      const numbers = typeof count === "number" ? file.decode(value) : new Uint8Array();
      const head = Buffer.from(numbers).toString("latin1", 0, 1_000_000);
      const pairs = [...head.matchAll(/(\d+)\s+(\d+)\s*/gy)].slice(0, Number(count ?? 0));
      pairs.forEach((pair, index) => {
        const inner = Number(pair[1]);
        if (!offsets.has(inner)) entries.set(inner, { stream: number, index });
      });
    } else if (value instanceof Map && value.get("Type") === "/Catalog" && !trailer.has("Root"))
      trailer.set("Root", value);
  }
  for (
    let at = source.indexOf("trailer"), tries = 0;
    at >= 0 && tries < MOST_SECTIONS;
    tries += 1
  ) {
    const value = file.parse(new ValueParser(source, at + 7));
    if (value instanceof Map) for (const [key, one] of value) trailer.set(key, one);
    at = source.indexOf("trailer", at + 7);
  }
  return { entries, trailer, isRebuilt: true, sections: [] };
}
