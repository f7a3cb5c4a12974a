import type { Paper } from "../print/paper.ts";
import type {
  Edition,
  FileNames,
  FontPolicy,
  Format,
  ImpositionName,
  LinkMode,
  Sides,
} from "../source/book-options.ts";

/** How the pages of a PDF lie on paper: one by one, to fold, or two or four on a side. */
export type SheetKind = "pages" | ImpositionName;

/** Which books of a curriculum are meant: all of its own language where nothing is said. */
export interface BookChoice {
  /** Modules by name, address, path or title. */
  readonly modules?: readonly string[] | undefined;
  /** A language tag, or `all`. */
  readonly language?: string | undefined;
  /** A theme's name, or the path of a folder. */
  readonly theme?: string | undefined;
}

/** How books become sheets of paper. */
export interface SheetRequest {
  /** Of a page; of the sheet in the printer where several pages lie on it. */
  readonly paper?: Paper | undefined;
  readonly sides?: Sides | undefined;
  readonly sheets?: SheetKind | undefined;
}

/**
 * What is to be built. What is left out is as the configuration says, and as by default where it
 * says nothing.
 */
export interface BuildRequest extends BookChoice, SheetRequest {
  /** Single sessions by name, each a handout of its own, in place of whole modules. */
  readonly sessions?: readonly string[] | undefined;
  readonly editions?: readonly Edition[] | undefined;
  readonly formats?: readonly Format[] | undefined;
  /** PDF without any colour. */
  readonly greyscale?: boolean | undefined;
  /** For how many people paper is counted. */
  readonly participants?: number | undefined;
  /** Whether EPUB books carry fonts. */
  readonly fonts?: FontPolicy | undefined;
  /** How books say where their links lead. */
  readonly links?: LinkMode | undefined;
  /** Whether the names of files carry the language. */
  readonly names?: FileNames | undefined;
  /** The most that an EPUB may take, in bytes; null for no limit, whatever the configuration says. */
  readonly maxSizeBytes?: number | null | undefined;
  /** Where the books go; taken from the current folder. */
  readonly output?: string | undefined;
  /** Builds modules although sessions that they link to are missing. */
  readonly allowMissing?: boolean | undefined;
  /** Builds books however little of a session is translated. */
  readonly allowUntranslated?: boolean | undefined;
  /** Seconds since 1970 that stand for the dates of pages: SOURCE_DATE_EPOCH. */
  readonly sourceDateSeconds?: number | undefined;
}
