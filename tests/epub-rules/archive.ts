import type { ArchiveEntry } from "../../src/archive/archive-entry.ts";
import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import type { Book } from "../../src/inspect/epub/read-book.ts";
import type { Report } from "./book-faults.ts";

const MEDIA_TYPE = "application/epub+zip";
const BOOK = { file: "" } as const;

/** Characters that no name may have (EPUB 3.3 §4.2.3); a slash divides folders. */
const FORBIDDEN = /["*:<>?\\|\p{Cc}\p{Co}\uFFF0-\uFFFF]/u;
/** Names of devices on Windows, which no file there can have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** OCF: `mimetype` first, stored, with nothing beside it (EPUB 3.3 §4.2.6.3). */
export function checkMimetype(book: Book, report: Report): void {
  const [first] = book.entries;
  if (first?.name !== "mimetype") {
    report("EPB002", BOOK, `first file ${quote(first?.name ?? "")}`, "`mimetype`");
    return;
  }
  const said = new TextDecoder("latin1").decode(book.bytes("mimetype")?.subarray(0, 100));
  if (said !== MEDIA_TYPE) report("EPB003", BOOK, `\`mimetype\` ${quote(said)}`, MEDIA_TYPE);
  else if (first.extraBytes > 0) report("EPB003", BOOK, "extra field of `mimetype`", "none");
  else if (first.method !== "stored") report("EPB003", BOOK, "compression of `mimetype`", "none");
}

/** Names that are safe on every machine and lead nowhere else (EPUB 3.3 §4.2.3). */
export function checkNames(book: Book, report: Report): void {
  const seen = new Map<string, string>();
  for (const entry of book.entries) {
    const name = quote(entry.name);
    const fault = findNameFault(entry);
    if (fault !== undefined) report("EPB004", BOOK, `${fault} in the name ${name}`, "a plain name");
    const folded = entry.name.normalize("NFC").toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      report("EPB005", BOOK, `file ${name} beside ${quote(other)}`, "names that differ in more");
    }
    seen.set(folded, entry.name);
    const weakness = findNameWeakness(entry.name);
    if (fault === undefined && weakness !== undefined)
      report("EPB006", BOOK, `${weakness} in the name ${name}`, "none");
  }
}

function findNameFault({ name, isUtf8, otherName }: ArchiveEntry): string | undefined {
  if (!isUtf8) return "bytes that are not UTF-8";
  if (otherName !== undefined) return `second name ${quote(otherName)}`;
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) return "way from the root of a disk";
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.includes("..") || parts.includes(".")) return "way to another folder";
  if (parts.includes("")) return "empty part";
  if (FORBIDDEN.test(name)) return "character";
  return parts.some((part) => part.endsWith(".")) ? "full stop at the end" : undefined;
}

function findNameWeakness(name: string): string | undefined {
  if (name.split("/").some((part) => DEVICE.test(part))) return "device of Windows";
  if (/\s/.test(name)) return "white space";
  return /[^ -~]/.test(name) ? "letter beyond ASCII" : undefined;
}
