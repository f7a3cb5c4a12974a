import { isWordless } from "./idle-bytes.ts";
import { isListOfOrigins } from "./property-list.ts";

/** With the largest attributes that we know a Mac to write. */
export const APPLE_DOUBLE_MOST_BYTES = 64_000;

const MAGIC = 0x00051607;
const VERSION = 0x00020000;
const FILLERS = ["\0".repeat(16), "Mac OS X        "];
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
 * the last one: AppleDouble of version 2 (RFC 1740) with the two entries that macOS writes, whose values
 * are known ones, which follow each other without a gap, and end where the file ends.
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
  return id === FINDER_INFO && isFinderEntry(bytes, entry);
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
function isFinderEntry(bytes: Uint8Array, { start, end }: Entry): boolean {
  if (!isFinderInfo(bytes.subarray(start, Math.min(end, start + FINDER_INFO_BYTES)))) return false;
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

/** Type and creator of files that people copy: none, and those that macOS and its readers write. */
const FINDER_KINDS: ReadonlySet<string> = new Set([
  "\0\0\0\0\0\0\0\0",
  "PDF CARO",
  "PDF prvw",
  "PDF \0\0\0\0",
  "TEXTttxt",
  "TEXT\0\0\0\0",
  "brokMACS",
]);
/** Colours, shown or not, seen before, hidden ending (Finder Interface Reference, "Finder flags"). */
const FINDER_FLAGS = 0x411f;

/** Type, creator and flags; then places in windows of old systems, and noughts. */
function isFinderInfo(value: Uint8Array): boolean {
  if (value.length !== FINDER_INFO_BYTES || !FINDER_KINDS.has(textOf(value.subarray(0, 8)))) {
    return false;
  }
  const view = viewOf(value);
  // Of the extended flags, the one that hides the ending.
  const areKnown = (view.getUint16(8) & ~FINDER_FLAGS) === 0 && (view.getUint16(24) & ~0x10) === 0;
  return areKnown && isBlank(value.subarray(10, 24)) && isBlank(value.subarray(26));
}

/** Programs that fetch files for people, by the name under which they mark what they fetched. */
const FETCHERS =
  "|Safari|Google Chrome|Chrome|Chromium|Firefox|Tor Browser|Brave Browser|Microsoft Edge|Opera|" +
  "Vivaldi|Mail|Thunderbird|Microsoft Outlook|Signal|WhatsApp|Telegram|Element|Slack|Messages|" +
  "sharingd|Archive Utility|The Unarchiver|Transmission|Nextcloud|Dropbox|Finder|Preview|Books|" +
  "Mullvad Browser|OnionShare|Keka";
const UUID = "[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}";
/** Flags; time; program, whose spaces some write as `\x20`; a UUID. */
const QUARANTINE = new RegExp(
  `^[0-9a-f]{4};[0-9a-f]{8};(?:${FETCHERS.replaceAll(" ", "(?: |\\\\x20)")});(?:${UUID})?\\0?$`,
);
const ENCODINGS: ReadonlySet<string> = new Set([
  "utf-8;134217984",
  "UTF-8;134217984",
  "utf-16;256",
  "us-ascii;1536",
  "iso-8859-1;513",
  "windows-1252;1280",
  "macintosh;0",
]);

/** A binary property list of an empty list: a file that had tags of the Finder and has none. */
const NO_TAGS =
  "62706c6973743030a0080000000000000101000000000000000100000000000000000000000000000009";

/** What is known to stand in extended attributes of files that people copy, and has room for no words. */
const ATTRIBUTES: Readonly<Record<string, (value: Uint8Array) => boolean>> = {
  "com.apple.quarantine": (value) => QUARANTINE.test(textOf(value)),
  "com.apple.TextEncoding": (value) => ENCODINGS.has(textOf(value)),
  "com.apple.lastuseddate#PS": isLastUse,
  "com.apple.provenance": (value) =>
    value.length === 11 && value[0] === 1 && value[2] === 0 && isWordless(value.subarray(3)),
  "com.apple.macl": isAccessList,
  "com.apple.FinderInfo": isFinderInfo,
  "com.apple.metadata:kMDItemWhereFroms": isListOfOrigins,
  "com.apple.metadata:kMDItemDownloadedDate": isListOfOrigins,
  "com.apple.metadata:_kMDItemUserTags": (value) => Buffer.from(value).toString("hex") === NO_TAGS,
};

function isAttribute(name: string, value: Uint8Array): boolean {
  return Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]?.(value) === true;
}

/** Seconds since 1970 up to the year 2242, and billionths of one: two numbers of 64 bits. */
function isLastUse(value: Uint8Array): boolean {
  if (value.length !== 16) return false;
  const view = viewOf(value);
  return view.getBigUint64(0, true) < 2n ** 33n && view.getBigUint64(8, true) < 1_000_000_000n;
}

/** Four places for a kind and a UUID of chance (RFC 9562 §5.4), of which the last ones may be empty. */
function isAccessList(value: Uint8Array): boolean {
  if (value.length !== 72) return false;
  return [0, 18, 36, 54].every((at) => {
    const place = value.subarray(at, at + 18);
    if (isBlank(place)) return true;
    const [kind = 0, none = 0] = place;
    const isOfChance = ((place[8] ?? 0) & 0xf0) === 0x40 && ((place[10] ?? 0) & 0xc0) === 0x80;
    return kind <= 4 && none === 0 && isOfChance && isWordless(place.subarray(2));
  });
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
