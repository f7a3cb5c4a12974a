import { ByteReader } from "../boxes/byte-reader.ts";
import { type Box, findBox, latin1, listBoxes, wholeFile } from "../boxes/read-boxes.ts";
import type { Traces } from "../disclosure/traces.ts";
import { findXmp } from "../disclosure/xmp-packet.ts";
import { imageTypeOf } from "../image/inspect-image.ts";
import { traceImage } from "../image/trace-image.ts";
import { traceMediaField } from "./trace-media-field.ts";

/** What short names in QuickTime and MP4 stand for (QuickTime File Format §User data atoms). */
const NAMES: Readonly<Record<string, string>> = {
  "\u00A9xyz": "location.ISO6709",
  "\u00A9nam": "title",
  "\u00A9alb": "album",
  "\u00A9gen": "genre",
  "\u00A9ART": "artist",
  "\u00A9aut": "author",
  "\u00A9wrt": "artist (writer)",
  "\u00A9dir": "artist (director)",
  "\u00A9prd": "artist (producer)",
  "\u00A9day": "date",
  "\u00A9mak": "make",
  "\u00A9mod": "model",
  "\u00A9swr": "software",
  "\u00A9too": "encoder",
  "\u00A9enc": "encoder",
  "\u00A9req": "software",
  "\u00A9cmt": "comment",
  "\u00A9des": "comment",
  "\u00A9inf": "comment",
  "\u00A9cpy": "copyright",
  aART: "artist",
  auth: "author",
  titl: "title",
  desc: "comment",
  dscp: "comment",
  cprt: "copyright",
  apID: "owner's account",
  ownr: "owner",
  purd: "date of purchase",
};
/** Tracks of numbers that a camera takes down beside pictures and sound. */
const MEASURED = /^(?:meta|camm|gpmd)$/;
/** The clock of these files begins in 1904, in UTC (ISO/IEC 14496-12 §8.2.2). */
const SECONDS_TO_1970 = 2_082_844_800;
const LONGEST_TEXT_BYTES = 10_000;

/** Tells what a film or recording in MP4, MOV or M4A says of its making. */
export function traceFilm(traces: Traces, bytes: Uint8Array): void {
  const moov = findBox(bytes, wholeFile(bytes), "moov");
  traces.add("TEL705", "", "film", "what stands within its pictures and sound");
  if (moov === undefined) traces.add("TEL705", "", "moov", "its table of contents is not there");
  for (const packet of findXmp(bytes))
    for (const { name, value } of packet ?? []) traces.addField("", name, value);
  if (moov === undefined) return;
  traceNotes(traces, bytes, moov);
  const head = findBox(bytes, moov, "mvhd");
  if (head !== undefined) traceCreation(traces, bytes, head);
  for (const track of listBoxes(bytes, moov.start, moov.end)) {
    if (track.type === "cmov") traces.add("TEL705", "", "cmov", "its table of contents is packed");
    if (track.type !== "trak") continue;
    traceNotes(traces, bytes, track);
    const handler = findBox(bytes, track, "mdia", "hdlr");
    const kind = handler === undefined ? "" : latin1(bytes, handler.start + 8, 4);
    if (MEASURED.test(kind))
      traces.add("TEL705", "", kind, "a track of measurements, which may say where it was made");
  }
}

/** A box of notes may stand in the film and in each of its tracks, in two ways of writing. */
function traceNotes(traces: Traces, bytes: Uint8Array, within: Box): void {
  for (const box of listBoxes(bytes, within.start, within.end)) {
    if (box.type === "meta") traceMeta(traces, bytes, box);
    if (box.type !== "udta") continue;
    for (const note of listBoxes(bytes, box.start, box.end)) {
      if (note.type === "meta") traceMeta(traces, bytes, note);
      else if (note.type === "loci") traceLocation(traces, bytes, note);
      else traceUserNote(traces, bytes, note);
    }
  }
}

function traceCreation(traces: Traces, bytes: Uint8Array, head: Box): void {
  const reader = new ByteReader(bytes, head.start, head.end);
  const isLong = reader.number(4) >>> 24 === 1;
  const seconds = reader.number(isLong ? 8 : 4) - SECONDS_TO_1970;
  // Zero, or a few of it, is what programs write that keep quiet.
  if (seconds < 0 || seconds > 10_000_000_000) return;
  traceMediaField(traces, "creation date", new Date(seconds * 1000).toISOString());
}

/** Texts of QuickTime have a length and a language before them; others have only themselves. */
function traceUserNote(traces: Traces, bytes: Uint8Array, { type, start, end }: Box): void {
  const name = NAMES[type];
  if (name === undefined) {
    const isEmpty = end - start <= 4 || /^(?:free|skip|\0)/.test(type);
    if (!isEmpty) traces.add("TEL507", "", "note", showType(type));
    return;
  }
  const stop = Math.min(end, start + LONGEST_TEXT_BYTES);
  const isOld = type.startsWith("\u00A9");
  const length = new ByteReader(bytes, start, end).number(2);
  const text = bytes.subarray(start + 4, isOld ? Math.min(stop, start + 4 + length) : stop);
  traceMediaField(traces, name, clean(text));
}

/** 3GPP TS 26.244 §8.10: a name, then longitude, latitude and height as numbers with 16 places. */
function traceLocation(traces: Traces, bytes: Uint8Array, { start, end }: Box): void {
  const reader = new ByteReader(bytes, start + 6, end);
  const name = reader.text();
  reader.number(1);
  const [longitude, latitude] = [reader.number(4) | 0, reader.number(4) | 0];
  const round = (value: number) => Math.round((value / 65_536) * 10_000) / 10_000;
  traces.add("TEL001", "", "GPS", `${round(latitude)}, ${round(longitude)}`);
  if (name !== "") traces.add("TEL002", "", "loci", name);
}

/** Notes with names in a list of their own (`mdta`), or with short names (iTunes). */
function traceMeta(traces: Traces, bytes: Uint8Array, meta: Box): void {
  const isPlain = latin1(bytes, meta.start + 4, 4) === "hdlr";
  const inner = listBoxes(bytes, meta.start + (isPlain ? 0 : 4), meta.end);
  const keys = inner.find(({ type }) => type === "keys");
  const names =
    keys === undefined
      ? []
      : listBoxes(bytes, keys.start + 8, keys.end).map(({ start, end }) =>
          latin1(bytes, start, Math.min(end - start, 200)),
        );
  const list = inner.find(({ type }) => type === "ilst");
  for (const item of list === undefined ? [] : listBoxes(bytes, list.start, list.end)) {
    const index = new ByteReader(bytes, item.start - 4, item.end).number(4);
    const own = findBox(bytes, item, "name");
    const free = own === undefined ? undefined : clean(bytes.subarray(own.start + 4, own.end));
    const name = names[index - 1] ?? NAMES[item.type] ?? free ?? showType(item.type);
    for (const data of listBoxes(bytes, item.start, item.end))
      if (data.type === "data") traceData(traces, bytes, name, data);
  }
}

function traceData(traces: Traces, bytes: Uint8Array, name: string, data: Box): void {
  const type = new ByteReader(bytes, data.start, data.end).number(4) & 0xffffff;
  const value = bytes.subarray(data.start + 8, data.end);
  if (imageTypeOf(value) !== undefined) traceImage(traces, name, value);
  else if (type === 1 || type === 2)
    traceMediaField(traces, name, clean(value, type === 2 ? "utf-16be" : "utf-8"));
}

function clean(bytes: Uint8Array, encoding = "utf-8"): string {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, LONGEST_TEXT_BYTES));
  return text.replaceAll("\0", " ").trim();
}

function showType(type: string): string {
  return type.replace(/[^\x20-\x7E]/g, "?");
}
