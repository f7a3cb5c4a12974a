import { createHash } from "node:crypto";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Stage } from "../source/page.ts";

/**
 * The version of the rules by which pages are cut into units. A catalogue says which one it was made
 * by; one of another version is aligned anew by its texts, so that nothing of it is lost.
 */
export const UNIT_RULES = 1;

export type UnitKind =
  | "title"
  | "breadcrumb"
  | "summary"
  | "fact"
  | "session name"
  | "heading"
  | "paragraph"
  | "list item"
  | "quotation"
  | "table head"
  | "table cell"
  | "term"
  | "definition"
  | "footnote"
  | "callout title"
  | "alternative text"
  | "caption"
  | "abbreviation";

/** What a translator gets as one string: a title, a paragraph, an item, a cell. */
export interface Unit {
  readonly kind: UnitKind;
  /**
   * `msgctxt`: the page and what the unit is there. It holds no number and no words of the text, so
   * that it stays the same when the page around it, or the unit itself, is edited.
   */
  readonly context: string;
  /**
   * `msgid`: Markdown of one line, with `{1}`, `{2}` … in place of addresses and attribute lists. A
   * line end in it is a break of the page (`<br>`).
   */
  readonly source: string;
  /** What `{1}`, `{2}` … stand for, as written. */
  readonly addresses: readonly string[];
  /** The page's own remarks for translators. */
  readonly comments: readonly string[];
  readonly place: Place;
  readonly target: HeaderTarget | BodyTarget;
}

/** A value of the header. */
export type HeaderTarget =
  | {
      readonly in: "header";
      readonly field: "title" | "breadcrumb" | "summary" | "level" | "durationText";
    }
  | {
      readonly in: "header";
      readonly field: "platforms" | "prerequisites";
      readonly index: number;
    }
  | {
      readonly in: "header";
      readonly field: "session";
      readonly stage: Stage;
      readonly index: number;
    };

/** A piece of the body. Lines count from 0, columns in UTF-16 units from 0; `to` is behind it. */
export interface BodyTarget {
  readonly in: "body";
  readonly from: Position;
  readonly to: Position;
  /** Which run of text of its first line it belongs to, from 0: a row of a table has many. */
  readonly block?: BlockNumber;
  /** How what stands there has to be written. */
  readonly shape: "text" | "cell" | "attribute";
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The run of text that begins in a line of the body, and how many began in that line before it. */
export interface BlockNumber {
  readonly line: number;
  readonly ordinal: number;
}

/** A page, cut into units. */
export interface PageUnits {
  /** Path of the page. */
  readonly path: string;
  /** What contexts call the page: its path less language and extension. */
  readonly key: string;
  readonly units: readonly Unit[];
  /** The lines of the body that targets count in. */
  readonly lines: readonly string[];
}

/** The key of an entry among all of a language: a context and a source text are said once. */
export function keyOfUnit({ context, source }: Pick<Unit, "context" | "source">): string {
  return `${context}\u0004${source}`;
}

/**
 * The state of some source texts: sixteen hexadecimal digits of a SHA-256 over every context and text
 * in the order of the pages. Editions that show the same hash were made from the same words.
 */
export function hashUnits(units: Iterable<Pick<Unit, "context" | "source">>): string {
  const hash = createHash("sha256");
  for (const unit of units) hash.update(`${keyOfUnit(unit)}\0`);
  return hash.digest("hex").slice(0, 16);
}
