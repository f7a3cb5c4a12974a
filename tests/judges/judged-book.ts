/** A book that is handed to the judges. */
export interface JudgedBook {
  /** How the report calls it: `content/ar/tails`. */
  readonly name: string;
  /** Absolute path of the EPUB or PDF. */
  readonly path: string;
  readonly group: BookGroup;
  /** Of a generated book: its number within the seed, from 0. */
  readonly number?: number;
}

export const GROUPS = ["sample", "given", "golden", "generated"] as const;
/** The control book is faulty on purpose, and not counted. */
export type BookGroup = (typeof GROUPS)[number] | "control";

export type Severity = "fatal" | "error" | "warning" | "violation";

/** What one judge has to say against a book. */
export interface Finding {
  readonly judge: "Handpress" | "EPUBCheck" | "Ace" | "reader" | "veraPDF";
  readonly severity: Severity;
  readonly group: BookGroup;
  /** The book's name, or the folder's where there is no book. */
  readonly book: string;
  readonly number?: number;
  /** A path in the book; empty where the whole book is meant. */
  readonly document: string;
  /** From 1. */
  readonly line?: number;
  readonly message: string;
}

/** Makes findings about one book. */
export function findingsAbout(
  { group, name, number }: JudgedBook,
  judge: Finding["judge"],
  found: readonly Pick<Finding, "severity" | "document" | "line" | "message">[],
): readonly Finding[] {
  return found.map((one) => ({
    judge,
    group,
    book: name,
    ...(number === undefined ? {} : { number }),
    ...one,
  }));
}

/** PDFs have a judge of their own. */
export function isPdf({ path }: JudgedBook): boolean {
  return path.endsWith(".pdf");
}

/** Something that this machine lacks, and what to do about it. */
export class MachineLacks extends Error {}
