import { readPaper } from "../build/plan/settle-sheets.ts";
import type { BuildRequest, SheetKind } from "../build/request.ts";
import { RequestError } from "../build/request-error.ts";
import type {
  Edition,
  FileNames,
  FontPolicy,
  Format,
  LinkMode,
  Sides,
} from "../source/book-options.ts";
import type { SetLimits } from "../source/limits.ts";
import { parseSizeBytes } from "../source/size.ts";
import type { CommonOptions } from "./terminal.ts";

/** The options of `build`, as commander reads them. */
export interface BuildOptions extends CommonOptions {
  readonly format?: readonly Format[];
  readonly edition?: readonly Edition[];
  readonly paper?: string;
  readonly sides?: string;
  readonly booklet?: boolean;
  readonly nup?: string;
  readonly participants?: string;
  readonly greyscale?: boolean;
  readonly fonts?: FontPolicy;
  readonly links?: LinkMode;
  readonly names?: FileNames;
  /** Names of single sessions. */
  readonly session?: readonly string[];
  readonly maxSize?: string;
  readonly output?: string;
  readonly lang?: string;
  readonly theme?: string;
  readonly allowMissing?: boolean;
  readonly browser?: string;
  /** False for `--no-cache`. */
  readonly cache?: boolean;
  /** Limits that are set for this call. */
  readonly limit?: SetLimits;
}

/**
 * What the options ask for.
 *
 * @param modules by name.
 * @param sourceDate SOURCE_DATE_EPOCH as it was written.
 * @throws RequestError for a paper, size, number or date that is none, and for options that exclude
 *   each other.
 */
export function readBuildRequest(
  options: BuildOptions,
  modules: readonly string[],
  sourceDate: string | undefined,
): BuildRequest {
  const { session, edition, format, greyscale, fonts, links, names, output } = options;
  const paper = readPaper(options.paper);
  const sides = readSides(options.sides);
  const participants = readParticipants(options.participants);
  const maxSizeBytes = readMaxSize(options.maxSize);
  const sourceDateSeconds = readSourceDate(sourceDate);
  return {
    modules,
    language: options.lang,
    theme: options.theme,
    sheets: readSheets(options),
    allowMissing: options.allowMissing === true,
    ...(paper === undefined ? {} : { paper }),
    ...(sides === undefined ? {} : { sides }),
    ...(session === undefined ? {} : { sessions: session }),
    ...(edition === undefined ? {} : { editions: edition }),
    ...(format === undefined ? {} : { formats: format }),
    ...(greyscale === undefined ? {} : { greyscale }),
    ...(participants === undefined ? {} : { participants }),
    ...(fonts === undefined ? {} : { fonts }),
    ...(links === undefined ? {} : { links }),
    ...(names === undefined ? {} : { names }),
    ...(maxSizeBytes === undefined ? {} : { maxSizeBytes }),
    ...(output === undefined ? {} : { output }),
    ...(sourceDateSeconds === undefined ? {} : { sourceDateSeconds }),
  };
}

/** @throws RequestError for sheets of paper where no PDF is made. */
export function refuseIdleSheets(options: BuildOptions, formats: readonly Format[]): void {
  const kind = readSheets(options);
  if (kind === "pages" || formats.includes("pdf")) return;
  const option = kind === "booklet" ? "booklet" : "nup";
  throw new RequestError(
    `Unexpected \`--${option}\` for EPUB alone, expected a PDF to be made`,
    `Only a PDF has sheets of paper: write \`--format pdf\`, or leave \`--${option}\` out.`,
  );
}

/** Options that say how one format looks, and to which no other format listens. */
const OPTIONS_OF: Readonly<Record<Format, Partial<Record<keyof BuildOptions, string>>>> = {
  pdf: {
    paper: "--paper",
    sides: "--sides",
    greyscale: "--greyscale",
    participants: "--participants",
  },
  epub: { fonts: "--fonts", maxSize: "--max-size" },
};

/** What was asked for of a format that is not made: a line each, for the person who asked. */
export function listIdleOptions(options: BuildOptions, formats: readonly Format[]): string[] {
  return (["pdf", "epub"] as const)
    .filter((format) => !formats.includes(format))
    .flatMap((format) =>
      Object.entries(OPTIONS_OF[format])
        .filter(([key]) => options[key as keyof BuildOptions] !== undefined)
        .map(
          ([, option]) =>
            `note: \`${option}\` changes nothing here: it is for ${format.toUpperCase()}, and none is made.`,
        ),
    );
}

function readSheets({ booklet, nup, sides }: BuildOptions): SheetKind {
  const pagesPerSide = readPagesPerSide(nup);
  if (booklet !== true) return pagesPerSide ?? "pages";
  if (pagesPerSide !== undefined) {
    throw new RequestError(
      "Unexpected `--nup` with `--booklet`, expected one of them",
      "A booklet has two pages on each side of a sheet already, in the order for folding.",
    );
  }
  if (readSides(sides) === "one") {
    throw new RequestError(
      "Unexpected `--sides one` with `--booklet`, expected sheets with two sides",
      "Leave `--sides` out. For sheets with one side, write `--nup 2`.",
    );
  }
  return "booklet";
}

function readSides(text: string | undefined): Sides | undefined {
  const word = text?.trim().toLowerCase();
  const sides = word === "1" ? "one" : word === "2" ? "two" : word;
  if (sides === undefined || sides === "one" || sides === "two") return sides;
  throw new RequestError(
    `Unexpected sides \`${text}\`, expected one or two`,
    "Two is for paper that is printed on both sides: margins are mirrored, chapters begin on the right.",
  );
}

function readPagesPerSide(text: string | undefined): "2up" | "4up" | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (count === 2) return "2up";
  if (count === 4) return "4up";
  throw new RequestError(
    `Unexpected number \`${text}\` of pages on a side, expected 2 or 4`,
    "With `--nup 2`, each side of a sheet carries two pages, made smaller.",
  );
}

/** For how many people paper is counted. */
function readParticipants(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (/^\d{1,4}$/.test(text.trim()) && count > 0) return count;
  throw new RequestError(
    `Unexpected participants \`${text}\`, expected their number, such as 20`,
    "It changes no book: it says how many sheets of paper to bring.",
  );
}

function readMaxSize(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseSizeBytes(text);
  // `--max-size 2` is no wish for two bytes.
  if (bytes !== undefined && bytes >= 1000) return bytes;
  throw new RequestError(
    `Unexpected size \`${text}\`, expected one such as 500kB or 2MB`,
    bytes === undefined
      ? "It is the most that each EPUB may take; a number alone means bytes."
      : `A number alone means bytes. It is the most that each EPUB may take: write ${Number.parseFloat(text)}kB or ${Number.parseFloat(text)}MB.`,
  );
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970, in decimal. */
function readSourceDate(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const seconds = Number(text);
  // The year 9999 is the last that the books' date formats can hold.
  if (/^\d+$/.test(text) && seconds < 253_402_300_800) return seconds;
  throw new RequestError(
    `Unexpected SOURCE_DATE_EPOCH \`${text}\`, expected seconds since 1970`,
    "Leave the variable out to date the books by their pages.",
  );
}
