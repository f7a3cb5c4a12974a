import { type Box, latin1, listBoxes } from "../boxes/read-boxes.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { findXmp } from "../disclosure/xmp-packet.ts";
import { imageTypeOf } from "../image/read-image.ts";
import { searchImage } from "../image/search-image.ts";
import { nameField, searchMediaField } from "./media-names.ts";

/** The clock of these files begins in 1904, in UTC (ISO/IEC 14496-12 §8.2.2). */
const SECONDS_TO_1970 = 2_082_844_800;
const LONGEST_TEXT_BYTES = 10_000;
/** Boxes that hold others. */
const HOLDERS = /^(?:moov|trak|mdia|udta)$/;
/** Real films have four levels. */
const MOST_LEVELS = 8;

/** Tells what a film or recording in MP4, MOV or M4A says of its making. */
export function searchFilm(findings: PrivacyFindings, bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  findings.note("TEL705 film", "film");
  for (const packet of findXmp(bytes))
    for (const { name, value } of packet ?? []) findings.addField(name, value);
  const boxes = listBoxes(file, 0, file.length);
  if (!boxes.some(({ type }) => type === "moov")) findings.note("TEL705 noContents", "moov");
  for (const box of boxes) if (HOLDERS.test(box.type)) searchHolder(findings, file, box, 1);
}

/** Notes may stand in the film and in each of its tracks, in several ways of writing. */
function searchHolder(findings: PrivacyFindings, file: Buffer, holder: Box, level: number): void {
  if (level > MOST_LEVELS) return;
  for (const box of listBoxes(file, holder.start, holder.end)) {
    const data = file.subarray(box.start, box.end);
    if (HOLDERS.test(box.type)) searchHolder(findings, file, box, level + 1);
    else if (box.type === "meta") searchMeta(findings, file, box);
    else if (box.type === "mvhd") searchCreation(findings, data);
    else if (box.type === "cmov") findings.note("TEL705 packedContents", "cmov");
    // Numbers that a camera takes down beside pictures and sound.
    else if (box.type === "hdlr" && /^(?:meta|camm|gpmd)$/.test(latin1(data, 8, 4)))
      findings.note("TEL705 measurements", latin1(data, 8, 4));
    else if (holder.type === "udta") searchUserNote(findings, box.type, data);
  }
}

function searchCreation(findings: PrivacyFindings, data: Buffer): void {
  if (data.length < 12) return;
  const written = data[0] === 1 ? Number(data.readBigUInt64BE(4)) : data.readUInt32BE(4);
  const seconds = written - SECONDS_TO_1970;
  // Zero, or a few of it, is what programs write that keep quiet.
  if (seconds < 0 || seconds > 10_000_000_000) return;
  searchMediaField(findings, "creation date", new Date(seconds * 1000).toISOString());
}

/** Texts of QuickTime have a length and a language before them; others have only themselves. */
function searchUserNote(findings: PrivacyFindings, type: string, data: Buffer): void {
  const name = nameField(type);
  if (data.length <= 4 || /^(?:free|skip|\0)/.test(type)) return;
  const isOld = type.startsWith("\u00A9");
  if (name !== undefined)
    searchMediaField(
      findings,
      name,
      clean(data.subarray(4, isOld ? 4 + data.readUInt16BE(0) : undefined)),
    );
  else if (type === "loci") searchLocation(findings, data.subarray(6));
  else findings.add("TEL507", "note", type.replace(/[^\x20-\x7E]/g, "?"));
}

/** 3GPP TS 26.244 §8.10: a name, then longitude, latitude and height as numbers with 16 places. */
function searchLocation(findings: PrivacyFindings, data: Buffer): void {
  const at = data.indexOf(0) + 2;
  if (at < 2 || at + 8 > data.length) return;
  const read = (from: number) => Math.round((data.readInt32BE(from) / 65_536) * 10_000) / 10_000;
  findings.add("TEL001", "GPS", `${read(at + 4)}, ${read(at)}`);
  if (at > 2) findings.add("TEL002", "loci", clean(data.subarray(0, at - 2)));
}

/** Notes with names in a list of their own (`mdta`), or with short names (iTunes). */
function searchMeta(findings: PrivacyFindings, file: Buffer, meta: Box): void {
  const isPlain = latin1(file, meta.start + 4, 4) === "hdlr";
  const inner = listBoxes(file, meta.start + (isPlain ? 0 : 4), meta.end);
  const within = (type: string, skip: number) =>
    inner
      .filter((box) => box.type === type)
      .flatMap((box) => listBoxes(file, box.start + skip, box.end));
  const names = within("keys", 8).map(({ start, end }) =>
    latin1(file, start, Math.min(end - start, 200)),
  );
  for (const item of within("ilst", 0)) {
    const parts = listBoxes(file, item.start, item.end);
    const own = parts.find(({ type }) => type === "name");
    const free = own === undefined ? item.type : clean(file.subarray(own.start + 4, own.end));
    // Its type is a number in the list of names.
    const name = names[file.readUInt32BE(item.start - 4) - 1] ?? nameField(item.type) ?? free;
    for (const { type, start, end } of parts)
      if (type === "data")
        searchData(findings, name.replace(/[^\x20-\x7E]/g, "?"), file.subarray(start, end));
  }
}

function searchData(findings: PrivacyFindings, name: string, data: Buffer): void {
  const value = data.subarray(8);
  if (imageTypeOf(value) !== undefined) searchImage(findings.at(name), value);
  else if (data[3] === 1 || data[3] === 2)
    searchMediaField(findings, name, clean(value, data[3] === 2 ? "utf-16be" : "utf-8"));
}

function clean(bytes: Uint8Array, encoding = "utf-8"): string {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, LONGEST_TEXT_BYTES));
  return text.replaceAll("\0", " ").trim();
}
