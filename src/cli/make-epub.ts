import { chooseCoverFiles } from "../font/choose-cover-files.ts";
import { reportUncarriedScripts } from "../font/missing-glyphs.ts";
import type { BookTools, Made } from "./build-book.ts";
import type { CompiledBook } from "./compile-book.ts";

/** Renders a book as EPUB. Adds FNT004 where it is to carry a face that is not installed. */
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
  const chapters = [publication.module, ...publication.stages.flatMap((part) => part.sessions)];
  const texts = chapters.flatMap(({ path }) =>
    path === undefined ? [] : [{ file: path, text: tools.loaded.textOf(path) ?? "" }],
  );
  const { script } = publication.language;
  const diagnostics = reportUncarriedScripts(tools.settings.fontPolicy, tools.fonts, script, texts);
  return { bytes, diagnostics };
}
