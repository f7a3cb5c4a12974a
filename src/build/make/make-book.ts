import { dirname, join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { PrintedPages } from "../../epub/page-breaks.ts";
import type { FontSet } from "../../font/load-fonts.ts";
import { FileSystemError } from "../../host/file-system.ts";
import type { Host } from "../../host/host.ts";
import type { PreparedImage } from "../../image/image.ts";
import type { PageMemory } from "../../pdf/remembered-pages.ts";
import type { MadeFile } from "../../provenance/record-schema.ts";
import type { Theme } from "../../theme/theme.ts";
import { ThemeError } from "../../theme/theme-error.ts";
import type { BuildSettings } from "../plan/build-settings.ts";
import { countPaper } from "../plan/count-paper.ts";
import type { Book } from "../plan/select-books.ts";
import { checksumOf } from "../record/checksum.ts";
import { describeSettings, sumInputs } from "../record/describe-origin.ts";
import type { Format } from "../request.ts";
import { type BookSources, type CompiledBook, compileBook } from "./compile-book.ts";
import type { LazyBrowser } from "./lazy-browser.ts";
import { makeEpub } from "./make-epub.ts";
import { makePdf } from "./make-pdf.ts";

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

/** The PDF first: the EPUB lists its pages. */
const ORDER: readonly Format[] = ["pdf", "epub"];

/**
 * Builds one book in the formats asked for. One format that fails does not stop the other, and no
 * defect of ours in one book stops the next. No format is begun after the signal was aborted.
 */
export async function makeBook(
  tools: BookTools,
  book: Book,
  signal?: AbortSignal,
): Promise<BuiltBook> {
  const { host, settings } = tools;
  let compiled: CompiledBook;
  try {
    compiled = await compileBook(tools, book, settings);
  } catch (defect) {
    const { title } = (book.handout?.session.page ?? book.module.page).header;
    return { book, title, files: [], made: [], diagnostics: [], machineFault: false, defect };
  }
  const diagnostics: Diagnostic[] = [...compiled.diagnostics];
  const files: BuiltFile[] = [];
  const made: MadeFile[] = [];
  const { title } = compiled.publication;
  if (compiled.isRefused) {
    return { book, title, files, made, diagnostics, machineFault: false, isRefused: true };
  }
  const inputs = sumInputs(tools, book, compiled);
  let machineFault = false;
  let defect: unknown;
  let printedPages: PrintedPages | undefined;
  for (const format of ORDER.filter((one) => settings.formats.includes(one))) {
    // An EPUB without the pages of a PDF that was given up would be another book.
    if (signal?.aborted) break;
    let one: Made;
    try {
      one =
        format === "epub"
          ? await makeEpub(tools, compiled, printedPages)
          : await makePdf(tools, compiled, book);
    } catch (error) {
      // A theme that cannot be used fails every book: told once, for all.
      if (error instanceof ThemeError) throw error;
      defect ??= error;
      continue;
    }
    for (const found of one.diagnostics) diagnostics.push(found);
    machineFault ||= one.machineFault === true;
    if (one.bytes === undefined) continue;
    const name = format === "pdf" ? (book.sheetsName ?? book.fileName) : book.fileName;
    const shown = `${book.module.language}/${name}${book.nameEnd ?? ""}.${format}`;
    const path = join(settings.output, shown);
    try {
      await host.fileSystem.writeFile(path, one.bytes, settings.outputWithin);
    } catch (error) {
      if (!(error instanceof FileSystemError)) throw error;
      diagnostics.push(reportWrite(path, error));
      machineFault ||= error.reason === "full";
      continue;
    }
    const { pageCount } = one;
    const pages =
      pageCount === undefined
        ? {}
        : { pageCount, ...countPaper(pageCount, book.edition, settings) };
    const isPrinted = format === "pdf" || printedPages !== undefined;
    const browser = isPrinted ? (await tools.browser.start())?.publicVersion : undefined;
    printedPages ??= one.printedPages;
    const sum = { sizeBytes: one.bytes.byteLength, sha256: checksumOf(one.bytes) };
    files.push({ format, path, ...sum, ...pages });
    const settingsOfFile = describeSettings(tools, format, browser);
    made.push({ path: shown, ...sum, ...nameBook(book), settings: settingsOfFile, inputs });
  }
  // Told in the order in which they were asked for.
  const { formats } = settings;
  files.sort((one, other) => formats.indexOf(one.format) - formats.indexOf(other.format));
  return { book, title, files, made, diagnostics, machineFault, defect };
}

/** What a book is called in the build record. */
function nameBook({ module, name, handout, edition }: Book) {
  const session = handout === undefined ? {} : { session: handout.name };
  return { language: module.language, module: name, ...session, edition };
}

const WRITE_REASONS = {
  permission: "permission to write there is missing",
  full: "the disk is full",
  missing: "a part of the path is a file, or leads nowhere",
  outside: "it is a link that leads elsewhere",
  busy: "another run holds it",
  special: "there is a pipe, a socket or a device in its place",
  large: "what is there is too large",
  other: "the system refuses it",
} as const;

/** About the folder where that is the cause: the same words for each book, told once. */
export function reportWrite(path: string, { reason }: FileSystemError): Diagnostic {
  const isFile = reason === "other";
  return {
    code: "OUT001",
    severity: "error",
    message: isFile
      ? `Unexpected output that cannot be written: ${WRITE_REASONS[reason]}`
      : `Unexpected output folder that cannot be written: ${WRITE_REASONS[reason]}`,
    place: { file: (isFile ? path : dirname(path)).replaceAll("\\", "/") },
    hint:
      reason === "full"
        ? "Free some space, or name another disk with `--output FOLDER`. An earlier book is untouched."
        : reason === "outside"
          ? "Nothing was written there. If you made that link yourself, name its folder: `--output FOLDER`."
          : "Name a folder of yours with `--output FOLDER`. An earlier book is untouched.",
  };
}
