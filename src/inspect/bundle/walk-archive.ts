import { type ArchiveEntry, ArchiveError } from "../../archive/archive-entry.ts";
import { unpackEntry } from "../../archive/read-archive.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import type { BundleFile } from "../facts.ts";

/** What may still be looked into, over all archives within each other. */
export interface InspectBudget {
  bytes: number;
  files: number;
  /** Archives may lie within archives so deep. */
  readonly depth: number;
}

/**
 * Unpacks the files of an archive one after the other, as far as the budget goes. What cannot be
 * unpacked, or is too much, is told.
 *
 * @param visit looks into a file that is not empty, and says of what kind it is.
 */
export function walkArchive(
  findings: PrivacyFindings,
  archive: Uint8Array,
  entries: readonly ArchiveEntry[],
  budget: InspectBudget,
  visit: (name: string, bytes: Uint8Array) => string,
): readonly BundleFile[] {
  const files: BundleFile[] = [];
  for (const entry of entries) {
    const { name, unpackedBytes } = entry;
    if (name.endsWith("/") && unpackedBytes === 0) continue;
    budget.files -= 1;
    budget.bytes -= unpackedBytes;
    let kind = "unknown";
    if (budget.files < 0 || budget.bytes < 0) {
      findings.note("TEL705 tooDeep", "archive");
    } else {
      const bytes = unpack(archive, entry, findings);
      if (bytes !== undefined && bytes.length > 0) kind = visit(name, bytes);
    }
    files.push({ name, kind, unpackedBytes });
  }
  return files;
}

function unpack(
  archive: Uint8Array,
  entry: ArchiveEntry,
  findings: PrivacyFindings,
): Uint8Array | undefined {
  try {
    return unpackEntry(archive, entry);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    if (error.fault === "encrypted") findings.at(entry.name).note("TEL805 password", "password");
    else findings.at(entry.name).note(`TEL705 ${error.fault}`, "archive");
    return undefined;
  }
}
