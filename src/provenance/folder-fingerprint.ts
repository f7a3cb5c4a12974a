import { createHash } from "node:crypto";

/**
 * 128 bits. The fingerprint of a book has half of it, because it is for mix-ups; this one is for
 * people who fear that somebody has changed their books, and 64 bits can be met on purpose by those
 * who have many machines.
 */
const DIGITS = 32;

/**
 * What two people read out to each other to know that they hold the same folder, in groups of four:
 * the first digits of the SHA-256 of the folder's list of sums.
 */
export function fingerprintFolder(sumsFile: Uint8Array): string {
  const hash = createHash("sha256").update(sumsFile).digest("hex");
  return (hash.slice(0, DIGITS).match(/.{4}/g) ?? []).join(" ");
}
