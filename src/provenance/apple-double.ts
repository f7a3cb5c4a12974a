import { isPropertyList } from "./property-list.ts";

/** With the largest attributes that we know a Mac to write. */
export const APPLE_DOUBLE_MOST_BYTES = 64_000;

const MAGIC = 0x00051607;
const VERSION = 0x00020000;
const FILLERS = ["\0".repeat(16), "Mac OS X        "];
/** Entries whose content has one size (RFC 1740 §5 and appendix A): dates and flags. */
const FIXED_SIZES: Readonly<Record<number, number>> = { 8: 16, 10: 4, 11: 8, 12: 4, 14: 4, 15: 4 };
const RESOURCE_FORK = 2;
const FINDER_INFO = 9;
const FINDER_INFO_BYTES = 32;

interface Entry {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether bytes are what a Mac puts beside a file on a disk of another system, `._tails.epub`, to
 * the last one: AppleDouble of version 2 (RFC 1740), whose entries are of kinds that have room for
 * nothing else, follow each other without a gap, and end where the file ends.
 */
export function isAppleDouble(bytes: Uint8Array): boolean {
  if (bytes.length < 26 || bytes.length > APPLE_DOUBLE_MOST_BYTES) return false;
  const view = viewOf(bytes);
  if (view.getUint32(0) !== MAGIC || view.getUint32(4) !== VERSION) return false;
  if (!FILLERS.includes(textOf(bytes.subarray(8, 24)))) return false;
  const count = view.getUint16(24);
  let end = 26 + 12 * count;
  if (count === 0 || end > bytes.length) return false;
  const entries = Array.from({ length: count }, (_, at): Entry => {
    const start = view.getUint32(26 + 12 * at + 4);
    const sizeBytes = view.getUint32(26 + 12 * at + 8);
    return { id: view.getUint32(26 + 12 * at), start, end: start + sizeBytes };
  }).sort((one, other) => one.start - other.start);
  if (new Set(entries.map(({ id }) => id)).size < count) return false;
  for (const entry of entries) {
    if (entry.start !== end || entry.end > bytes.length || !isKnown(bytes, entry)) return false;
    end = entry.end;
  }
  return end === bytes.length;
}

function isKnown(bytes: Uint8Array, entry: Entry): boolean {
  const { id, start, end } = entry;
  if (id === RESOURCE_FORK) return start === end || isBlankFork(bytes.subarray(start, end));
  if (id === FINDER_INFO) return isFinderInfo(bytes, entry);
  return FIXED_SIZES[id] === end - start;
}

const BLANK_WORDS = "This resource fork intentionally left blank   ";

/** The fork of a file that has none, as macOS writes it: its header, no data, and an empty map. */
function isBlankFork(fork: Uint8Array): boolean {
  const expected = new Uint8Array(286);
  const view = viewOf(expected);
  for (const at of [0, 0x100]) {
    view.setUint32(at, 0x100);
    view.setUint32(at + 4, 0x100);
    view.setUint32(at + 12, 0x1e);
  }
  expected.set(new TextEncoder().encode(BLANK_WORDS), 16);
  view.setUint16(0x118, 0x1c);
  view.setUint16(0x11a, 0x1e);
  view.setUint16(0x11c, 0xffff);
  if (fork.length !== expected.length) return false;
  // The map begins with room for a copy of the header, which may be left empty.
  const isRoom = (at: number) => at >= 0x100 && at < 0x110;
  return fork.every((byte, at) => byte === expected[at] || (byte === 0 && isRoom(at)));
}

/** Thirty-two bytes for the Finder, and behind them, since Mac OS X 10.4, extended attributes. */
function isFinderInfo(bytes: Uint8Array, { start, end }: Entry): boolean {
  if (end - start < FINDER_INFO_BYTES) return false;
  if (isBlank(bytes.subarray(start + FINDER_INFO_BYTES, end))) return true;
  const at = start + FINDER_INFO_BYTES + 2;
  if (end - at < 36 || !isBlank(bytes.subarray(at - 2, at))) return false;
  const view = viewOf(bytes);
  if (textOf(bytes.subarray(at, at + 4)) !== "ATTR" || view.getUint32(at + 8) !== end) return false;
  const dataStart = view.getUint32(at + 12);
  const dataEnd = dataStart + view.getUint32(at + 16);
  const count = view.getUint16(at + 34);
  if (!isBlank(bytes.subarray(at + 20, at + 34)) || dataEnd > end) return false;
  const values: Entry[] = [];
  let next = at + 36;
  for (let one = 0; one < count; one += 1) {
    if (next + 11 > dataStart) return false;
    const nameBytes = bytes[next + 10] ?? 0;
    const name = textOf(bytes.subarray(next + 11, next + 11 + nameBytes)).replace(/\0$/, "");
    const value = {
      id: one,
      start: view.getUint32(next),
      end: view.getUint32(next) + view.getUint32(next + 4),
    };
    if (value.start < dataStart || value.end > dataEnd) return false;
    if (!isAttribute(name, bytes.subarray(value.start, value.end))) return false;
    values.push(value);
    const named = next + 11 + nameBytes;
    next += (11 + nameBytes + 3) & ~3;
    if (!isBlank(bytes.subarray(named, next))) return false;
  }
  return (
    next <= dataStart &&
    isBlank(bytes.subarray(next, dataStart)) &&
    isBlankBetween(bytes, values, dataStart, end)
  );
}

/** Whether there are noughts wherever no value is. */
function isBlankBetween(
  bytes: Uint8Array,
  values: readonly Entry[],
  start: number,
  end: number,
): boolean {
  let at = start;
  for (const value of [...values].sort((one, other) => one.start - other.start)) {
    if (value.start < at || !isBlank(bytes.subarray(at, value.start))) return false;
    at = value.end;
  }
  return isBlank(bytes.subarray(at, end));
}

/** What is known to stand in extended attributes of files that people copy, and has room for no more. */
const ATTRIBUTES: readonly (readonly [name: RegExp, holds: (value: Uint8Array) => boolean])[] = [
  // Flags; time; program; a UUID.
  [
    /^com\.apple\.quarantine$/,
    (value) =>
      /^[0-9a-f]{4};[0-9a-f]{0,16};[\w .()-]{0,64};?[0-9A-Fa-f-]{0,36}\0?$/.test(textOf(value)),
  ],
  [/^com\.apple\.TextEncoding$/, (value) => /^[\w-]{1,32};\d{1,12}$/.test(textOf(value))],
  [/^com\.apple\.lastuseddate#PS$/, (value) => value.length === 16],
  [/^com\.apple\.provenance$/, (value) => value.length <= 16],
  [/^com\.apple\.macl$/, (value) => value.length === 72],
  [/^com\.apple\.FinderInfo$/, (value) => value.length === FINDER_INFO_BYTES],
  [/^com\.apple\.metadata:[\w:.]{1,80}$/, isPropertyList],
];

function isAttribute(name: string, value: Uint8Array): boolean {
  return ATTRIBUTES.some(([pattern, holds]) => pattern.test(name) && holds(value));
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
