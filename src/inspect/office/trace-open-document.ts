import { childrenOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { traceLeaves } from "../markup/trace-notes.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { isOn, ownText, readValue } from "./node-values.ts";
import { traceMeta } from "./trace-properties.ts";
import { traceSettings } from "./trace-settings.ts";
import { traceClick, traceFolder, traceFormula, traceTarget } from "./trace-target.ts";

const ODF = /^urn:oasis:names:tc:opendocument:/;
/** Packages are described by these (ODF 1.3 part 2), and programs' menus by others. */
const SILENT = /^(?:manifest|RDF|menubar|toolbar|acceleratorlist|statusbar)$/;
const LINKS = /^(?:a|area-rectangle|area-circle|area-polygon)$/;
const WORDS = /^(?:p|h|span|a)$/;
/** What is not on the page. */
const APART = /^(?:annotation|tracked-changes|notes|hidden-text|hidden-paragraph)$/;

/** Tells what one XML part of an OpenDocument file says beside what it shows (ODF 1.3 part 3). */
export function traceOpenDocument(notes: DocumentNotes, place: string, root: XmlNode): void {
  const { traces } = notes;
  if (root.local === "document-meta") traceMeta(traces, place, root);
  else if (root.local === "document-settings") traceSettings(notes, place, root);
  else if (SILENT.test(root.local)) {
    if ([...descendantsOf(root)].some(({ local }) => local === "encryption-data"))
      traces.add("TEL805", "", "password", "a password is asked for");
  } else if (/signatures$/.test(root.local) || !ODF.test(root.uri))
    traceLeaves(traces, place, root);
  else traceContent(notes, place, root);
}

function traceContent(notes: DocumentNotes, place: string, root: XmlNode): void {
  const { traces } = notes;
  for (const style of listHiddenStyles(root)) notes.hiddenStyles.add(style);
  const apart = new Set<XmlNode>();
  for (const node of descendantsOf(root)) {
    if (APART.test(node.local) || (node.parent !== undefined && apart.has(node.parent)))
      apart.add(node);
    traceNode(notes, place, node, apart.has(node));
    for (const { local, name, value } of node.attributes) {
      if (local === "href") traceAddress(notes, place, node, value);
      else if (local === "formula") traceFormula(traces, place, value);
      else if (local === "clip" && /[1-9]/.test(value))
        traces.add("TEL809", place, name, "a picture that was cropped");
      else if (local === "rsid") notes.addSave(value);
      else if (/[\\/]/.test(value)) traceFolder(traces, place, name, value);
    }
  }
}

/** Styles whose text, sheet or slide is not shown. */
function listHiddenStyles(root: XmlNode): readonly string[] {
  return [...descendantsOf(root)].flatMap((node) => {
    if (node.local !== "style") return [];
    const isHidden = childrenOf(node).some(
      (one) =>
        (one.local === "text-properties" && readValue(one, "display") === "none") ||
        (one.local === "table-properties" && readValue(one, "display") === "false") ||
        (one.local === "drawing-page-properties" && readValue(one, "visibility") === "hidden"),
    );
    return isHidden ? [readValue(node, "name") ?? ""] : [];
  });
}

function traceNode(notes: DocumentNotes, place: string, node: XmlNode, isApart: boolean): void {
  const { traces } = notes;
  const { local } = node;
  const words = (names: RegExp = WORDS) => notes.wordsOf(node, names, " ");
  const isHiddenStyle = notes.hiddenStyles.has(readValue(node, "style-name") ?? "");
  if (local === "annotation") {
    const who = childrenOf(node, "creator").map(ownText).join("");
    notes.addRemark(place, "annotation", who, words());
    for (const date of childrenOf(node, "date")) notes.addDate(place, ownText(date));
  } else if (local === "change-info") {
    for (const who of childrenOf(node, "creator")) notes.addPerson(place, "author", ownText(who));
    for (const date of childrenOf(node, "date")) notes.addDate(place, ownText(date));
  } else if (local === "deletion" || local === "previous") {
    const text = words();
    if (text === "") notes.addChange(place);
    else traces.add("TEL806", place, `<${node.name}>`, text);
  } else if (/^(?:insertion|format-change|movement|cell-content-change)$/.test(local))
    notes.addChange(place);
  else if (local === "notes") {
    const text = words();
    if (text !== "") traces.add("TEL854", place, "notes", text);
  } else if (local === "table" && isHiddenStyle)
    traces.add("TEL808", place, "sheet", `sheet ${readValue(node, "name") ?? ""}`);
  else if (local === "page" && isHiddenStyle)
    traces.add("TEL808", place, "slide", `slide ${words()}`);
  else if (
    /^table-(?:row|column)s?$/.test(local) &&
    /collapse|filter/.test(readValue(node, "visibility") ?? "")
  )
    traces.add("TEL808", place, "hidden", local.includes("row") ? "rows" : "columns");
  else if (/^hidden-(?:text|paragraph)$/.test(local))
    traces.add("TEL801", place, "hidden text", readValue(node, "string-value") ?? words());
  else if (local === "section" && !isOn(readValue(node, "display")))
    traces.add("TEL801", place, "hidden section", words());
  else if (WORDS.test(local) && isHiddenStyle) traces.add("TEL801", place, "hidden text", words());
  else if (/^(?:p|h)$/.test(local) && !isApart) notes.addPrinted(ownWords(notes, node));
  traceActive(notes, place, node);
}

/** The text of a paragraph without what is hidden in it. */
function ownWords(notes: DocumentNotes, node: XmlNode): string {
  return node.children
    .map((child) => {
      if (child.kind === "text") return child.value;
      const isShown = /^(?:span|a|s|tab|line-break)$/.test(child.local);
      const isHidden = notes.hiddenStyles.has(readValue(child, "style-name") ?? "");
      return isShown && !isHidden ? ownWords(notes, child) : "";
    })
    .join("");
}

/** Programs, and data that are fetched from other programs or stores. */
function traceActive(notes: DocumentNotes, place: string, node: XmlNode): void {
  const { traces } = notes;
  const { local } = node;
  if (local === "event-listener" || (/:script:/.test(node.uri) && local !== "libraries"))
    traces.add("TEL301", place, `<${node.name}>`, readValue(node, "href") ?? ownText(node));
  if (/^(?:dde-connection-decl|dde-source)$/.test(local)) {
    const said = `${readValue(node, "dde-application") ?? ""}|${readValue(node, "dde-topic") ?? ""}`;
    traces.add("TEL302", place, local, said);
  }
  if (/^database-source-|^(?:database-display|database-name)$/.test(local))
    traces.add("TEL203", place, local, readValue(node, "database-name") ?? "a database");
  if (local === "object" || local === "object-ole")
    traces.add("TEL701", place, `<${node.name}>`, readValue(node, "href") ?? "an object");
}

/** `../` leads out of the package: the document stands one step above its parts (ODF 1.3 part 2 §3.6). */
function traceAddress(notes: DocumentNotes, place: string, node: XmlNode, address: string): void {
  const field = `<${node.name} href>`;
  if (LINKS.test(node.local)) traceClick(notes.traces, place, field, address);
  else if (
    /^(?:[a-z][a-z+.-]*:|[\\/]|\.\.\/)/i.test(address) &&
    !/^vnd\.sun\.star\./i.test(address)
  )
    traceTarget(notes.traces, place, field, address);
}
