import { ByteReader } from "../boxes/byte-reader.ts";
import { latin1 } from "../boxes/read-boxes.ts";
import type { Traces } from "../disclosure/traces.ts";
import { imageTypeOf } from "../image/inspect-image.ts";
import { traceImage } from "../image/trace-image.ts";
import { traceMediaField } from "./trace-media-field.ts";

/** What frames are called (ID3v2.4 native frames §4; the short names are those of version 2.2). */
const NAMES: readonly (readonly [frame: RegExp, name: string])[] = [
  [/^(?:TPE\d|TP\d|TCOM|TCM|TOPE|TOA|TEXT|TXT|TOLY|TMCL|TIPL|IPLS)$/, "artist"],
  // Not what, but who: «encoded by».
  [/^(?:TENC|TEN)$/, "created by"],
  [/^(?:TOWN|TRSO)$/, "owner"],
  [/^(?:TSSE|TSS)$/, "encoder"],
  [/^(?:TIT\d|TT\d|TSOT)$/, "title"],
  [/^(?:TALB|TAL|TOAL)$/, "album"],
  [/^(?:TCON|TCO)$/, "genre"],
  [/^(?:TRCK|TRK|TPOS|TPA)$/, "track"],
  [/^(?:TLEN|TLE)$/, "length"],
  [/^(?:TLAN|TLA)$/, "language"],
  [/^(?:TCOP|TCR)$/, "copyright"],
  [/^(?:TDRC|TDEN|TDTG|TDRL|TDOR|TYER|TYE|TDAT|TIME|TRDA|TORY)$/, "date"],
  [/^(?:TOFN|TOF)$/, "filename"],
];
const MOST_FRAMES = 5000;
const LONGEST_TEXT_BYTES = 100_000;

/** Whether it begins with notes of ID3, or as MPEG sound does (ISO/IEC 11172-3 §2.4.1.3). */
export function isRecording(bytes: Uint8Array): boolean {
  if (latin1(bytes, 0, 3) === "ID3") return true;
  const [first = 0, second = 0, third = 0] = bytes;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isLayer3 && bytes.length > 200 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c;
}

/** Tells the notes of an MP3: ID3v2 before the sound, ID3v1 behind it. */
export function traceRecording(traces: Traces, bytes: Uint8Array): void {
  if (latin1(bytes, 0, 3) === "ID3") traceTag(traces, bytes);
  const last = bytes.subarray(-128);
  if (latin1(last, 0, 3) === "TAG" && last.length === 128) {
    const text = (start: number, length: number) =>
      latin1(last, start, length).split("\0")[0] ?? "";
    traceMediaField(traces, "title", text(3, 30).trim());
    traceMediaField(traces, "artist", text(33, 30).trim());
    traceMediaField(traces, "album", text(63, 30).trim());
    traceMediaField(traces, "date", text(93, 4).trim());
    traceMediaField(traces, "comment", text(97, 30).trim());
  }
  const tail = Buffer.from(bytes.subarray(-100_000));
  if (tail.includes("APETAGEX") || tail.includes("LYRICSBEGIN"))
    traces.add("TEL705", "", "APE", "notes of a kind that is not read (APE, Lyrics3)");
}

/** ID3v2.2 to 2.4: a header of ten bytes, then frames. */
function traceTag(traces: Traces, bytes: Uint8Array): void {
  const version = bytes[3] ?? 0;
  const flags = bytes[5] ?? 0;
  const length = readSafe(bytes, 6);
  const written = bytes.subarray(10, 10 + length);
  // No byte `FF` with a high one behind it: players would take it for sound.
  const tag = (flags & 0x80) !== 0 ? restore(written) : written;
  const short = version === 2;
  const head = short ? 6 : 10;
  let at = (flags & 0x40) !== 0 && !short ? skipExtension(tag, version) : 0;
  for (let count = 0; at + head <= tag.length && count < MOST_FRAMES; count += 1) {
    const id = latin1(tag, at, short ? 3 : 4);
    if (!/^[A-Z0-9]+$/.test(id)) break;
    const reader = new ByteReader(tag, at + (short ? 3 : 4), tag.length);
    const size = version === 4 ? readSafe(tag, at + 4) : reader.number(short ? 3 : 4);
    traceFrame(traces, id, tag.subarray(at + head, at + head + size));
    at += head + size;
  }
}

function skipExtension(tag: Uint8Array, version: number): number {
  return version === 4 ? readSafe(tag, 0) : 4 + new ByteReader(tag, 0, tag.length).number(4);
}

/** Seven bits a byte. */
function readSafe(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, one) => sum * 128 + ((bytes[at + one] ?? 0) & 0x7f), 0);
}

function restore(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte !== 0 || bytes[at - 1] !== 0xff);
}

function traceFrame(traces: Traces, id: string, data: Uint8Array): void {
  if (data.length === 0) return;
  if (/^(?:APIC|PIC)$/.test(id)) traceCover(traces, id, data);
  else if (/^(?:GEOB|GEO)$/.test(id))
    traces.add("TEL701", "", id, `a file within, ${data.length} bytes`);
  else if (/^(?:PRIV|UFID|UFI|MCDI|MCI|PCNT|POPM)$/.test(id))
    traces.add("TEL507", "", id, (latin1(data, 0, 80).split("\0")[0] ?? "").replace(/[^ -~]/g, ""));
  else if (/^(?:COMM|COM|USLT|ULT)$/.test(id))
    traceMediaField(traces, "comment", decode(data[0] ?? 0, data.subarray(4)));
  else if (/^(?:TXXX|TXX)$/.test(id)) {
    const [name = "", ...value] = decode(data[0] ?? 0, data.subarray(1)).split("; ");
    traceMediaField(traces, name, value.join("; "));
  } else if (id.startsWith("T")) {
    const name = NAMES.find(([frame]) => frame.test(id))?.[1] ?? id;
    traceMediaField(traces, name, decode(data[0] ?? 0, data.subarray(1)));
  } else if (id.startsWith("W")) traceMediaField(traces, id, latin1(data, 0, 300));
}

function traceCover(traces: Traces, id: string, data: Uint8Array): void {
  // The picture begins behind texts of several kinds; its mark is not in them.
  for (let at = 1; at < Math.min(data.length, 600); at += 1) {
    const picture = data.subarray(at);
    if (imageTypeOf(picture) === undefined) continue;
    traceImage(traces, id, picture);
    return;
  }
  traces.add("TEL705", "", id, "a picture of a kind that is not known");
}

/** Encodings by number (ID3v2.4 structure §4); several texts are parted by zeros. */
function decode(encoding: number, data: Uint8Array): string {
  const bytes = data.subarray(0, LONGEST_TEXT_BYTES);
  const isLittle = bytes[0] === 0xff;
  const name =
    encoding === 0
      ? "latin1"
      : encoding === 3
        ? "utf-8"
        : encoding === 1 && isLittle
          ? "utf-16le"
          : "utf-16be";
  return new TextDecoder(name)
    .decode(bytes)
    .split("\0")
    .map((part) => part.replace(/^[\uFEFF\uFFFE]/, "").trim())
    .filter((part) => part !== "")
    .join("; ");
}
