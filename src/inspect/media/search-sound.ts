import { latin1 } from "../boxes/read-boxes.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { imageTypeOf } from "../image/read-image.ts";
import { searchImage } from "../image/search-image.ts";
import { nameField, searchMediaField } from "./media-names.ts";

const MOST_FRAMES = 5000;
const LONGEST_TEXT_BYTES = 100_000;
/** Where its sound is a picture may begin, behind texts of several kinds. */
const LONGEST_COVER_HEAD = 600;
/** Of ID3v1: from where to where. */
const OLD: readonly (readonly [name: string, start: number, end: number])[] = [
  ["title", 3, 33],
  ["artist", 33, 63],
  ["title", 63, 93],
  ["date", 93, 97],
  ["comment", 97, 127],
];

/** Whether it begins with notes of ID3, or as MPEG sound does (ISO/IEC 11172-3 §2.4.1.3). */
export function isRecording(bytes: Uint8Array): boolean {
  if (latin1(bytes, 0, 3) === "ID3") return true;
  const [first = 0, second = 0, third = 0] = bytes;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isLayer3 && bytes.length > 200 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c;
}

/** Tells the notes of an MP3: ID3v2 before the sound, ID3v1 behind it. Others are not read. */
export function searchRecording(findings: PrivacyFindings, bytes: Uint8Array): void {
  findings.note("TEL705 sound", "sound");
  if (latin1(bytes, 0, 3) === "ID3") searchTag(findings, bytes);
  const last = latin1(bytes.subarray(-128), 0, 128);
  if (last.startsWith("TAG") && last.length === 128)
    for (const [name, start, end] of OLD)
      searchMediaField(findings, name, (last.slice(start, end).split("\0")[0] ?? "").trim());
}

/** ID3v2.2 to 2.4: a header of ten bytes, then frames. */
function searchTag(findings: PrivacyFindings, bytes: Uint8Array): void {
  const [, , , version = 0, , flags = 0] = bytes;
  const written = bytes.subarray(10, 10 + readNumber(bytes, 6, 4, 128));
  // No byte `FF` with a high one behind it: players would take it for sound.
  const isSpaced = (flags & 0x80) !== 0;
  const tag = isSpaced
    ? written.filter((byte, at) => byte !== 0 || written[at - 1] !== 0xff)
    : written;
  const idBytes = version === 2 ? 3 : 4;
  const head = version === 2 ? 6 : 10;
  const base = version === 4 ? 128 : 256;
  const isExtended = (flags & 0x40) !== 0 && version !== 2;
  let at = isExtended ? readNumber(tag, 0, 4, base) + (version === 4 ? 0 : 4) : 0;
  for (let count = 0; at + head <= tag.length && count < MOST_FRAMES; count += 1) {
    const id = latin1(tag, at, idBytes);
    if (!/^[A-Z0-9]+$/.test(id)) break;
    const size = readNumber(tag, at + idBytes, idBytes, base);
    searchFrame(findings, id, tag.subarray(at + head, at + head + size));
    at += head + size;
  }
}

/** @param base 128 where a byte has seven bits only. */
function readNumber(bytes: Uint8Array, at: number, count: number, base: number): number {
  return bytes.subarray(at, at + count).reduce((sum, byte) => sum * base + (byte % base), 0);
}

function searchFrame(findings: PrivacyFindings, id: string, data: Uint8Array): void {
  if (data.length === 0) return;
  const text = (start: number) => decode(data[0] ?? 0, data.subarray(start));
  const name = nameField(id);
  if (/^A?PIC$/.test(id)) searchCover(findings, id, data);
  else if (/^GEOB?$/.test(id)) findings.note("TEL701 within", id, { bytes: data.length });
  else if (name === "comment") searchMediaField(findings, name, text(4));
  else if (/^TXXX?$/.test(id)) {
    const [own = "", ...value] = text(1).split("; ");
    searchMediaField(findings, own, value.join("; "));
  } else if (id.startsWith("T") || name !== undefined)
    searchMediaField(findings, name ?? id, text(1));
  else if (id.startsWith("W")) searchMediaField(findings, id, latin1(data, 0, 300));
  else findings.add("TEL507", id, latin1(data, 0, 80).replace(/[^ -~].*/s, ""));
}

function searchCover(findings: PrivacyFindings, id: string, data: Uint8Array): void {
  for (let at = 1; at < Math.min(data.length, LONGEST_COVER_HEAD); at += 1) {
    if (imageTypeOf(data.subarray(at)) === undefined) continue;
    searchImage(findings.at(id), data.subarray(at));
    return;
  }
  findings.note("TEL705 unknownPicture", id);
}

/** Encodings by number (ID3v2.4 structure §4); several texts are parted by zeros. */
function decode(encoding: number, data: Uint8Array): string {
  const wide = encoding === 1 && data[0] === 0xff ? "utf-16le" : "utf-16be";
  const name = encoding === 0 ? "latin1" : encoding === 3 ? "utf-8" : wide;
  const parts = new TextDecoder(name).decode(data.subarray(0, LONGEST_TEXT_BYTES)).split("\0");
  return parts
    .map((part) => part.replace(/^[\uFEFF\uFFFE]/, "").trim())
    .filter((part) => part !== "")
    .join("; ");
}
