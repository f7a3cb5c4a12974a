import type { ArchiveEntry } from "../../archive/archive-entry.ts";

/** The two families of documents that are archives of XML: ECMA-376 (Microsoft's), and ODF 1.3. */
export interface OfficeKind {
  readonly family: "open-xml" | "open-document";
  /** What its files are called: `docx`, `ods` … */
  readonly format: string;
  readonly label: string;
}

/** By the folder that holds the main part: programs have always called it so. */
const OPEN_XML: readonly (readonly [RegExp, format: string, label: string])[] = [
  [/^word\//i, "docx", "Word document"],
  [/^xl\//i, "xlsx", "Excel workbook"],
  [/^ppt\//i, "pptx", "PowerPoint presentation"],
  [/^visio\//i, "vsdx", "Visio drawing"],
];
/** By the media type (ODF 1.3 part 2 §3.3). Templates end in `-template`. */
const OPEN_DOCUMENT: readonly (readonly [word: string, format: string, label: string])[] = [
  ["text", "odt", "OpenDocument text"],
  ["spreadsheet", "ods", "OpenDocument spreadsheet"],
  ["presentation", "odp", "OpenDocument presentation"],
  ["graphics", "odg", "OpenDocument drawing"],
];
const ODF_TYPE = /application\/vnd\.oasis\.opendocument\.([a-z]+)/;

/** @returns undefined where an archive is no document of an office program. */
export function officeKindOf(
  archive: Uint8Array,
  entries: readonly ArchiveEntry[],
): OfficeKind | undefined {
  const has = (name: string) => entries.some((entry) => entry.name.toLowerCase() === name);
  const head = Buffer.from(archive.subarray(0, 200)).toString("latin1");
  const type = entries[0]?.name === "mimetype" ? ODF_TYPE.exec(head)?.[1] : undefined;
  if (type !== undefined) return openDocument(type);
  // A book has both files as well, but one more that no document has.
  if (has("meta-inf/container.xml")) return undefined;
  if (has("[content_types].xml")) {
    const found = OPEN_XML.find(([folder]) => entries.some(({ name }) => folder.test(name)));
    const [, format = "opc", label = "Document in the manner of Microsoft's"] = found ?? [];
    return { family: "open-xml", format, label };
  }
  if (has("meta-inf/manifest.xml") && has("content.xml")) return openDocument("");
  return undefined;
}

function openDocument(type: string): OfficeKind {
  const found = OPEN_DOCUMENT.find(([word]) => type.startsWith(word));
  const [, format = "odf", label = "OpenDocument file"] = found ?? [];
  return { family: "open-document", format, label };
}
