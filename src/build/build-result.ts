import type { BrowserError } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { BuiltBook } from "./make/book-tools.ts";
import type { BrokenBook } from "./plan/broken-books.ts";
import type { BuildSettings } from "./plan/build-settings.ts";
import type { SkippedBook } from "./plan/plan-build.ts";

/** What the making of books came to. */
export interface MadeBooks {
  /** With which the books were made. */
  readonly settings: BuildSettings;
  readonly built: readonly BuiltBook[];
  readonly skipped: readonly SkippedBook[];
  readonly diagnostics: readonly Diagnostic[];
  readonly browserFault: BrowserError | undefined;
  /** False where another browser printed than was to be expected. */
  readonly isForeseenBrowser: boolean;
}

/** What a build came to. */
export interface BuildResult extends MadeBooks {
  /** Modules that were asked for and could not be read. */
  readonly broken: readonly BrokenBook[];
  /** Of the output folder, where it could be written down. */
  readonly fingerprint: string | undefined;
  /** Something that the machine lacks kept a file from being made. */
  readonly machineFault: boolean;
}
