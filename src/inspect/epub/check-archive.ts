import type { ArchiveEntry } from "../../archive/archive-entry.ts";
import { DEVICE } from "../bundle/odd-names.ts";
import { quote, type Report } from "./book-diagnostics.ts";
import type { Book } from "./read-book.ts";
import type { EPUB_RULES } from "./rules.ts";

const MEDIA_TYPE = "application/epub+zip";
const BOOK = { file: "" } as const;

/** Characters that no name may have (EPUB 3.3 §4.2.3); a slash divides folders. */
const FORBIDDEN = /["*:<>?\\|\p{Cc}\p{Co}\uFFF0-\uFFFF]/u;

/** OCF: `mimetype` first, stored, with nothing beside it (EPUB 3.3 §4.2.6.3). */
export function checkMimetype(book: Book, report: Report): void {
  const [first] = book.entries;
  if (first?.name !== "mimetype") {
    report("EPB002", BOOK, { file: quote(first?.name ?? "") });
    return;
  }
  const said = new TextDecoder("latin1").decode(book.bytes("mimetype")?.subarray(0, 100));
  if (said !== MEDIA_TYPE) {
    report("EPB003 text", BOOK, { text: quote(said) });
  } else if (first.method !== "stored" || first.extraBytes > 0) {
    report(`EPB003 ${first.method === "stored" ? "extra" : "packed"}`, BOOK);
  }
}

/** Names that are safe on every machine and lead nowhere else (EPUB 3.3 §4.2.3). */
export function checkNames(book: Book, report: Report): void {
  const seen = new Map<string, string>();
  for (const entry of book.entries) {
    const name = quote(entry.name);
    const fault = findNameFault(entry);
    const character = quote(showCharacter(FORBIDDEN.exec(entry.name)?.[0] ?? ""));
    if (fault !== undefined)
      report(`EPB004 ${fault}`, BOOK, { name, character, other: quote(entry.otherName ?? "") });
    const folded = entry.name.normalize("NFC").toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      report(`EPB005 ${other === entry.name ? "same" : "near"}`, BOOK, {
        name,
        other: quote(other),
      });
    }
    seen.set(folded, entry.name);
    const weakness = findNameWeakness(entry.name);
    if (fault === undefined && weakness !== undefined) report(`EPB006 ${weakness}`, BOOK, { name });
  }
}

type NameFault = keyof typeof EPUB_RULES.EPB004.message;

function findNameFault({ name, isUtf8, otherName }: ArchiveEntry): NameFault | undefined {
  if (!isUtf8) return "encoding";
  if (otherName !== undefined) return "spelling";
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) return "root";
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.includes("..") || parts.includes(".")) return "folder";
  if (parts.includes("")) return "part";
  if (FORBIDDEN.test(name)) return "character";
  if (parts.some((part) => part.endsWith("."))) return "stop";
  return undefined;
}

function findNameWeakness(name: string): keyof typeof EPUB_RULES.EPB006.message | undefined {
  const parts = name.split("/");
  if (parts.some((part) => DEVICE.test(part))) return "device";
  if (/\s/.test(name)) return "space";
  if (/[^ -~]/.test(name)) return "letter";
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
    report("EPB009", { file }, { file });
  }
}
