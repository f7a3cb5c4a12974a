import { childrenOf, textOf, type XmlAttribute, type XmlNode } from "../../xml/xml-tree.ts";
import { FINDING_TEXTS } from "../disclosure/finding-texts.ts";
import { nameZone } from "../disclosure/name-zone.ts";
import type { PrivacyCode } from "../disclosure/privacy-rules.ts";
import { isRemote } from "../disclosure/search-address.ts";
import { ownText, readValue } from "./document-notes.ts";
import type { Part } from "./part.ts";
import {
  searchClick,
  searchCode,
  searchFolder,
  searchPrinter,
  searchTarget,
} from "./search-target.ts";

/** Elements that are told with what they say, by their local names in all formats. */
const TOLD = listRules<PrivacyCode>([
  ["ddeLink dde-connection-decl dde-source", "TEL302"],
  ["control ocx webextension event-listener script", "TEL301"],
  ["database-source-sql database-source-table database-source-query", "TEL203"],
  ["database-display database-name", "TEL203"],
  ["object object-ole", "TEL701"],
  ["revisionPtr docId creationId", "TEL406"],
  ["hidden-text hidden-paragraph", "TEL801"],
  // The source of a pivot table may have been taken out of the workbook; its data stay.
  ["sheetDataSet pivotCacheRecords", "TEL808"],
]);
/** Attributes in which such an element says something. */
const SAID =
  /^(?:href|string-value|documentId|val|dde(?:Service|Topic|-application|-topic)|database-name)$/;

type SearchElement = (part: Part, node: XmlNode) => void;
const ELEMENTS = listRules<SearchElement>([
  ["comment threadedComment cm reply annotation", searchRemark],
  ["author cmAuthor chgData customWorkbookView", searchAuthor],
  ["change-info", searchChangeInfo],
  ["del moveFrom deletion previous", searchDeleted],
  ["ins moveTo cellIns cellDel cellMerge numberingChange", (part) => part.count("change")],
  ["insertion format-change movement cell-content-change", (part) => part.count("change")],
  ["style", noteStyle],
  ["sheet sld table page", searchUnshown],
  ["row col table-row table-rows table-column table-columns", countHidden],
  ["sp notes", searchSpeakerNotes],
  ["Relationship", searchRelation],
  ["HyperlinkBase connectString query DataMashup", searchSource],
  [
    "f formula1 formula2 definedName",
    (part, node) => searchCode(part.findings, "formula", ownText(node)),
  ],
  ["instrText delInstrText", (part, node) => part.addCode(ownText(node))],
  ["fldChar", (part, node) => part.markCode(readValue(node, "fldCharType") ?? "")],
  ["rsid rsidRoot", (part, node) => searchSave(part, node.local, readValue(node, "val") ?? "")],
  ["config-item", searchSetting],
  ["docVar tag", searchVariable],
  ["encryption-data", (part) => part.findings.note("TEL805 password", "password")],
]);

type SearchAttribute = (part: Part, node: XmlNode, attribute: XmlAttribute) => void;
const ATTRIBUTES = listRules<SearchAttribute>([
  ["author userName displayName refreshedBy initials ed", searchPerson],
  ["userId", searchAccount],
  ["date dateTime dT dt created", (part, _, { value }) => part.addDate(value)],
  ["dateUtc", searchZone],
  ["href", searchAddress],
  ["url sourceFile odcFile", searchStore],
  ["connection", searchConnection],
  ["formula", (part, _, { value }) => searchCode(part.findings, "formula", value)],
  ["instr", (part, _, { value }) => searchCode(part.findings, "", value)],
  ["action", searchAction],
  ["clip l r t b", searchCropped],
  ["hidden", searchHiddenObject],
]);

function listRules<Rule>(
  rules: readonly (readonly [names: string, rule: Rule])[],
): ReadonlyMap<string, Rule> {
  return new Map(
    rules.flatMap(([names, rule]) => names.split(" ").map((name) => [name, rule] as const)),
  );
}

/** Applies the rules to one element and its attributes. */
export function applyRules(part: Part, node: XmlNode): void {
  const { local, name } = node;
  const said: string[] = [];
  for (const attribute of node.attributes) {
    const { value } = attribute;
    if (attribute.uri.endsWith("/xmlns/") || value === "") continue;
    ATTRIBUTES.get(attribute.local)?.(part, node, attribute);
    if (SAID.test(attribute.local)) said.push(value);
    if (/^rsid/.test(attribute.local)) part.notes.addSave(value);
    else if (/[\\/%]/.test(value)) searchFolder(part.findings, attribute.local, value);
  }
  ELEMENTS.get(local)?.(part, node);
  if (local.endsWith("PrChange")) part.count("change");
  const code = TOLD.get(local);
  // Controls of forms (ODF); a list of modules where there are none.
  const isHarmless = name === "draw:control" || (local === "script" && textOf(node) === "");
  if (code !== undefined && !isHarmless)
    part.findings.add(code, `<${name}>`, said.join("|") || part.notes.wordsOf(node) || local);
}

function searchPerson(part: Part, node: XmlNode, { local, value }: XmlAttribute): void {
  if (ELEMENTS.get(node.local) !== searchRemark) part.addPerson(local, value);
}

function searchAccount(part: Part, node: XmlNode, { local, value }: XmlAttribute): void {
  // Without an account the name stands there once more.
  if (value !== readValue(node, "name")) part.findings.add("TEL106", local, value);
  if (value.includes("@")) part.findings.add("TEL104", local, value);
}

/** Times of changes are those of the clock on the wall; newer versions write the world's beside. */
function searchZone(part: Part, node: XmlNode, { value }: XmlAttribute): void {
  const seconds = (text: string) => Date.parse(`${text.slice(0, 19)}Z`) / 1000;
  const zone = nameZone(seconds(readValue(node, "date") ?? ""), seconds(value), 60);
  if (zone !== undefined) part.findings.add("TEL003", "date and dateUtc", zone);
}

/** Elements whose address a reader clicks. */
const LINKS = /^(?:a|area-\w+|shape|rect|roundrect|oval|line|group)$/;

/** `../` leads out of the package: the document stands one step above its parts (ODF 1.3 part 2 §3.6). */
function searchAddress(part: Part, { local, name }: XmlNode, { value }: XmlAttribute): void {
  const isOutside = /^(?:[a-z][a-z+.-]*:|[\\/]|\.\.\/)/i.test(value);
  if (LINKS.test(local)) searchClick(part.findings, `<${name} href>`, value);
  else if (isOutside && !/^vnd\.sun\.star\./i.test(value))
    searchTarget(part.findings, `<${name} href>`, value);
}

/** An address or a file where data come from. */
function searchStore(part: Part, node: XmlNode, { local, value }: XmlAttribute): void {
  if (node.local !== "absPath") searchTarget(part.findings, local, value);
}

/** A server, with the name of a user and a password. */
function searchConnection(part: Part, _: XmlNode, { local, value }: XmlAttribute): void {
  const isSecret = /(?:^|;)\s*(?:User ID|UID|Password|PWD)\s*=\s*[^;\s]/i.test(value);
  part.findings.add(isSecret ? "TEL109" : "TEL203", local, value);
}

function searchAction(part: Part, _: XmlNode, { local, value }: XmlAttribute): void {
  if (/^ppaction:\/\/(?:program|macro|ole)/i.test(value)) part.findings.add("TEL302", local, value);
}

function searchCropped(part: Part, node: XmlNode, { local, value }: XmlAttribute): void {
  if ((node.local === "srcRect" || local === "clip") && /[1-9]/.test(value))
    part.findings.note("TEL809 cropped", node.local);
}

function searchHiddenObject(part: Part, node: XmlNode, { value }: XmlAttribute): void {
  const frame = node.parent?.parent;
  if (/^(?:cNvPr|docPr)$/.test(node.local) && /^(?:1|true)$/.test(value) && frame !== undefined)
    part.findings.add(
      "TEL801",
      "hidden object",
      part.notes.wordsOf(frame) || FINDING_TEXTS.TEL801.object,
    );
}

function searchRemark(part: Part, node: XmlNode): void {
  const creator = childrenOf(node, "creator").map(ownText).join("");
  const number = readValue(node, "authorId");
  const who = readValue(node, "author") ?? (creator || part.authors[Number(number ?? "-1")] || "");
  for (const date of childrenOf(node, "date")) part.addDate(ownText(date));
  part.addPerson("author of a remark", who);
  const text = part.notes.wordsOf(node);
  const said = who === "" ? text : `${who}: ${text}`;
  // The author is named elsewhere.
  const isSigned = who !== "" || number !== undefined || node.local === "threadedComment";
  if (said !== "") part.findings.add(isSigned ? "TEL851" : "TEL852", "comment", said);
}

function searchAuthor(part: Part, node: XmlNode): void {
  const isRemarker = /author$/i.test(node.local);
  part.addPerson(isRemarker ? "author of a remark" : "author", readValue(node, "name") ?? "");
  if (node.local === "author") part.authors.push(ownText(node));
}

function searchChangeInfo(part: Part, node: XmlNode): void {
  for (const who of childrenOf(node, "creator")) part.addPerson("author", ownText(who));
  for (const date of childrenOf(node, "date")) part.addDate(ownText(date));
}

function searchDeleted(part: Part, node: XmlNode): void {
  const text = part.notes.wordsOf(node);
  if (text === "") part.count("change");
  else part.findings.add("TEL806", `<${node.name}>`, text);
}

/** Styles whose text, sheet or slide is not shown (ECMA-376 part 1 §17.7; ODF 1.3 part 3 §16). */
function noteStyle({ notes }: Part, node: XmlNode): void {
  const isHidden = childrenOf(node).some(
    (one) =>
      childrenOf(one, "vanish").some((vanish) => isOn(readValue(vanish, "val"))) ||
      /^(?:none|false)$/.test(readValue(one, "display") ?? "") ||
      readValue(one, "visibility") === "hidden",
  );
  if (isHidden) notes.hiddenStyles.add(readValue(node, "styleId") ?? readValue(node, "name") ?? "");
}

/** On, unless it says otherwise (ECMA-376 part 1 §22.9.2.7). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value);
}

function searchUnshown(part: Part, node: XmlNode): void {
  const isHidden =
    /hidden/i.test(readValue(node, "state") ?? "") ||
    !isOn(readValue(node, "show")) ||
    part.notes.hiddenStyles.has(readValue(node, "style-name") ?? "");
  if (!isHidden) return;
  const isSlide = /^(?:sld|page)$/.test(node.local);
  const said = isSlide ? part.notes.wordsOf(node) : (readValue(node, "name") ?? "");
  const kind = isSlide ? "slide" : "sheet";
  part.findings.add("TEL808", kind, `${kind} ${said}`);
}

function countHidden(part: Part, node: XmlNode): void {
  const isHidden =
    /^(?:1|true)$/.test(readValue(node, "hidden") ?? "") ||
    /collapse|filter/.test(readValue(node, "visibility") ?? "");
  // Empty rows are hidden to make a sheet end.
  const isEmpty = node.local === "row" && childrenOf(node, "c").length === 0;
  if (isHidden && !isEmpty) part.count(node.local.includes("row") ? "row" : "column");
}

/** Each frame of a page with notes; there is one for the page's number. */
function searchSpeakerNotes(part: Part, node: XmlNode): void {
  if ((node.local === "sp") !== (part.root.local === "notes")) return;
  const text = node === part.root ? "" : part.notes.wordsOf(node);
  if (/\D/.test(text)) part.findings.add("TEL854", "notes", text);
}

/** What is outside (ECMA-376 part 2 §9.3): templates, pictures, documents; or a link to click. */
function searchRelation(part: Part, node: XmlNode): void {
  const target = readValue(node, "Target") ?? "";
  if (!/^external$/i.test(readValue(node, "TargetMode") ?? "") && !isRemote(target)) return;
  const type = (readValue(node, "Type") ?? "").split("/").at(-1) ?? "";
  if (type === "hyperlink") searchClick(part.findings, type, target);
  else searchTarget(part.findings, type, target);
}

/** Queries are packed; they are not looked into. */
function searchSource(part: Part, node: XmlNode): void {
  if (node.local !== "DataMashup")
    searchTarget(part.findings, node.local, readValue(node, "val") ?? textOf(node));
  else part.findings.note("TEL705 queries", "Power Query");
}

function searchSave({ notes }: Part, name: string, number: string): void {
  notes.addSave(number, /root$/i.test(name));
}

/** Of `settings.xml`: the printer, and the numbers by which documents are compared. */
function searchSetting(part: Part, node: XmlNode): void {
  const name = readValue(node, "name") ?? "";
  const value = ownText(node);
  if (value === "") return;
  if (/^(?:PrinterName|PrintFaxName)$/.test(name)) searchPrinter(part.findings, name, value);
  else if (/^Rsid(?:Root)?$/.test(name)) searchSave(part, name, value);
  else if (/^CurrentDatabase(?:DataSource|Command)$/.test(name))
    part.findings.add("TEL203", name, value);
  else searchFolder(part.findings, name, value);
}

function searchVariable(part: Part, node: XmlNode): void {
  const name = readValue(node, "name");
  if (name !== undefined) part.findings.addField(`variable ${name}`, readValue(node, "val") ?? "");
}
