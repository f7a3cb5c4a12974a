import type { Tally } from "../../pdf-pages/content-scan.ts";
import { findStrayBytes } from "../../pdf-syntax/stray-bytes.ts";
import { findPrinted } from "../disclosure/printed-names.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote, searchLink, tidyAddress } from "../disclosure/search-address.ts";
import { addUnsearched, searchStrayBytes } from "./gate/add-unsearched.ts";
import type { LockFact } from "./pdf-facts.ts";
import type { PdfDocument } from "./read-document.ts";
import { searchField } from "./search-fields.ts";
import { searchLayers } from "./search-layers.ts";
import { searchObjects } from "./search-objects.ts";

/** Actions that reach out, by their names (ISO 32000-1 table 198). */
const ACTION_CODES: Readonly<Record<string, "TEL202" | "TEL203" | "TEL301" | "TEL302">> = {
  JavaScript: "TEL301",
  RichMediaExecute: "TEL301",
  Launch: "TEL302",
  SubmitForm: "TEL202",
  ImportData: "TEL203",
  GoToR: "TEL203",
  GoToE: "TEL203",
  Thread: "TEL203",
};
/** Faces that come with one kind of system or program, by the beginnings of their names. */
const SYSTEM_FONTS =
  /^(?:Calibri|Cambria|Consolas|Segoe|Aptos|TimesNewRoman|ArialMT|Arial[,-]|Tahoma|Verdana|Liberation|DejaVu|Ubuntu|Cantarell|OpenSymbol|Carlito|Caladea|\.?SF|HelveticaNeue|Menlo|LucidaGrande|Geneva|AppleSymbols|PingFang|Roboto|NimbusS|BNazanin|B-?Nazanin|IRANSans)/i;

/** What is said of a book at length: of none of its pages, where they do not say it as well. */
const ABOUT =
  /^(?:Subject|Keywords|AAPL:Keywords|pdf:Keywords|dc:(?:description|subject))(?:$|[^a-z])/;
/** Flags of what is not shown on a screen: invisible, hidden, no view (ISO 32000-1 table 165). */
const NOT_SHOWN = 1 | 2 | 32;

/** Tells what a PDF says beside its pages. */
export function searchDocument(
  findings: PrivacyFindings,
  document: PdfDocument,
  fontNames: readonly string[],
  lock: LockFact | undefined,
): void {
  const { file } = document;
  const stray = findStrayBytes(file);
  searchStrayBytes(findings, file, stray);
  if (lock !== undefined) {
    findings.add("TEL805", "Encrypt", lock.handler);
    return;
  }
  const { metadata, catalog, survey } = document;
  const isPrinted = findPrinted(() => [document.scan.text]);
  for (const { from, name, value } of metadata.entries)
    findings.addField(from === "Info" ? `Info:${name}` : name, value);
  for (const { name, value } of metadata.entries)
    if (ABOUT.test(name) && !isPrinted(value)) findings.add("TEL952", name, value);
  if (metadata.packet === "unreadable") findings.note("TEL705 unreadable", "XMP");
  const language = file.text(catalog.get("Lang"));
  if (language !== undefined) findings.addField("catalog:Lang", language);
  searchIds(findings, document);
  for (const { type, target } of survey.actions) {
    const code = ACTION_CODES[type];
    if (code !== undefined)
      findings.add(code === "TEL203" && isRemote(target) ? "TEL204" : code, type, target);
    else if (type === "URI") searchUri(findings, target);
    else if (type === "Named") searchNamed(findings, target);
    if (type !== "JavaScript" && /^file:|^[A-Za-z]:\\|^\/(?:home|Users)\//i.test(target))
      findings.addField(`${type} FilePath`, target);
  }
  for (const address of survey.remoteFiles) findings.add("TEL201", "file specification", address);
  searchAnnotations(findings, document);
  searchHidden(findings, document);
  searchLayers(findings, file, catalog);
  for (const name of fontNames)
    findings.add(SYSTEM_FONTS.test(name) ? "TEL902" : "TEL901", "font", name);
  searchObjects(findings, document, stray);
  addUnsearched(findings, document);
}

/** The second number changes when a file is changed (ISO 32000-1 §14.4). */
function searchIds(findings: PrivacyFindings, { file }: PdfDocument): void {
  const [first, second] = (file.list(file.trailer.get("ID")) ?? []).map((one) => {
    const value = file.resolve(one);
    return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : "";
  });
  if (second !== undefined && first !== second)
    findings.note("TEL406 changed", "ID", { first: first ?? "", second });
}

function searchAnnotations(whole: PrivacyFindings, { annotations, file }: PdfDocument): void {
  for (const { dict, type, page } of annotations) {
    const findings = whole.at(`page ${page.number}`);
    const [, , border = 1] = file.list(dict.get("Border")) ?? [];
    // Its style counts before it (ISO 32000-1 §12.5.4).
    const width = file.dict(dict.get("BS"))?.get("W") ?? border;
    if (type === "Link" && dict.has("C") && file.number(width) !== 0)
      findings.note("TEL705 border", type);
    if (((file.number(dict.get("F")) ?? 0) & NOT_SHOWN) !== 0)
      findings.note("TEL808 notShown", type, { type });
    if (type === "Widget") searchField(findings, file, dict);
    else if ((type !== "Link" && type !== "Popup") || dict.has("T")) {
      const author = file.text(dict.get("T")) ?? "";
      const text = file.text(dict.get("Contents")) ?? "";
      if (author !== "") findings.add("TEL851", type, `${author}${text === "" ? "" : `: ${text}`}`);
      else findings.add("TEL852", type, text);
      for (const key of ["CreationDate", "M"]) {
        const date = file.text(dict.get(key));
        if (date !== undefined) findings.addField(`${type} date`, date);
      }
    }
  }
}

function searchHidden(findings: PrivacyFindings, { scan }: PdfDocument): void {
  const kinds: readonly (readonly [Tally, string])[] = [
    [scan.hidden.invisible, "drawn without colour"],
    [scan.hidden.white, "in the colour of what is behind it"],
    [scan.hidden.tiny, "smaller than 1 pt"],
    [scan.hidden.outside, "outside of the page"],
    [scan.hidden["cut off"], "cut off by an edge"],
    [scan.hidden.covered, "covered"],
    [scan.said, "said, and not drawn"],
  ];
  for (const [{ count, places }, how] of kinds)
    if (count > 0) findings.at(`page ${places[0]?.page}`).note("TEL801 signs", how, { count, how });
  for (const [{ places }, how] of [
    [scan.coveredPictures, "covered"],
    [scan.unseenPictures, "unseen"],
  ] as const)
    for (const { page } of places) findings.at(`page ${page}`).note(`TEL808 ${how}`, "picture");
}

/** What a click may lead to, and no more. */
const PLAIN_SCHEMES = /^(?:https?|ftp|mailto|tel)$/;
/** Pages of the file itself (ISO 32000-1 table 211). */
const PLAIN_NAMES = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

/** Tells of an address that a click leads to (ISO 32000-1 §12.6.4.7). */
function searchUri(findings: PrivacyFindings, address: string): void {
  searchLink(findings, "URI", address);
  const tidy = tidyAddress(address);
  const [, scheme = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(tidy) ?? [];
  switch (scheme.toLowerCase()) {
    case "javascript":
    case "vbscript":
      findings.add("TEL301", "URI", address);
      return;
    case "file":
      findings.add("TEL203", "URI", address);
      return;
    case "":
      if (isRemote(tidy)) findings.add("TEL204", "URI", address);
      else findings.note("TEL705 schemeless", "address", { address });
      return;
  }
  if (!PLAIN_SCHEMES.test(scheme.toLowerCase()))
    findings.note("TEL705 scheme", "address", { scheme, address });
}

/** Tells of what a viewer is asked to do by a name of its menus (§12.6.4.11). */
function searchNamed(findings: PrivacyFindings, name: string): void {
  if (!PLAIN_NAMES.has(name)) findings.note("TEL705 viewer", "Named", { name });
}
