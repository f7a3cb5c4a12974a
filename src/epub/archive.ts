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

/** The earliest and latest years that a DOS date can say. */
const DOS_YEARS = { least: 1980, most: 2107 } as const;

/**
 * Packs a book: `mimetype` first, stored, without extra field (EPUB 3.3 §4.2.6.3); then the files in
 * the given order, texts and fonts deflated, other bytes (images, packed already) stored.
 *
 * @param modified ISO 8601 in UTC; the date of every entry, so that the same book gives the same
 *   bytes in every time zone.
 */
export function packBook(files: readonly BookFile[], modified: string): Uint8Array {
  const entries: Zippable = { mimetype: [strToU8(MEDIA_TYPE), { level: 0 }] };
  for (const { name, content, deflated } of files) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    entries[name] = [bytes, { level: typeof content === "string" || deflated ? 9 : 0 }];
  }
  // fflate takes dates by the machine's time zone, and by its clock where it is given none.
  const archive = zipSync(entries, { mtime: new Date(2000, 0, 2, 12) });
  setDates(archive, dosDate(modified));
  return archive;
}

/** Date and time as a ZIP archive holds them: two seconds, from 1980 to 2107 (APPNOTE 4.4.6). */
export function dosDate(modified: string): number {
  const moment = new Date(modified);
  const year = moment.getUTCFullYear();
  if (!(year >= DOS_YEARS.least)) return (1 << 21) | (1 << 16);
  if (year > DOS_YEARS.most) return dosDate(`${DOS_YEARS.most}-12-31T23:59:58Z`);
  const date =
    ((year - DOS_YEARS.least) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  const time =
    (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/** Writes the date into every local header (4.3.7) and every entry of the directory (4.3.12). */
function setDates(archive: Uint8Array, date: number): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  // The end record has no comment, so it is the last 22 bytes (4.3.16).
  const end = archive.byteLength - 22;
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    view.setUint32(entry + 12, date, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, date, true);
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
}
