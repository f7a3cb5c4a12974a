import { join } from "node:path";
import type { BrowserError } from "../../browser/browser-error.ts";
import { makeTemporaryFolder } from "../../browser/temporary-folder.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { locateFile } from "../../diagnostics/format-diagnostic.ts";
import { nameValue } from "../../provenance/canonical-json.ts";
import {
  explainAbsence,
  explainDifference,
  type InputState,
} from "../../provenance/explain-difference.ts";
import type { MadeFile, MadeWith } from "../../provenance/record-schema.ts";
import type { Format } from "../../source/book-options.ts";
import type { CurriculumContext } from "../curriculum-context.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BuildEvents } from "../make/make-books.ts";
import type { Book } from "../plan/select-books.ts";
import { readPaper } from "../plan/settle-sheets.ts";
import { checksumOf } from "../record/checksum.ts";
import type { BuildRequest } from "../request.ts";
import { RequestError } from "../request-error.ts";
import { findRecordedBook } from "./find-recorded-book.ts";

/** How a file stands to what its source gives today. */
export interface RebuiltFile {
  readonly path: string;
  readonly outcome: "identical" | "differs" | "gone" | "unmade";
  /** Why, likeliest first. */
  readonly reasons: readonly string[];
}

export interface RebuiltBooks {
  readonly files: readonly RebuiltFile[];
  readonly browserFault: BrowserError | undefined;
}

export interface RebuildOptions extends BuildEvents {
  /** Of one's own, where books were made with one. */
  readonly theme?: string | undefined;
}

/** Files that come from one run of the build, into one folder. */
interface Batch {
  readonly settings: MadeWith;
  readonly formats: readonly Format[];
  readonly theme: string;
  readonly books: Set<Book>;
  readonly files: MadeFile[];
}

/**
 * Builds books again as their record says, in a folder of its own that is gone afterwards, and
 * compares them.
 *
 * @param files of the record.
 * @param present sums of the files as they lie in the folder.
 * @throws RequestError for a theme of the command line that is not there.
 */
export async function rebuildBooks(
  context: CurriculumContext,
  files: readonly MadeFile[],
  present: ReadonlyMap<string, string | undefined>,
  options: RebuildOptions = {},
): Promise<RebuiltBooks> {
  const { loaded } = context;
  const { batches, rest } = planBatches(loaded, files, options.theme);
  const rebuilt: RebuiltFile[] = [...rest];
  let browserFault: BrowserError | undefined;
  const folder = makeTemporaryFolder("books");
  try {
    for (const [at, batch] of batches.entries()) {
      const output = join(folder.path, String(at));
      const made = await runBatch(context, batch, output, options);
      browserFault ??= made.browserFault;
      for (const file of batch.files) {
        const now = made.files.get(file.path);
        const isMade = now !== undefined && !lacksPrint(file, now);
        rebuilt.push(
          isMade
            ? compareFile(file, now, present.get(file.path))
            : { path: file.path, outcome: "unmade", reasons: [made.reason] },
        );
      }
    }
  } finally {
    folder.remove();
  }
  return {
    files: rebuilt.sort((one, other) => (one.path < other.path ? -1 : 1)),
    browserFault,
  };
}

/** An EPUB counts the pages of a print: without one it is another book, which says nothing of this. */
function lacksPrint(before: MadeFile, now: MadeFile): boolean {
  return before.settings.browser !== undefined && now.settings.browser === undefined;
}

function compareFile(before: MadeFile, now: MadeFile, found: string | undefined): RebuiltFile {
  const { path } = before;
  if (now.sha256 === found) return { path, outcome: "identical", reasons: [] };
  if (now.sha256 === before.sha256) {
    const reason =
      "it was changed after it was built: this source still gives what handpress-record.json says";
    return { path, outcome: "differs", reasons: [reason] };
  }
  const reasons = explainDifference(before, now);
  const unknown =
    "handpress-record.json gives no reason: it was built on another kind of system, with another build of the browser, or never from this source";
  return { path, outcome: "differs", reasons: reasons.length > 0 ? reasons : [unknown] };
}

/** A PDF comes along where the EPUB that lists its pages is built again. */
function planBatches(
  loaded: LoadedCurriculum,
  files: readonly MadeFile[],
  ownTheme: string | undefined,
): { readonly batches: readonly Batch[]; readonly rest: readonly RebuiltFile[] } {
  const batches = new Map<string, Batch>();
  const rest: RebuiltFile[] = [];
  const withPages = new Map<string, Batch>();
  const find = findRecordedBook(loaded);
  const epubsFirst = [...files].sort((one, other) => Number(isPdf(one)) - Number(isPdf(other)));
  for (const file of epubsFirst) {
    const { path, settings } = file;
    const book = find(file);
    const theme = settings.theme.name ?? ownTheme;
    if (book === undefined) {
      rest.push({
        path,
        outcome: "gone",
        reasons: explainAbsence(file, (name, sum) => stateOf(loaded, name, sum)),
      });
      continue;
    }
    if (theme === undefined) {
      const reason = "it was made with a theme of one's own: name that with --theme FOLDER";
      rest.push({ path, outcome: "unmade", reasons: [reason] });
      continue;
    }
    const { links, print, epub, sourceDateSeconds } = settings;
    const printed = { theme, links, print, sourceDateSeconds };
    const printKey = nameValue({ ...printed, book: path.replace(/\.\w+$/, "") });
    const along = isPdf(file) ? withPages.get(printKey) : undefined;
    const key = nameValue({ ...printed, epub });
    const formats: readonly Format[] = isPdf(file)
      ? ["pdf"]
      : settings.print === undefined
        ? ["epub"]
        : ["epub", "pdf"];
    const batch = along ??
      batches.get(key) ?? { settings, formats, theme, books: new Set<Book>(), files: [] };
    if (along === undefined) batches.set(key, batch);
    batch.books.add(book);
    batch.files.push(file);
    if (formats.length === 2) withPages.set(printKey, batch);
  }
  return { batches: [...batches.values()], rest };
}

/** What became of a page or picture that a book was made of. */
function stateOf(loaded: LoadedCurriculum, path: string, sum: string | undefined): InputState {
  if (loaded.curriculum.unreadable.some((page) => page.path === path)) return "closed";
  if (!loaded.files.includes(path)) return "gone";
  // Pictures are not read for this: the pages say enough.
  const bytes = loaded.bytesOf(path);
  return bytes === undefined || checksumOf(bytes) === sum ? "same" : "changed";
}

function sayPlace({ prefix }: LoadedCurriculum, { place }: Diagnostic): string {
  const line = place.line === undefined ? "" : `:${place.line}`;
  return `${locateFile(place.file, prefix)}${line}: `;
}

function isPdf({ path }: MadeFile): boolean {
  return path.endsWith(".pdf");
}

async function runBatch(
  context: CurriculumContext,
  { settings, formats, theme, books }: Batch,
  output: string,
  options: RebuildOptions,
) {
  const fail = (reason: string) => ({
    files: new Map<string, MadeFile>(),
    reason,
    browserFault: undefined,
  });
  try {
    const request = { ...describeRequest(settings), theme, formats, output };
    const result = await context.make(request, [...books], options);
    for (const { defect } of result.built) if (defect !== undefined) throw defect;
    const made = result.built.flatMap((one) => one.made);
    const error = result.diagnostics.find(({ severity }) => severity === "error");
    const reason =
      result.browserFault !== undefined
        ? "it takes a browser, see below"
        : error === undefined
          ? "this source gives no such book any more"
          : `${sayPlace(context.loaded, error)}${error.message}`;
    return {
      files: new Map(made.map((file) => [file.path, file])),
      reason,
      browserFault: result.browserFault,
    };
  } catch (error) {
    // Theirs who call us, or the record's: a stranger may have written that.
    if (!(error instanceof RequestError) || theme === options.theme) throw error;
    return fail(error.message);
  }
}

/** What was asked for when a file was made, whatever the configuration says today. */
function describeRequest({ print, epub, links, sourceDateSeconds }: MadeWith): BuildRequest {
  const paper = readPaper(print?.paper);
  return {
    links,
    allowMissing: true,
    greyscale: print?.greyscale ?? false,
    fonts: epub?.fonts ?? "auto",
    maxSizeBytes: epub?.maxSizeBytes ?? null,
    ...(paper === undefined ? {} : { paper }),
    ...(print?.sides === undefined ? {} : { sides: print.sides }),
    sheets: print?.sheets ?? "pages",
    ...(sourceDateSeconds === undefined ? {} : { sourceDateSeconds }),
  };
}
