import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isKnownName } from "../markup/known-words.ts";

/** Tables of OpenType 1.9, of Apple's and of programs that draw fonts, which readers pass over. */
const TABLES = new Set(
  "OS/2,cmap,head,hhea,hmtx,maxp,name,post,cvt ,fpgm,glyf,loca,prep,gasp,CFF ,CFF2,VORG,EBDT,EBLC,EBSC,CBDT,CBLC,sbix,BASE,GDEF,GPOS,GSUB,JSTF,MATH,avar,cvar,fvar,gvar,HVAR,MVAR,STAT,VVAR,COLR,CPAL,DSIG,hdmx,kern,LTSH,MERG,PCLT,VDMX,vhea,vmtx,feat,mort,morx,trak,FFTM".split(
    ",",
  ),
);
/** Fonts have some dozens; each table stands on four bytes, and no more is between them. */
const MOST_TABLES = 100;
const MOST_PADDING = 3;

/** Tells what a font says of itself, or that its bytes are not known: whatever is called one is looked at. */
export function searchFont(
  findings: PrivacyFindings,
  name: string,
  given: Uint8Array | undefined,
): void {
  const bytes = given === undefined ? undefined : Buffer.from(given);
  const fault = bytes === undefined ? PACKED : findFault(bytes);
  if (bytes === undefined || fault !== undefined) {
    findings.at(name).note(`TEL705 ${fault?.text ?? PACKED.text}`, "font", {
      table: fault?.table ?? "",
    });
    return;
  }
  findings.add("TEL901", "font", name.split("/").at(-1) ?? name);
  if (/^wOF/.test(startOf(bytes))) findings.at(name).note("TEL705 packedWords", "font");
  else
    for (const [what, text] of readWords(bytes))
      if (!isUsual(text)) findings.at(name).add("TEL952", `font ${what}`, text);
}

/** What makers of free faces write into them, beside the faces' own names. */
const MAKERS = new Set(
  "project github notofonts googlefonts goog adbo google llc inc adobe systems incorporated sil global scripts ofl openfontlicense reserved names this software licensed under with none extra hotconv makeotfexe ttfautohint mymr qsq cyrillic rastikerdar semi it thin condensed weight width slant optical size".split(
    " ",
  ),
);
const LONGEST_WORDS = 500;

function isUsual(text: string): boolean {
  const words = text.replace(/([a-z\d])([A-Z])/g, "$1 $2").match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  return (
    text.length <= LONGEST_WORDS &&
    /^[\x20-\x7e\n\r©‘’]*$/.test(text) &&
    words.every((one) =>
      /^\d{1,5}$/.test(one) ? true : isKnownName(one) || MAKERS.has(one.toLowerCase()),
    )
  );
}

/** The table of names (OpenType 1.9 “name”): each string with the number that says what it is. */
function readWords(bytes: Buffer): readonly (readonly [what: string, text: string])[] {
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const entry = tables.find((at) => bytes.toString("latin1", at, at + 4) === "name");
  if (entry === undefined) return [];
  const start = bytes.readUInt32BE(entry + 8);
  const table = bytes.subarray(start, start + bytes.readUInt32BE(entry + 12));
  if (table.length < 6) return [];
  const strings = table.subarray(table.readUInt16BE(4));
  const count = Math.min(table.readUInt16BE(2), Math.floor((table.length - 6) / 12));
  return Array.from({ length: count }, (_, at) => {
    const record = 6 + 12 * at;
    const [platform, , , number, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(record + field),
    ) as [number, number, number, number, number, number];
    const raw = strings.subarray(offset, offset + length);
    return [String(number), decodeWords(raw, platform)] as const;
  });
}

/** Of Macintosh a byte each; of others two, the higher first. */
function decodeWords(raw: Buffer, platform: number): string {
  if (platform === 1) return raw.toString("latin1");
  return raw.length % 2 === 0
    ? Buffer.from(raw).swap16().toString("utf16le")
    : raw.toString("latin1");
}

/** By the first bytes: TrueType, OpenType, collections, both forms of WOFF. */
const STARTS = new Set(["\0\x01\0\0", "true", "OTTO", "ttcf", "wOFF", "wOF2"]);
const startOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString("latin1");
const isFont = (bytes: Uint8Array) => STARTS.has(startOf(bytes));

function findFault(bytes: Buffer): FontFault | undefined {
  const mark = startOf(bytes);
  if (mark === "wOFF") return findFaultOfWoff(bytes);
  if (mark === "wOF2") return findFaultOfWoff2(bytes);
  if (!isFont(bytes) || mark === "ttcf" || bytes.length < 12) return NONE;
  const count = bytes.readUInt16BE(4);
  return findFaultOfTables(bytes, count, 12, 16, 8);
}

/** What is wrong with a font: the name of its text (TEL705), and the table that is meant. */
interface FontFault {
  readonly text: "packedFont" | "noFont" | "fontTable" | "fontBytes" | "fontNotes";
  readonly table?: string;
}

const PACKED: FontFault = { text: "packedFont" };
const NONE: FontFault = { text: "noFont" };
const LOOSE_BYTES: FontFault = { text: "fontBytes" };
const OWN_NOTES: FontFault = { text: "fontNotes" };

/** A directory of tables: four letters, and somewhere behind them where they are and how long. */
function findFaultOfTables(
  bytes: Buffer,
  count: number,
  start: number,
  size: number,
  at: number,
): FontFault | undefined {
  if (count === 0 || count > MOST_TABLES || bytes.length < start + count * size) return NONE;
  const spans: (readonly [number, number])[] = [[0, start + count * size]];
  for (let entry = start; entry < start + count * size; entry += size) {
    const tag = bytes.subarray(entry, entry + 4).toString("latin1");
    if (!TABLES.has(tag)) return { text: "fontTable", table: tag };
    spans.push([bytes.readUInt32BE(entry + at), bytes.readUInt32BE(entry + at + 4)]);
  }
  let end = 0;
  for (const [offset, length] of spans.sort(([one], [other]) => one - other)) {
    if (offset > end + MOST_PADDING) return LOOSE_BYTES;
    end = Math.max(end, offset + length);
  }
  return bytes.length > end + MOST_PADDING ? LOOSE_BYTES : undefined;
}

/** WOFF 1.0 §4: the same, packed; behind it there may be notes and whatever one likes. */
function findFaultOfWoff(bytes: Buffer): FontFault | undefined {
  if (bytes.length < 44) return NONE;
  if (bytes.readUInt32BE(28) > 0 || bytes.readUInt32BE(40) > 0) return OWN_NOTES;
  return findFaultOfTables(bytes, bytes.readUInt16BE(12), 44, 20, 4);
}

/** WOFF 2.0 §4: tables have numbers, or letters of their own behind the number 63. */
function findFaultOfWoff2(bytes: Buffer): FontFault | undefined {
  if (bytes.length < 48) return NONE;
  if (bytes.readUInt32BE(32) > 0 || bytes.readUInt32BE(44) > 0) return OWN_NOTES;
  let at = 48;
  const readNumber = () => {
    let value = 0;
    for (let more = true; more && at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      value = value * 128 + (byte & 127);
      more = byte > 127;
    }
    return value;
  };
  for (let count = bytes.readUInt16BE(12); count > 0; count -= 1) {
    const flags = bytes[at] ?? 0;
    const kind = flags & 63;
    at += 1;
    // A table of drawings, which are pages of their own.
    if (kind === 36) return { text: "fontTable", table: "SVG" };
    if (kind === 63) {
      const tag = bytes.subarray(at, at + 4).toString("latin1");
      if (!TABLES.has(tag)) return { text: "fontTable", table: tag };
      at += 4;
    }
    readNumber();
    // Outlines are written anew, other tables as they are, unless their version says otherwise.
    const asItIs = kind === 10 || kind === 11 ? 3 : 0;
    if (flags >> 6 !== asItIs) readNumber();
  }
  const packed = bytes.readUInt32BE(20);
  return at + packed + MOST_PADDING < bytes.length ? LOOSE_BYTES : undefined;
}
