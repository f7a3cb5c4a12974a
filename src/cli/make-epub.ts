import { chooseCoverFiles } from "../font/choose-cover-files.ts";
import type { ImageStore } from "../image/image.ts";
import type { BookTools, Made } from "./build-book.ts";
import type { CompiledBook } from "./compile-book.ts";

/** Renders a book as EPUB, within its size where it has one (IMG005, IMG006). */
export async function makeEpub(
  tools: BookTools,
  { publication, images }: CompiledBook,
): Promise<Made> {
  const { renderEpub } = await import("../epub/render-epub.ts");
  const coverFonts = chooseCoverFiles(tools.fonts, tools.theme.faces, publication.language);
  const render = (store: ImageStore) => renderEpub(publication, tools.theme, store, { coverFonts });
  const bytes = await render(images);
  const { maxSizeBytes } = tools.settings;
  if (maxSizeBytes === undefined || bytes.byteLength <= maxSizeBytes) {
    return { bytes, diagnostics: [] };
  }
  const { fitBook } = await import("./fit-book.ts");
  return await fitBook(publication, images, bytes, maxSizeBytes, render);
}
