import { isIdle } from "./idle-bytes.ts";

export const THUMBNAIL_STORE_MOST_BYTES = 3_000_000;

const SECTOR_BYTES = 512;
const HEADER = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const END_OF_CHAIN = 0xfffffffe;
const HIGHEST_SECTOR = 0xfffffffa;
const ENTRY_BYTES = 128;
/** `Catalog`; a number from the back, of Windows XP; a width and a hash, of Windows Vista. */
const NAMES = /^(?:Catalog|\d{1,6}|\d{2,4}_[0-9a-f]{1,16})$/;
const JPEG = "\xFF\xD8\xFF";
const PNG = "\x89PNG";
const STREAM = 2;
const ROOT = 5;

/**
 * Whether bytes are the store of small pictures that Windows puts into a folder, `Thumbs.db`: a
 * compound file ([MS-CFB], version 3) of a catalogue and pictures alone, with nothing behind its last
 * sector, and nothing in it that another program would open.
 */
export function isThumbnailStore(bytes: Uint8Array): boolean {
  if (bytes.length > THUMBNAIL_STORE_MOST_BYTES || bytes.length % SECTOR_BYTES !== 0) return false;
  if (bytes.length < 3 * SECTOR_BYTES || text(bytes, 0, 8) !== HEADER) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The sizes of a sector and a short sector; no more tables than the header names.
  if (view.getUint16(30, true) !== 9 || view.getUint16(32, true) !== 6) return false;
  const chains = readChains(bytes, view);
  const directory = chains && follow(chains, view.getUint32(48, true));
  if (chains === undefined || directory === undefined) return false;
  const entries = directory.flatMap((sector) => readEntries(bytes, view, sector));
  const [root, ...others] = entries;
  if (
    root?.kind !== ROOT ||
    !others.every(({ kind, name }) => kind === STREAM && NAMES.test(name))
  ) {
    return false;
  }
  const isPicture = ({ name, start, sizeBytes }: Entry) => {
    if (name === "Catalog" || sizeBytes < 4096) return true;
    const sectors = follow(chains, start) ?? [];
    const first = bytes.subarray(offsetOf(sectors[0] ?? -1), offsetOf(sectors[0] ?? -1) + 40);
    const isNear = [JPEG, PNG].some((mark) => text(first, 0, first.length).includes(mark));
    return sectors.length === Math.ceil(sizeBytes / SECTOR_BYTES) && isNear;
  };
  return others.every(isPicture) && isIdle(bytes.subarray(8), { known: [JPEG, PNG] });
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly sizeBytes: number;
}

/** The sector that follows each, by the tables that the header names ([MS-CFB] 2.2, 2.3). */
function readChains(bytes: Uint8Array, view: DataView): readonly number[] | undefined {
  const count = view.getUint32(44, true);
  if (count > 109 || view.getUint32(72, true) !== 0) return undefined;
  const sectors = bytes.length / SECTOR_BYTES - 1;
  const chains: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const table = view.getUint32(76 + 4 * at, true);
    if (table >= sectors) return undefined;
    for (let one = 0; one < SECTOR_BYTES; one += 4) {
      chains.push(view.getUint32(offsetOf(table) + one, true));
    }
  }
  return chains.length >= sectors ? chains.slice(0, sectors) : undefined;
}

/** Undefined for a chain that leads out of the file or in a circle. */
function follow(chains: readonly number[], start: number): readonly number[] | undefined {
  const sectors: number[] = [];
  for (let at = start; at !== END_OF_CHAIN; at = chains[at] ?? HIGHEST_SECTOR) {
    if (at >= chains.length || sectors.length > chains.length) return undefined;
    sectors.push(at);
  }
  return sectors;
}

function readEntries(bytes: Uint8Array, view: DataView, sector: number): readonly Entry[] {
  return [0, 1, 2, 3].flatMap((one) => {
    const at = offsetOf(sector) + one * ENTRY_BYTES;
    const kind = bytes[at + 66] ?? 0;
    if (kind === 0) return [];
    const nameBytes = Math.max(2, Math.min(64, view.getUint16(at + 64, true)));
    const name = Buffer.from(bytes.subarray(at, at + nameBytes - 2)).toString("utf16le");
    const start = view.getUint32(at + 116, true);
    return [{ name, kind, start, sizeBytes: view.getUint32(at + 120, true) }];
  });
}

function offsetOf(sector: number): number {
  return (sector + 1) * SECTOR_BYTES;
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString("latin1");
}
