import fc from "fast-check";

/** What is done, where as a part of the length, how many bytes, and a number to put there. */
export type Damage = readonly [way: number, at: number, size: number, value: number];

/** Numbers in which files give sizes and places. */
const ODD = [0x00, 0x01, 0x7f, 0x80, 0xff];

/** @param other what can be spliced in. */
export function damageBytes(
  bytes: Uint8Array,
  [way, part, size, value]: Damage,
  other: Uint8Array,
): Uint8Array {
  // Half of it strikes the beginning, where files say what they are.
  const most = part % 2 === 0 ? bytes.length : Math.min(bytes.length, 64);
  const at = Math.floor((part / 10_000) * most);
  const copy = Uint8Array.from(bytes);
  switch (way) {
    case 0:
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << (value % 8));
      return copy;
    case 1:
      copy.fill(ODD[value % ODD.length] ?? 0, at, at + 1 + (size % 4));
      return copy;
    case 2:
      return copy.subarray(0, at);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + size)]);
    case 4:
      return Buffer.concat([copy.subarray(0, at), other.subarray(size)]);
    case 5:
      return Buffer.concat([copy.subarray(0, at + size), copy.subarray(at)]);
    case 6:
      return Buffer.concat([copy, other]);
    default:
      return Buffer.concat([copy.subarray(0, at), Buffer.alloc(size, value), copy.subarray(at)]);
  }
}

export const anyDamage: fc.Arbitrary<Damage> = fc.tuple(
  fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7),
  fc.nat({ max: 9_999 }),
  fc.nat({ max: 60 }),
  fc.nat({ max: 255 }),
);
