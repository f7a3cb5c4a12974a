import type { ArchiveEntry } from "../../archive/archive-entry.ts";
import { secondsOf, traceArchive } from "../bundle/trace-archive.ts";
import { type BundleFile, type InspectBudget, walkArchive } from "../bundle/walk-archive.ts";
import { judgeTraces } from "../disclosure/judge-traces.ts";
import { nameZone } from "../disclosure/name-zone.ts";
import { findPrinted } from "../disclosure/printed-names.ts";
import { traceUnseenSigns } from "../disclosure/trace-unseen.ts";
import { Traces } from "../disclosure/traces.ts";
import type { Inspection } from "../inspection.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { DocumentNotes } from "./document-notes.ts";
import type { OfficeKind } from "./office-kind.ts";
import { traceOpenDocument } from "./trace-open-document.ts";
import { traceOpenXml } from "./trace-open-xml.ts";
import { traceOtherPart } from "./trace-other-part.ts";
import { listHiddenWordStyles } from "./trace-word.ts";

/** A document of an office program. */
export interface OfficeFacts {
  readonly kind: "office";
  /** What its files are called: `docx`, `ods` … */
  readonly format: string;
  readonly label: string;
  readonly files: readonly BundleFile[];
  readonly sizeBytes: number;
}

/** Styles are read before the text that they hide; a text refers to its own (ODF) or to Word's. */
const STYLES = /^(?:word\/)?styles\.xml$/i;
/** Other documents and objects that were put into this one. */
const EMBEDDED = /(?:^|\/)embeddings\//i;
const THUMBNAIL = /^(?:docProps\/thumbnail\.|Thumbnails\/)/i;
/** Modules of Basic and other languages; lists of them are written without any as well. */
const SCRIPTS = /^(?:Basic|Scripts)\/(?!.*script-l[bc]\.xml$)./i;

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
  const traces = new Traces();
  const notes = new DocumentNotes(traces);
  traceArchive(traces, entries, archive);
  const visit = (name: string, bytes: Uint8Array): string => {
    if (SCRIPTS.test(name)) traces.add("TEL301", name, "macros", "macros");
    if (EMBEDDED.test(name)) traces.add("TEL701", "", "embedded", name);
    const { facts, traces: found, textOf } = inspect(bytes);
    if (THUMBNAIL.test(name))
      traces.add("TEL707", name, "thumbnail", "a small picture of its first page");
    if (facts.kind !== "text" && facts.kind !== "unknown") {
      traces.addWithin(name, found);
      return facts.kind;
    }
    const text = textOf("") ?? "";
    const document = /^\uFEFF?\s*</.test(text) ? readMarkup(text) : undefined;
    if (document === undefined) traceOtherPart(traces, name, bytes);
    else if (family === "open-xml") {
      for (const style of STYLES.test(name) ? listHiddenWordStyles(document.root) : [])
        notes.hiddenStyles.add(style);
      traceOpenXml(notes, name, document.root);
    } else traceOpenDocument(notes, name, document.root);
    return document === undefined ? facts.kind : "xml";
  };
  const ordered = [...entries].sort(
    (one, other) => Number(STYLES.test(other.name)) - Number(STYLES.test(one.name)),
  );
  const files = walkArchive(traces, archive, ordered, budget, visit);
  if (format === "opc" || format === "odf")
    traces.add("TEL705", "", "document", "a document of a kind that is not known");
  notes.finish();
  traceUnseenSigns(traces, "", notes.printed);
  if (family === "open-document") traceZone(traces, entries);
  return {
    facts: { kind: "office", format, label, files, sizeBytes: archive.length },
    traces: traces.list,
    tells: judgeTraces(
      traces,
      findPrinted(() => notes.printed),
    ),
    diagnostics: [],
    textOf: () => undefined,
  };
}

/** LibreOffice notes the wall's time in `meta.xml`, and the world's in the archive at the same moment. */
function traceZone(traces: Traces, entries: readonly ArchiveEntry[]): void {
  const saved = traces.list.find(({ place, field }) => place === "meta.xml" && field === "dc:date");
  const entry = entries.find(({ name }) => name === "meta.xml");
  if (saved === undefined || entry === undefined || /Z$|[+-]\d\d:\d\d$/.test(saved.value)) return;
  const wall = Date.parse(`${saved.value.slice(0, 19)}Z`) / 1000;
  const zone = nameZone(wall, secondsOf(entry.modified), 60);
  if (zone !== undefined) traces.add("TEL003", "meta.xml", "dc:date and zip", zone);
}
