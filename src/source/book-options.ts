/**
 * What a configuration, a command line and a program may choose for books: each list stands here
 * once, for types, for the schema of `handpress.yaml` and for that of records.
 */

export const FORMATS = ["pdf", "epub"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * How a book says where its links lead: in numbered notes, in brackets after their words, in notes
 * with a QR code each, or not at all.
 */
export const LINK_MODES = ["notes", "inline", "qr", "none"] as const;
export type LinkMode = (typeof LINK_MODES)[number];

/** Whether EPUB books carry fonts: for the scripts that need it, for every script, or for none. */
export const FONT_POLICIES = ["auto", "always", "never"] as const;
export type FontPolicy = (typeof FONT_POLICIES)[number];

/** How the files of books are called: by the module, or with the language as well. */
export const FILE_NAMES = ["plain", "language"] as const;
export type FileNames = (typeof FILE_NAMES)[number];

/** One: every page is made like a right-hand one. Two: left-hand pages are mirrored. */
export const SIDES = ["one", "two"] as const;
export type Sides = (typeof SIDES)[number];

/** Several pages of a PDF on one side of a sheet: to fold, or two or four beside each other. */
export const IMPOSITIONS = ["booklet", "2up", "4up"] as const;
export type ImpositionName = (typeof IMPOSITIONS)[number];

/** The trainer's edition holds everything; the participant's leaves out what is for trainers. */
export const EDITIONS = ["trainer", "participant"] as const;
export type Edition = (typeof EDITIONS)[number];

/** What is printed in place of a passage that is not translated. */
export const UNTRANSLATED_POLICIES = ["source", "omit", "refuse"] as const;
/** What is printed for a passage whose source has changed since it was translated. */
export const STALE_POLICIES = ["marked", "source", "omit", "refuse"] as const;

export interface PassagePolicy {
  readonly untranslated: (typeof UNTRANSLATED_POLICIES)[number];
  readonly stale: (typeof STALE_POLICIES)[number];
}

/** A catalogue for each module and language, or one for each language. */
export const CATALOGUE_LAYOUTS = ["module", "one"] as const;
export type CatalogueLayout = (typeof CATALOGUE_LAYOUTS)[number];
