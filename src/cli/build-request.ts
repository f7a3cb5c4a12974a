import {
  type BuildRequest,
  RequestError,
  readSourceDate,
  type SheetKind,
} from "../api/request-words.ts";
import type { CurriculumOptions } from "./open-curriculum.ts";

/** Fields of a request that options give as they are. */
type SameFields =
  | "paper"
  | "sides"
  | "participants"
  | "greyscale"
  | "fonts"
  | "links"
  | "names"
  | "theme"
  | "output"
  | "allowMissing"
  | "allowUntranslated";

/** The options of `build`, as they were read. */
export interface BuildOptions extends CurriculumOptions, Pick<BuildRequest, SameFields> {
  readonly format?: BuildRequest["formats"];
  readonly edition?: BuildRequest["editions"];
  /** Names of single sessions. */
  readonly session?: BuildRequest["sessions"];
  /** In bytes. */
  readonly maxSize?: number;
  readonly booklet?: boolean;
  readonly nup?: "2up" | "4up";
  /** False for `--no-cache`. */
  readonly cache?: boolean;
}

/**
 * What the options ask for.
 *
 * @param sourceDate SOURCE_DATE_EPOCH as it was written.
 * @throws RequestError for a date that is none, and for options that exclude each other.
 */
export function readBuildRequest(
  options: BuildOptions,
  sourceDate: string | undefined,
): BuildRequest {
  const { paper, sides, participants, greyscale, fonts, links, names } = options;
  return {
    ...{ paper, sides, participants, greyscale, fonts, links, names },
    theme: options.theme,
    output: options.output,
    allowMissing: options.allowMissing,
    allowUntranslated: options.allowUntranslated,
    language: options.lang,
    formats: options.format,
    editions: options.edition,
    sessions: options.session,
    maxSizeBytes: options.maxSize,
    sheets: readSheets(options),
    sourceDateSeconds: readSourceDate(sourceDate),
  };
}

function readSheets({ booklet, nup, sides }: BuildOptions): SheetKind {
  if (booklet !== true) return nup ?? "pages";
  if (nup !== undefined) {
    throw new RequestError(
      "Unexpected `--nup` with `--booklet`, expected one of them",
      "A booklet has two pages on each side of a sheet already, in the order for folding.",
    );
  }
  if (sides === "one") {
    throw new RequestError(
      "Unexpected `--sides one` with `--booklet`, expected sheets with two sides",
      "Leave `--sides` out. For sheets with one side, write `--nup 2`.",
    );
  }
  return "booklet";
}
