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

/** What a code means, for `explain` and `docs/rules.md`: a build reads none of it. */
export interface Explanation {
  /** What is found, in one line, no final full stop. */
  readonly summary: string;
  /** What it means for who reads the book, and what to do: two to five short sentences. */
  readonly explanation: string;
  /** What gives this code; tests run it where it is text. */
  readonly bad: Example;
  /** The same, mended. */
  readonly good: Example;
}

/** `either`: what is found decides, or what the file claims of itself. */
export type RuleSeverity = Severity | "either";

/** One text, or one for each thing that can be found, by a name for it. */
export type Words = string | Readonly<Record<string, string>>;

/**
 * What is told under a code. `{name}` stands for a value of what was found, and `{name|a page|# pages}`
 * for the first where the value is 1, else for the second, with the value for its `#`. The code that
 * finds something gives values, and no prose (`diagnose.ts`). What a code means is in
 * `explanations.json` of the same room.
 */
export interface RuleText {
  readonly severity: RuleSeverity;
  readonly message: Words;
  readonly hint: Words;
}

export type TextTable = Readonly<Record<string, RuleText>>;
