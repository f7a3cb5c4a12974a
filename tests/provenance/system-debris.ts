/** Files as systems leave them beside books, made here byte by byte. */

const ascii = (text: string) => Buffer.from(text, "latin1");

function be32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, 4 * at);
  return bytes;
}

function be16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

/** The empty resource fork of macOS. */
export function blankFork(): Buffer {
  const header = be32(0x100, 0x100, 0, 0x1e);
  const words = ascii("This resource fork intentionally left blank   ");
  const map = [header, Buffer.alloc(8), be16(0x1c), be16(0x1e), be16(0xffff)];
  return Buffer.concat([header, words, Buffer.alloc(0x100 - 16 - words.length), ...map]);
}

export interface DoubleOptions {
  /** Extended attributes by name. */
  readonly attributes?: Readonly<Record<string, Uint8Array | string>>;
  readonly finder?: Uint8Array;
  readonly fork?: Uint8Array;
  /** Behind all. */
  readonly rest?: Uint8Array | string;
}

/** `._tails.epub` as macOS writes it on FAT: 4096 bytes where the attributes are small. */
export function appleDouble(options: DoubleOptions = {}): Buffer {
  const { attributes = { "com.apple.quarantine": "0083;5f3e7a10;Safari;" }, rest = "" } = options;
  const named = Object.entries(attributes).map(([name, value]) => {
    const entry = Buffer.alloc((11 + name.length + 1 + 3) & ~3);
    entry[10] = name.length + 1;
    entry.write(name, 11, "latin1");
    return { entry, value: Buffer.from(value as string, "latin1") };
  });
  const dataStart = 120 + named.reduce((sum, { entry }) => sum + entry.length, 0);
  let at = dataStart;
  for (const { entry, value } of named) {
    entry.writeUInt32BE(at, 0);
    entry.writeUInt32BE(value.length, 4);
    at += value.length;
  }
  const end = Math.max(0xee2, at);
  const fork = options.fork ?? blankFork();
  const head = Buffer.concat([
    be32(0x00051607, 0x00020000),
    ascii("Mac OS X        "),
    be16(2),
    be32(9, 50, end - 50, 2, end, fork.length),
    options.finder ?? Buffer.alloc(32),
    Buffer.alloc(2),
    ascii("ATTR"),
    be32(0x3b9ac9ff, end, dataStart, at - dataStart, 0, 0, 0),
    be16(0),
    be16(named.length),
    ...named.map(({ entry }) => entry),
    ...named.map(({ value }) => value),
  ]);
  return Buffer.concat([
    head,
    Buffer.alloc(end - head.length),
    fork,
    Buffer.from(rest as string, "latin1"),
  ]);
}

/** A binary property list of one array of texts, as in `com.apple.metadata:kMDItemWhereFroms`. */
export function propertyList(texts: readonly string[]): Buffer {
  const sized = (kind: number, size: number) =>
    size < 15 ? [kind * 16 + size] : [kind * 16 + 15, 0x11, size >> 8, size & 255];
  const array = Buffer.from([...sized(0xa, texts.length), ...texts.map((_, at) => at + 1)]);
  const objects = [
    array,
    ...texts.map((text) => Buffer.concat([Buffer.from(sized(5, text.length)), ascii(text)])),
  ];
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const table = Buffer.concat(offsets.map(be16));
  const trailer = Buffer.alloc(32);
  trailer.set([2, 1], 6);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([ascii("bplist00"), ...objects, table, trailer]);
}

function wide(text: string): Buffer {
  return Buffer.from(text, "utf16le");
}

function record(name: string, id: string, data: Uint8Array): Buffer {
  return Buffer.concat([be32(name.length), wide(name).swap16(), ascii(id), data]);
}

/** `.DS_Store` of a folder in which each of these files has a place. */
export function finderStore(names: readonly string[], slack: Uint8Array | string = ""): Buffer {
  const records = names.map((name) =>
    record(name, "Iloc", Buffer.concat([ascii("blob"), be32(16), Buffer.alloc(16, 1)])),
  );
  const plist = propertyList(["ShowStatusBar", "{{100, 100}, {640, 280}}"]);
  const view = record(".", "bwsp", Buffer.concat([ascii("blob"), be32(plist.length), plist]));
  const node = Buffer.concat([be32(0, records.length + 1), view, ...records]);
  // The table at 2048 and the tree's head at 32, both behind the first four bytes; the node at 4096.
  const bytes = Buffer.alloc(4 + 8192);
  be32(1).copy(bytes, 0);
  ascii("Bud1").copy(bytes, 4);
  be32(2048, 2048, 2048).copy(bytes, 8);
  be32(2, 0, records.length + 1, 1, 4096).copy(bytes, 4 + 32);
  const table = Buffer.concat([
    be32(3, 0, 2048 | 11, 32 | 5, 4096 | 12),
    Buffer.alloc(4 * 253),
    be32(1),
    ascii("\x04DSDB"),
    be32(1),
    Buffer.alloc(4 * 32),
  ]);
  table.copy(bytes, 4 + 2048);
  node.copy(bytes, 4 + 4096);
  Buffer.from(slack as string, "latin1").copy(bytes, 4 + 4096 + node.length);
  return bytes;
}

export interface StoreOptions {
  readonly names?: readonly string[];
  /** Of each stream. */
  readonly picture?: Uint8Array;
  readonly rest?: Uint8Array;
}

/** `Thumbs.db`: a compound file with a stream for each name. */
export function thumbnailStore(options: StoreOptions = {}): Buffer {
  const { names = ["256_1a2b3c4d5e6f7a8b"], rest = Buffer.alloc(0) } = options;
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 37) & 255)),
  ]);
  const picture =
    options.picture ?? Buffer.concat([Buffer.from([24, 0, 0, 0]), Buffer.alloc(20), jpeg]);
  const sectorsEach = Math.ceil(picture.length / 512);
  const directory = Math.ceil((names.length + 1) / 4);
  const sectors = 1 + directory + names.length * sectorsEach;
  const le32 = (value: number) =>
    Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24]);
  const chain = (length: number, first: number) =>
    Array.from({ length }, (_, at) => (at === length - 1 ? 0xfffffffe : first + at + 1));
  const table = [
    0xfffffffd,
    ...chain(directory, 1),
    ...names.flatMap((_, at) => chain(sectorsEach, 1 + directory + at * sectorsEach)),
  ];
  const fat = Buffer.concat([...table, ...Array(128 - sectors).fill(0xffffffff)].map(le32));
  const header = Buffer.alloc(512, 0xff);
  header.fill(0, 0, 76);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.set([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0], 24);
  le32(1).copy(header, 44);
  le32(1).copy(header, 48);
  le32(4096).copy(header, 56);
  le32(0xfffffffe).copy(header, 60);
  le32(0xfffffffe).copy(header, 68);
  le32(0).copy(header, 76);
  const entry = (name: string, kind: number, start: number, sizeBytes: number) => {
    const bytes = Buffer.alloc(128);
    wide(name).copy(bytes);
    bytes.set([2 * name.length + 2, 0, kind, 1], 64);
    le32(start).copy(bytes, 116);
    le32(sizeBytes).copy(bytes, 120);
    return bytes;
  };
  const entries = Buffer.alloc(512 * directory);
  entry("Root Entry", 5, 0xfffffffe, 0).copy(entries);
  for (const [at, name] of names.entries()) {
    entry(name, 2, 1 + directory + at * sectorsEach, picture.length).copy(entries, 128 * (at + 1));
  }
  const padded = Buffer.concat([picture, Buffer.alloc(sectorsEach * 512 - picture.length)]);
  return Buffer.concat([header, fat, entries, ...names.map(() => padded), rest]);
}

/** As the Explorer writes it: wide letters, with their mark. */
export function wideText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), wide(text)]);
}
