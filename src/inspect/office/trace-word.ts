import { childrenOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { nameZone } from "../disclosure/name-zone.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { headOf, isOn, ownText, readValue } from "./node-values.ts";
import { traceFieldCode, traceFolder, traceTarget } from "./trace-target.ts";

const DELETED = /^(?:del|moveFrom)$/;
const ADDED = /^(?:ins|moveTo|cellIns|cellDel|cellMerge|numberingChange|[a-zA-Z]+PrChange)$/;
/** Parts that readers see. */
const SHOWN = /^(?:document|hdr|ftr|footnotes|endnotes)$/;

/** Styles whose text is not shown, of the part that defines them (ECMA-376 part 1 §17.7). */
export function listHiddenWordStyles(root: XmlNode): readonly string[] {
  return [...descendantsOf(root)].flatMap((node) => {
    const id = node.local === "style" ? readValue(node, "styleId") : undefined;
    const isHidden = childrenOf(node, "rPr").some(hasVanish);
    return id !== undefined && isHidden ? [id] : [];
  });
}

/** Remarks, changes, hidden text, fields and numbers of a part of Word's (ECMA-376 part 1 §17). */
export function traceWordPart(notes: DocumentNotes, place: string, root: XmlNode): void {
  const { traces } = notes;
  const fields = new FieldCodes();
  const isShown = SHOWN.test(root.local);
  for (const node of descendantsOf(root)) {
    const { local } = node;
    const who = readValue(node, "author") ?? "";
    traceMoment(notes, place, node);
    if (local === "comment") notes.addRemark(place, "comment", who, notes.wordsOf(node, /^t$/));
    else if (who !== "") notes.addPerson(place, local === "person" ? "person" : "author", who);
    if (DELETED.test(local)) {
      const text = notes.wordsOf(node, /^(?:t|delText)$/);
      if (text === "") notes.addChange(place);
      else traces.add("TEL806", place, `<${node.name}>`, text);
    } else if (ADDED.test(local)) notes.addChange(place);
    if (local === "r") traceRun(notes, place, node, isShown);
    if (local === "instrText" || local === "delInstrText") fields.add(ownText(node));
    if (local === "fldChar") fields.mark(readValue(node, "fldCharType") ?? "");
    if (local === "fldSimple") traceFieldCode(traces, place, readValue(node, "instr") ?? "");
    if (local === "rsidRoot") notes.addSave(readValue(node, "val") ?? "", true);
    if (local === "rsid") notes.addSave(readValue(node, "val") ?? "");
    if (local === "docVar")
      traces.addField(
        place,
        `variable ${readValue(node, "name") ?? ""}`,
        readValue(node, "val") ?? "",
      );
    if (local === "permStart") notes.addPerson(place, "who may edit", readValue(node, "ed") ?? "");
    if (local === "connectString" || local === "query") {
      traceFolder(traces, place, local, readValue(node, "val") ?? "");
      traceTarget(traces, place, local, readValue(node, "val") ?? "");
    }
  }
  for (const code of fields.list()) traceFieldCode(traces, place, code);
}

/** Times of changes are those of the clock on the wall; newer versions write the world's beside. */
function traceMoment(notes: DocumentNotes, place: string, node: XmlNode): void {
  const wall = readValue(node, "date") ?? "";
  if (wall === "" || !/^\d{4}-/.test(wall)) return;
  notes.addDate(place, wall);
  const world = readValue(node, "dateUtc") ?? "";
  const seconds = (text: string) => Date.parse(`${text.slice(0, 19)}Z`) / 1000;
  const zone = nameZone(seconds(wall), seconds(world), 60);
  if (zone !== undefined) notes.traces.add("TEL003", place, "date and dateUtc", zone);
}

function hasVanish(properties: XmlNode): boolean {
  return childrenOf(properties, "vanish").some((node) => isOn(readValue(node, "val")));
}

function traceRun(notes: DocumentNotes, place: string, run: XmlNode, isShown: boolean): void {
  const text = childrenOf(run, "t").map(ownText).join(" ");
  if (text === "") return;
  const properties = headOf(run, "rPr");
  const paragraph = run.parent === undefined ? undefined : headOf(run.parent, "pPr");
  const styles = [
    ...(properties === undefined ? [] : childrenOf(properties, "rStyle")),
    ...(paragraph === undefined ? [] : childrenOf(paragraph, "pStyle")),
  ].map((one) => readValue(one, "val") ?? "");
  const isHidden = properties !== undefined && hasVanish(properties);
  if (isHidden || styles.some((style) => notes.hiddenStyles.has(style)))
    notes.traces.add("TEL801", place, "hidden text", text);
  else if (properties !== undefined && isUnseen(run, properties))
    notes.traces.add("TEL801", place, "white or tiny text", text);
  else if (isShown) notes.addPrinted(text);
}

/** White letters on nothing, or letters of a point's size. In tables the ground may be dark. */
function isUnseen(run: XmlNode, properties: XmlNode): boolean {
  const size = Number(readValue(childrenOf(properties, "sz")[0] ?? properties, "val") ?? "24");
  if (size <= 2) return true;
  const colour = childrenOf(properties, "color")[0];
  if (colour === undefined || !/^f{6}$/i.test(readValue(colour, "val") ?? "")) return false;
  if (childrenOf(properties).some(({ local }) => /^(?:shd|highlight)$/.test(local))) return false;
  for (let node = run.parent; node !== undefined; node = node.parent) {
    if (/^(?:tbl|txbxContent)$/.test(node.local)) return false;
    const paragraph = headOf(node, "pPr");
    if (paragraph !== undefined && childrenOf(paragraph, "shd").length > 0) return false;
  }
  return true;
}

/** Codes of fields are cut into pieces, and stand within each other (ECMA-376 part 1 §17.16.18). */
class FieldCodes {
  readonly #open: string[] = [];
  readonly #done: string[] = [];

  add(text: string): void {
    const at = this.#open.length - 1;
    if (at < 0) this.#done.push(text);
    else if ((this.#open[at] ?? "").length < 8000) this.#open[at] = `${this.#open[at]}${text}`;
  }

  mark(kind: string): void {
    if (kind === "begin") this.#open.push("");
    if (kind !== "end") return;
    const code = this.#open.pop();
    if (code !== undefined && code !== "") this.#done.push(code);
  }

  list(): readonly string[] {
    return [...this.#done, ...this.#open];
  }
}
