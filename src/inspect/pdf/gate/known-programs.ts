import { isWordPalette, misfit } from "../../../pdf-norm/value-kinds.ts";
import { classifyText } from "../../disclosure/field-rules.ts";

/** Tables of TrueType and OpenType programs that draw or lay out (OpenType 1.9, AAT). */
const FONT_TABLES = new Set(
  `avar BASE CBDT CBLC CFF CFF2 cmap COLR CPAL cvar cvt DSIG EBDT EBLC EBSC fpgm fvar gasp GDEF
   glyf GPOS GSUB gvar hdmx head hhea hmtx HVAR JSTF kern kerx loca LTSH MATH maxp MERG morx mort
   MVAR name OS/2 PCLT post prep sbix STAT VDMX vhea vmtx VORG VVAR feat trak prop Zapf acnt ankr lcar opbd bsln`.split(
    /\s+/,
  ),
);
/** Of a function (ISO 32000-1 table 42). */
const CALCULATOR =
  /^(?:[{}]|(?:abs|add|atan|ceiling|cos|cvi|cvr|div|exp|floor|idiv|ln|log|mod|mul|neg|round|sin|sqrt|sub|truncate|and|bitshift|eq|false|ge|gt|le|lt|ne|not|or|true|xor|if|ifelse|copy|dup|exch|index|pop|roll|[-+]?(?:\d+\.?\d*|\.\d+))(?=[\s{}]|$))/;
/** Of a table of characters (§9.7.5.3, §9.10.3). */
const CMAP_WORDS = new Set(
  `begin end def dup pop findresource defineresource begincmap endcmap usecmap currentdict dict
   begincodespacerange endcodespacerange beginbfchar endbfchar beginbfrange endbfrange begincidchar
   endcidchar begincidrange endcidrange beginnotdefrange endnotdefrange beginnotdefchar endnotdefchar
   CMapName true false`.split(/\s+/),
);
const CMAP_NAMES = new Set(
  "CIDInit ProcSet CIDSystemInfo Registry Ordering Supplement CMapName CMapType CMapVersion CMap WMode UIDOffset XUID"
    .split(" ")
    .map((name) => `/${name}`),
);
const WORD =
  /<<|>>|<[\s0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\)|\/[^\s()<>[\]{}/%]*|%[^\r\n]*|[[\]{}]|[^\s()<>[\]{}/%]+|[()<>]/g;
/** Longer ones are no table of characters. */
const LONGEST_PROGRAM = 4_000_000;

/** What in a program of a font or function is not known; undefined where all is. */
export function nameUnknownProgram(role: string, bytes: Uint8Array): string | undefined {
  if (role === "FontFile")
    return nameInFont(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (role === "Function.4") return nameInFunction(Buffer.from(bytes).toString("latin1"));
  if (role === "Colours.Icc") return nameInProfile(Buffer.from(bytes));
  if (role === "Colours.Lookup" && isWordPalette(Buffer.from(bytes).toString("latin1")))
    return "words among the colours";
  if (role === "CMap") return nameInCMap(Buffer.from(bytes).toString("latin1"));
  return undefined;
}

/** A profile begins with its length (ICC.1 §7.2.2). */
function nameInProfile(profile: Buffer): string | undefined {
  const isWhole = profile.length < 128 || profile.readUInt32BE(0) === profile.length;
  return isWhole ? undefined : "bytes behind the end of a profile";
}

function nameInFunction(source: string): string | undefined {
  let rest = source.slice(0, LONGEST_PROGRAM).trimStart();
  while (rest !== "") {
    const found = CALCULATOR.exec(rest);
    if (found === null) return `\`${rest.slice(0, 20)}\``;
    rest = rest.slice(found[0].length).trimStart();
  }
  return undefined;
}

function nameInCMap(source: string): string | undefined {
  if (source.length > LONGEST_PROGRAM) return "a program of many megabytes";
  for (const [word] of source.matchAll(WORD)) {
    const first = word[0] ?? "";
    const isKnownName = CMAP_NAMES.has(word) || misfit("cmap|resource", word) === undefined;
    if (first === "/" && !isKnownName) return `\`${word.slice(0, 40)}\``;
    if (first === "%" || first === "(") {
      if (classifyText(word).length > 0) return `\`${word.slice(0, 60)}\``;
    } else if (!/^[<>[\]{}/]/.test(word) && !/^[-+.\d]/.test(word) && !CMAP_WORDS.has(word))
      return `\`${word.slice(0, 40)}\``;
  }
  return undefined;
}

function nameInFont(program: Buffer): string | undefined {
  const mark = program.toString("latin1", 0, 4);
  if (mark === "\0\x01\0\0" || mark === "OTTO" || mark === "true") return nameInTables(program);
  if (mark.startsWith("%!")) return undefined;
  // Compact fonts begin with their version and the length of their head (Adobe TN 5176 §6).
  if (program[0] === 1 && (program[2] ?? 0) >= 4) return undefined;
  return "a font program of an unknown kind";
}

function nameInTables(program: Buffer): string | undefined {
  const count = program.readUInt16BE(4);
  let end = 12 + 16 * count;
  for (let at = 12, table = 0; table < count; at += 16, table += 1) {
    if (at + 16 > program.length) return "a table that is cut off";
    const tag = program.toString("latin1", at, at + 4);
    if (!FONT_TABLES.has(tag.trimEnd())) return `the table ${tag.trim()}`;
    const start = program.readUInt32BE(at + 8);
    end = Math.max(end, start + program.readUInt32BE(at + 12));
    if (tag !== "name") continue;
    const names = program.subarray(start, start + program.readUInt32BE(at + 12));
    // Names are in UTF-16 or in one byte a letter: without zeros both read the same.
    const text = names.toString("latin1", 0, 100_000).replaceAll("\0", "");
    const [personal] = /(?:\/home\/|\/Users\/|[A-Z]:\\Users\\)[^/\\]{0,40}/.exec(text) ?? [];
    if (personal !== undefined) return `the name ${personal}`;
  }
  if (program.subarray(end).some((byte) => byte !== 0)) return "bytes behind the tables of a font";
  return undefined;
}
