import { findUnlisted, listArchive } from "../archive/read-archive.ts";
import { judgeFindings } from "./disclosure/judge-findings.ts";
import { PrivacyFindings } from "./disclosure/privacy-findings.ts";
import type { Inspection } from "./inspection.ts";
import { latin1, listAppended } from "./unsearched-kinds.ts";

type Kind = Inspection["facts"]["kind"];

/** What browsers run or fetch, wherever they take a file for a page. */
export const MARKUP = /<(?:script|svg|html|iframe|body|!doctype\s+html)[\s>]/i;
const LONGEST_SEARCH = 32_000_000;

/** Some programs write something before the mark; readers look for it in the first 1,024 bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.subarray(0, 1024).includes("%PDF-")) return true;
  // Many readers need no mark, or take a late one, where there are objects and a table of them.
  const hasObjects =
    file.includes("endobj") && /\d\s+\d+\s+obj\b/.test(latin1(file, LONGEST_SEARCH));
  return hasObjects && (file.includes("startxref") || file.includes("trailer"));
}

/** Signature and fields of the record at the end of an archive (APPNOTE 4.3.16). */
const END = { mark: "PK\u0005\u0006", bytes: 22, sizeAt: 12, offsetAt: 16, longestComment: 0xffff };

/**
 * The archive at the end of a file, as unpackers look for it: places in it may be counted from its own
 * beginning, where it was put behind something else.
 */
export function findArchive(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf(END.mark, undefined, "latin1");
  if (end < 0 || end < file.length - END.bytes - END.longestComment) return undefined;
  if (end + END.bytes > file.length) return undefined;
  const before = file.readUInt32LE(end + END.sizeAt) + file.readUInt32LE(end + END.offsetAt);
  const start = end - before;
  return before === 0 ? undefined : bytes.subarray(Math.max(0, start));
}

/** What a file is beside the kind that its beginning says: marks that other programs look for. */
export function listOtherKinds(
  bytes: Uint8Array,
  first: Kind,
  isText: boolean,
): readonly ("pdf" | "zip" | "html" | `archive (${string})`)[] {
  const isArchive = first === "zip" || first === "epub" || first === "office";
  const isBinary = !isText && /^(?:image|media|unknown)$/.test(first);
  return [
    ...(first !== "pdf" && (isArchive ? hasLoosePdf(bytes) : isPdf(bytes))
      ? (["pdf"] as const)
      : []),
    ...(!isArchive && findArchive(bytes) !== undefined ? (["zip"] as const) : []),
    ...(isBinary && MARKUP.test(latin1(bytes, LONGEST_SEARCH)) ? (["html"] as const) : []),
    ...(isArchive || isText ? [] : (listAppended(bytes) as `archive (${string})`[])),
  ];
}

/** A document in an archive is none of the archive's own: only what stands outside of its files is. */
function hasLoosePdf(bytes: Uint8Array): boolean {
  try {
    return findUnlisted(bytes, listArchive(bytes)).some(isPdf);
  } catch {
    // No archive that can be read: then its bytes are no files.
    return isPdf(bytes);
  }
}

/** @param inspect looks into the file as one of another kind. */
export function joinKinds(
  found: Inspection,
  others: ReturnType<typeof listOtherKinds>,
  inspect: (kind: "pdf" | "zip" | "html") => Inspection,
): Inspection {
  if (others.length === 0) return found;
  const findings = new PrivacyFindings();
  findings.addWithin(found.findings);
  for (const kind of others) {
    findings.note("TEL710 also", "kind", { kind: NAMES[kind] ?? kind });
    if (kind !== "pdf" && kind !== "zip" && kind !== "html") {
      findings.note("TEL705 inner", "kind", { kind });
      continue;
    }
    const other = inspect(kind);
    findings.at(`as ${NAMES[kind]}`).addWithin(other.findings);
    if (other.diagnostics.some(({ severity }) => severity === "error"))
      findings.note("TEL705 otherKind", "kind", { kind: NAMES[kind] ?? kind });
  }
  return { ...found, findings: findings.list, disclosure: judgeFindings(findings) };
}

const NAMES: Readonly<Record<string, string>> = {
  pdf: "a PDF",
  zip: "a ZIP archive",
  html: "a web page",
};
