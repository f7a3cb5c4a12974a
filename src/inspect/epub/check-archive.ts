import type { ArchiveEntry } from "../../archive/archive-entry.ts";
import { DEVICE } from "../bundle/odd-names.ts";
import { quote, type Report } from "./book-diagnostics.ts";
import type { Book } from "./read-book.ts";

const MEDIA_TYPE = "application/epub+zip";
const BOOK = { file: "" } as const;

/** Characters that no name may have (EPUB 3.3 §4.2.3); a slash divides folders. */
const FORBIDDEN = /["*:<>?\\|\p{Cc}\p{Co}\uFFF0-\uFFFF]/u;

/** OCF: `mimetype` first, stored, with nothing beside it (EPUB 3.3 §4.2.6.3). */
export function checkMimetype(book: Book, report: Report): void {
  const [first] = book.entries;
  if (first?.name !== "mimetype") {
    const hint = "Pack it anew: `mimetype` first and without compression, then the rest.";
    report("EPB002", BOOK, `first file ${quote(first?.name ?? "")}`, "`mimetype`", hint);
    return;
  }
  const said = new TextDecoder("latin1").decode(book.bytes("mimetype")?.subarray(0, 100));
  if (said !== MEDIA_TYPE) {
    report("EPB003", BOOK, `\`mimetype\` ${quote(said)}`, `\`${MEDIA_TYPE}\``);
  } else if (first.method !== "stored" || first.extraBytes > 0) {
    const found = first.method === "stored" ? "extra field" : "compression";
    report("EPB003", BOOK, `${found} of \`mimetype\``, "none");
  }
}

/** Names that are safe on every machine and lead nowhere else (EPUB 3.3 §4.2.3). */
export function checkNames(book: Book, report: Report): void {
  const seen = new Map<string, string>();
  for (const entry of book.entries) {
    const fault = findNameFault(entry);
    if (fault !== undefined)
      report("EPB004", BOOK, `${fault} in the name ${quote(entry.name)}`, "none");
    const folded = entry.name.normalize("NFC").toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      const how = other === entry.name ? "a second file" : `a file beside ${quote(other)}`;
      report("EPB005", BOOK, `${how} ${quote(entry.name)}`, "one file a name");
    }
    seen.set(folded, entry.name);
    const weakness = findNameWeakness(entry.name);
    if (fault === undefined && weakness !== undefined)
      report("EPB006", BOOK, `${weakness} in the name ${quote(entry.name)}`, "none");
  }
}

function findNameFault(entry: ArchiveEntry): string | undefined {
  const { name } = entry;
  if (!entry.isUtf8) return "bytes that are not UTF-8";
  if (entry.otherName !== undefined) return `second spelling ${quote(entry.otherName)}`;
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) return "way from the root of the disk";
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.includes("..") || parts.includes(".")) return "way to another folder";
  if (parts.includes("")) return "empty part";
  const [character] = FORBIDDEN.exec(name) ?? [];
  if (character !== undefined) return `character ${quote(showCharacter(character))}`;
  if (parts.some((part) => part.endsWith("."))) return "full stop at the end";
  return undefined;
}

function findNameWeakness(name: string): string | undefined {
  const parts = name.split("/");
  if (parts.some((part) => DEVICE.test(part))) return "device of Windows";
  if (/\s/.test(name)) return "white space";
  if (/[^ -~]/.test(name)) return "letter beyond ASCII";
  return undefined;
}

function showCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x20 && code < 0x7f
    ? character
    : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Every file can be unpacked: small enough, not locked, its sum right. */
export function checkFiles(book: Book): void {
  // Asking is enough: what cannot be unpacked is told where it is unpacked.
  for (const { name } of book.entries) if (!name.endsWith("/")) book.bytes(name);
}

/** Encryption, signatures, rights: such a book can be read by few, or tells who bought it. */
export function checkProtection(book: Book, report: Report): void {
  for (const name of ["encryption.xml", "signatures.xml", "rights.xml"]) {
    const file = `META-INF/${name}`;
    if (!book.entries.some((entry) => entry.name === file)) continue;
    // Scrambled fonts are told as fonts.
    if (name === "encryption.xml" && !/EncryptionMethod/.test(book.text(file) ?? "")) continue;
    const hint = "The book may open on some devices only, and may tell who it was made for.";
    report("EPB009", { file }, `\`${file}\``, "a book that anyone can open", hint);
  }
}
