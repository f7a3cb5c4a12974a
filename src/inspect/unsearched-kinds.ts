/** Kinds of files that people pass on and nothing here reads: where their marks stand, and what they are. */
const MARKS: readonly (readonly [at: number, mark: string, label: string])[] = [
  [0, "{\\rtf", "text in the Rich Text Format (.rtf)"],
  [0, "ID3", "sound recording (MP3)"],
  [0, "\u00FF\u00FB", "sound recording (MP3)"],
  [0, "\u00FF\u00F3", "sound recording (MP3)"],
  [0, "OggS", "recording (Ogg)"],
  [0, "fLaC", "sound recording (FLAC)"],
  [8, "WAVE", "sound recording (WAV)"],
  [8, "AVI ", "film (AVI)"],
  [0, "\u001AE\u00DF\u00A3", "film (WebM or Matroska)"],
  [4, "ftyp", "film or recording (MP4, MOV or M4A)"],
  [4, "moov", "film (MOV)"],
  [4, "mdat", "film (MOV)"],
  [4, "wide", "film (MOV)"],
  [0, "Rar!", "archive (RAR), whose files cannot be seen"],
  [0, "7z\u00BC\u00AF", "archive (7z), whose files cannot be seen"],
  [0, "\u001F\u008B", "archive (gzip), whose files cannot be seen"],
];
/** The container of Microsoft's old formats, and what stands in its directory ([MS-CFB] §2.2). */
const COMPOUND = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
const STREAMS: readonly (readonly [stream: string, label: string])[] = [
  ["EncryptedPackage", "office document with a password"],
  ["WordDocument", "Word document of the old kind (.doc)"],
  ["PowerPoint Document", "PowerPoint presentation of the old kind (.ppt)"],
  ["Workbook", "Excel workbook of the old kind (.xls)"],
  ["__substg1.0_", "message of Outlook (.msg)"],
];
const SEARCHED_BYTES = 100_000_000;

/** @returns what the file is, in words; undefined where its first bytes are none of these. */
export function nameUnsearched(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  if (!head.startsWith(COMPOUND)) return MARKS.find(([at, mark]) => head.startsWith(mark, at))?.[2];
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SEARCHED_BYTES));
  const found = STREAMS.find(([stream]) => file.includes(Buffer.from(stream, "utf16le")));
  return found?.[1] ?? "document of an old office program (.doc, .xls, .ppt)";
}
