import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { PrintedPages } from "../../epub/page-breaks.ts";
import type { FontSet } from "../../font/load-fonts.ts";
import type { Host } from "../../host/host.ts";
import type { PreparedImage } from "../../image/image.ts";
import type { PageMemory } from "../../pdf/remembered-pages.ts";
import type { MadeFile } from "../../provenance/record-schema.ts";
import type { Format } from "../../source/book-options.ts";
import type { Theme } from "../../theme/theme.ts";
import type { BuildSettings } from "../plan/build-settings.ts";
import type { Book } from "../plan/select-books.ts";
import type { BookSources } from "./compile-book.ts";
import type { LazyBrowser } from "./lazy-browser.ts";

export interface BuiltBook {
  readonly book: Book;
  readonly title: string;
  readonly files: readonly BuiltFile[];
  /** The same files, as the build record has them. */
  readonly made: readonly MadeFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Something that the machine lacks kept a file from being made. */
  readonly machineFault: boolean;
  /** Nothing was made of it: something in it could be for trainers. */
  readonly isRefused?: boolean;
  /** Ours: what was thrown where only a value was to be expected. The other books are built. */
  readonly defect?: unknown;
}

/** What every book of a build uses. */
export interface BookTools extends BookSources {
  readonly host: Host;
  readonly settings: BuildSettings;
  readonly theme: Theme;
  /** Of the brand, where it has one that can be shown. */
  readonly logo?: PreparedImage | undefined;
  readonly fonts: FontSet;
  readonly browser: LazyBrowser;
  readonly pages: PageMemory;
  /** Of Handpress. */
  readonly version: string;
  /** Of all pages of the curriculum. */
  readonly curriculumSum: string;
}

/** What came of one format of a book. */
export interface Made {
  readonly bytes?: Uint8Array;
  readonly pageCount?: number;
  /** What the other format can use of it. */
  readonly printedPages?: PrintedPages;
  readonly diagnostics: readonly Diagnostic[];
  readonly machineFault?: boolean;
}

export interface BuiltFile {
  readonly format: Format;
  /** Absolute path. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pageCount?: number;
  /** Of paper, for one copy. */
  readonly sheets?: number;
  /** Of paper, for everybody, where their number was given. */
  readonly sheetsForParticipants?: number;
}

/** What the writing of books that are made needs. */
export type WritingTools = Pick<
  BookTools,
  "host" | "settings" | "loaded" | "theme" | "version" | "curriculumSum"
>;
