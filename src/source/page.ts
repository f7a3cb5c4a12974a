import type { Place } from "../diagnostics/diagnostic.ts";
import type { Audience } from "./audience.ts";

/** The four stages of ADIDS, in the order in which a module teaches and prints them. */
export const STAGES = ["activity", "input", "deepening", "synthesis"] as const;
export type Stage = (typeof STAGES)[number];

/** A file as the edge read it. */
export interface SourceFile {
  /** POSIX path relative to the curriculum's root, NFC. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A header value with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly place: Place;
}

/** One `{name, url}` of a module's stage list. */
export interface StageItem {
  /** Empty when the header gives none. */
  readonly name: string;
  /** As written; empty when the header gives none (items with neither are dropped by `source`). */
  readonly url: string;
  /** Where the url stands, or the item itself when it has none. */
  readonly place: Place;
  /** Its name is translated by a catalogue. */
  readonly isTranslated?: true;
  /** Its lines in the file, and the number of the first: what a better item would stand in place of. */
  readonly written: { readonly line: number; readonly texts: readonly string[] };
}

/** A date as the header gives it: never parsed by a YAML schema, never guessed. */
export interface PageDate {
  /** As written. */
  readonly text: string;
  /** Absent where the text is no date; then it is printed as given. */
  readonly year?: number;
  /** 1–12. Absent where unknown (`2015-00`). */
  readonly month?: number;
  readonly day?: number;
}

/** Minutes. "30-60 minutes" is {30, 60}; "60 minutes" {60, 60}; "120+ minutes" {120, open}. */
export interface Duration {
  readonly minMinutes: number;
  readonly maxMinutes: number;
  /** True for "120+": at least `minMinutes`. */
  readonly open: boolean;
}

export type PageKind = "module" | "session" | "page";

/** The header of a page, every field in one meaning, empty ones absent or empty lists. */
export interface PageHeader {
  readonly kind: PageKind;
  /** The header's title less its stage prefix ("Input: "); empty when the header gives none. */
  readonly title: string;
  readonly breadcrumb: string;
  readonly summary: string;
  readonly authors: readonly string[];
  readonly date?: Located<PageDate>;
  readonly platforms: readonly string[];
  readonly level: string;
  /** Empty for null and "none". */
  readonly prerequisites: readonly string[];
  /** As written. Absent where the header gives none; the path then stands for it. */
  readonly permalink?: Located<string>;
  readonly redirectFrom: readonly Located<string>[];
  readonly parents: readonly string[];
  /** Only modules have items. */
  readonly stages: Readonly<Record<Stage, readonly StageItem[]>>;
  /** A session's own stage (`adids`). */
  readonly stage?: Stage;
  readonly duration?: Duration;
  readonly durationText: string;
  /** A session's own licence or attribution lines, as written. */
  readonly licence: string;
  readonly attributions: readonly string[];
  /** Whom the page is for, where its header says so. */
  readonly audience?: Audience | "all";
  /** What its header says of that where it means nobody we know; it is then read as nothing. */
  readonly unclearAudience?: Located<string>;
}

/**
 * What names a page's language: its header, its folder or suffix, `handpress.yaml`, the catalogue that
 * it was translated by, or nothing.
 */
export type LanguageSource = "header" | "path" | "configuration" | "catalogue" | "nothing";

/** How much a passage of a translated page can be trusted, where it cannot be wholly. */
export type PassageState = "source" | "stale";

/** A run of text of a translated page that is not, or no longer, a translation of its source. */
export interface Passage {
  /** Of the body, from 0: where the run of text begins. */
  readonly line: number;
  /** How many runs of text began in that line before it. */
  readonly ordinal: number;
  readonly state: PassageState;
}

/** What is known of a page that was put together from its source and a catalogue. */
export interface PageTranslation {
  /** The page that was translated. */
  readonly source: string;
  readonly sourceLanguage: string;
  /** Runs of text that are marked where they are printed; in the order of the page. */
  readonly passages: readonly Passage[];
  /** Set where the title, or the summary, is not translated, or no longer. */
  readonly title?: PassageState;
  readonly summary?: PassageState;
  /** How much of its words stands in the language, from 0 to 100. */
  readonly percent: number;
  /** Where each line of the body comes from: an entry of a catalogue, or a line of the source. */
  readonly places: readonly Place[];
}

/** A page of the curriculum: header understood, body still Markdown. */
export interface Page {
  /** POSIX path relative to the curriculum's root. */
  readonly path: string;
  /** Canonical BCP 47 tag. */
  readonly language: string;
  /** What says so. Of a page that nothing names, `curriculum` looks at more than its default. */
  readonly namedBy: LanguageSource;
  /** Where its header names it. */
  readonly languagePlace?: Place;
  /** The path without its language (folder or suffix): what pairs a page with its source. */
  readonly basePath: string;
  readonly header: PageHeader;
  /** Where the header stands as a whole, for problems that have no better place. */
  readonly place: Place;
  /** Markdown, line ends normalised to \n, no BOM. */
  readonly body: string;
  /** The 1-based line of the file on which the body's first line stands. */
  readonly bodyLine: number;
  /** Signs that nobody sees, without which the body was read. */
  readonly invisible?: InvisibleInPage;
  /** Of a page that has no file of its own. */
  readonly translation?: PageTranslation;
}

/** What a page was read without: in each line that had such signs. */
export interface InvisibleInPage {
  /** How many of each: `U+200B`. */
  readonly counts: readonly ReadonlyMap<string, number>[];
  /** The first in each line. Lines are those of the body, from 0, and columns from 1. */
  readonly places: readonly { readonly bodyLine: number; readonly column: number }[];
}
