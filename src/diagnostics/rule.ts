import type { Severity } from "./diagnostic.ts";

/**
 * What an example shows. A text alone says in words what cannot be shown as text: a photo, a disk
 * that is full. `page`: the text of a session. `header`: the lines of a session's header. `files`:
 * whole files by path, of a curriculum whose other files are right.
 */
export type Example =
  | string
  | { readonly page: string }
  | { readonly header: string }
  | { readonly files: Readonly<Record<string, string>> };

/**
 * What a message says, and its hint. `{name}` stands for a value of what was found: the code that
 * finds it gives values, and no prose (`diagnose.ts`).
 */
export interface RuleText {
  readonly message: string;
  readonly hint: string;
}

/** One thing that can be wrong, by its code: the one place that says what it means. */
export interface Rule {
  /** `either`: what is found decides, or what the file claims of itself. */
  readonly severity: Severity | "either";
  /** What is found, in one line, no final full stop. */
  readonly summary: string;
  /** What it means for who reads the book, and what to do: two to five short sentences. */
  readonly explanation: string;
  /** What gives this code; tests run it where it is text. */
  readonly bad: Example;
  /** The same, mended. */
  readonly good: Example;
  /** Its messages, by what was found. Absent where the room still writes its own. */
  readonly texts?: Readonly<Record<string, RuleText>>;
}

/** The rules of a room, by code: three letters for the kind, three digits. */
export type RuleTable = Readonly<Record<string, Rule>>;
