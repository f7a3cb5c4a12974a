import { strToU8, type Zippable, zipSync } from "fflate";

/** A file of the book, in the order of the archive. */
export interface BookFile {
  /** ASCII, relative to the archive's root. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Set for bytes that are not packed already. */
  readonly deflated?: true;
}

/** What every EPUB archive begins with (EPUB 3.3 §4.2.6.2). */
const MEDIA_TYPE = "application/epub+zip";

/**
 * What every entry says of where and when it was packed, as tools that clean archives write it: the
 * earliest date there is (APPNOTE 4.4.6, by the wall's clock, which needs no time zone), and a file
 * that everybody may read, on Unix (4.4.2, 4.4.15).
 */
const NEUTRAL = { mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 } as const;

/**
 * Packs a book: `mimetype` first, stored, without extra field (EPUB 3.3 §4.2.6.3); then the files in
 * the given order, texts and fonts deflated, other bytes (images, packed already) stored.
 */
export function packBook(files: readonly BookFile[]): Uint8Array {
  const entries: Zippable = { mimetype: [strToU8(MEDIA_TYPE), { level: 0 }] };
  for (const { name, content, deflated } of files) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    entries[name] = [bytes, { level: typeof content === "string" || deflated ? 9 : 0 }];
  }
  return zipSync(entries, NEUTRAL);
}
