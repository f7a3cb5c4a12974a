import type { Severity } from "./diagnostic.ts";
import type { MessageText } from "./message-table.ts";

/**
 * What an example shows. A text alone says in words what cannot be shown as text: a photo, a disk
 * that is full. `page`: the text of a session. `header`: the lines of a session's header. `files`:
 * whole files by path, of a curriculum whose other files are right. `catalogue`: a PO file.
 */
export type Example =
  | string
  | { readonly page: string }
  | { readonly header: string }
  | { readonly catalogue: string }
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

/** What is told under a code. What a code means is in `explanations.json` of the same room. */
export interface RuleText extends MessageText {
  readonly severity: RuleSeverity;
}

export type TextTable = Readonly<Record<string, RuleText>>;
