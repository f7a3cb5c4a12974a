import { chooseCoverFiles } from "../font/choose-cover-files.ts";
import type { BookTools, Made } from "./build-book.ts";
import type { CompiledBook } from "./compile-book.ts";

/** Renders a book as EPUB. */
export async function makeEpub(
  tools: BookTools,
  { publication, images }: CompiledBook,
): Promise<Made> {
  const { renderEpub } = await import("../epub/render-epub.ts");
  const coverFonts = chooseCoverFiles(tools.fonts, tools.theme.faces, publication.language);
  const bytes = await renderEpub(publication, tools.theme, images, {
    coverFonts,
    fonts: { policy: tools.settings.fontPolicy, fonts: tools.fonts },
  });
  return { bytes, diagnostics: [] };
}
