import { BrowserError, type BrowserProblem } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImageStore } from "../image/image.ts";
import { describePaper } from "../pdf/paper.ts";
import { PdfError } from "../pdf/pdf-error.ts";
import type { SheetLayout } from "../pdf/sheet-layout.ts";
import { isLinkCode } from "../publication/link-code.ts";
import type { BookTools, Made } from "./build-book.ts";
import type { CompiledBook } from "./compile-book.ts";
import type { Book } from "./select-books.ts";

/** Prints a book as PDF. Adds OUT002 where the browser or the print fails. */
export async function makePdf(tools: BookTools, compiled: CompiledBook, book: Book): Promise<Made> {
  const { preparePrintDocument } = await import("../pdf/print-preparation.ts");
  const { producePdf } = await import("../pdf/produce-pdf.ts");
  const { publication } = compiled;
  const { sheets, isGrey, printLimits } = tools.settings;
  const images = await dressImages(tools, compiled.images);
  const options = { paper: sheets.page, sheets, isGrey, images, fonts: tools.fonts };
  const prepared = preparePrintDocument(publication, tools.theme, options);
  const { diagnostics } = prepared;
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics };
  const browser = await tools.press.start();
  if (browser === undefined) return { diagnostics, machineFault: true };
  try {
    const { bytes, pageCount, folios, labels } = await producePdf(
      prepared.value,
      browser,
      tools.pages,
      printLimits,
    );
    if (sheets.imposition !== undefined) return { bytes, pageCount, diagnostics };
    const source = `${publication.identifier} (PDF, ${describeEdition(sheets)})`;
    return { bytes, pageCount, printedPages: { folios, labels, pageCount, source }, diagnostics };
  } catch (error) {
    if (!(error instanceof PdfError || error instanceof BrowserError)) throw error;
    const fault: Diagnostic = {
      code: "OUT002",
      severity: "error",
      message: error.message,
      place: { file: (book.handout?.session.page ?? book.module.page).path },
      hint: [...error.details, "This PDF was not made; an earlier one is untouched."].join("\n"),
    };
    return {
      diagnostics: [...diagnostics, fault],
      machineFault: error instanceof BrowserError && !OF_THE_BOOK.has(error.problem),
    };
  }
}

/** What a book brings upon itself: another machine would not print it either. */
const OF_THE_BOOK: ReadonlySet<BrowserProblem> = new Set(["refused", "hung"]);

/**
 * The pictures as the theme prints them, with the logo where there is one. Codes of links are black
 * on white as they are, and must stay sharp.
 */
async function dressImages({ theme, logo }: BookTools, images: ImageStore): Promise<ImageStore> {
  const all = logo === undefined ? images : new Map([...images, [logo.path, logo]]);
  if (theme.print.images === "colour") return all;
  const { greyImages } = await import("../image/grey-images.ts");
  const pictures = new Map([...all].filter(([source]) => !isLinkCode(source)));
  const grey = await greyImages(pictures, theme.print.images === "grey" ? "plain" : "thin");
  return new Map([...all, ...grey]);
}

/** Other sheets have other pages: "A4", "170 × 240 mm, two-sided". */
function describeEdition({ page, sides }: SheetLayout): string {
  return sides === "two" ? `${describePaper(page)}, two-sided` : describePaper(page);
}
