import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { SearchedText } from "../font/find-character.ts";
import type { FontSet } from "../font/load-fonts.ts";
import { reportMissingGlyphs } from "../font/missing-glyphs.ts";
import type { ImageStore } from "../image/image.ts";
import { formatNumber } from "../language/format.ts";
import { listChapters } from "../publication/list-chapters.ts";
import { listBookMarks } from "../publication/mark-blocks.ts";
import type { Chapter, Publication } from "../publication/publication.ts";
import type { Theme, Words } from "../theme/theme.ts";
import { chooseBodySize, roundSize } from "./body-size.ts";
import { isTiny, type Paper } from "./paper.ts";
import { describeBook, guessFolioDigits } from "./print-context.ts";
import { type PrintDocument, TIGHTENING_ID } from "./print-document.ts";
import { assetsOf, type SettledFonts, settleFonts } from "./print-fonts.ts";
import { listHeadings } from "./print-headings.ts";
import { placeImages } from "./print-images.ts";
import { selectMarks } from "./print-marks.ts";
import { describeOffprint } from "./print-offprint.ts";
import { collectPageReferences } from "./print-references.ts";
import { writeStyles } from "./print-styles.ts";
import { measureTableRoom } from "./print-tables.ts";
import { layPages, type SheetLayout } from "./sheet-layout.ts";
import { listShownTexts, textOfChapter } from "./shown-texts.ts";

export interface PrintOptions {
  /** What pages are set for. */
  readonly paper: Paper;
  /** How their margins lie, and how they lie on sheets; plain pages of one side without it. */
  readonly sheets?: Omit<SheetLayout, "page">;
  readonly isGrey?: boolean;
  readonly images: ImageStore;
  readonly fonts: FontSet;
  /** What is shown beside the publication's own words, as far as it is known. */
  readonly alsoShown?: string;
  /** What an earlier print has shown that the browser draws in no font of ours. */
  readonly undrawn?: ReadonlySet<number>;
  /** The files in which missing characters are looked for; the texts of the chapters without them. */
  readonly sources?: readonly SearchedText[];
}

/**
 * Lays a publication out for print: one HTML document with its styles, fonts and images. Pure.
 *
 * @returns with FNT001 and FNT002 for letters and signs without a glyph, FNT003 for a font of the
 *   theme that is not installed.
 */
export function preparePrintDocument(
  publication: Publication,
  theme: Theme,
  options: PrintOptions,
): Outcome<PrintDocument> {
  const { paper, sheets = layPages(paper, "one"), images } = options;
  const { language } = publication;
  const words = theme.words(language);
  const isOffprint = publication.extent === "session";
  const chapters = listChapters(publication);
  const texts = chapters.map((chapter) => textOfChapter(chapter));
  const digits = guessFolioDigits(
    texts.reduce((sum, one) => sum + one.split(/\s+/).length, 0),
    chapters.length,
  );
  const references = collectPageReferences(idsOf(chapters), digits, language);
  const placed = placeImages(images);
  const bodySizePt = chooseBodySize(theme, language.script, paper);
  const describe = (faces: readonly string[]) =>
    theme.render(
      isOffprint ? "print/handout" : "print/book",
      (isOffprint ? describeOffprint : describeBook)({
        publication,
        words,
        images: placed,
        references,
        tableRoom: measureTableRoom(paper, bodySizePt),
        folioFiller: references.filler,
        noteLines: theme.print.noteLines,
        faces,
      }),
      words,
    );
  const { plan, replace, mend } = chooseBookFonts(publication, theme, options);
  const [text, heads] = [plan.chains.text.slice(0, 1), plan.chains.heads.slice(0, 1)];
  const body = describe([...new Set([...text, ...heads])]);
  const openers =
    sheets.openers === "recto" ? ["contents", ...chapters.map(({ id }) => id), "credits"] : [];
  const marks = [
    ...selectMarks(listBookMarks(publication), body),
    ...selectMarks(openers.slice(0, 1), body),
  ];
  const styles = writeStyles({ publication, theme, paper, sheets, plan, body, bodySizePt, digits });
  return {
    value: {
      html: mend(
        writeDocument(publication, titleWithEdition(publication, words), paper, styles, body),
      ),
      assets: assetsOf(plan, placed.assets),
      pageReferences: references.list,
      marks,
      // The credits of an offprint follow its text on the same page.
      chapters: [...chapters.map(({ id }) => id), ...(isOffprint ? [] : ["credits"])],
      openers,
      ...(sheets.imposition === undefined ? {} : { imposition: sheets.imposition }),
      isGrey: options.isGrey === true,
      headings: listHeadings(body),
      describePage: (label) => words.say("page-reference", { page: label }),
      formatFolio: (folio) => formatNumber(language, folio),
      fontNames: new Set(plan.files.map((file) => file.postScriptName)),
      bodySizePt: roundSize((bodySizePt * plan.textSizeAdjust) / 100),
      // A title of signs alone says nothing that could be looked for.
      sentinel: /[\p{L}\p{N}]/u.test(publication.title)
        ? replace(publication.title)
        : words.say("contents"),
      title: titleWithEdition(publication, words),
      authors: publication.authors,
      languageTag: language.tag,
      direction: language.direction,
      modified: publication.modified,
      identifier: publication.identifier,
    },
    diagnostics: reportGlyphs(plan, publication, options),
  };
}

/** The problems that `preparePrintDocument` would tell of a book in a theme that has no faults. */
export function reviewPrint(
  publication: Publication,
  theme: Theme,
  options: PrintOptions,
): readonly Diagnostic[] {
  return reportGlyphs(chooseBookFonts(publication, theme, options).plan, publication, options);
}

function chooseBookFonts(publication: Publication, theme: Theme, options: PrintOptions) {
  const shown = listShownTexts(publication, theme.words(publication.language));
  const texts = [...shown, options.alsoShown ?? ""];
  return settleFonts(publication, theme, options.fonts, texts, options.undrawn);
}

function reportGlyphs(
  plan: SettledFonts["plan"],
  publication: Publication,
  { sources }: PrintOptions,
): readonly Diagnostic[] {
  if (plan.missing.length + plan.unknownFamilies.length === 0) return [];
  const shownIn = listChapters(publication).map((chapter) => ({
    file: chapter.path ?? publication.name,
    text: textOfChapter(chapter),
  }));
  return reportMissingGlyphs(plan, sources ?? shownIn, shownIn);
}

/** Two editions of a book lie side by side in a list of files. */
function titleWithEdition({ title, edition }: Publication, words: Words): string {
  return edition === undefined ? title : `${title} (${words.say(`edition-${edition}`)})`;
}

/** Every id that a link of the book may lead to. */
function idsOf(chapters: readonly Chapter[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const pending: { readonly children?: readonly unknown[] }[] = [];
  for (const chapter of chapters) {
    ids.add(chapter.id);
    pending.push(chapter.body);
  }
  while (pending.length > 0) {
    const node = pending.pop() as { properties?: { id?: unknown }; children?: readonly object[] };
    const id = node?.properties?.id;
    if (typeof id === "string") ids.add(id);
    for (const child of node?.children ?? []) pending.push(child);
  }
  return ids;
}

function writeDocument(
  publication: Publication,
  title: string,
  paper: Paper,
  styles: string,
  body: string,
): string {
  const { language } = publication;
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const attributes =
    `lang="${language.tag}" dir="${language.direction}" data-script="${language.script}" ` +
    `data-paper="${paper.name}" data-size="${paper.size}"${isTiny(paper) ? " data-tiny" : ""}`;
  return [
    "<!DOCTYPE html>",
    `<html ${attributes}>`,
    `<head><meta charset="utf-8"><title>${escaped}</title>`,
    `<style>\n${styles.replaceAll("</", "<\\/")}\n</style>`,
    `<style id="${TIGHTENING_ID}"></style></head>`,
    `<body>\n${body}\n</body></html>\n`,
  ].join("\n");
}
