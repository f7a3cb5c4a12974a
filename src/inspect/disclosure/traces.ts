import type { TellCode } from "./codes.ts";
import { classifyField } from "./field-rules.ts";

/** One thing that a file tells. */
export interface Trace {
  readonly code: TellCode;
  /** File, page or object within the inspected file; empty for that itself. */
  readonly place: string;
  /** What it is called there: `GPS`, `dc:creator`, `<img src>`. */
  readonly field: string;
  /** What it says, as far as it is short. */
  readonly value: string;
}

/** A hostile file may say the same a million times. */
const MOST_TRACES = 5000;
const LONGEST_VALUE = 300;

/** Collects what a file tells. Each thing is kept once; beyond a bound they are only counted. */
export class Traces {
  readonly #found = new Map<string, Trace>();
  /** How many were left out. */
  omitted = 0;

  get list(): readonly Trace[] {
    return [...this.#found.values()];
  }

  add(code: TellCode, place: string, field: string, value: string): void {
    const short = shorten(value);
    const key = `${code}\0${place}\0${field}\0${short}`;
    if (this.#found.has(key)) return;
    if (this.#found.size >= MOST_TRACES) this.omitted += 1;
    else this.#found.set(key, { code, place, field: shorten(field), value: short });
  }

  /** A field of metadata: what it means is looked up by its name and its value. */
  addField(place: string, field: string, value: string): void {
    if (value.trim() === "") return;
    for (const code of classifyField(field, value)) this.add(code, place, field, value);
  }

  /** What was found in a file within this one. */
  addWithin(place: string, traces: readonly Trace[]): void {
    for (const { code, place: inner, field, value } of traces)
      this.add(code, inner === "" ? place : `${place}/${inner}`, field, value);
  }
}

function shorten(value: string): string {
  const line = value
    .slice(0, 4 * LONGEST_VALUE)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}
