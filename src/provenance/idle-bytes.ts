/** What files that a person could open begin with, wherever it stands: readers search for it. */
const MARKS: readonly string[] = [
  "PK\x03\x04",
  "PK\x05\x06",
  "%PDF",
  "%!PS",
  "Rar!",
  "7z\xBC\xAF",
  "\xFD7zXZ",
  "BZh9",
  "\x1F\x8B\x08",
  "\x7FELF",
  "This program",
  "BOOKMOBI",
  "AT&TFORM",
  "ITSF",
  "{\\rtf",
  "L\x00\x00\x00\x01\x14\x02",
  "\xD0\xCF\x11\xE0",
  "#!/",
  "OggS",
  "ftyp",
  "ID3\x03",
  "ID3\x04",
  "RIFF",
  "GIF8",
  "\x89PNG",
  "\xFF\xD8\xFF",
];
const MARKUP =
  /<(?:!--|!doctype|\?xml|html|head|body|title|meta|base|link|style|script|svg|img|iframe|object|embed|form|table|div|h1|p>|a\s)/i;
/** So many signs in a row are a text: names and settings of systems have fewer. */
const MOST_SIGNS = 160;
const LONG_TEXT = new RegExp(`(?:[^\\p{C}\\uFFFD]|\\s){${MOST_SIGNS},}`, "u");
const LONG_WIDE_TEXT = new RegExp(
  `(?:[\\t\\n\\r\\x20-\\xFF][\\0\\x04\\x06\\x09-\\x0B\\x0E]){${MOST_SIGNS},}`,
);

export interface IdleOptions {
  /** Marks that have to be there, such as those of the pictures in a store of thumbnails. */
  readonly known?: readonly string[];
}

/**
 * Whether nobody could open these bytes as anything: no mark of a kind of file, no markup, no text
 * longer than a name. For what a system file keeps in places whose content nobody has described.
 */
export function isIdle(bytes: Uint8Array, { known = [] }: IdleOptions = {}): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (MARKS.some((mark) => !known.includes(mark) && text.includes(mark))) return false;
  // Markup may have letters of two bytes as well.
  return !MARKUP.test(text) && !MARKUP.test(text.replaceAll("\0", "")) && !hasText(bytes, text);
}

/** Whether a value that a system draws by chance is none that a person wrote: letters alone, in UTF-8. */
export function isWordless(bytes: Uint8Array): boolean {
  try {
    return /\p{C}/u.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return true;
  }
}

/** In UTF-8, or in pairs of bytes of which one names the script: Latin, Cyrillic, Arabic, Indic, Thai. */
function hasText(bytes: Uint8Array, text: string): boolean {
  return LONG_TEXT.test(new TextDecoder().decode(bytes)) || LONG_WIDE_TEXT.test(text);
}
