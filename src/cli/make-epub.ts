import type { PrintedPages } from "../epub/page-breaks.ts";
import { chooseCoverFiles } from "../font/choose-cover-files.ts";
import type { BookTools, Made } from "./build-book.ts";
import type { CompiledBook } from "./compile-book.ts";

/** Renders a book as EPUB, with a list of the pages of its PDF where that was made as well. */
export async function makeEpub(
  tools: BookTools,
  { publication, images }: CompiledBook,
  printedPages: PrintedPages | undefined,
): Promise<Made> {
  const { renderEpub } = await import("../epub/render-epub.ts");
  const coverFonts = chooseCoverFiles(tools.fonts, tools.theme.faces, publication.language);
  const options = printedPages === undefined ? { coverFonts } : { coverFonts, printedPages };
  const bytes = await renderEpub(publication, tools.theme, images, options);
  return { bytes, diagnostics: [] };
}
