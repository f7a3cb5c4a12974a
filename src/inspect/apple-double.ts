import { PrivacyFindings } from "./disclosure/privacy-findings.ts";
import { type Inspection, inspectionOf } from "./inspection.ts";

/** AppleSingle and AppleDouble, "Header": magic number, version, 16 bytes, number of entries. */
const MAGICS = [0x00051600, 0x00051607];
const HEADER_BYTES = 26;
const ENTRY_BYTES = 12;
type AppleEntry = "fork" | "fileName" | "remark" | "icon" | "shortName" | "folder";
/** "Entry descriptors": what holds a file, and what says where one lay and when it was made. */
const ENTRIES: Readonly<Record<number, AppleEntry>> = {
  2: "fork",
  3: "fileName",
  4: "remark",
  5: "icon",
  6: "icon",
  13: "shortName",
  15: "folder",
};
const DATES = 8;
const FINDER = 9;
/** Behind these the Finder's notes are those of the system: where a file was fetched, and with what. */
const FINDER_BYTES = 32;
/** What a Mac writes where there is no resource fork. */
const BLANK = "This resource fork intentionally left blank";
const BLANK_BYTES = 286;

/**
 * Inspects the companion that a Mac writes beside a file. Every byte of it is of a known entry, or told.
 *
 * @returns undefined where it does not begin as one.
 */
export function inspectAppleDouble(
  bytes: Uint8Array,
  inspect: (bytes: Uint8Array) => Inspection,
): Inspection | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || !MAGICS.includes(view.getUint32(0))) return undefined;
  const findings = new PrivacyFindings();
  const count = view.getUint16(24);
  let isWhole = true;
  const spans: [from: number, to: number][] = [[0, HEADER_BYTES + ENTRY_BYTES * count]];
  for (let at = HEADER_BYTES, left = count; left > 0; left -= 1, at += ENTRY_BYTES) {
    if (at + ENTRY_BYTES > bytes.length) {
      isWhole = false;
      break;
    }
    const [id, from, length] = [0, 4, 8].map((step) => view.getUint32(at + step));
    if (id === undefined || from === undefined || length === undefined) continue;
    const data = bytes.subarray(from, from + length);
    if (data.length < length) isWhole = false;
    spans.push([from, from + length]);
    searchEntry(findings, id, data, inspect);
  }
  if (!isWhole) findings.note("TEL705 cutOff", "AppleDouble");
  let last = 0;
  for (const [from, to] of [...spans, [bytes.length, bytes.length] as const].sort(
    ([one], [other]) => one - other,
  )) {
    const gap = bytes.subarray(last, from);
    last = Math.max(last, to);
    if (!gap.some((byte) => byte !== 0)) continue;
    findings.note("TEL709 noEntry", "AppleDouble", { bytes: gap.length });
    findings.at("between its entries").addWithin(inspect(gap).findings);
  }
  return inspectionOf({ kind: "unknown", label: "companion of a file (AppleDouble)" }, findings);
}

function searchEntry(
  findings: PrivacyFindings,
  id: number,
  data: Uint8Array,
  inspect: (bytes: Uint8Array) => Inspection,
): void {
  const text = Buffer.from(data.subarray(0, 1000)).toString("latin1");
  if (data.length === 0 || (id === 2 && data.length === BLANK_BYTES && text.includes(BLANK)))
    return;
  if (id === 1) {
    findings.note("TEL701 within", "data fork", { bytes: data.length });
    findings.at("data fork").addWithin(inspect(data).findings);
  } else if (id === FINDER) {
    if (data.subarray(FINDER_BYTES).some((byte) => byte !== 0))
      findings.note("TEL705 origin", "attributes");
  } else if (id === DATES) findings.note("TEL601 made", "AppleDouble");
  else findings.note(`TEL705 ${ENTRIES[id] ?? "unknownEntry"}`, "entry", { id });
}
