import { type ArchiveEntry, ArchiveError } from "../archive/archive-entry.ts";
import { listArchive } from "../archive/read-archive.ts";
import { readRecord, renderRecord } from "../provenance/build-record.ts";
import { readSums } from "../provenance/read-sums.ts";
import { renderSums } from "../provenance/render-sums.ts";
import { inspectBundle } from "./bundle/inspect-bundle.ts";
import type { InspectBudget } from "./bundle/walk-archive.ts";
import { type PrivacyFinding, PrivacyFindings } from "./disclosure/privacy-findings.ts";
import { searchInvisible } from "./disclosure/search-invisible.ts";
import { inspectEpub } from "./epub/inspect-epub.ts";
import { inspectImage } from "./image/inspect-image.ts";
import { imageTypeOf } from "./image/read-image.ts";
import { type Inspection, inspectionOf, refuseFile, unsearchedFile, WHOLE } from "./inspection.ts";
import { findArchive, isPdf, joinKinds, listOtherKinds, MARKUP } from "./kinds-within.ts";
import { inspectMarkup, markupKindOf } from "./markup/inspect-markup.ts";
import { inspectMedia, nameMedia } from "./media/inspect-media.ts";
import { inspectOffice } from "./office/inspect-office.ts";
import { officeKindOf } from "./office/office-kind.ts";
import { inspectPdf } from "./pdf/inspect-pdf.ts";
import { diagnose } from "./rules.ts";
import { findOddWord, nameTextKind } from "./text-kinds.ts";
import { nameUnsearched, type UnsearchedKind } from "./unsearched-kinds.ts";
import { listUnsearched } from "./verdict.ts";

const START: InspectBudget = { bytes: 1_000_000_000, files: 20_000, depth: 4 };
/** A small file may not become a large one: files within each other are looked into up to these. */
const SMALL_FILE_UNPACKED_BYTES = 30_000_000;
const MOST_DENSE = 300;
/** Larger ones are not looked into: no telephone opens such a book, and one text cannot hold it. */
export const LARGEST_FILE_BYTES = 300_000_000;
export const TOO_LARGE = "it is larger than 300 MB";
/** A text of this size is no page and no drawing. */
const LONGEST_TEXT_BYTES = 20 * 1024 * 1024;

/**
 * Says what is in a file, what it tells and what is wrong with it, whoever made it. Never throws for
 * its content. The kind is judged by the first bytes: names of files may lie. What the file is as well,
 * for a program that looks elsewhere, is inspected too.
 *
 * Adds INS001, INS002, INS003 and the codes of its kind.
 */
export function inspectFile(bytes: Uint8Array): Inspection {
  const unpacked = SMALL_FILE_UNPACKED_BYTES + MOST_DENSE * bytes.length;
  return inspectWithin(bytes, { ...START, bytes: Math.min(START.bytes, unpacked) });
}

function inspectWithin(bytes: Uint8Array, budget: InspectBudget): Inspection {
  if (bytes.length === 0) return refuseFile("it is empty", diagnose("INS002", WHOLE));
  if (bytes.length > LARGEST_FILE_BYTES) return unsearchedFile(TOO_LARGE);
  const found = inspectFirst(bytes, budget);
  return joinKinds(
    found,
    listOtherKinds(bytes, found.facts.kind, found.textOf("") !== undefined),
    (kind) => {
      if (kind === "pdf") return inspectPdf(bytes, (file) => inspectDeeper(file, budget));
      if (kind === "zip") return inspectArchive(findArchive(bytes) ?? bytes, budget);
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
      return inspectMarkup(text.slice(Math.max(0, text.search(MARKUP))), "html", bytes.length);
    },
  );
}

/** By the first bytes: most programs judge by them. */
function inspectFirst(bytes: Uint8Array, budget: InspectBudget): Inspection {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return inspectArchive(bytes, budget);
  if (imageTypeOf(bytes) !== undefined) return inspectImage(bytes);
  const media = nameMedia(bytes);
  if (media !== undefined) return inspectMedia(bytes, media);
  const unsearched = nameUnsearched(bytes);
  if (unsearched !== undefined) return refuseKind(unsearched);
  if (isPdf(bytes)) return inspectPdf(bytes, (file) => inspectDeeper(file, budget));
  const text = decodeText(bytes);
  if (text === undefined) return refuseFile("its kind is not known", diagnose("INS001", WHOLE));
  const kind = markupKindOf(text);
  if (kind !== undefined) return inspectMarkup(text, kind, bytes.length);
  if (isOwnList(text)) return plain(bytes.length, text);
  const hint = "Read it in a text editor: it can name people and places, and programs obey it.";
  const label = nameTextKind(text);
  if (label !== undefined) return { ...refuseKind({ label, hint }), textOf: () => text };
  const odd = findOddWord(text);
  if (odd === undefined) return plain(bytes.length, text);
  // Prices, names of files and the like are not prose either: that is no fault of the text.
  const doubtful = refuseKind({ label: `text with signs of a program (${odd})`, hint });
  return { ...doubtful, diagnostics: [], textOf: () => text };
}

/** A file within another: attached to a PDF, or in an archive. */
function inspectDeeper(bytes: Uint8Array, budget: InspectBudget): Inspection {
  budget.files -= 1;
  budget.bytes -= bytes.length;
  if (budget.depth === 0 || budget.files < 0 || budget.bytes < 0) return unsearchedFile(TOO_DEEP);
  const inner = { ...budget, depth: budget.depth - 1 };
  const found = inspectInner(bytes, inner);
  budget.bytes = inner.bytes;
  budget.files = inner.files;
  return found;
}

/** Outside of an inner file only its findings count: they say that its kind is never searched wholly. */
function inspectInner(bytes: Uint8Array, budget: InspectBudget): Inspection {
  const found = inspectWithin(bytes, budget);
  // Words of a file within others are shown to nobody by us, and no verdict covers them.
  if (found.facts.kind === "text") return withGap(found, "a text, which a person has to read");
  const gaps = listUnsearched(found);
  if (gaps.length === 0 || found.findings.some(({ code }) => code === "TEL705")) return found;
  const unsearched = gaps.map(({ place, construct, name }): PrivacyFinding => {
    return { code: "TEL705", place, field: construct, value: name };
  });
  return { ...found, findings: [...found.findings, ...unsearched] };
}

function withGap(found: Inspection, name: string): Inspection {
  const gap: PrivacyFinding = { code: "TEL705", place: "", field: "file", value: name };
  return { ...found, findings: [...found.findings, gap] };
}

/** A broken archive is told of as a book, which most are; so is every archive that looks like one. */
function inspectArchive(bytes: Uint8Array, budget: InspectBudget): Inspection {
  const entries = listEntries(bytes);
  const book = () => inspectEpub(bytes, (file) => inspectDeeper(file, budget));
  if (entries === undefined) return book();
  const office = officeKindOf(bytes, entries);
  if (office === undefined && entries.some(({ name }) => BOOK_PARTS.test(name))) return book();
  if (budget.depth === 0) return unsearchedFile(TOO_DEEP);
  const inner = { ...budget, depth: budget.depth - 1 };
  const look = (file: Uint8Array) => inspectInner(file, inner);
  const found =
    office === undefined
      ? inspectBundle(bytes, entries, inner, look)
      : inspectOffice(bytes, entries, office, inner, look);
  budget.bytes = inner.bytes;
  budget.files = inner.files;
  return found;
}

const BOOK_PARTS = /^mimetype$|^META-INF\/container\.xml$|\.opf$/i;

function listEntries(bytes: Uint8Array): readonly ArchiveEntry[] | undefined {
  try {
    return listArchive(bytes);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return undefined;
  }
}

/** UTF-8 or, with its mark, UTF-16, without the control characters that no text has. */
function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.length > LONGEST_TEXT_BYTES) return undefined;
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    const text = new TextDecoder(wide, { fatal: true }).decode(bytes);
    return /[^\P{Cc}\t\n\v\f\r\u0085]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What a text tells is what one reads in it; looked for is only what nobody reads. */
function plain(sizeBytes: number, text: string): Inspection {
  const findings = new PrivacyFindings();
  searchInvisible(findings, [text]);
  return { ...inspectionOf({ kind: "text", sizeBytes }, findings), textOf: () => text };
}

const TOO_DEEP = "too many or too large files within each other";

/** A kind that is known by its mark, and not looked into. */
function refuseKind({ label, hint }: UnsearchedKind): Inspection {
  const why = `it is ${/^[aeiou]/i.test(label) ? "an" : "a"} ${label}`;
  const refused = refuseFile(why, diagnose("INS003", WHOLE, { label, hint }));
  return { ...refused, facts: { kind: "unknown", label } };
}

/**
 * Whether a text is a list of sums or a build record, sign for sign as Handpress writes it: what is in
 * no field of these, stands twice or is referred to by nothing, is written otherwise.
 */
function isOwnList(text: string): boolean {
  const bytes = Buffer.from(text);
  if (!text.startsWith("{")) {
    const sums = readSums(bytes);
    return sums.diagnostics.length === 0 && sums.value.size > 0 && renderSums(sums.value) === text;
  }
  const record = readRecord(bytes);
  return record.diagnostics.length === 0 && renderRecord(record.value) === text;
}
