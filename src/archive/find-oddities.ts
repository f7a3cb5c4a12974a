import type { ArchiveEntry } from "./archive-entry.ts";

/** What programs write that pack plainly (APPNOTE 4.4). */
const PLAIN = {
  /** 2.0: folders and deflate; what asks for more has other locks or forms. */
  versionNeeded: 20,
  versionMadeBy: 63,
  /** How hard it was packed, sizes behind the file, names in UTF-8; a lock is told by itself. */
  flags: 0x0001 | 0x0006 | 0x0008 | 0x0800,
  /** Of DOS: read-only, folder, changed. */
  attributes: 0x01 | 0x10 | 0x20,
} as const;
const SIZES_BEHIND = 0x0008;
/** Systems whose attributes have the mode of Unix in their upper half. */
const UNIX: ReadonlySet<number> = new Set([3, 19]);
/** Kinds of files in a mode: none said, a file, a folder; no links, pipes and devices. */
const MODES: ReadonlySet<number> = new Set([0, 0o100, 0o040]);
/** What a screen obeys, and separators of another system. */
const ODD_NAME = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\\]/u;

/**
 * Lists what of an entry's two headers no plain archive has: a reader that knows less, or reads the
 * other header, sees something else there.
 *
 * @param at where its header in the directory begins.
 * @param offset where its local one does.
 */
export function findOddities(view: DataView, at: number, offset: number, name: string) {
  const read = (from: number) => view.getUint16(from, true);
  const odd: string[] = [];
  const attributes = view.getUint32(at + 38, true);
  const [dos, mode] = [attributes & 0xffff, attributes >>> 16];
  const flags = read(at + 8);
  if (view.getUint8(at + 4) > PLAIN.versionMadeBy || read(at + 6) > PLAIN.versionNeeded)
    odd.push("a version of the form that is not known");
  if ((flags & ~PLAIN.flags) !== 0) odd.push(`flags 0x${flags.toString(16).padStart(4, "0")}`);
  if (!MODES.has(mode >> 9) || (mode !== 0 && !UNIX.has(view.getUint8(at + 5))))
    odd.push(`a link, or a file of another kind (mode ${mode.toString(8)})`);
  if ((dos & ~PLAIN.attributes) !== 0 || read(at + 36) > 1)
    odd.push("attributes that hide it, or that are not known");
  if (read(at + 34) !== 0) odd.push("another volume");
  if (name.endsWith("/") && view.getUint32(at + 20, true) > 2)
    odd.push("a folder with bytes of its own");
  if (ODD_NAME.test(name)) odd.push("signs in its name that a screen or a program obeys");
  const isBehind = (flags & SIZES_BEHIND) !== 0;
  // Version, flags, method, time and date; then the sum and both sizes, which may stand behind.
  const isAlike = [0, 2, 4, 6, 8].every((step) => read(at + 6 + step) === read(offset + 4 + step));
  const isOfSize = [0, 4, 8].every((step) => {
    const local = view.getUint32(offset + 14 + step, true);
    return local === view.getUint32(at + 16 + step, true) || (isBehind && local === 0);
  });
  if (!isAlike || !isOfSize) odd.push("two headers that do not say the same");
  if (!fillsRoom(view, at + 46 + read(at + 28), read(at + 30))) odd.push("a broken extra field");
  if (!fillsRoom(view, offset + 30 + read(offset + 26), read(offset + 28)))
    odd.push("a broken extra field");
  return odd;
}

/** Whether extra fields end where their room does. */
function fillsRoom(view: DataView, start: number, length: number): boolean {
  let at = start;
  while (at + 4 <= start + length) at += 4 + view.getUint16(at + 2, true);
  return at === start + length;
}

/** Lengths of the extra fields that are known (APPNOTE 4.5, and Info-ZIP's list), and what begins them. */
export function isKnownExtra(id: number, data: Uint8Array, name: string): boolean {
  const [first = 0, second = 0] = data;
  switch (id) {
    case 0x5455: {
      // Times by the bits of the first byte; the directory has the first of them only.
      const times = [1, 2, 4].filter((bit) => (first & bit) !== 0).length;
      return first <= 7 && (data.length === 1 + 4 * times || data.length === 5);
    }
    case 0x7875:
      return (
        data.length === 0 || (first === 1 && data.length === 3 + second + (data[2 + second] ?? 0))
      );
    case 0x5855:
      return data.length === 8 || data.length === 12;
    case 0x000a:
      return data.length === 32 && [0, 0, 0, 0, 1, 0, 24, 0].every((byte, at) => data[at] === byte);
    case 0x7075: {
      const said = data.subarray(5);
      return first === 1 && data.length > 5 && new TextDecoder().decode(said) === name;
    }
    default:
      return false;
  }
}

/** How long the sizes behind a file are: nothing where none stand there, or others (APPNOTE 4.3.9). */
export function sizesBehind(view: DataView, end: number, entry: ArchiveEntry): number {
  if ((view.getUint16(entry.offset + 6, true) & SIZES_BEHIND) === 0) return 0;
  const said = [entry.crc, entry.packedBytes, entry.unpackedBytes];
  for (const head of [4, 0]) {
    if (end + head + 12 > view.byteLength) continue;
    const isMarked = head === 0 || view.getUint32(end, true) === 0x08074b50;
    if (isMarked && said.every((one, at) => view.getUint32(end + head + 4 * at, true) === one))
      return head + 12;
  }
  return 0;
}

/** Whether the record at the end says of the directory what is so (APPNOTE 4.3.16). */
export function isPlainEnd(view: DataView, end: number, directoryBytes: number): boolean {
  const counts = [8, 10].map((at) => view.getUint16(end + at, true));
  return counts[0] === counts[1] && view.getUint32(end + 12, true) === directoryBytes;
}
