import { type ArchiveEntry, ArchiveError } from "../../archive/archive-entry.ts";
import { unpackEntry } from "../../archive/read-archive.ts";
import { childrenOf } from "../../xml/xml-tree.ts";
import { judgeTraces } from "../disclosure/judge-traces.ts";
import { Traces } from "../disclosure/traces.ts";
import type { Inspection } from "../inspection.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { traceLeaves } from "../markup/trace-markup.ts";
import { traceArchive } from "./trace-archive.ts";

/** An archive that is no book: a bundle of books, or a document of an office program. */
export interface BundleFacts {
  readonly kind: "zip";
  readonly files: readonly BundleFile[];
  readonly sizeBytes: number;
}

export interface BundleFile {
  readonly name: string;
  /** `epub`, `pdf`, `image`, `text` …, `unknown`. */
  readonly kind: string;
  readonly unpackedBytes: number;
}

/** What may still be looked into, over all archives within each other. */
export interface InspectBudget {
  bytes: number;
  files: number;
  /** Archives may lie within archives so deep. */
  readonly depth: number;
}

/** Parts of office documents that say who wrote them (ECMA-376 part 2 §11, ODF 1.3 part 3 §4). */
const OFFICE_PARTS = /^(?:docProps\/[a-z]+\.xml|meta\.xml)$/;

/** Every document of these kinds has one of them (ECMA-376 part 2 §7, ODF 1.3 part 2 §3.2). */
const OFFICE_MARKS = /^(?:\[Content_Types\]\.xml|META-INF\/manifest\.xml)$/i;
/** Programs in office documents: of Microsoft's, of LibreOffice's. */
const MACROS = /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\/./i;

/**
 * Says what an archive and every file in it tells. Files are unpacked one after the other.
 *
 * @param inspect what looks into a file within.
 */
export function inspectBundle(
  archive: Uint8Array,
  entries: readonly ArchiveEntry[],
  budget: InspectBudget,
  inspect: (bytes: Uint8Array) => Inspection,
): Inspection {
  const traces = new Traces();
  traceArchive(traces, entries, archive);
  if (entries.some(({ name }) => OFFICE_MARKS.test(name))) {
    traces.add("TEL705", "", "document", "of an office document only its properties are read");
  }
  const files: BundleFile[] = [];
  for (const entry of entries) {
    const { name, unpackedBytes } = entry;
    if (name.endsWith("/") && unpackedBytes === 0) continue;
    if (MACROS.test(name)) traces.add("TEL301", name, "macros", "macros");
    budget.files -= 1;
    budget.bytes -= unpackedBytes;
    let kind = "unknown";
    if (budget.files < 0 || budget.bytes < 0) {
      traces.add("TEL705", "", "archive", "too many or too large files within each other");
    } else {
      const bytes = unpack(archive, entry, traces);
      if (bytes !== undefined && bytes.length > 0) {
        const found = inspect(bytes);
        kind = found.facts.kind;
        if (OFFICE_PARTS.test(name)) traceOfficePart(traces, name, bytes);
        else traces.addWithin(name, found.traces);
      }
    }
    files.push({ name, kind, unpackedBytes });
  }
  return {
    facts: { kind: "zip", files, sizeBytes: archive.length },
    traces: traces.list,
    tells: judgeTraces(traces),
    diagnostics: [],
    textOf: () => undefined,
  };
}

function unpack(archive: Uint8Array, entry: ArchiveEntry, traces: Traces): Uint8Array | undefined {
  try {
    return unpackEntry(archive, entry);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    traces.add("TEL705", entry.name, "archive", error.fault);
    return undefined;
  }
}

function traceOfficePart(traces: Traces, name: string, bytes: Uint8Array): void {
  const document = readMarkup(new TextDecoder().decode(bytes));
  if (document === undefined) return;
  // The document's own statistics (words, pages) stand as attributes and are left out.
  for (const part of [document.root, ...childrenOf(document.root)])
    if (childrenOf(part).length > 0) traceLeaves(traces, name, part);
}
