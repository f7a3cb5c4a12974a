import { ByteReader } from "../boxes/byte-reader.ts";
import { type Box, findBox, latin1, listBoxes, wholeFile } from "../boxes/read-boxes.ts";

/** An item of a HEIF file: a picture, a part of one, or what is said of it (ISO/IEC 23008-12 §6). */
export interface HeifItem {
  readonly id: number;
  /** `hvc1`, `av01`, `grid`, `Exif`, `mime` … */
  readonly type: string;
  readonly isHidden: boolean;
  /** Of `mime` items: what it is, and how it is packed. */
  readonly contentType: string;
  readonly encoding: string;
}

export interface HeifFile {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly primary: number;
  readonly items: readonly HeifItem[];
  /** From which item to which, by kind: `thmb`, `auxl`, `dimg`, `cdsc`. */
  readonly references: readonly HeifReference[];
  /** What an auxiliary picture is, by item. */
  readonly auxiliary: ReadonlyMap<number, string>;
  /** @returns undefined where it is, with those before it, more than any picture says of itself. */
  bytesOf(item: HeifItem): Uint8Array | undefined;
}

export interface HeifReference {
  readonly kind: string;
  readonly from: number;
  readonly to: readonly number[];
}

/** A photograph of a telephone has some hundred. */
const MOST_ITEMS = 10_000;
/** Of all items that are asked for; they may lie upon each other, so that a small file makes much. */
const MOST_ITEM_BYTES = 32_000_000;

/** @returns undefined where the file has no items. */
export function readHeif(bytes: Uint8Array): HeifFile | undefined {
  const meta = findBox(bytes, wholeFile(bytes), "meta");
  if (meta === undefined) return undefined;
  const inner = listBoxes(bytes, meta.start + 4, meta.end);
  const find = (type: string) => inner.find((box) => box.type === type);
  const [pitm, iinf, iref, iprp, iloc] = ["pitm", "iinf", "iref", "iprp", "iloc"].map(find);
  const primary = pitm === undefined ? 0 : readPrimary(bytes, pitm);
  const properties = iprp === undefined ? [] : readProperties(bytes, iprp);
  const places = iloc === undefined ? new Map() : readPlaces(bytes, iloc);
  const size = properties.find(({ item, box }) => item === primary && box.type === "ispe")?.box;
  const [widthPx, heightPx] = size === undefined ? [0, 0] : readSize(bytes, size);
  const auxiliary = new Map<number, string>();
  for (const { item, box } of properties)
    if (box.type === "auxC")
      auxiliary.set(item, new ByteReader(bytes, box.start + 4, box.end).text());
  let left = MOST_ITEM_BYTES;
  return {
    widthPx,
    heightPx,
    primary,
    items: iinf === undefined ? [] : readItems(bytes, iinf),
    references: iref === undefined ? [] : readReferences(bytes, iref),
    auxiliary,
    bytesOf({ id }) {
      const found = collect(bytes, places.get(id), find("idat"), left);
      left -= found?.length ?? 0;
      return found;
    },
  };
}

/** ISO/IEC 14496-12 §8.11.4. */
function readPrimary(bytes: Uint8Array, box: Box): number {
  const reader = new ByteReader(bytes, box.start, box.end);
  const version = reader.number(4) >>> 24;
  return reader.number(version === 0 ? 2 : 4);
}

/** ISO/IEC 14496-12 §8.11.6. */
function readItems(bytes: Uint8Array, box: Box): readonly HeifItem[] {
  const head = (bytes[box.start] ?? 0) === 0 ? 6 : 8;
  return listBoxes(bytes, box.start + head, box.end)
    .filter(({ type }) => type === "infe")
    .slice(0, MOST_ITEMS)
    .map((infe) => {
      const reader = new ByteReader(bytes, infe.start, infe.end);
      const word = reader.number(4);
      const id = reader.number(word >>> 24 >= 3 ? 4 : 2);
      reader.number(2);
      const type = latin1(bytes, reader.at, 4);
      reader.at += 4;
      reader.text();
      const isMime = type === "mime";
      const contentType = isMime ? reader.text() : "";
      const encoding = isMime && !reader.isOver ? reader.text() : "";
      return { id, type, isHidden: (word & 1) === 1, contentType, encoding };
    });
}

/** ISO/IEC 14496-12 §8.11.12. */
function readReferences(bytes: Uint8Array, box: Box): readonly HeifReference[] {
  const wide = (bytes[box.start] ?? 0) === 0 ? 2 : 4;
  let left = MOST_ITEMS;
  return listBoxes(bytes, box.start + 4, box.end).map(({ type, start, end }) => {
    const reader = new ByteReader(bytes, start, end);
    const from = reader.number(wide);
    const count = reader.number(2);
    const to: number[] = [];
    for (; to.length < count && !reader.isOver && left > 0; left -= 1) to.push(reader.number(wide));
    return { kind: type, from, to };
  });
}

/** Which property belongs to which item (ISO/IEC 23008-12 §9.3). */
function readProperties(bytes: Uint8Array, iprp: Box) {
  const ipco = findBox(bytes, iprp, "ipco");
  const ipma = findBox(bytes, iprp, "ipma");
  if (ipco === undefined || ipma === undefined) return [];
  const boxes = listBoxes(bytes, ipco.start, ipco.end);
  const reader = new ByteReader(bytes, ipma.start, ipma.end);
  const word = reader.number(4);
  const found: { readonly item: number; readonly box: Box }[] = [];
  for (let count = reader.number(4); count > 0 && !reader.isOver; count -= 1) {
    const item = reader.number(word >>> 24 === 0 ? 2 : 4);
    for (let links = reader.number(1); links > 0; links -= 1) {
      const index = (word & 1) === 1 ? reader.number(2) & 0x7fff : reader.number(1) & 0x7f;
      const box = boxes[index - 1];
      if (box !== undefined && found.length < MOST_ITEMS) found.push({ item, box });
    }
  }
  return found;
}

function readSize(bytes: Uint8Array, box: Box): readonly [width: number, height: number] {
  const reader = new ByteReader(bytes, box.start + 4, box.end);
  return [reader.number(4), reader.number(4)];
}

interface Place {
  /** In the box `idat`, and not from the beginning of the file. */
  readonly isInner: boolean;
  readonly extents: readonly { readonly offset: number; readonly length: number }[];
}

/** ISO/IEC 14496-12 §8.11.3. */
function readPlaces(bytes: Uint8Array, box: Box): ReadonlyMap<number, Place> {
  const reader = new ByteReader(bytes, box.start, box.end);
  const version = reader.number(4) >>> 24;
  const sizes = reader.number(2);
  const [offsetSize, lengthSize, baseSize] = [12, 8, 4].map((shift) => (sizes >> shift) & 15);
  const indexSize = version === 0 ? 0 : sizes & 15;
  const places = new Map<number, Place>();
  let left = 4 * MOST_ITEMS;
  for (let count = reader.number(version < 2 ? 2 : 4); count > 0; count -= 1) {
    if (reader.isOver || places.size >= MOST_ITEMS) break;
    const id = reader.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.number(2) & 15;
    reader.number(2);
    const base = reader.number(baseSize ?? 0);
    const extents: { offset: number; length: number }[] = [];
    for (let pieces = reader.number(2); pieces > 0 && left > 0; pieces -= 1) {
      if (reader.isOver) break;
      left -= 1;
      reader.number(indexSize);
      const offset = base + reader.number(offsetSize ?? 0);
      extents.push({ offset, length: reader.number(lengthSize ?? 0) });
    }
    places.set(id, { isInner: method === 1, extents });
  }
  return places;
}

function collect(
  bytes: Uint8Array,
  place: Place | undefined,
  idat: Box | undefined,
  mostBytes: number,
): Uint8Array | undefined {
  const from = place?.isInner ? (idat?.start ?? bytes.length) : 0;
  const parts = (place?.extents ?? []).map(({ offset, length }) =>
    bytes.subarray(from + offset, from + offset + length),
  );
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  return total > mostBytes ? undefined : Buffer.concat(parts);
}
