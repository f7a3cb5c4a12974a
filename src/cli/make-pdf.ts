import { BrowserError } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImageStore } from "../image/image.ts";
import type { Paper } from "../pdf/paper.ts";
import { PdfError } from "../pdf/pdf-error.ts";
import type { BookTools, Made } from "./build-book.ts";
import type { CompiledBook } from "./compile-book.ts";
import type { Book } from "./select-books.ts";

/** Prints a book as PDF. Adds OUT002 where the browser or the print fails. */
export async function makePdf(tools: BookTools, compiled: CompiledBook, book: Book): Promise<Made> {
  const { preparePrintDocument } = await import("../pdf/print-preparation.ts");
  const { producePdf } = await import("../pdf/produce-pdf.ts");
  const { publication } = compiled;
  const { paper } = tools.settings;
  const images = await dressImages(tools, compiled.images);
  const options = { paper, images, fonts: tools.fonts };
  const prepared = preparePrintDocument(publication, tools.theme, options);
  const { diagnostics } = prepared;
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics };
  const browser = await tools.press.start();
  if (browser === undefined) return { diagnostics, machineFault: true };
  try {
    const { bytes, pageCount, folios } = await producePdf(prepared.value, browser);
    const source = `${publication.identifier} (PDF, ${describePaper(paper)})`;
    return { bytes, pageCount, printedPages: { folios, pageCount, source }, diagnostics };
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
      machineFault: error instanceof BrowserError && error.problem !== "refused",
    };
  }
}

/** The pictures as the theme prints them, with the logo where there is one. */
async function dressImages({ theme, logo }: BookTools, images: ImageStore): Promise<ImageStore> {
  const all = logo === undefined ? images : new Map([...images, [logo.path, logo]]);
  if (theme.print.images === "colour") return all;
  const { greyImages } = await import("../image/grey-images.ts");
  return await greyImages(all, theme.print.images === "grey" ? "plain" : "thin");
}

/** Other sheets have other pages: "A4", "170 × 240 mm". */
function describePaper({ name, widthMm, heightMm }: Paper): string {
  return name === "custom" ? `${widthMm} × ${heightMm} mm` : name.toUpperCase();
}
