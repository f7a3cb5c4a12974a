import { descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import type { Traces } from "../disclosure/traces.ts";

/** Real documents have some hundred; a hostile one has no end of them. */
const MOST_KEPT = 100_000;
const LONGEST_PRINTED = 20_000_000;
/** Of a remark or a piece of hidden text; what is told of it is shorter. */
const LONGEST_WORDS = 2000;
/** Elements looked through for texts: they may lie within each other, so that each is seen often. */
const MOST_STEPS = 4_000_000;

/** What a document says in many places, and is told once; and what its parts must know of each other. */
export class DocumentNotes {
  readonly traces: Traces;
  /** Names of styles whose text is not shown. */
  readonly hiddenStyles = new Set<string>();
  /** What readers see, to know which names are no secret. */
  readonly printed: string[] = [];
  readonly #saves = new Set<string>();
  readonly #dates = new Map<string, [first: string, last: string]>();
  readonly #changes = new Map<string, number>();
  #root = "";
  #printedLength = 0;
  #steps = 0;

  constructor(traces: Traces) {
    this.traces = traces;
  }

  /** A person, as a change or a remark names one. */
  addPerson(place: string, field: string, name: string): void {
    if (name.trim() !== "") this.traces.add("TEL101", place, field, name);
    for (const code of classifyText(name)) this.traces.add(code, place, field, name);
  }

  /** When something was changed or remarked: of a part the first and the last are told. */
  addDate(place: string, date: string): void {
    if (!/^\d{4}-\d\d/.test(date)) return;
    const known = this.#dates.get(place);
    if (known === undefined) this.#dates.set(place, [date, date]);
    else if (date < known[0]) known[0] = date;
    else if (date > known[1]) known[1] = date;
  }

  /** A number that a program drew by lot when it saved: documents that share some share a past. */
  addSave(number: string, isRoot = false): void {
    if (isRoot) this.#root = number;
    if (this.#saves.size < MOST_KEPT) this.#saves.add(number);
  }

  /** A change that can be taken back, of which only the number is told. */
  addChange(place: string): void {
    this.#changes.set(place, (this.#changes.get(place) ?? 0) + 1);
  }

  /**
   * @param who wrote the remark; empty where nobody is named.
   * @param isSigned somebody is named, if elsewhere.
   */
  addRemark(place: string, field: string, who: string, text: string, isSigned = who !== ""): void {
    const said = who === "" ? text : `${who}: ${text}`;
    if (said.trim() !== "") this.traces.add(isSigned ? "TEL851" : "TEL852", place, field, said);
    if (who !== "") this.addPerson(place, "author of a remark", who);
  }

  /** The beginning of the text of elements of some names below one. */
  wordsOf(root: XmlNode, names: RegExp, separator = ""): string {
    const words: string[] = [];
    let length = 0;
    for (const node of descendantsOf(root)) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) {
        this.traces.add("TEL705", "", "document", "its parts lie too deep within each other");
        break;
      }
      if (!names.test(node.local)) continue;
      for (const child of node.children) {
        if (child.kind !== "text") continue;
        words.push(child.value);
        length += child.value.length;
      }
      if (length > LONGEST_WORDS) break;
    }
    return words.join(separator).replace(/\s+/g, " ").trim();
  }

  addPrinted(text: string): void {
    this.#printedLength += text.length;
    if (this.#printedLength <= LONGEST_PRINTED) this.printed.push(text);
  }

  /** Tells what was counted. */
  finish(): void {
    for (const [place, count] of this.#changes)
      this.traces.add(
        "TEL807",
        place,
        "tracked changes",
        count === 1 ? "one change" : `${count} changes`,
      );
    for (const [place, dates] of this.#dates)
      for (const date of dates) this.traces.addField(place, "date of a change or remark", date);
    const count = this.#saves.size;
    if (count === 0) return;
    const root = this.#root === "" ? ([...this.#saves][0] ?? "") : this.#root;
    this.traces.add("TEL407", "", "rsid", count === 1 ? root : `${root} and ${count - 1} more`);
  }
}
