import type { ArchiveEntry } from "../../archive/archive-entry.ts";
import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import type { BundleFile } from "../facts.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { listEmpty, listOddNames } from "./odd-names.ts";
import { searchArchive } from "./search-archive.ts";
import { type InspectBudget, walkArchive } from "./walk-archive.ts";

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
  const findings = new PrivacyFindings();
  searchArchive(findings, entries, archive);
  const files = walkArchive(findings, archive, entries, budget, (name, bytes) => {
    const { facts, findings: found } = inspect(bytes);
    findings.at(name).addWithin(found);
    return facts.kind;
  });
  searchNames(findings, entries, files);
  return inspectionOf({ kind: "zip", files, sizeBytes: archive.length }, findings);
}

function searchNames(
  findings: PrivacyFindings,
  entries: readonly ArchiveEntry[],
  files: readonly BundleFile[],
): void {
  const unknown = new Set(files.filter(({ kind }) => kind === "unknown").map(({ name }) => name));
  const names = new Set<string>();
  for (const { name } of entries) {
    for (const odd of listOddNames(name, !unknown.has(name)))
      findings.at(name).note(`TEL705 ${odd}`, "archive");
    // One of two is lost where a disc does not tell capitals, or accents written in two ways.
    const folded = name.normalize("NFKC").toLowerCase();
    if (names.has(folded)) findings.at(name).note("TEL705 nearName", "archive");
    names.add(folded);
  }
  for (const name of listEmpty(entries)) findings.at(name).note("TEL705 emptyName", "archive");
}
