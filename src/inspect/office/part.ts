import type { XmlNode } from "../../xml/xml-tree.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import type { DocumentNotes } from "./document-notes.ts";
import { searchCode } from "./search-target.ts";

const LONGEST_CODE = 8000;

type Counted = "change" | "row" | "column";

/** One XML part of a document while it is gone through, and what is counted in it. */
export class Part {
  readonly notes: DocumentNotes;
  /** Of what is found in it. */
  readonly findings: PrivacyFindings;
  readonly root: XmlNode;
  /** Of remarks, which name them by their number. */
  readonly authors: string[] = [];
  readonly #counts = new Map<Counted, number>();
  readonly #codes: string[] = [""];
  #dates: readonly string[] = [];

  constructor(notes: DocumentNotes, place: string, root: XmlNode) {
    this.notes = notes;
    this.findings = notes.findings.at(place);
    this.root = root;
  }

  addPerson(field: string, name: string): void {
    if (name.trim() === "") return;
    for (const code of ["TEL101", ...classifyText(name)] as const)
      this.findings.add(code, field, name);
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
    if (kind === "end") searchCode(this.findings, "", this.#codes.pop() ?? "");
  }

  /** Tells what was counted. */
  finish(): void {
    for (const code of this.#codes) searchCode(this.findings, "", code);
    for (const date of this.#dates) this.findings.addField("date of a change or remark", date);
    for (const [what, count] of this.#counts)
      if (what === "change") this.findings.note("TEL807 changes", "tracked changes", { count });
      else this.findings.note(`TEL808 ${what}`, "hidden", { count });
  }
}
