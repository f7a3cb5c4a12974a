import type { Part } from "./walk-parts.ts";

/** A component of the picture (ITU-T T.81 §A.1): how finely it is taken, and what scans gave of it. */
interface Component {
  readonly across: number;
  readonly down: number;
  /** Blocks of one row, those that fill up the last unit too. */
  readonly rowBlocks: number;
  readonly widthBlocks: number;
  readonly heightBlocks: number;
  /** Whether a number of a block is no nought yet; scans that make it more exact depend on it. */
  readonly isSet: Uint8Array;
  /** To which bit each of the 64 numbers is known; -1 where no scan gave it. */
  readonly knownBits: Int8Array;
}

/** Codes by their length: the first beyond those of a length, and the values in order (T.81 §C). */
interface Codes {
  readonly limits: Int32Array;
  readonly starts: Int32Array;
  readonly values: Uint8Array;
}

class ScanError extends Error {}

const MOST_UNITS = 4_000_000;

/** Bits of a scan, in which a zero stands behind each `FF` (T.81 §F.1.2.3). */
class Bits {
  readonly #data: Uint8Array;
  #at = 0;
  #byte = 0;
  #left = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  read(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      if (this.#left === 0) this.#next();
      this.#left -= 1;
      value = (value << 1) | ((this.#byte >> this.#left) & 1);
    }
    return value;
  }

  #next(): void {
    if (this.#at >= this.#data.length) throw new ScanError();
    this.#byte = this.#data[this.#at] ?? 0;
    this.#at += 1;
    this.#left = 8;
    if (this.#byte !== 0xff) return;
    if (this.#data[this.#at] !== 0) throw new ScanError();
    this.#at += 1;
  }

  readCode(codes: Codes | undefined): number {
    if (codes === undefined) throw new ScanError();
    let code = 0;
    for (let length = 1; length <= 16; length += 1) {
      code = (code << 1) | this.read(1);
      const limit = codes.limits[length] ?? 0;
      if (code < limit) return codes.values[(codes.starts[length] ?? 0) + code - limit] ?? 0;
    }
    throw new ScanError();
  }

  restart(number: number): void {
    this.#left = 0;
    if (this.#data[this.#at] !== 0xff || this.#data[this.#at + 1] !== 0xd0 + (number & 7))
      throw new ScanError();
    this.#at += 2;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#data.length;
  }
}

/**
 * Follows the scans of a JPEG by their codes, without making pixels of them: behind the last unit of a
 * scan nothing may stand, and no part of the picture is given twice.
 */
export class JpegScans {
  readonly #codes = new Map<number, Codes>();
  readonly #components = new Map<number, Component>();
  #isProgressive = false;
  #units: readonly [across: number, down: number] = [0, 0];
  #interval = 0;
  #head: Uint8Array = new Uint8Array();
  /** Blocks of a progressive scan that have nothing more (T.81 §G.1.2.2). */
  #emptyBlocks = 0;

  /** @returns whether the part is a scan that cannot be followed to its end, or goes on behind it. */
  isOdd({ name, data }: Part): boolean {
    if (name === "DHT") this.#readCodes(data);
    if (/frame$/.test(name) && this.#components.size === 0) this.#readFrame(name, data);
    if (name === "DRI") this.#interval = (data[0] ?? 0) * 256 + (data[1] ?? 0);
    if (name === "SOS") this.#head = data;
    if (name !== "scan") return false;
    try {
      return !this.#follow(new Bits(data));
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      return true;
    }
  }

  #readCodes(data: Uint8Array): void {
    for (let at = 0; at + 17 <= data.length; ) {
      const counts = data.subarray(at + 1, at + 17);
      const [limits, starts] = [new Int32Array(17), new Int32Array(17)];
      let [code, total] = [0, 0];
      for (let length = 1; length <= 16; length += 1) {
        code = code * 2 + (counts[length - 1] ?? 0);
        total += counts[length - 1] ?? 0;
        limits[length] = code;
        starts[length] = total;
      }
      this.#codes.set(data[at] ?? 0, {
        limits,
        starts,
        values: data.subarray(at + 17, at + 17 + total),
      });
      at += 17 + total;
    }
  }

  #readFrame(name: string, data: Uint8Array): void {
    const [, high = 0, low = 0, wide = 0, narrow = 0, count = 0] = data;
    const [height, width] = [high * 256 + low, wide * 256 + narrow];
    const parts = Array.from({ length: Math.min(count, 4) }, (_, at) => {
      const [id = 0, factors = 0] = data.subarray(6 + 3 * at);
      return { id, across: factors >> 4 || 1, down: factors & 15 || 1 };
    });
    const most = (sizes: readonly number[]) => sizes.reduce((one, two) => Math.max(one, two), 1);
    const [mostAcross, mostDown] = [
      most(parts.map((one) => one.across)),
      most(parts.map((one) => one.down)),
    ];
    this.#units = [Math.ceil(width / (8 * mostAcross)), Math.ceil(height / (8 * mostDown))];
    if (this.#units[0] * this.#units[1] > MOST_UNITS) return;
    this.#isProgressive = name === "progressive frame";
    for (const { id, across, down } of parts) {
      const rowBlocks = this.#units[0] * across;
      this.#components.set(id, {
        across,
        down,
        rowBlocks,
        widthBlocks: Math.ceil(Math.ceil((width * across) / mostAcross) / 8),
        heightBlocks: Math.ceil(Math.ceil((height * down) / mostDown) / 8),
        isSet: new Uint8Array(this.#isProgressive ? 64 * rowBlocks * this.#units[1] * down : 0),
        knownBits: new Int8Array(64).fill(-1),
      });
    }
  }

  /** One scan (T.81 §A.2): units of several components, or the blocks of one. */
  #follow(bits: Bits): boolean {
    const count = this.#head[0] ?? 0;
    const parts = Array.from({ length: count }, (_, at) => {
      const component = this.#components.get(this.#head[1 + 2 * at] ?? -1);
      if (component === undefined) throw new ScanError();
      return { component, tables: this.#head[2 + 2 * at] ?? 0 };
    });
    const [first = 0, last = 63, exact = 0] = this.#head.subarray(1 + 2 * count);
    for (const { component } of parts) if (!this.#adds(component, first, last, exact)) return false;
    const single = parts.length === 1 ? parts[0]?.component : undefined;
    const [across, down] =
      single === undefined ? this.#units : [single.widthBlocks, single.heightBlocks];
    this.#emptyBlocks = 0;
    for (let unit = 0; unit < across * down; unit += 1) {
      if (this.#interval > 0 && unit > 0 && unit % this.#interval === 0) {
        bits.restart(unit / this.#interval - 1);
        this.#emptyBlocks = 0;
      }
      const [x, y] = [unit % across, Math.floor(unit / across)];
      for (const { component, tables } of parts) {
        const size = single === undefined ? component : { across: 1, down: 1 };
        for (let block = 0; block < size.across * size.down; block += 1) {
          const row = y * size.down + Math.floor(block / size.across);
          const at = row * component.rowBlocks + x * size.across + (block % size.across);
          if (this.#isProgressive) this.#followPart(bits, component, tables, 64 * at);
          else this.#followBlock(bits, tables);
        }
      }
    }
    return bits.isAtEnd;
  }

  /** Whether a scan says something of a component that none said before (T.81 §G.1.1.1). */
  #adds({ knownBits }: Component, first: number, last: number, exact: number): boolean {
    const [before, after] = [exact >> 4, exact & 15];
    const isWhole = first === 0 && last === 63 && exact === 0;
    if (first > last || last > 63 || (!this.#isProgressive && !isWhole)) return false;
    for (let at = first; at <= last; at += 1) {
      if ((knownBits[at] ?? 0) !== (before === 0 ? -1 : before)) return false;
      knownBits[at] = after;
    }
    return true;
  }

  #followBlock(bits: Bits, tables: number): void {
    bits.read(bits.readCode(this.#codes.get(tables >> 4)) & 15);
    const codes = this.#codes.get(16 + (tables & 15));
    for (let at = 1; at < 64; at += 1) {
      const code = bits.readCode(codes);
      if (code === 0) return;
      at += code >> 4;
      bits.read(code & 15);
    }
  }

  /** A block of a progressive scan (T.81 §G.1.2): its first numbers, or one more bit of known ones. */
  #followPart(bits: Bits, { isSet }: Component, tables: number, base: number): void {
    const count = this.#head[0] ?? 0;
    const [first = 0, last = 63, exact = 0] = this.#head.subarray(1 + 2 * count);
    const isFirst = exact >> 4 === 0;
    if (first === 0) {
      bits.read(isFirst ? bits.readCode(this.#codes.get(tables >> 4)) & 15 : 1);
      return;
    }
    const codes = this.#codes.get(16 + (tables & 15));
    let at = first;
    while (this.#emptyBlocks === 0 && at <= last) {
      const code = bits.readCode(codes);
      const [zeros, size] = [code >> 4, code & 15];
      if (size === 0 && zeros < 15) this.#emptyBlocks = (1 << zeros) + bits.read(zeros);
      else {
        if (size > 0) bits.read(isFirst ? size : 1);
        at = isFirst ? at + zeros : passSet(bits, isSet, base, at, last, zeros);
        if (size > 0 && at <= last) isSet[base + at] = 1;
        at += 1;
      }
    }
    if (this.#emptyBlocks === 0) return;
    if (!isFirst) passSet(bits, isSet, base, at, last, 64);
    this.#emptyBlocks -= 1;
  }
}

/** Reads a bit for each number that is set, until so many are passed that are not. */
function passSet(
  bits: Bits,
  isSet: Uint8Array,
  base: number,
  start: number,
  last: number,
  zeros: number,
): number {
  let left = zeros;
  let at = start;
  for (; at <= last; at += 1) {
    if (isSet[base + at] === 1) bits.read(1);
    else if (left === 0) break;
    else left -= 1;
  }
  return at;
}
