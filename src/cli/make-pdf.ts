import { BrowserError } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Paper } from "../pdf/paper.ts";
import { PdfError } from "../pdf/pdf-error.ts";
import type { BookTools, Made } from "./build-book.ts";
import type { CompiledBook } from "./compile-book.ts";
import type { Book } from "./select-books.ts";

/** Prints a book as PDF. Adds OUT002 where the browser or the print fails. */
export async function makePdf(tools: BookTools, compiled: CompiledBook, book: Book): Promise<Made> {
  const { preparePrintDocument } = await import("../pdf/print-preparation.ts");
  const { producePdf } = await import("../pdf/produce-pdf.ts");
  const { publication, images } = compiled;
  const { paper } = tools.settings;
  const options = { paper, images, fonts: tools.fonts };
  const prepared = preparePrintDocument(publication, tools.theme, options);
  const { diagnostics } = prepared;
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics };
  const browser = await tools.press.start();
  if (browser === undefined) return { diagnostics, machineFault: true };
  try {
    const { bytes, pageCount, folios, labels } = await producePdf(prepared.value, browser);
    const source = `${publication.identifier} (PDF, ${describePaper(paper)})`;
    return { bytes, pageCount, printedPages: { folios, labels, pageCount, source }, diagnostics };
  } catch (error) {
    if (!(error instanceof PdfError || error instanceof BrowserError)) throw error;
    const fault: Diagnostic = {
      code: "OUT002",
      severity: "error",
      message: error.message,
      place: { file: book.module.page.path },
      hint: [
        ...error.details,
        "The PDF of this module was not made; an earlier one is untouched.",
      ].join("\n"),
    };
    return {
      diagnostics: [...diagnostics, fault],
      machineFault: error instanceof BrowserError && error.problem !== "refused",
    };
  }
}

/** Other sheets have other pages: "A4", "170 × 240 mm". */
function describePaper({ name, widthMm, heightMm }: Paper): string {
  return name === "custom" ? `${widthMm} × ${heightMm} mm` : name.toUpperCase();
}
