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

/** Collects what a file tells. Each thing is kept once; beyond a bound they are only counted. */
export class PrivacyFindings {
  readonly #found = new Map<string, PrivacyFinding>();
  #unsearched = 0;
  /** How many were left out. */
  omitted = 0;

  /** What was left out stands at the end as something that was not searched, also for outer files. */
  get list(): readonly PrivacyFinding[] {
    const found = [...this.#found.values()];
    if (this.omitted === 0) return found;
    const value = `${this.omitted} more things than are kept`;
    return [...found, { code: "TEL705", place: "", field: "bound", value }];
  }

  add(code: PrivacyCode, place: string, field: string, value: string): void {
    const short = shorten(value);
    const key = `${code}\0${place}\0${field}\0${short}`;
    if (this.#found.has(key)) return;
    const isUnsearched = NOT_SEARCHED.has(code);
    const kept = isUnsearched ? this.#unsearched : this.#found.size - this.#unsearched;
    if (kept >= MOST_FINDINGS) {
      this.omitted += 1;
      return;
    }
    if (isUnsearched) this.#unsearched += 1;
    this.#found.set(key, { code, place: shorten(place), field: shorten(field), value: short });
  }

  /** The same in words of ours: of a text by its code and name, with its values. */
  note<Key extends FindingKey>(
    key: Key,
    place: string,
    field: string,
    ...[values]: FindingValues<Key>
  ): void {
    const [code, name = ""] = key.split(" ") as [keyof typeof FINDING_TEXTS, string];
    const texts: Readonly<Record<string, string>> = FINDING_TEXTS[code];
    this.add(code, place, field, fillText(texts[name] ?? "", values));
  }

  /** A field of metadata: what it means is looked up by its name and its value. */
  addField(place: string, field: string, value: string): void {
    if (value.trim() === "") return;
    for (const code of classifyField(field, value)) this.add(code, place, field, value);
  }

  /** A text that no reader sees: what in it names somebody is told. */
  addText(place: string, field: string, text: string): void {
    for (const code of classifyText(text)) this.add(code, place, field, text);
  }

  addComment(place: string, field: string, text: string): void {
    this.add("TEL802", place, field, text);
    this.addText(place, field, text);
  }

  /** What was found in a file within this one. */
  addWithin(place: string, findings: readonly PrivacyFinding[]): void {
    for (const { code, place: inner, field, value } of findings)
      this.add(code, [place, inner].filter((one) => one !== "").join("/"), field, value);
  }
}

function shorten(value: string): string {
  const line = value
    .slice(0, 4 * LONGEST_VALUE)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}
