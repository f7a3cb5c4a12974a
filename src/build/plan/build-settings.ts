import { resolve } from "node:path";
import type { Host } from "../../host/host.ts";
import type { PrintLimits } from "../../pdf/print-limits.ts";
import type { Paper } from "../../print/paper.ts";
import type { SheetLayout } from "../../print/sheet-layout.ts";
import type {
  Edition,
  FileNames,
  FontPolicy,
  Format,
  LinkMode,
} from "../../source/book-options.ts";
import type { Configuration } from "../../source/configuration.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BuildRequest } from "../request.ts";
import { settleSheets } from "./settle-sheets.ts";

/** What a build does: nothing is left open any more. */
export interface BuildSettings {
  readonly formats: readonly Format[];
  readonly editions: readonly Edition[];
  /** What PDF pages are set for, and how they become sheets. */
  readonly sheets: SheetLayout;
  /** PDF without any colour. */
  readonly isGrey: boolean;
  /** For how many people paper is counted. */
  readonly participants?: number;
  /** Whether EPUB books carry fonts. */
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
  readonly sourceDateSeconds?: number;
}

/**
 * What a build does, from the request, then the configuration, then the defaults.
 *
 * @param themePaper the page that the theme is made for, where it is made for one.
 * @throws RequestError for a paper that is none or cannot be folded.
 */
export function settleBuild(
  host: Host,
  { configuration, root }: LoadedCurriculum,
  request: BuildRequest,
  themePaper?: Paper,
): BuildSettings {
  const { participants, sourceDateSeconds } = request;
  const maxSizeBytes =
    request.maxSizeBytes === undefined ? configuration.maxSizeBytes : request.maxSizeBytes;
  return {
    formats: settleFormats(request, configuration),
    editions: request.editions ?? configuration.editions ?? ["trainer"],
    sheets: settleSheets(request, configuration, themePaper),
    isGrey: request.greyscale ?? configuration.greyscale ?? false,
    ...(participants === undefined ? {} : { participants }),
    fontPolicy: request.fonts ?? configuration.fonts ?? "auto",
    links: request.links ?? configuration.links ?? "notes",
    names: request.names ?? configuration.names ?? "plain",
    ...(maxSizeBytes === undefined || maxSizeBytes === null ? {} : { maxSizeBytes }),
    printLimits: {
      mostPages: configuration.limits.bookPages,
      mostSeconds: configuration.limits.bookSeconds,
    },
    ...chooseOutput(host, request.output, root, configuration.output),
    ...(sourceDateSeconds === undefined ? {} : { sourceDateSeconds }),
  };
}

/** Which formats are made; in the order in which they are told. */
export function settleFormats(
  { formats }: Pick<BuildRequest, "formats">,
  configuration: Pick<Configuration, "formats">,
): readonly Format[] {
  return formats ?? configuration.formats ?? ["epub", "pdf"];
}

function chooseOutput(
  host: Host,
  asked: string | undefined,
  root: string,
  configured: string | undefined,
): Pick<BuildSettings, "output" | "outputWithin"> {
  if (asked !== undefined) return { output: resolve(host.cwd, asked) };
  // The folder may have come with the content, and be a link to the home folder of whoever builds.
  const [within, folder] = configured === undefined ? [host.cwd, "output"] : [root, configured];
  return { output: resolve(within, folder), outputWithin: within };
}
