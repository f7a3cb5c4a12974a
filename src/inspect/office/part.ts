import type { XmlNode } from "../../xml/xml-tree.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import type { PrivacyCode } from "../disclosure/privacy-rules.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { searchCode } from "./search-target.ts";

const LONGEST_CODE = 8000;

type Counted = "change" | "row" | "column";

/** One XML part of a document while it is gone through, and what is counted in it. */
export class Part {
  readonly notes: DocumentNotes;
  readonly place: string;
  readonly root: XmlNode;
  /** Of remarks, which name them by their number. */
  readonly authors: string[] = [];
  readonly #counts = new Map<Counted, number>();
  readonly #codes: string[] = [""];
  #dates: readonly string[] = [];

  constructor(notes: DocumentNotes, place: string, root: XmlNode) {
    this.notes = notes;
    this.place = place;
    this.root = root;
  }

  add(code: PrivacyCode, field: string, value: string): void {
    this.notes.findings.add(code, this.place, field, value);
  }

  addField(field: string, value: string): void {
    this.notes.findings.addField(this.place, field, value);
  }

  addPerson(field: string, name: string): void {
    if (name.trim() === "") return;
    for (const code of ["TEL101", ...classifyText(name)] as const) this.add(code, field, name);
  }

  /** When something was changed or remarked: the first and the last are told. */
  addDate(date: string): void {
    if (!/^\d{4}-\d\d/.test(date)) return;
    const [first = date, last = date] = this.#dates;
    this.#dates = [date < first ? date : first, date > last ? date : last];
  }

  /** Of these only the number is told. */
  count(what: Counted): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** Codes of fields are cut into pieces, and stand within each other (ECMA-376 part 1 §17.16.18). */
  addCode(text: string): void {
    const code = this.#codes.pop() ?? "";
    this.#codes.push(code.length < LONGEST_CODE ? `${code}${text}` : code);
  }

  markCode(kind: string): void {
    if (kind === "begin") this.#codes.push("");
    if (kind === "end") searchCode(this, "", this.#codes.pop() ?? "");
  }

  /** Tells what was counted. */
  finish(): void {
    for (const code of this.#codes) searchCode(this, "", code);
    for (const date of this.#dates) this.addField("date of a change or remark", date);
    for (const [what, count] of this.#counts)
      if (what === "change")
        this.notes.findings.note("TEL807 changes", this.place, "tracked changes", { count });
      else this.notes.findings.note(`TEL808 ${what}`, this.place, "hidden", { count });
  }
}
