import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { InspectCode } from "./codes.ts";
import { inspectEpub } from "./epub/inspect-epub.ts";
import type { Inspection } from "./inspection.ts";
import { inspectPdf } from "./pdf/inspect-pdf.ts";

/** A kind of file that can be inspected. */
interface FileKind {
  /** Judges by the first bytes: names of files may lie. */
  readonly matches: (bytes: Uint8Array) => boolean;
  readonly inspect: (bytes: Uint8Array) => Inspection;
}

const KINDS: readonly FileKind[] = [
  // Every archive is read as a book: only reading it shows whether it is one.
  { matches: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b, inspect: inspectEpub },
  { matches: isPdf, inspect: inspectPdf },
];

/**
 * Says what is in a file and what is wrong with it, whoever made it. Never throws for its content.
 *
 * Adds INS001, INS002 and the codes of its kind.
 */
export function inspectFile(bytes: Uint8Array): Inspection {
  if (bytes.length === 0)
    return refuse("INS002", "Unexpected empty file, expected a book", CUT_OFF);
  const kind = KINDS.find(({ matches }) => matches(bytes));
  if (kind !== undefined) return kind.inspect(bytes);
  return refuse("INS001", "Unexpected kind of file, expected an EPUB or a PDF", NOT_A_BOOK);
}

/** Some programs write something before the mark; readers look for it in the first 1,024 bytes. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}

const CUT_OFF = "If it came over a network or from a stick, copy it again: it may be cut off.";
const NOT_A_BOOK = `EPUB books and PDFs can be inspected. ${CUT_OFF}`;

function refuse(code: InspectCode, message: string, hint: string): Inspection {
  const diagnostic: Diagnostic = {
    code,
    severity: "error",
    message,
    place: { file: "" },
    hint,
  };
  return { facts: { kind: "unknown" }, diagnostics: [diagnostic], textOf: () => undefined };
}
