import { dirname, join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { FileSystemError } from "../../host/file-system.ts";
import type { MadeFile } from "../../provenance/record-schema.ts";
import type { Format } from "../../source/book-options.ts";
import type { FinishedBook, FinishedFile } from "../finished/finished-books.ts";
import { countPaper } from "../plan/count-paper.ts";
import type { Book } from "../plan/select-books.ts";
import { describeSettings } from "../record/describe-origin.ts";
import { diagnose } from "../rules.ts";
import type { BuiltBook, BuiltFile, WritingTools } from "./book-tools.ts";

/** Of a file of a book: its path inside the output folder. */
function nameFile({ settings }: WritingTools, book: Book, format: Format) {
  const name = format === "pdf" ? (book.sheetsName ?? book.fileName) : book.fileName;
  const shown = `${book.module.language}/${name}${book.nameEnd ?? ""}.${format}`;
  return { shown, path: join(settings.output, shown) };
}

/** Adds OUT001 where it cannot be written. */
export async function writeBook(
  tools: WritingTools,
  book: Book,
  { format }: FinishedFile,
  bytes: Uint8Array,
): Promise<{ readonly diagnostic: Diagnostic; readonly isMachine: boolean } | undefined> {
  const { path } = nameFile(tools, book, format);
  try {
    await tools.host.fileSystem.writeFile(path, bytes, tools.settings.outputWithin);
    return undefined;
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return { diagnostic: reportWrite(path, error), isMachine: error.reason === "full" };
  }
}

/** What is told of a book's files, in the order in which they were asked for, and what the record has. */
export function describeFiles(
  tools: WritingTools,
  book: Book,
  files: readonly FinishedFile[],
  inputs: MadeFile["inputs"],
): Pick<BuiltBook, "files" | "made"> {
  const { settings } = tools;
  const { formats } = settings;
  const built = files.map(({ format, sizeBytes, sha256, pageCount }): BuiltFile => {
    const pages =
      pageCount === undefined
        ? {}
        : { pageCount, ...countPaper(pageCount, book.edition, settings) };
    return { format, path: nameFile(tools, book, format).path, sizeBytes, sha256, ...pages };
  });
  const made = files.map(({ format, sizeBytes, sha256, browser }): MadeFile => {
    const path = nameFile(tools, book, format).shown;
    const madeWith = describeSettings(tools, format, browser);
    return { path, sizeBytes, sha256, ...nameBook(book), settings: madeWith, inputs };
  });
  built.sort((one, other) => formats.indexOf(one.format) - formats.indexOf(other.format));
  return { files: built, made };
}

/**
 * Has a book that an earlier build finished stand in the output folder: what is there already stays,
 * the rest comes from the cache.
 *
 * @returns undefined where its bytes are not to be had: it has to be made.
 */
export async function restoreBook(
  tools: WritingTools,
  book: Book,
  finished: FinishedBook,
  bytesOf: (file: FinishedFile) => Promise<Uint8Array | undefined>,
): Promise<BuiltBook | undefined> {
  const { title, diagnostics, inputs, files } = finished;
  for (const file of files) {
    const { shown } = nameFile(tools, book, file.format);
    if (await isThere(tools, shown, file)) continue;
    const bytes = await bytesOf(file);
    if (bytes === undefined) return undefined;
    // Told by the making of the book, which meets the same disk.
    if ((await writeBook(tools, book, file, bytes)) !== undefined) return undefined;
  }
  const described = describeFiles(tools, book, files, inputs);
  return { book, title, ...described, diagnostics, machineFault: false };
}

/** A link is none of ours: writing there puts a file in its place, or is refused. */
async function isThere(
  { host: { fileSystem }, settings: { output } }: WritingTools,
  shown: string,
  { sha256, sizeBytes }: FinishedFile,
): Promise<boolean> {
  try {
    // A folder that is a link is not entered.
    const { files, links = [] } = await fileSystem.listFiles(output, {
      enter: (folder) => shown.startsWith(`${folder}/`),
    });
    const found = files.find((one) => one.path === shown);
    if (found?.sizeBytes !== sizeBytes || links.includes(shown)) return false;
    return (await fileSystem.hashFile(found)) === sha256;
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return false;
  }
}

/** What a book is called in the build record. */
function nameBook({ module, name, offprint, edition }: Book) {
  const session = offprint === undefined ? {} : { session: offprint.name };
  return { language: module.language, module: name, ...session, edition };
}

/** About the folder where that is the cause: the same words for each book, told once. */
export function reportWrite(path: string, { reason }: FileSystemError): Diagnostic {
  const file = (reason === "other" ? path : dirname(path)).replaceAll("\\", "/");
  const hint = reason === "full" || reason === "outside" ? reason : "elsewhere";
  return diagnose(`OUT001 ${reason} ${hint}`, { file });
}
