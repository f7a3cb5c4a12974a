/** A kind that is known by its mark, and not looked into. */
export interface UnsearchedKind {
  readonly label: string;
  readonly hint: string;
}

const SAVE = "Save it in a newer format (.docx, .odt, .pdf), and inspect that.";
const UNLOCK = "Save it without its password, and inspect that.";
const UNPACK = "Unpack it, and inspect the folder.";
const CONVERT =
  "Recordings tell places, people and machines: pass it on only if you know that it does not.";

const LEFT = "A Mac left it beside another file, and tells in it where that came from: delete it.";
const RUN = "It runs when it is opened: delete it, if you do not know it.";
/** Archives that are looked for behind the beginning of another file (self-extracting ones). */
const APPENDED: readonly (readonly [mark: string, label: string])[] = [
  ["Rar!\u001A\u0007", "archive (RAR)"],
  ["7z\u00BC\u00AF\u0027\u001C", "archive (7z)"],
];
const LONGEST_STUB = 2_000_000;

/** Kinds of files that people pass on and nothing here reads: where their marks stand, and what they are. */
const MARKS: readonly (readonly [at: number, mark: string, label: string, hint: string])[] = [
  [0, "{\\rtf", "text in the Rich Text Format (.rtf)", SAVE],
  [0, "OggS", "recording (Ogg)", CONVERT],
  [0, "fLaC", "sound recording (FLAC)", CONVERT],
  [8, "WAVE", "sound recording (WAV)", CONVERT],
  [8, "AVI ", "film (AVI)", CONVERT],
  [0, "\u001AE\u00DF\u00A3", "film (WebM or Matroska)", CONVERT],
  [0, "Rar!", "archive (RAR), whose files cannot be seen", UNPACK],
  [0, "7z\u00BC\u00AF", "archive (7z), whose files cannot be seen", UNPACK],
  [0, "\u001F\u008B", "archive (gzip), whose files cannot be seen", UNPACK],
  [0, "BZh", "archive (bzip2), whose files cannot be seen", UNPACK],
  [0, "\u00FD7zXZ", "archive (xz), whose files cannot be seen", UNPACK],
  [0, "\u0028\u00B5\u002F\u00FD", "archive (zstd), whose files cannot be seen", UNPACK],
  [257, "ustar", "archive (tar), whose files cannot be seen", UNPACK],
  [32_769, "CD001", "image of a disc (ISO)", UNPACK],
  [0, "MZ", "program (Windows)", RUN],
  [0, "\u007FELF", "program (Linux)", RUN],
  [0, "\u00CA\u00FE\u00BA\u00BE", "program (macOS or Java)", RUN],
  [0, "\u00CF\u00FA\u00ED\u00FE", "program (macOS)", RUN],
  [0, "L\0\0\0\u0001\u0014\u0002\0", "link of Windows (.lnk)", RUN],
  [0, "\u00C5\u00D0\u00D3\u00C6", "drawing (EPS)", SAVE],
  [0, "SQLite format 3\0", "store of data (SQLite)", SAVE],
  [0, "\0\u0005\u0016\u0007", "companion of a file (AppleDouble)", LEFT],
  [0, "\0\u0005\u0016\0", "file of a Mac with its companion (AppleSingle)", LEFT],
  [128, "DICM", "picture of a body (DICOM)", CONVERT],
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

/** @returns undefined where its first bytes are none of these. */
export function nameUnsearched(bytes: Uint8Array): UnsearchedKind | undefined {
  const head = latin1(bytes, 32_800);
  if (!head.startsWith(COMPOUND)) {
    const [, , label, hint] = MARKS.find(([at, mark]) => head.startsWith(mark, at)) ?? [];
    return label === undefined || hint === undefined ? undefined : { label, hint };
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SEARCHED_BYTES));
  const found = STREAMS.find(([stream]) => file.includes(Buffer.from(stream, "utf16le")));
  const [, label = "document of an old office program (.doc, .xls, .ppt)"] = found ?? [];
  return { label, hint: label.endsWith("password") ? UNLOCK : SAVE };
}

/** Archives of kinds that are not read, within a file of another kind. */
export function listAppended(bytes: Uint8Array): readonly string[] {
  const head = latin1(bytes, LONGEST_STUB);
  return APPENDED.flatMap(([mark, label]) => (head.includes(mark, 1) ? [label] : []));
}

/** The beginning of a file, a letter for each byte. */
export function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString(
    "latin1",
  );
}
