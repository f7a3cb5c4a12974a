import { descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";

/** Real documents have some hundred; a hostile one has no end of them. */
const MOST_KEPT = 100_000;
const LONGEST_PRINTED = 20_000_000;
/** Of a remark or a piece of hidden text; what is told of it is shorter. */
const LONGEST_WORDS = 2000;
/** Elements looked through for texts: they may lie within each other, so that each is seen often. */
const MOST_STEPS = 4_000_000;
/** Elements whose own text people read, in all formats. */
export const WORDS = /^(?:t|text|delText|p|h|span|a)$/;

/** What the parts of a document must know of each other, and what is told once of all of them. */
export class DocumentNotes {
  readonly findings: PrivacyFindings;
  /** Names of styles whose text is not shown. */
  readonly hiddenStyles = new Set<string>();
  /** What readers see, a paragraph each, to know which names are no secret. */
  readonly printed: string[] = [];
  readonly #saves = new Set<string>();
  #root = "";
  #printedLength = 0;
  #steps = 0;

  constructor(findings: PrivacyFindings) {
    this.findings = findings;
  }

  /** A number that a program drew by lot when it saved: documents that share some share a past. */
  addSave(number: string, isRoot = false): void {
    if (isRoot) this.#root = number;
    if (this.#saves.size < MOST_KEPT) this.#saves.add(number);
  }

  addPrinted(text: string): void {
    this.#printedLength += text.length;
    if (this.#printedLength > LONGEST_PRINTED) return;
    this.printed.push(`${this.printed.pop() ?? ""}${text}`);
  }

  /** The beginning of what people read in an element. */
  wordsOf(root: XmlNode): string {
    let words = "";
    for (const node of descendantsOf(root)) {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) {
        this.findings.note("TEL705 deepParts", "document");
        break;
      }
      if (/^[ph]$/.test(node.local)) words += " ";
      if (WORDS.test(node.local)) words += ownText(node);
      if (words.length > LONGEST_WORDS) break;
    }
    return words.replace(/\s+/g, " ").trim();
  }

  /** Tells what was counted. */
  finish(): void {
    const [first] = this.#saves;
    if (first === undefined) return;
    const more = this.#saves.size - 1;
    const number = this.#root || first;
    this.findings.note(`TEL407 ${more === 0 ? "one" : "many"}`, "rsid", { number, more });
  }
}

/** An attribute by its local name, whatever its namespace: versions of the formats differ in these. */
export function readValue(node: XmlNode, local: string): string | undefined {
  return node.attributes.find((one) => one.local === local && !one.uri.endsWith("/xmlns/"))?.value;
}

/** The text that stands in an element itself, and not in others within it. */
export function ownText(node: XmlNode): string {
  return node.children.map((child) => (child.kind === "text" ? child.value : "")).join("");
}
