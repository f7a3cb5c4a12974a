import { resolve } from "node:path";
import type { FontPolicy } from "../../font/carried-faces.ts";
import type { Host } from "../../host/host.ts";
import type { PrintLimits } from "../../pdf/print-limits.ts";
import type { SheetLayout } from "../../print/sheet-layout.ts";
import type { LinkMode } from "../../publication/assign-notes.ts";
import type { Edition } from "../../publication/edition.ts";
import type { SetLimits } from "../../source/limits.ts";
import { parseSizeBytes } from "../../source/size.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { RequestError } from "../request-error.ts";
import { readParticipants, type SheetOptions, settleSheets } from "./sheet-settings.ts";

export type Format = "pdf" | "epub";
export type FileNames = "plain" | "language";

export interface BuildOptions extends SheetOptions {
  /** Limits that are set for this call. */
  readonly limit?: SetLimits;
  readonly format?: readonly Format[];
  readonly edition?: readonly Edition[];
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
  /** SOURCE_DATE_EPOCH as it was written. */
  readonly sourceDate?: string | undefined;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What a build does, from the options, then the configuration, then the defaults. */
export interface BuildSettings {
  readonly formats: readonly Format[];
  readonly editions: readonly Edition[];
  /** What PDF pages are set for, and how they become sheets. */
  readonly sheets: SheetLayout;
  /** PDF without any colour. */
  readonly isGrey: boolean;
  /** For how many people paper is counted. */
  readonly participants?: number;
  /** Whether EPUB books carry faces. */
  readonly fontPolicy: FontPolicy;
  /** How books say where their links lead. */
  readonly links: LinkMode;
  /** Whether the names of files carry the language. */
  readonly names: FileNames;
  /** What an EPUB may take. */
  readonly maxSizeBytes?: number;
  /** What one PDF may take. */
  readonly printLimits: PrintLimits;
  /** Absolute path. */
  readonly output: string;
  /** Where nobody named the output folder: no link in it may lead out of this one. Absolute path. */
  readonly outputWithin?: string;
  /** From SOURCE_DATE_EPOCH. */
  readonly sourceDateSeconds?: number;
}

/** @throws RequestError for a paper, size, number or date that is none, and for what excludes each other. */
export function settleBuild(
  host: Host,
  loaded: LoadedCurriculum,
  options: BuildOptions,
): BuildSettings {
  const { configuration, root } = loaded;
  const formats = options.format ?? configuration.formats ?? ["epub", "pdf"];
  const sheets = settleSheets(options, configuration);
  if (sheets.imposition !== undefined && !formats.includes("pdf")) {
    const option = sheets.imposition.kind === "booklet" ? "booklet" : "nup";
    throw new RequestError(
      `Unexpected \`--${option}\` for EPUB alone, expected a PDF to be made`,
      `Only a PDF has sheets of paper: write \`--format pdf\`, or leave \`--${option}\` out.`,
    );
  }
  const participants = readParticipants(options.participants);
  const maxSizeBytes = readMaxSize(options.maxSize) ?? configuration.maxSizeBytes;
  const sourceDateSeconds = readSourceDate(options.sourceDate);
  return {
    formats,
    editions: options.edition ?? configuration.editions ?? ["trainer"],
    sheets,
    isGrey: options.greyscale ?? configuration.greyscale ?? false,
    ...(participants === undefined ? {} : { participants }),
    fontPolicy: options.fonts ?? configuration.fonts ?? "auto",
    links: options.links ?? configuration.links ?? "notes",
    names: options.names ?? configuration.names ?? "plain",
    ...(maxSizeBytes === undefined ? {} : { maxSizeBytes }),
    printLimits: {
      mostPages: configuration.limits.bookPages,
      mostSeconds: configuration.limits.bookSeconds,
    },
    ...chooseOutput(host, options.output, root, configuration.output),
    ...(sourceDateSeconds === undefined ? {} : { sourceDateSeconds }),
  };
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

function chooseOutput(
  host: Host,
  option: string | undefined,
  root: string,
  configured: string | undefined,
): Pick<BuildSettings, "output" | "outputWithin"> {
  if (option !== undefined) return { output: resolve(host.cwd, option) };
  // The folder may have come with the content, and be a link to the home folder of whoever builds.
  const [within, folder] = configured === undefined ? [host.cwd, "output"] : [root, configured];
  return { output: resolve(within, folder), outputWithin: within };
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
