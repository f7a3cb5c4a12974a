import type { FontPlan } from "../font/choose-fonts.ts";
import { writeFontStylesheet } from "../font/font-stylesheet.ts";
import { writeShareRules } from "../image/shown-size.ts";
import { hasLinkCode } from "../publication/link-code.ts";
import { hasEasternText, listChapters } from "../publication/list-chapters.ts";
import type { Publication } from "../publication/publication.ts";
import type { Theme } from "../theme/theme.ts";
import type { Paper } from "./paper.ts";
import { footOf, furnishPages } from "./print-furniture.ts";
import { counterStyleOf, writePageStylesheet } from "./print-pages.ts";
import type { SheetLayout } from "./sheet-layout.ts";

/** What decides how a book looks in print. */
export interface StyledBook {
  readonly publication: Publication;
  readonly theme: Theme;
  readonly paper: Paper;
  readonly sheets: Pick<SheetLayout, "sides">;
  readonly plan: FontPlan;
  /** HTML. */
  readonly body: string;
  readonly bodySizePt: number;
  /** Of the highest page number. */
  readonly digits: number;
}

/** The whole stylesheet: fonts, then the theme, then what follows from the book and the paper. */
export function writeStyles(book: StyledBook): string {
  const { publication, theme, plan } = book;
  const { language } = publication;
  const chapters = listChapters(publication);
  return [
    writeFontStylesheet(plan),
    theme.stylesheet("print"),
    publication.extent === "session" ? theme.stylesheet("handout") : "",
    chapters.some(({ notes }) => notes.some(hasLinkCode)) ? theme.stylesheet("codes") : "",
    hasEasternText(publication) ? theme.stylesheet("eastern") : "",
    writeMeasures(book),
    writePageRules(book),
    ...chapters
      .filter((chapter) => chapter.language.tag !== language.tag)
      .map(({ id, language: own }) => `#${id} .body{--numerals:${counterStyleOf(own)}}`),
  ].join("\n");
}

/** After the theme: these follow from the book and the paper, not from taste. */
function writeMeasures({
  publication,
  theme,
  paper,
  body,
  bodySizePt,
  digits,
}: StyledBook): string {
  const counterStyle = counterStyleOf(publication.language);
  return (
    `${writeShareRules([body])}:root{--body-size:${bodySizePt}pt;--numerals:${counterStyle};--folio-digits:${digits};` +
    `--paper-width:${paper.widthMm}mm;--paper-height:${paper.heightMm}mm${writeAccent(theme)}}`
  );
}

function writePageRules({ publication, theme, paper, sheets }: StyledBook): string {
  const { language } = publication;
  const { headSizePt } = theme.print;
  const pages = furnishPages(publication, theme.words(language));
  const rules = writePageStylesheet({
    paper,
    direction: language.direction,
    sides: sheets.sides,
    foot: footOf(publication, paper, headSizePt),
    counterStyle: counterStyleOf(language),
    headSizePt,
    pages,
  });
  return [rules, pages.map(({ name }) => `.${name}{page:${name}}`).join("\n")].join("\n");
}

/** Colours have been read as `#rrggbb`: nothing of a brand's text reaches the sheet. */
function writeAccent({ accent }: Theme): string {
  if (accent === undefined) return "";
  return `;--accent:${accent.mark};--accent-words:${accent.words};--on-accent:${accent.on}`;
}
