import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import { PdfRef, PdfStream, type PdfValue } from "../../../pdf-syntax/pdf-value.ts";
import type { StrayBytes } from "../../../pdf-syntax/stray-bytes.ts";
import type { PrivacyFindings } from "../../disclosure/privacy-findings.ts";
import type { PdfDocument } from "../read-document.ts";
import { walkObjects } from "./walk-objects.ts";

const MOST_COMMENTS = 200;
const MOST_BYTES = 1_000_000;
/** ISO 32000-1 table F.2. */
const HINTS = new Set("Length Filter DecodeParms S T O E V I C L R B A".split(" "));

/** Tells everything in a file that is of no kind that is known here, or that nothing leads to. */
export function addUnsearched(findings: PrivacyFindings, document: PdfDocument): void {
  const { file, scan, pages, catalog } = document;
  if (pages.length === 0) findings.note("TEL705 pages", "pages");
  const count = file.number(file.dict(catalog.get("Pages"))?.get("Count"));
  if (count !== undefined && count !== pages.length)
    findings.note("TEL705 pageCount", "Count", { said: count, there: pages.length });
  if (file.headerVersion === "") findings.note("TEL705 noHeader", "header");
  const reached = walkObjects(findings, document);
  const hints = findHints(file);
  const lost = file.objectNumbers.filter(
    (number) => !reached.has(number) && number !== hints && saysMore(file.objectOf(number)),
  );
  if (lost.length > 0)
    findings.at(`object ${lost[0]}`).note("TEL705 unreferenced", "object", { count: lost.length });
  for (const number of file.strayInner) if (!file.isListed(number)) addStray(findings, number);
  for (const [fault, times] of file.faults)
    findings.note(`TEL705 ${times > 1 ? "faults" : "fault"}`, "object", { fault, times });
  for (const oddity of file.oddities) findings.add("TEL705", "syntax", oddity);
  if (!/^%PDF-\d\.\d[\0\s]*[\r\n]/.test(file.source.slice(0, 20)))
    findings.note("TEL705 longHeader", "header");
  for (const { thing, most } of file.limits.reached)
    findings.note("TEL705 limit", "number", { most, thing });
  for (const { page, what } of scan.unknown.places)
    findings.at(`page ${page}`).note("TEL705 content", "content", { what });
  for (const page of scan.unread) findings.at(`page ${page}`).note("TEL705 endless", "content");
  if (file.isRebuilt) findings.note("TEL705 table", "table");
}

/** Tells what stands between, before and behind the objects: no program shows it. */
export function searchStrayBytes(
  findings: PrivacyFindings,
  file: PdfFile,
  stray: StrayBytes,
): void {
  searchText(findings, "TEL709", "before", file.before);
  const end = file.source.lastIndexOf("%%EOF");
  if (end >= 0)
    searchText(findings, "TEL709", "behind", file.source.slice(end + 5, end + 5 + MOST_BYTES));
  for (const comment of stray.comments.slice(0, MOST_COMMENTS))
    searchText(findings, "TEL802", "comment", comment.slice(1));
  for (const { at, text } of stray.others) findings.at(`byte ${at}`).add("TEL709", "between", text);
  const states = file.sections.filter(({ isEarlierState }) => isEarlierState).length;
  if (states > 0 || stray.ends > 0)
    findings.note("TEL803 states", "%%EOF", { count: Math.max(states, stray.ends) + 1 });
  for (const { number } of stray.objects)
    if (file.isListed(number)) findings.at(`object ${number}`).note("TEL803 object", "object");
    else addStray(findings, number);
  for (const number of file.strayInner)
    if (file.isListed(number)) findings.at(`object ${number}`).note("TEL803 object", "object");
}

function addStray(findings: PrivacyFindings, number: number): void {
  findings.at(`object ${number}`).note("TEL705 strayObject", "object");
}

function searchText(
  findings: PrivacyFindings,
  code: "TEL709" | "TEL802",
  field: string,
  given: string,
): void {
  if (/^[\0\s]*$/.test(given)) return;
  const text = given.replace(/[^\x20-\x7e]+/g, " ").trim();
  findings.add(code, field, text === "" ? `${given.length} bytes` : text);
  findings.addText(field, text);
}

/** Where pages begin, for those who show a file while they load it (annex F): the number of that object. */
function findHints(file: PdfFile): number | undefined {
  const first = file.objectNumbers
    .map((number) => file.dict(new PdfRef(number)))
    .find((dict) => dict?.has("Linearized") === true);
  const place = file.number(file.list(first?.get("H"))?.[0]);
  const found = place === undefined ? undefined : file.readAt(place);
  const isPlain =
    found?.value instanceof PdfStream &&
    [...found.value.dict.keys()].every((key) => HINTS.has(key));
  return isPlain ? found.number : undefined;
}

/** Numbers that nothing refers to say nothing: lengths of streams are left behind so. */
function saysMore(value: PdfValue | undefined): boolean {
  return value !== null && !/^(?:undefined|number|boolean)$/.test(typeof value);
}
