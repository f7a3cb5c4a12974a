import type { ArchiveEntry } from "../../archive/archive-entry.ts";
import { searchArchive, secondsOf } from "../bundle/search-archive.ts";
import { type InspectBudget, walkArchive } from "../bundle/walk-archive.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import { nameZone } from "../disclosure/name-zone.ts";
import { findPrinted } from "../disclosure/printed-names.ts";
import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import type { PrivacyCode } from "../disclosure/privacy-rules.ts";
import { searchInvisible } from "../disclosure/search-invisible.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { DocumentNotes } from "./document-notes.ts";
import type { OfficeKind } from "./office-kind.ts";
import { searchPart } from "./search-part.ts";
import { searchPrinter } from "./search-target.ts";

/** Styles are read before the text that they hide. */
const STYLES = /^(?:word\/)?styles\.xml$/i;
/** What parts tell by their names, whatever is in them. */
const PARTS: readonly (readonly [RegExp, code: PrivacyCode, field: string])[] = [
  [/(?:^|\/)vbaProject(?:Signature\w*)?\.bin$/i, "TEL301", "macros"],
  // Modules of Basic and other languages; lists of them are written without any as well.
  [/^(?:Basic|Scripts)\/(?!.*script-l[bc]\.xml$)./i, "TEL301", "macros"],
  [/(?:^|\/)activeX\//i, "TEL301", "ActiveX"],
  [/(?:^|\/)embeddings\//i, "TEL701", "embedded"],
  [/^(?:docProps\/thumbnail\.|Thumbnails\/)/i, "TEL707", "thumbnail"],
  [/\.(?:odttf|fntdata|ttf|otf)$/i, "TEL901", "font"],
];
const PRINTER = /(?:^|\/)printerSettings\/|(?:^|\/)printerSettings\d*\.bin$/i;
/** A file's type, and where its lines break. */
const SILENT = /^mimetype$|(?:^|\/)layout-cache$/;
/** Of a part that nothing here understands so much is searched for folders. */
const LONGEST_SEARCH = 20_000_000;
const MOST_RUNS = 200_000;

/**
 * Says what a document of an office program tells: its properties, remarks, changes, hidden parts,
 * programs, what it fetches, and what was put into it. Never throws for its content.
 *
 * @param inspect what looks into a picture or file within.
 */
export function inspectOffice(
  archive: Uint8Array,
  entries: readonly ArchiveEntry[],
  { family, format, label }: OfficeKind,
  budget: InspectBudget,
  inspect: (bytes: Uint8Array) => Inspection,
): Inspection {
  const findings = new PrivacyFindings();
  const notes = new DocumentNotes(findings);
  searchArchive(findings, entries, archive);
  const visit = (name: string, bytes: Uint8Array): string => {
    const [, code, field = ""] = PARTS.find(([pattern]) => pattern.test(name)) ?? [];
    const isProgram = code === "TEL301";
    if (code !== undefined)
      findings.at(name).add(code, field, isProgram ? field : name.replace(/^.*\//, ""));
    const { facts, findings: found, textOf } = inspect(bytes);
    if (facts.kind !== "text" && facts.kind !== "unknown") {
      findings.at(name).addWithin(found);
      return facts.kind;
    }
    const text = textOf("") ?? "";
    const document = /^\uFEFF?\s*</.test(text) ? readMarkup(text) : undefined;
    if (document === undefined)
      searchOtherPart(findings, name, bytes, isProgram ? `what its ${field} do` : "it is not read");
    else searchPart(notes, name, document.root);
    return document === undefined ? facts.kind : "xml";
  };
  const ordered = [...entries].sort(
    (one, other) => Number(STYLES.test(other.name)) - Number(STYLES.test(one.name)),
  );
  const files = walkArchive(findings, archive, ordered, budget, visit);
  notes.finish();
  searchInvisible(findings, notes.printed);
  if (family === "open-document") searchZone(findings, entries);
  return inspectionOf(
    { kind: "office", format, label, files, sizeBytes: archive.length },
    findings,
    findPrinted(() => notes.printed),
  );
}

/** LibreOffice notes the wall's time in `meta.xml`, and the world's in the archive at the same moment. */
function searchZone(findings: PrivacyFindings, entries: readonly ArchiveEntry[]): void {
  const saved = findings.list.find(
    ({ place, field }) => place === "meta.xml" && field === "dc:date",
  );
  const entry = entries.find(({ name }) => name === "meta.xml");
  if (saved === undefined || entry === undefined || /Z$|[+-]\d\d:\d\d$/.test(saved.value)) return;
  const wall = Date.parse(`${saved.value.slice(0, 19)}Z`) / 1000;
  const zone = nameZone(wall, secondsOf(entry.modified), 60);
  if (zone !== undefined) findings.at("meta.xml").add("TEL003", "dc:date and zip", zone);
}

/** Tells of a part that nothing here reads: its printer, and folders in it. */
function searchOtherPart(
  findings: PrivacyFindings,
  name: string,
  bytes: Uint8Array,
  why: string,
): void {
  const text = Buffer.from(bytes.subarray(0, LONGEST_SEARCH)).toString("latin1");
  const dense = text.replaceAll("\0", "");
  if (PRINTER.test(name)) {
    // On Windows its name stands at the beginning (DEVMODE: 32 wide letters), on a Mac in a list.
    const wide = new TextDecoder("utf-16le").decode(bytes.subarray(0, 64)).split("\0")[0] ?? "";
    const listed = /<key>[^<]{0,80}printer[^<]{0,80}<\/key>\s{0,80}<string>([^<]{1,200})/i;
    const printer = listed.exec(dense)?.[1] ?? wide;
    const isName = /^[^\p{Cc}\uFFFD]{2,}$/u.test(printer);
    searchPrinter(findings.at(name), "printer", isName ? printer : "its settings");
  } else if (!SILENT.test(name)) findings.at(name).add("TEL705", "part", why);
  let runs = 0;
  // Readable runs, of one byte or two bytes a letter.
  for (const source of [text, dense])
    for (const [run] of source.matchAll(/[\x20-\x7E]{8,400}/g)) {
      runs += 1;
      if (runs > MOST_RUNS) return;
      if (classifyText(run).includes("TEL103")) findings.at(name).add("TEL103", "text within", run);
    }
}
