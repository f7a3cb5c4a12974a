import { childrenOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { ownText, readValue } from "./node-values.ts";
import { traceFolder, traceFormula, traceTarget } from "./trace-target.ts";

/** A formula, wherever one may stand. */
export function traceSheetNode(notes: DocumentNotes, place: string, node: XmlNode): void {
  traceFormula(notes.traces, place, ownText(node));
}

/** Hidden sheets, remarks, connections and copies of others' data (ECMA-376 part 1 §18). */
export function traceSheetPart(notes: DocumentNotes, place: string, root: XmlNode): void {
  const { traces } = notes;
  const authors = [...descendantsOf(root)].filter(({ local }) => local === "author").map(ownText);
  let rows = 0;
  let columns = 0;
  for (const node of descendantsOf(root)) {
    const { local } = node;
    const state = readValue(node, "state") ?? "";
    if (local === "sheet" && /hidden/i.test(state))
      traces.add("TEL808", place, "sheet", `sheet ${readValue(node, "name") ?? ""}`);
    if (readValue(node, "hidden") === "1" || readValue(node, "hidden") === "true") {
      if (local === "row" && childrenOf(node, "c").length > 0) rows += 1;
      if (local === "col") columns += 1;
    }
    if (local === "comment") {
      const who = authors[Number(readValue(node, "authorId") ?? "-1")] ?? "";
      notes.addRemark(place, "comment", who, notes.wordsOf(node, /^t$/));
    }
    if (local === "threadedComment") {
      notes.addRemark(place, "comment", "", notes.wordsOf(node, /^text$/), true);
      notes.addDate(place, readValue(node, "dT") ?? "");
    }
    if (local === "absPath") traces.addField(place, "absPath", readValue(node, "url") ?? "");
    if (local === "customWorkbookView")
      notes.addPerson(place, "view", readValue(node, "name") ?? "");
    if (local === "header" && readValue(node, "dateTime") !== undefined)
      notes.addDate(place, readValue(node, "dateTime") ?? "");
    if (local === "ddeLink") {
      const said = `${readValue(node, "ddeService") ?? ""}|${readValue(node, "ddeTopic") ?? ""}`;
      traces.add("TEL302", place, "ddeLink", said);
    }
    if (/^(?:connection|dbPr|webPr|textPr|oledbPr)$/.test(local)) traceStore(notes, place, node);
    if (local === "sheetDataSet") traces.add("TEL808", place, local, "data of another workbook");
  }
  // The source of a pivot table may have been taken out of the workbook; its data stay.
  if (root.local === "pivotCacheRecords" && childrenOf(root).length > 0)
    traces.add("TEL808", place, root.local, "a copy of all data that a pivot table counts");
  if (rows > 0) traces.add("TEL808", place, "hidden", `rows (${rows})`);
  if (columns > 0) traces.add("TEL808", place, "hidden", `columns (${columns})`);
}

/** Where data come from: an address, a folder, a server with the name of a user and a password. */
function traceStore(notes: DocumentNotes, place: string, node: XmlNode): void {
  const { traces } = notes;
  for (const { local, name, value } of node.attributes) {
    if (/^(?:url|sourceFile|odcFile)$/.test(local)) traceTarget(traces, place, name, value);
    if (local !== "connection") continue;
    traces.add("TEL203", place, name, value);
    traceFolder(traces, place, name, value);
    const secret = /(?:^|;)\s*(?:User ID|UID|Password|PWD)\s*=\s*[^;\s]/i.test(value);
    if (secret) traces.add("TEL109", place, name, value);
  }
}
