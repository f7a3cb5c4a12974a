import { descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { traceLeaves } from "../markup/trace-notes.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { readValue } from "./node-values.ts";
import {
  traceAppProperties,
  traceCoreProperties,
  traceCustomProperties,
} from "./trace-properties.ts";
import { traceRelations } from "./trace-relations.ts";
import { traceSheetNode, traceSheetPart } from "./trace-sheet.ts";
import { traceSlidePart } from "./trace-slide.ts";
import { traceFolder, traceTarget } from "./trace-target.ts";
import { traceWordPart } from "./trace-word.ts";

/** Namespaces of the formats' own parts, in all their editions. */
const WORD = /wordprocessingml|office\/word\//;
const SHEET = /spreadsheetml|office\/(?:excel|spreadsheetml)/;
const SLIDES = /presentationml|office\/powerpoint/;
const OWN =
  /openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com\/(?:office|ink|visio)|^urn:schemas-microsoft-com:/;
/** Parts that name people, companies and places in words of their own. */
const FREE = /^(?:customXml|docMetadata)\//i;

/**
 * Tells what one XML part of a document in Microsoft's formats says beside what it shows. Parts are
 * known by what stands in them: names can be chosen (ECMA-376 part 2 §7.2).
 */
export function traceOpenXml(notes: DocumentNotes, place: string, root: XmlNode): void {
  const { traces } = notes;
  if (root.local === "Relationships") traceRelations(traces, place, root);
  else if (root.local === "coreProperties") traceCoreProperties(traces, place, root);
  else if (/extended-properties|extendedProperties/.test(root.uri))
    traceAppProperties(traces, place, root);
  else if (/custom-properties|customProperties/.test(root.uri))
    traceCustomProperties(traces, place, root);
  else if (FREE.test(place) || !isOwn(root)) traceFree(notes, place, root);
  else {
    for (const node of descendantsOf(root)) traceNode(notes, place, node);
    if (WORD.test(root.uri)) traceWordPart(notes, place, root);
    if (SHEET.test(root.uri)) traceSheetPart(notes, place, root);
    if (SLIDES.test(root.uri)) traceSlidePart(notes, place, root);
  }
}

/** Drawings of the older kind (VML) begin without a namespace. */
function isOwn({ local, uri }: XmlNode): boolean {
  return OWN.test(uri) || (local === "xml" && uri === "");
}

/** XML that others have put in: forms, labels of a company's rules, signatures. */
function traceFree(notes: DocumentNotes, place: string, root: XmlNode): void {
  if (/^(?:Types|themeManager)$/.test(root.local)) return;
  if (root.local === "DataMashup") {
    notes.traces.add("TEL203", place, "Power Query", "data that are fetched by queries");
    notes.traces.add("TEL705", place, "Power Query", "its queries (Power Query)");
    return;
  }
  traceLeaves(notes.traces, place, root);
  for (const node of descendantsOf(root))
    for (const { local, name, value } of node.attributes)
      if (/^(?:siteId|id|userId|name|email)$/i.test(local))
        notes.traces.addField(place, `${node.local} ${name}`, value);
}

/** What may stand in the parts of all programs. */
function traceNode(notes: DocumentNotes, place: string, node: XmlNode): void {
  const { traces } = notes;
  const { local } = node;
  for (const { name, local: attribute, value } of node.attributes) {
    if (/^rsid/.test(attribute)) notes.addSave(value);
    else if (/^(?:userName|displayName|refreshedBy)$/.test(attribute) && value !== "")
      notes.addPerson(place, name, value);
    else if (attribute === "action" && /^ppaction:\/\/(?:program|macro|ole)/i.test(value))
      traces.add("TEL302", place, name, value);
    else if (/[\\/@]/.test(value) && !/xmlns/.test(name)) traceFolder(traces, place, name, value);
  }
  if (local === "presenceInfo" || local === "person") {
    const account = readValue(node, "userId") ?? "";
    if (account !== "") traces.add("TEL106", place, "userId", account);
    if (account.includes("@")) traces.add("TEL104", place, "userId", account);
  }
  if (local === "cNvPr" || local === "docPr") {
    for (const name of [readValue(node, "name") ?? "", readValue(node, "descr") ?? ""])
      if (/^\S.*\.(?:jpe?g|png|heic|gif|tiff?|bmp|webp|svg)$/i.test(name))
        traces.add("TEL952", place, "name of a picture's file", name);
    const text = node.parent?.parent;
    if (readValue(node, "hidden") === "1" && text !== undefined)
      traces.add("TEL801", place, "hidden object", notes.wordsOf(text, /^t$/, " ") || "an object");
  }
  if (/^(?:revisionPtr|docId|creationId)$/.test(local)) {
    const number = readValue(node, "documentId") ?? readValue(node, "val") ?? "";
    if (number !== "") traces.add("TEL406", place, local, number);
  }
  if (local === "imagedata" && !/^(?:rId.*)?$/.test(readValue(node, "href") ?? ""))
    traceTarget(traces, place, `<${node.name} href>`, readValue(node, "href") ?? "");
  if (local === "srcRect" && node.attributes.some(({ value }) => /^[1-9]/.test(value)))
    traces.add("TEL809", place, "srcRect", "a picture that was cropped");
  if (/^(?:control|ocx|webextension)$/.test(local)) {
    const what = local === "webextension" ? "an add-in" : "ActiveX";
    traces.add("TEL301", place, `<${node.name}>`, what);
  }
  if (local === "f" || local === "formula1" || local === "formula2" || local === "definedName")
    traceSheetNode(notes, place, node);
}
