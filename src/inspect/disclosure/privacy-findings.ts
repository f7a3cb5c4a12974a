import { fillText } from "../../diagnostics/message-table.ts";
import { classifyField, classifyText } from "./field-rules.ts";
import { FINDING_TEXTS, type FindingKey, type FindingValues } from "./finding-texts.ts";
import type { PrivacyCode } from "./privacy-rules.ts";

/** One thing that a file tells. */
export interface PrivacyFinding {
  readonly code: PrivacyCode;
  /** File, page or object within the inspected file; empty for that itself. */
  readonly place: string;
  /** What it is called there: `GPS`, `dc:creator`, `<img src>`. */
  readonly field: string;
  /** What it says, as far as it is short. */
  readonly value: string;
}

/** A hostile file may say the same a million times. */
const MOST_FINDINGS = 5000;
/** What was not searched has a room of its own: a flood of other things does not push it out. */
const NOT_SEARCHED: ReadonlySet<PrivacyCode> = new Set(["TEL705", "TEL805"]);
const LONGEST_VALUE = 300;

/**
 * Collects what a file tells, at one place of it. Each thing is kept once; beyond a bound they are only
 * counted.
 */
export class PrivacyFindings {
  /** Of what is added: file, page or object within the inspected file; empty for that itself. */
  readonly place: string;
  readonly #kept: Kept;

  constructor(place = "", kept: Kept = { found: new Map(), unsearched: 0, omitted: 0 }) {
    this.place = place;
    this.#kept = kept;
  }

  /** The same collection at another place of the file. */
  at(place: string): PrivacyFindings {
    return new PrivacyFindings(place, this.#kept);
  }

  /** How many were left out. */
  get omitted(): number {
    return this.#kept.omitted;
  }

  /** What was left out stands at the end as something that was not searched, also for outer files. */
  get list(): readonly PrivacyFinding[] {
    const found = [...this.#kept.found.values()];
    if (this.omitted === 0) return found;
    const value = `${this.omitted} more things than are kept`;
    return [...found, { code: "TEL705", place: "", field: "bound", value }];
  }

  add(code: PrivacyCode, field: string, value: string): void {
    const { found, unsearched } = this.#kept;
    const short = shorten(value);
    const key = `${code}\0${this.place}\0${field}\0${short}`;
    if (found.has(key)) return;
    const isUnsearched = NOT_SEARCHED.has(code);
    if ((isUnsearched ? unsearched : found.size - unsearched) >= MOST_FINDINGS) {
      this.#kept.omitted += 1;
      return;
    }
    if (isUnsearched) this.#kept.unsearched += 1;
    found.set(key, { code, place: shorten(this.place), field: shorten(field), value: short });
  }

  /** The same in words of ours: of a text by its code and name, with its values. */
  note<Key extends FindingKey>(key: Key, field: string, ...[values]: FindingValues<Key>): void {
    const [code, name = ""] = key.split(" ") as [keyof typeof FINDING_TEXTS, string];
    const texts: Readonly<Record<string, string>> = FINDING_TEXTS[code];
    this.add(code, field, fillText(texts[name] ?? "", values));
  }

  /** A field of metadata: what it means is looked up by its name and its value. */
  addField(field: string, value: string): void {
    if (value.trim() === "") return;
    for (const code of classifyField(field, value)) this.add(code, field, value);
  }

  /** A text that no reader sees: what in it names somebody is told. */
  addText(field: string, text: string): void {
    for (const code of classifyText(text)) this.add(code, field, text);
  }

  addComment(field: string, text: string): void {
    this.add("TEL802", field, text);
    this.addText(field, text);
  }

  /** What was found in a file that lies here. */
  addWithin(findings: readonly PrivacyFinding[]): void {
    for (const { code, place, field, value } of findings)
      this.at([this.place, place].filter((one) => one !== "").join("/")).add(code, field, value);
  }
}

/** What is kept of all places. */
interface Kept {
  readonly found: Map<string, PrivacyFinding>;
  unsearched: number;
  omitted: number;
}

function shorten(value: string): string {
  const line = value
    .slice(0, 4 * LONGEST_VALUE)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}
