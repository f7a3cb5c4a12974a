import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { PrintedPages } from "../../epub/page-breaks.ts";
import type { Format } from "../../source/book-options.ts";
import { ThemeError } from "../../theme/theme-error.ts";
import type { FinishedBook, FinishedFile } from "../finished/finished-books.ts";
import { noteSources } from "../finished/recall-book.ts";
import type { Book } from "../plan/select-books.ts";
import { checksumOf } from "../record/checksum.ts";
import { sumInputs } from "../record/describe-origin.ts";
import type { BookTools, BuiltBook, Made } from "./book-tools.ts";
import { type CompiledBook, compileBook } from "./compile-book.ts";
import { makeEpub } from "./make-epub.ts";
import { makePdf } from "./make-pdf.ts";
import { describeFiles, writeBook } from "./write-book.ts";

/** What makes each format, in this order: the EPUB lists the pages of the PDF. */
const MAKERS: Readonly<
  Record<
    Format,
    (tools: BookTools, compiled: CompiledBook, book: Book, printed?: PrintedPages) => Promise<Made>
  >
> = {
  pdf: makePdf,
  epub: (tools, compiled, _, printed) => makeEpub(tools, compiled, printed),
};
const ORDER = Object.keys(MAKERS) as readonly Format[];

/**
 * Builds one book in the formats asked for. One format that fails does not stop the other, and no
 * defect of ours in one book stops the next. No format is begun after the signal was aborted.
 *
 * @param onFinished called with a book of which nothing was wanting.
 */
export async function makeBook(
  tools: BookTools,
  book: Book,
  signal?: AbortSignal,
  onFinished?: (book: FinishedBook, bytes: readonly Uint8Array[]) => Promise<void>,
): Promise<BuiltBook> {
  const { settings } = tools;
  const nothing = { files: [], made: [], diagnostics: [], machineFault: false };
  const sources = noteSources(tools);
  let compiled: CompiledBook;
  try {
    compiled = await compileBook(sources, book, settings);
  } catch (defect) {
    const { title } = (book.offprint?.session.page ?? book.module.page).header;
    return { ...nothing, book, title, defect };
  }
  const { title } = compiled.publication;
  if (compiled.isRefused) {
    return { ...nothing, book, title, diagnostics: compiled.diagnostics, isRefused: true };
  }
  const inputs = sumInputs(tools, book, compiled);
  const diagnostics: Diagnostic[] = [...compiled.diagnostics];
  const finished: FinishedFile[] = [];
  const allBytes: Uint8Array[] = [];
  let machineFault = false;
  let isWhole = true;
  let defect: unknown;
  let printedPages: PrintedPages | undefined;
  for (const format of ORDER.filter((one) => settings.formats.includes(one))) {
    // An EPUB without the pages of a PDF that was given up would be another book.
    if (signal?.aborted) {
      isWhole = false;
      break;
    }
    let one: Made;
    try {
      one = await MAKERS[format](tools, compiled, book, printedPages);
    } catch (error) {
      // A theme that cannot be used fails every book: told once, for all.
      if (error instanceof ThemeError) throw error;
      defect ??= error;
      continue;
    }
    for (const found of one.diagnostics) diagnostics.push(found);
    machineFault ||= one.machineFault === true;
    isWhole &&= one.bytes !== undefined;
    if (one.bytes === undefined) continue;
    const { bytes, pageCount } = one;
    const isPrinted = format === "pdf" || printedPages !== undefined;
    const browser = isPrinted ? (await tools.browser.start())?.publicVersion : undefined;
    const file: FinishedFile = {
      format,
      sizeBytes: bytes.byteLength,
      sha256: checksumOf(bytes),
      ...(pageCount === undefined ? {} : { pageCount }),
      ...(browser === undefined ? {} : { browser }),
    };
    const fault = await writeBook(tools, book, file, bytes);
    isWhole &&= fault === undefined;
    machineFault ||= fault?.isMachine === true;
    if (fault !== undefined) {
      diagnostics.push(fault.diagnostic);
      continue;
    }
    printedPages ??= one.printedPages;
    finished.push(file);
    allBytes.push(bytes);
  }
  const readFiles = sources.readFiles();
  if (isWhole && !machineFault && defect === undefined && readFiles !== undefined) {
    // The record also names what decides only which sessions a book has.
    const all = { ...inputs, ...readFiles };
    await onFinished?.({ title, diagnostics, inputs, readFiles: all, files: finished }, allBytes);
  }
  const described = describeFiles(tools, book, finished, inputs);
  return { book, title, ...described, diagnostics, machineFault, defect };
}
