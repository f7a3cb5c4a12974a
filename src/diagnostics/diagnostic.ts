/**
 * A problem in the content, as a value. Stages return diagnostics beside their result and never
 * throw for bad input; a thrown exception is a defect of ours (exit code 70).
 */
export type Severity = "error" | "warning";

/** Where a problem is. `file` is a POSIX path relative to the curriculum's root. */
export interface Place {
  readonly file: string;
  /** 1-based. Absent where the whole file is meant. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** How many code units the caret line underlines; 1 when absent. */
  readonly length?: number;
}

export interface Diagnostic {
  /** Three letters for the kind and three digits, for example `LNK002`. Told in `rules.ts`. */
  readonly code: string;
  readonly severity: Severity;
  /** "Unexpected X, expected Y", one line, no final full stop. */
  readonly message: string;
  readonly place: Place;
  /** What to type or do next; may have several lines. */
  readonly hint?: string;
  /** The chain that led here, nearest first: "linked as `Install` from tails/tails.md:19". */
  readonly trace?: readonly string[];
  /** The file whose own problem led to this one. Both are told, this one last. */
  readonly causedBy?: string;
  /** Other places that belong to the same problem (the earlier of two duplicate keys). */
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

/** A value and what was found on the way to it. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
