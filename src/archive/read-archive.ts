import { crc32, inflateRawSync } from "node:zlib";
import { type ArchiveEntry, ArchiveError, type ArchiveTime } from "./archive-entry.ts";
import { findOddities, isPlainEnd, sizesBehind } from "./find-oddities.ts";

/** What an archive from a stranger may ask of this machine. */
export const ARCHIVE_LIMITS = {
  entries: 10_000,
  unpackedBytes: 512 * 1024 * 1024,
  /** Real texts pack to a fiftieth at most; a file made to fill the memory to a thousandth. */
  ratio: 200,
  /** Below this size a ratio does no harm. */
  ratioFromBytes: 4 * 1024 * 1024,
} as const;

/** Signatures and fixed lengths (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff } as const;
/** A number that stands in a ZIP64 field instead: four gigabytes, which no book has. */
const ELSEWHERE = 0xffffffff;

/**
 * Reads the directory of a ZIP archive, in the order in which its files lie. Nothing is unpacked.
 *
 * fflate, which packs our books, tells no extra fields, clocks or second headers: decision 0021.
 *
 * @throws ArchiveError
 */
export function listArchive(bytes: Uint8Array): readonly ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw new ArchiveError(looksLikeArchive(bytes) ? "damaged" : "noArchive");
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0) {
    throw new ArchiveError("volumes");
  }
  const count = view.getUint16(end + 10, true);
  if (count > ARCHIVE_LIMITS.entries) throw new ArchiveError("tooMany");
  const entries: ArchiveEntry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== CENTRAL.signature) throw new ArchiveError("damaged");
      entries.push(readEntry(bytes, view, at));
      at +=
        CENTRAL.bytes +
        view.getUint16(at + 28, true) +
        view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
    }
  } catch (error) {
    // A length that leads out of the file.
    if (error instanceof RangeError) throw new ArchiveError("damaged");
    throw error;
  }
  const total = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (total > ARCHIVE_LIMITS.unpackedBytes) throw new ArchiveError("tooLarge");
  return entries.sort((one, other) => one.offset - other.offset);
}

/**
 * Unpacks one file, never to more than the directory says.
 *
 * @throws ArchiveError
 */
export function unpackEntry(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const { unpackedBytes, packedBytes, method } = entry;
  if (entry.isEncrypted) throw new ArchiveError("encrypted");
  if (method === "other") throw new ArchiveError("unknownPacking");
  if (
    unpackedBytes > ARCHIVE_LIMITS.ratioFromBytes &&
    unpackedBytes > packedBytes * ARCHIVE_LIMITS.ratio
  ) {
    throw new ArchiveError("tooDense");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start =
    entry.offset +
    LOCAL.bytes +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + packedBytes);
  const unpacked = method === "stored" ? packed : inflate(packed, unpackedBytes);
  if (unpacked.length !== unpackedBytes || crc32(unpacked) !== entry.crc) {
    throw new ArchiveError("damaged");
  }
  return unpacked;
}

function inflate(packed: Uint8Array, mostBytes: number): Uint8Array {
  try {
    const options = { maxOutputLength: Math.max(1, mostBytes), info: true };
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    // Behind the end of what is packed nobody looks.
    if (engine.bytesWritten === packed.length) return buffer;
  } catch {
    // Not packed as it says.
  }
  throw new ArchiveError("damaged");
}

/** The end record stands last, before a comment of any length. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END.bytes;
  const first = Math.max(0, last - END.longestComment);
  for (let at = last; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  return undefined;
}

function looksLikeArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ArchiveEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedBytes = view.getUint32(at + 20, true);
  const unpackedBytes = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if ([packedBytes, unpackedBytes, offset].includes(ELSEWHERE)) throw new ArchiveError("tooLarge");
  if (view.getUint32(offset, true) !== LOCAL.signature) throw new ArchiveError("damaged");
  const nameBytes = view.getUint16(at + 28, true);
  const name = readName(bytes, at + CENTRAL.bytes, nameBytes);
  const local = readName(bytes, offset + LOCAL.bytes, view.getUint16(offset + 26, true));
  return {
    ...name,
    method: method === 0 ? "stored" : method === 8 ? "deflated" : "other",
    isEncrypted: (flags & 1) === 1,
    packedBytes,
    unpackedBytes,
    crc: view.getUint32(at + 16, true),
    extraBytes: view.getUint16(offset + 28, true),
    modified: readTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
    packedOn: view.getUint8(at + 5),
    extras: [
      ...readExtras(view, at + CENTRAL.bytes + nameBytes, view.getUint16(at + 30, true)),
      ...readExtras(
        view,
        offset + LOCAL.bytes + view.getUint16(offset + 26, true),
        view.getUint16(offset + 28, true),
      ),
    ],
    comment: readComment(
      bytes,
      at + CENTRAL.bytes + nameBytes + view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ),
    oddities: findOddities(view, at, offset, name.name),
    offset,
    ...(local.name === name.name ? {} : { otherName: local.name }),
  };
}

/** The date and time of MS-DOS (APPNOTE 4.4.6). */
function readTime(date: number, time: number): ArchiveTime {
  return {
    year: 1980 + (date >> 9),
    month: (date >> 5) & 0xf,
    day: date & 0x1f,
    hours: time >> 11,
    minutes: (time >> 5) & 0x3f,
    seconds: (time & 0x1f) * 2,
  };
}

/** Fields that end beyond their room are left out. */
function readExtras(view: DataView, start: number, length: number) {
  const extras: { readonly id: number; readonly data: Uint8Array }[] = [];
  const end = Math.min(start + length, view.byteLength);
  for (let at = start; at + 4 <= end; ) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > end) break;
    const data = new Uint8Array(view.buffer, view.byteOffset + at + 4, size);
    extras.push({ id: view.getUint16(at, true), data });
    at += 4 + size;
  }
  return extras;
}

function readComment(bytes: Uint8Array, start: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(start, start + length));
}

/**
 * Finds bytes that belong to no listed file, nor to the directory. Programs that read from the
 * beginning, or by another count, unpack files from there.
 */
export function findUnlisted(
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return [];
  const directory = view.getUint32(end + 16, true);
  const spans = entries.map((entry): readonly [number, number] => {
    const { offset, packedBytes } = entry;
    const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const behind = offset + LOCAL.bytes + names + packedBytes;
    return [offset, behind + sizesBehind(view, behind, entry)];
  });
  spans.push([directory, endOfDirectory(view, directory, view.getUint16(end + 10, true))]);
  spans.push([end, end + END.bytes + view.getUint16(end + 20, true)]);
  spans.push([bytes.length, bytes.length]);
  const unlisted: Uint8Array[] = [];
  let last = 0;
  for (const [from, to] of spans.sort(([one], [other]) => one - other)) {
    const gap = bytes.subarray(last, from);
    if (gap.length > 0) unlisted.push(gap);
    last = Math.max(last, to);
  }
  return unlisted;
}

/** Whether no two files share bytes, and the record at the end speaks of the directory that is there. */
export function isPlainlyLaid(bytes: Uint8Array, entries: readonly ArchiveEntry[]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return false;
  const directory = view.getUint32(end + 16, true);
  const length = endOfDirectory(view, directory, view.getUint16(end + 10, true)) - directory;
  const isApart = entries.every(({ offset, packedBytes }, at) => {
    const next = entries[at + 1]?.offset ?? directory;
    return offset + LOCAL.bytes + packedBytes <= next;
  });
  return isApart && isPlainEnd(view, end, length);
}

function endOfDirectory(view: DataView, start: number, count: number): number {
  let at = start;
  for (let index = 0; index < count; index += 1)
    at +=
      CENTRAL.bytes +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  return at;
}

/** The comment of the archive as a whole; empty where it has none. */
export function readArchiveComment(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return "";
  return readComment(bytes, end + END.bytes, view.getUint16(end + 20, true));
}

function readName(bytes: Uint8Array, start: number, length: number) {
  const written = bytes.subarray(start, start + length);
  if (written.length !== length) throw new ArchiveError("damaged");
  try {
    return { name: new TextDecoder("utf-8", { fatal: true }).decode(written), isUtf8: true };
  } catch {
    return { name: new TextDecoder("latin1").decode(written), isUtf8: false };
  }
}
