import type { Outcome } from "../../diagnostics/diagnostic.ts";
import { castFonts } from "../../font/cast-fonts.ts";
import type { SearchedText } from "../../font/find-character.ts";
import type { ImageStore } from "../../image/image.ts";
import { listCalendarWords } from "../../language/format.ts";
import type { PrintDocument } from "../../print/print-document.ts";
import { isLinkCode } from "../../publication/link-code.ts";
import { listChapters } from "../../publication/list-chapters.ts";
import type { Publication } from "../../publication/publication.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BookTools } from "./book-tools.ts";
import type { CompiledBook } from "./compile-book.ts";

/** What earlier prints of a book have shown. */
export interface SeenLetters {
  /** What was in no text that we knew of. */
  readonly alsoShown: string;
  /** What the browser draws in no font of ours, although we thought so. */
  readonly undrawn: ReadonlySet<number>;
}

/** Lays a book out for print, as often as it takes to find a font for everything that it shows. */
export async function openPreparation(
  tools: BookTools,
  { publication, images }: CompiledBook,
): Promise<(seen: SeenLetters) => Promise<Outcome<PrintDocument>>> {
  const { preparePrintDocument } = await import("../../print/print-preparation.ts");
  const { theme, loaded, settings } = tools;
  const { sheets, isGrey } = settings;
  const { script } = publication.language;
  const options = {
    paper: sheets.page,
    sheets,
    isGrey,
    images: await dressImages(tools, images),
    sources: listSources(loaded, publication),
  };
  const prepare = (fonts: BookTools["fonts"], seen: SeenLetters) =>
    preparePrintDocument(publication, theme, { ...options, ...seen, fonts });
  return async (seen) => {
    const isCast = ![...tools.fonts.values()].some(({ isVariable }) => isVariable);
    if (isCast) return prepare(tools.fonts, seen);
    // Numbers are in the pages alone; months are planned for, whichever of them is shown.
    const planned = prepare(tools.fonts, seen);
    const alsoShown = planned.value.html + seen.alsoShown;
    const cast = [alsoShown, ...listCalendarWords(publication.language)].join("\n");
    const fonts = await castFonts(tools.fonts, cast, script);
    const { value } = prepare(fonts, { ...seen, alsoShown });
    // Letters that the book has words with and does not show are in no cast font, and missed nowhere.
    return { value, diagnostics: planned.diagnostics };
  };
}

/** Where a book's characters were written: its pages, and the configuration. */
export function listSources(
  loaded: LoadedCurriculum,
  publication: Publication,
): readonly SearchedText[] {
  const paths = listChapters(publication).flatMap(({ path }) => path ?? []);
  return [...new Set([...paths, loaded.configurationPath ?? ""])].flatMap((file) => {
    const text = loaded.textOf(file);
    return text === undefined ? [] : [{ file, text }];
  });
}

/**
 * The pictures as the theme prints them, with the logo where there is one. Codes of links are black
 * on white as they are, and must stay sharp.
 */
async function dressImages({ theme, logo }: BookTools, images: ImageStore): Promise<ImageStore> {
  const all = logo === undefined ? images : new Map([...images, [logo.path, logo]]);
  if (theme.print.images === "colour") return all;
  const { greyImages } = await import("../../image/grey-images.ts");
  const pictures = new Map([...all].filter(([source]) => !isLinkCode(source)));
  const grey = await greyImages(pictures, theme.print.images === "grey" ? "plain" : "thin");
  return new Map([...all, ...grey]);
}
