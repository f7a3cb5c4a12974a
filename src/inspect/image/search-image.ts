import { createHash } from "node:crypto";
import ExifReader from "exifreader";
import { classifyField } from "../disclosure/field-rules.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { PRIVACY_RULES } from "../disclosure/privacy-rules.ts";
import { findXmp } from "../disclosure/xmp-packet.ts";
import { readImage } from "./read-image.ts";
import { isExifBearable } from "./weigh-exif.ts";

/** Groups of the library whose fields speak of the file's own form only. */
const TECHNICAL = new Set(["file", "pngFile", "riff", "gif", "composite", "png", "xmp"]);
const GROUP_NAMES: Readonly<Record<string, string>> = {
  exif: "EXIF",
  makerNotes: "EXIF",
  iptc: "IPTC",
  photoshop: "Photoshop",
  jfif: "JFIF",
  mpf: "MPF",
};
/** Pointers and tables of EXIF, which say nothing. */
const SILENT = /Pointer$|^Padding$|^OffsetSchema$|^Interoperability/;
const PROFILE_NAME = "PNG:ICC Description";
/** Of one group; real pictures have some two hundred. */
const MOST_FIELDS = 2000;
/** Pieces of EXIF data in one picture that are read. */
const MOST_EXIFS = 10;

/**
 * Tells what a picture says beside what it shows: EXIF, IPTC, XMP, texts, thumbnails, colour
 * profiles. JPEG, PNG, WebP, GIF; of TIFF, HEIC and AVIF the notes, and not the pictures within.
 *
 * @param place the picture's file within the inspected one; empty for that itself.
 */
export function searchImage(findings: PrivacyFindings, bytes: Uint8Array): void {
  const isBearable = isExifBearable(bytes);
  if (!isBearable) findings.note("TEL705 harmful", "EXIF");
  const groups = isBearable ? readGroups(bytes) : {};
  for (const [group, fields] of Object.entries(groups)) {
    if (group === "gps") searchGps(findings, fields);
    else if (group === "Thumbnail") findings.add("TEL702", "EXIF thumbnail", "");
    else if (group === "icc") searchProfile(findings, fields);
    else if (!TECHNICAL.has(group)) searchFields(findings, GROUP_NAMES[group] ?? group, fields);
  }
  searchXmp(findings, bytes);
  const content = readImage(bytes);
  if (content === undefined) return;
  const { notes, tailBytes, others, exifs, profile } = content;
  if (profile !== undefined && !isCommonProfile(profile))
    findings.note("TEL505 uncommon", "ICC profile");
  if (exifs.length > 0) findings.note("TEL507 exif", "EXIF");
  for (const { name, text } of notes) {
    if (/^PNG:XML:com\.adobe\.xmp$/.test(name)) searchXmp(findings, Buffer.from(text));
    else if (/^PNG:Raw profile type /.test(name)) searchRawProfile(findings, name, text);
    else if (name === PROFILE_NAME) findings.addField(name, text);
    else if (name.startsWith("PNG:")) searchWords(findings, name, text);
    else findings.addComment(name, text);
  }
  for (const { name, text } of others) {
    findings.note(`TEL705 ${name.endsWith(" end") ? "missing" : "noRule"}`, name);
    findings.addText(name, text);
  }
  // Of several, any program may show another one.
  if (exifs.length > 1)
    for (const exif of exifs.slice(0, MOST_EXIFS)) if (isTiff(exif)) searchImage(findings, exif);
  if (tailBytes > 0) findings.note("TEL706 bytes", "after the end", { bytes: tailBytes });
}

/** A text that nobody sees in a picture is never harmless, whatever its name. */
function searchWords(findings: PrivacyFindings, name: string, text: string): void {
  for (const code of classifyField(name, text))
    findings.add(PRIVACY_RULES[code].level === "harmless" ? "TEL952" : code, name, text);
}

function searchXmp(findings: PrivacyFindings, bytes: Uint8Array): void {
  for (const packet of findXmp(bytes)) {
    if (packet === undefined) findings.note("TEL705 unreadable", "XMP");
    else findings.note("TEL507 xmp", "XMP");
    for (const { name, value } of packet ?? []) {
      if (/^xmp:Thumbnails$/i.test(name)) findings.add("TEL702", name, "");
      else findings.addField(name, value);
    }
  }
}

/** Notes as ImageMagick writes them into a PNG: a name, a length, and hexadecimal digits. */
function searchRawProfile(findings: PrivacyFindings, name: string, text: string): void {
  const digits = /^\s*\S+\s+\d+\s+([0-9a-f\s]*)/i.exec(text)?.[1] ?? "";
  const bytes = Buffer.from(digits.replace(/\s+/g, ""), "hex");
  const at = ["II*\0", "MM\0*"].map((mark) => bytes.indexOf(mark, 0, "latin1"));
  const start = at.find((one) => one >= 0);
  searchXmp(findings, bytes);
  if (start !== undefined) searchImage(findings, bytes.subarray(start));
  else if (!/type (?:xmp|icc|icm)$/.test(name)) findings.note("TEL705 noRule", name);
}

function isTiff(bytes: Uint8Array): boolean {
  return /^(?:II\*\0|MM\0\*)/.test(Buffer.from(bytes.subarray(0, 4)).toString("latin1"));
}

/** Fields of one group by name; GPS has numbers, the others values with a description. */
interface Fields {
  readonly [name: string]: unknown;
  readonly Latitude?: unknown;
  readonly Longitude?: unknown;
  readonly Altitude?: unknown;
}

function readGroups(bytes: Uint8Array): Readonly<Record<string, Fields>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // XMP is read by our own reader, which obeys no declarations. The texts of PNG come by ours too.
    const options = { expanded: true, excludeTags: { xmp: true, pngText: true } } as const;
    return ExifReader.load(buffer, options) as unknown as Readonly<Record<string, Fields>>;
  } catch {
    // No metadata, or none that can be read: the library throws for both.
    return {};
  }
}

function describe(field: unknown): string {
  const said = (field as { readonly description?: unknown } | undefined)?.description ?? field;
  const text = typeof said === "string" || typeof said === "number" ? String(said) : "";
  // A name whose type was changed to that of a fraction.
  return /^(?:[\s,/]*(?:NaN|Infinity))+$/.test(text) ? "?" : text;
}

function searchGps(findings: PrivacyFindings, fields: Fields): void {
  const [latitude, longitude] = [fields.Latitude, fields.Longitude].map((one) =>
    isNumber(one) ? String(Math.round(one * 10_000) / 10_000) : "?",
  );
  const height = fields.Altitude;
  const said = isNumber(height) ? `, ${Math.round(height)} m high` : "";
  findings.add("TEL001", "GPS", `${latitude}, ${longitude}${said}`);
}

/** Fractions with a nought below are none. */
function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function searchProfile(findings: PrivacyFindings, fields: Fields): void {
  findings.addField("ICC Description", describe(fields["ICC Description"]));
}

function searchFields(findings: PrivacyFindings, group: string, fields: Fields): void {
  for (const [name, field] of Object.entries(fields).slice(0, MOST_FIELDS)) {
    // The position is told as one.
    if (SILENT.test(name) || /^GPS(?!DateStamp|AreaInformation)/.test(name)) continue;
    if (name.startsWith("undefined-"))
      findings.note("TEL705 field", "field", { group, number: name.slice(10) });
    else if (/Thumbnail$/.test(name)) findings.add("TEL702", `${group}:${name}`, "");
    else if (name === "MakerNote") findings.add("TEL501", `${group}:${name}`, "");
    else findings.addField(`${group}:${name}`, describe(field));
  }
}

/**
 * Profiles of colours that come with systems and libraries, by their SHA-256: the words and numbers
 * in them are nobody's own. In any other there can be words.
 */
const COMMON: ReadonlySet<string> = new Set([
  // sRGB IEC61966-2.1 of Hewlett-Packard, which cameras, Windows and Photoshop put into pictures.
  "3f6d674174f3804eb0dabdac90ae17486e898c5063a66f861c116ea033da8301",
  // sRGB and Display P3 of libvips.
  "c56e1685d888f5edb92fe07f2750f387f8fe8e91b32ff8fb0b56bfbbb9458353",
  "231752984cd4a5278e1b8d2390fe496767d4511fc81f54e1a5c69ae9ab4c42b5",
  // sRGB, grey and Adobe RGB of Ghostscript.
  "eddaf344b5edea13269e0d20055f335610e5e0b6e33e6e536f2701bc18c5f7d5",
  "d3aaaa8ad45ec8a0108fd393a07488073ee24561fd5ed2d1f88c59771278cabd",
  "c0995b8b196223f1c029c013b04d0ee11bce3d3dd8a23f814cac73e50ac0719a",
]);

function isCommonProfile(profile: Uint8Array): boolean {
  return COMMON.has(createHash("sha256").update(profile).digest("hex"));
}
