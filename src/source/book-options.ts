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
