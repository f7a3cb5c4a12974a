import { isIdle } from "./idle-bytes.ts";

/** Of a folder with a thousand files. */
export const FINDER_STORE_MOST_BYTES = 300_000;

/** Blocks are counted from behind the first four bytes of the file. */
const BASE = 4;
const HEADER_BYTES = 32;
/** The file grows by these. */
const PAGE_BYTES = 512;
const MOST_BLOCKS = 2000;
const ROOT = "DSDB";
const FIXED_SIZES: Readonly<Record<string, number>> = {
  bool: 1,
  shor: 4,
  long: 4,
  type: 4,
  comp: 8,
  dutc: 8,
};
/** The arrangement of a window is the largest that we know. */
const MOST_BLOB_BYTES = 4000;
const MOST_WORDS = 120;

interface Block {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether bytes are what the Finder remembers of a folder, `.DS_Store`, and nothing else: blocks of
 * a buddy allocator that lie in the file, of which each is the table of blocks, or a node of one
 * tree of records of known types. What lies between, of records that were removed, is idle.
 */
export function isFinderStore(bytes: Uint8Array): boolean {
  const sizeBytes = bytes.length - BASE;
  if (sizeBytes % PAGE_BYTES !== 0 || bytes.length > FINDER_STORE_MOST_BYTES) return false;
  try {
    return isWhole(bytes);
  } catch (error) {
    // A number that leads out of the bytes.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 1 || text(bytes, 4, 8) !== "Bud1") return false;
  const start = view.getUint32(8);
  if (view.getUint32(16) !== start) return false;
  const table = readTable(bytes, view, {
    start: BASE + start,
    end: BASE + start + view.getUint32(12),
  });
  const root = table?.blocks[table.root];
  if (table === undefined || root === undefined) return false;
  const used: Block[] = [{ start: 0, end: BASE + HEADER_BYTES }, table.own];
  used.push({ start: root.start, end: root.start + 20 });
  const seen = new Set([table.root]);
  const pending = [view.getUint32(root.start)];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const block = table.blocks[at];
    if (block === undefined || seen.has(at)) return false;
    seen.add(at);
    const node = readNode(bytes, view, block);
    if (node === undefined) return false;
    for (const child of node.children) pending.push(child);
    used.push({ start: block.start, end: node.end });
  }
  return isIdle(cutOut(bytes, used));
}

/** Where each block lies, and which is the root of the tree. */
function readTable(bytes: Uint8Array, view: DataView, own: Block) {
  const count = view.getUint32(own.start);
  if (count > MOST_BLOCKS) return undefined;
  const blocks = Array.from({ length: count }, (_, at): Block => {
    const address = view.getUint32(own.start + 8 + 4 * at);
    const start = BASE + (address & ~31);
    return { start, end: start + 2 ** (address & 31) };
  });
  // The table has room for a multiple of 256 blocks; then come one name, and 32 lists of free blocks.
  let at = own.start + 8 + 1024 * Math.ceil(count / 256);
  if (view.getUint32(at) !== 1 || text(bytes, at + 4, at + 9) !== `\x04${ROOT}`) return undefined;
  const root = view.getUint32(at + 9);
  at += 13;
  for (let list = 0; list < 32; list += 1) at += 4 + 4 * view.getUint32(at);
  const isWithin = at <= own.end && blocks.every(({ end }) => end <= bytes.length);
  return isWithin ? { blocks, root, own: { start: own.start, end: at } } : undefined;
}

/** A node has a child before each record and one behind the last, or none at all. */
function readNode(bytes: Uint8Array, view: DataView, block: Block) {
  const last = view.getUint32(block.start);
  const count = view.getUint32(block.start + 4);
  const children: number[] = last === 0 ? [] : [last];
  let at = block.start + 8;
  for (let one = 0; one < count; one += 1) {
    if (last !== 0) children.push(view.getUint32(at));
    const end = endOfRecord(bytes, view, last === 0 ? at : at + 4);
    if (end === undefined || end > block.end) return undefined;
    at = end;
  }
  return { children, end: at };
}

/** A file's name, what is told of it, of which type, and that. */
function endOfRecord(bytes: Uint8Array, view: DataView, start: number): number | undefined {
  const signs = view.getUint32(start);
  if (signs > 255) return undefined;
  const at = start + 4 + 2 * signs;
  if (!/^\w{4}$/.test(text(bytes, at, at + 4))) return undefined;
  const type = text(bytes, at + 4, at + 8);
  const fixed = FIXED_SIZES[type];
  if (fixed !== undefined) return at + 8 + fixed;
  const size = view.getUint32(at + 8);
  const end = at + 12 + (type === "ustr" ? 2 : 1) * size;
  if (end > bytes.length) return undefined;
  if (type === "ustr") return size <= MOST_WORDS ? end : undefined;
  if (type !== "blob" || size > MOST_BLOB_BYTES) return undefined;
  return isIdle(bytes.subarray(at + 12, end)) ? end : undefined;
}

function cutOut(bytes: Uint8Array, used: readonly Block[]): Uint8Array {
  const rest = Uint8Array.from(bytes);
  for (const { start, end } of used) rest.fill(0, start, end);
  return rest;
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString("latin1");
}
