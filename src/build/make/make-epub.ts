import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { PrintedPages } from "../../epub/page-breaks.ts";
import { castFonts } from "../../font/cast-fonts.ts";
import { chooseCoverFiles } from "../../font/choose-cover-files.ts";
import { reportCoverLetters, reportUncarriedScripts } from "../../font/missing-glyphs.ts";
import type { ImageStore } from "../../image/image.ts";
import type { Publication } from "../../publication/publication.ts";
import type { Theme } from "../../theme/theme.ts";
import type { BookTools, Made } from "./book-tools.ts";
import type { CompiledBook } from "./compile-book.ts";
import { listSources } from "./prepare-print.ts";

/** The documents of an EPUB, for what their templates say: without pictures, cover and fonts. */
export async function renderForEpub(publication: Publication, theme: Theme): Promise<void> {
  const { renderFiles } = await import("../../epub/render-epub.ts");
  const words = theme.words(publication.language);
  renderFiles(publication, theme, words, new Map(), new Uint8Array());
}

/**
 * Renders a book as EPUB, within its size where it has one (IMG005, IMG006), with a list of the
 * pages of its PDF where that was made as well.
 */
export async function makeEpub(
  tools: BookTools,
  { publication, images }: CompiledBook,
  printedPages: PrintedPages | undefined,
): Promise<Made> {
  const { renderEpub } = await import("../../epub/render-epub.ts");
  const { coverFonts, diagnostics } = await openCover(tools, publication);
  const render = (store: ImageStore) =>
    renderEpub(publication, tools.theme, store, {
      coverFonts,
      fonts: { policy: tools.settings.fontPolicy, fonts: tools.fonts },
      ...(printedPages === undefined ? {} : { printedPages }),
    });
  const bytes = await render(images);
  const { maxSizeBytes } = tools.settings;
  if (maxSizeBytes === undefined || bytes.byteLength <= maxSizeBytes) return { bytes, diagnostics };
  const { fitBook } = await import("./fit-book.ts");
  const fitted = await fitBook(publication, images, bytes, maxSizeBytes, render);
  return { ...fitted, diagnostics: [...diagnostics, ...fitted.diagnostics] };
}

/**
 * The fonts of a book's cover. Adds FNT004 where the book is to carry a font that is not installed,
 * FNT010 where no font draws a letter of the cover.
 */
export async function openCover(
  tools: Pick<BookTools, "loaded" | "theme" | "fonts" | "settings">,
  publication: Publication,
): Promise<{
  readonly coverFonts: ReturnType<typeof chooseCoverFiles>;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { printable } = await import("../../epub/draw-cover.ts");
  const { nameUndrawn, openCoverFonts } = await import("../../font/shape-text.ts");
  const { title, curriculumTitle, extent, parts, publisher, brand, edition, language } =
    publication;
  const module = extent === "collection" ? "" : parts[0].module.title;
  const shown = [title, curriculumTitle, module, publisher, brand?.name ?? ""]
    .map(printable)
    .join(" ");
  const label = edition && tools.theme.words(language).say(`edition-${edition}`);
  const coverFonts = chooseCoverFiles(
    await castFonts(tools.fonts, shown + (label ?? ""), language.script),
    tools.theme.faces,
    language,
    title,
  );
  const { lacking } = nameUndrawn(shown, await openCoverFonts(coverFonts, shown));
  const texts = listSources(tools.loaded, publication);
  const { script } = language;
  const diagnostics = [
    ...reportUncarriedScripts(tools.settings.fontPolicy, tools.fonts, script, texts),
    ...reportCoverLetters(lacking, texts),
  ];
  return { coverFonts, diagnostics };
}
