import { BrowserError } from "../../browser/browser-error.ts";
import type { BrowserProblem } from "../../browser/browser-messages.ts";
import { openAhead } from "../../browser/open-ahead.ts";
import { collectCodePoints } from "../../font/code-points.ts";
import { PdfError } from "../../pdf/pdf-error.ts";
import type { ProducedPdf } from "../../pdf/produce-pdf.ts";
import { describePaper } from "../../print/paper.ts";
import type { SheetLayout } from "../../print/sheet-layout.ts";
import type { Book } from "../plan/select-books.ts";
import { diagnose } from "../rules.ts";
import type { BookTools, Made } from "./book-tools.ts";
import type { CompiledBook } from "./compile-book.ts";
import { findWords } from "./find-words.ts";
import { listSources, openPreparation, type SeenLetters } from "./prepare-print.ts";

/**
 * Prints a book as PDF. Adds OUT002 where the browser or the print fails, OUT010
 * where pages lack words of the book.
 */
export async function makePdf(tools: BookTools, compiled: CompiledBook, book: Book): Promise<Made> {
  const { publication } = compiled;
  const { sheets } = tools.settings;
  const prepare = await openPreparation(tools, compiled);
  let prepared = await prepare(NOTHING_SEEN);
  const { diagnostics } = prepared;
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics };
  const browser = await tools.browser.start();
  if (browser === undefined) return { diagnostics, machineFault: true };
  const print = async (seen: SeenLetters): Promise<ProducedPdf> => {
    if (seen !== NOTHING_SEEN) prepared = await prepare(seen);
    const opened = openAhead(browser, prepared.value);
    try {
      // What reads pages is loaded while the browser reads the document.
      const { producePdf } = await import("../../pdf/produce-pdf.ts");
      return await producePdf(prepared.value, opened, tools.pages, tools.settings.printLimits);
    } catch (error) {
      const next = error instanceof PdfError ? learnLetters(seen, error.strangers) : undefined;
      if (next === undefined) throw error;
      return await print(next);
    }
  };
  try {
    const { bytes, pageCount, folios, labels } = await print(NOTHING_SEEN);
    const found = prepared.diagnostics;
    if (sheets.imposition !== undefined) return { bytes, pageCount, diagnostics: found };
    const source = `${publication.identifier} (PDF, ${describeEdition(sheets)})`;
    return {
      bytes,
      pageCount,
      printedPages: { folios, labels, pageCount, source },
      diagnostics: found,
    };
  } catch (error) {
    if (!(error instanceof PdfError || error instanceof BrowserError)) throw error;
    const code = error instanceof PdfError && error.fault === "lost" ? "OUT010" : "OUT002";
    const { path: file } = book.offprint?.session.page ?? book.module.page;
    const place = findLost(tools, compiled, error) ?? { file, line: 1, column: 1 };
    const details = error.details.map((one) => `${one}\n`).join("");
    const diagnostic = diagnose(code, place, { message: error.message, details });
    return {
      diagnostics: [...prepared.diagnostics, diagnostic],
      machineFault: error instanceof BrowserError && !OF_THE_BOOK.has(error.problem),
    };
  }
}

/** Where the words were written that no page shows. */
function findLost({ loaded }: BookTools, { publication }: CompiledBook, error: Error) {
  if (!(error instanceof PdfError) || error.lost.length === 0) return undefined;
  return findWords(listSources(loaded, publication), error.lost);
}

const NOTHING_SEEN: SeenLetters = { alsoShown: "", undrawn: new Set() };

/**
 * What was printed in a font that is none of ours, for the next try: first it is taken for something
 * that nobody foresaw, which has a font all the same; what is a stranger then as well is named by its
 * number. Undefined after that.
 */
function learnLetters(seen: SeenLetters, strangers: string): SeenLetters | undefined {
  if (strangers === "" || seen.undrawn.size > 0) return undefined;
  if (seen.alsoShown === "") return { ...seen, alsoShown: strangers };
  const undrawn = new Set<number>();
  // A letter is not to blame for its marks.
  collectCodePoints(strangers.replace(/\P{M}(?=\p{M})|[ -~]/gu, ""), undrawn);
  return undrawn.size === 0 ? undefined : { ...seen, undrawn };
}

/** What a book brings upon itself: another machine would not print it either. */
const OF_THE_BOOK: ReadonlySet<BrowserProblem> = new Set(["refused", "hung"]);

/** Other sheets have other pages: "A4", "170 × 240 mm, two-sided". */
function describeEdition({ page, sides }: SheetLayout): string {
  return sides === "two" ? `${describePaper(page)}, two-sided` : describePaper(page);
}
