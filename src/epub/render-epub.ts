import type { CoverFont } from "../font/shape-text.ts";
import type { ImageStore } from "../image/image.ts";
import { writeShareRules } from "../image/shown-size.ts";
import { hasEasternText, listPartChapters } from "../publication/list-chapters.ts";
import type { Publication } from "../publication/publication.ts";
import type { Theme, Words } from "../theme/theme.ts";
import { type BookFile, packBook } from "./archive.ts";
import { type BookPlan, planBook } from "./book-plan.ts";
import {
  type CarriedFonts,
  carryFonts,
  DISPLAY_OPTIONS,
  FONT_MEDIA_TYPE,
  type FontSupply,
} from "./carry-fonts.ts";
import { listContents, writeContentsList, writeNcx } from "./contents.ts";
import { drawCover } from "./draw-cover.ts";
import { type ManifestItem, writePackage } from "./package-document.ts";
import {
  findPageBreaks,
  listPageBreaks,
  openPartWithBreaks,
  type PrintedPages,
} from "./page-breaks.ts";
import { describePages, writePageList } from "./page-list.ts";
import { renderChapter } from "./render-chapter.ts";
import { tidyText, writeXml } from "./xml.ts";

export interface EpubOptions {
  /**
   * Fonts for the cover, best first: each character is set in the first that has it. Where none has
   * one of the title's, the cover is a drawing without words.
   */
  readonly coverFonts: readonly CoverFont[];
  /** Fonts that the book may carry; without it, the book carries none. */
  readonly fonts?: FontSupply;
  /** Pages of the printed edition, where one was made: the book then has a list of them. */
  readonly printedPages?: PrintedPages;
}

const XHTML = "application/xhtml+xml";
const FOLDER = "EPUB";

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="${FOLDER}/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/**
 * Renders a publication as an EPUB 3.3 archive, readable by EPUB 2 readers through its NCX.
 *
 * Pure: the bytes depend on the arguments alone. An image that the store lacks is a visible notice
 * in its place; only images that the text uses are packed, each once.
 *
 * @throws ThemeError when a template is missing or fails; RangeError when the theme has no words in
 *   the book's language nor in English. Both are defects of the theme.
 */
export async function renderEpub(
  publication: Publication,
  theme: Theme,
  images: ImageStore,
  options: EpubOptions,
): Promise<Uint8Array> {
  const words = theme.words(publication.language);
  const cover = await drawCover(
    publication,
    titleOf(publication),
    words,
    options.coverFonts,
    theme.cover,
  );
  const { fonts, printedPages: printed } = options;
  const render = (carried?: CarriedFonts) =>
    renderFiles(publication, theme, words, images, cover, { carried, printed });
  const files = render();
  if (fonts === undefined || fonts.policy === "never") return packBook(files);
  // Which glyphs a book needs is known when it is rendered; most books need none.
  const documents = files.flatMap(({ name, content }) =>
    name.endsWith(".xhtml") && typeof content === "string" ? [content] : [],
  );
  const carried = await carryFonts(fonts, documents, publication, theme, words);
  return packBook(carried === undefined ? files : render(carried));
}

/** What a book has that most books have not. */
export interface BookExtras {
  readonly carried?: CarriedFonts | undefined;
  readonly printed?: PrintedPages | undefined;
}

/**
 * The files of the book, in the order of the archive, without `mimetype`.
 *
 * @param cover a PNG.
 */
export function renderFiles(
  publication: Publication,
  theme: Theme,
  words: Words,
  images: ImageStore,
  cover: Uint8Array,
  { carried, printed }: BookExtras = {},
): readonly BookFile[] {
  const title = titleOf(publication);
  const isOffprint = publication.extent === "session";
  const [{ module }] = publication.parts;
  const plan = planBook(publication, images);
  const entries = listContents(publication, plan, words);
  const breaks = findPageBreaks(publication, plan, printed);
  const pages = listPageBreaks(breaks);
  const pageList = pages.length === 0 ? null : [writePageList(pages)];
  const book = {
    title,
    language: publication.language,
    // Of an offprint of one session: the module that it is taken from.
    handoutOf: isOffprint ? tidyText(module.title) : "",
    moduleLanguage: module.titleLanguage ?? module.language,
    curriculumTitle: tidyText(publication.curriculumTitle),
    section: tidyText(publication.section),
    summary: tidyText(publication.summary),
    authors: publication.authors.map(tidyText).filter((author) => author !== ""),
    publisher: tidyText(publication.publisher),
    version: tidyText(publication.version),
    brandName: describeBrandName(publication),
    contact: publication.brand?.contact.map(tidyText) ?? [],
    date: publication.date ?? null,
    licence: publication.licence ?? null,
    identifier: publication.identifier,
    fingerprint: publication.fingerprint,
    translation: publication.translation ?? null,
    untranslatedCount: publication.untranslatedCount,
    chapterCount: publication.chapterCount,
    carriedFaces: carried?.families.join(", ") ?? "",
    edition: publication.edition === undefined ? "" : `edition-${publication.edition}`,
  };
  // Two editions of a book stand side by side on a shelf.
  const shelfTitle = book.edition === "" ? title : `${title} (${words.say(book.edition)})`;
  const page = (name: string, more: object = {}) =>
    theme.render(`reader/${name}`, { book, ...more }, words);
  const start = plan.chapters[0]?.id ?? "";
  const list = [writeContentsList(entries, publication.language)];
  const nav = { id: "nav", text: page("nav", { entries: list, pageList, start }) };
  // One session begins at once: its head says what a title page would.
  const front = isOffprint
    ? [nav]
    : [{ id: "cover", text: page("cover") }, { id: "title-page", text: page("title-page") }, nav];
  const chapters = publication.parts.flatMap((part) =>
    listPartChapters(part, publication).map((chapter) => ({
      id: chapter.id,
      text: renderChapter({ publication, plan, part, chapter, theme, words, book, breaks }),
    })),
  );
  const back = [
    { id: "credits", text: page("credits", { credits: listCredits(publication) }) },
    { id: "colophon", text: page("colophon") },
  ];
  const inPages = (part: { readonly id: string; readonly text: string }) => ({
    ...part,
    text: openPartWithBreaks(part.text, part.id, breaks),
  });
  const documents = [...front.map(inPages), ...chapters, ...back.map(inPages)];
  const paging = describePages(pages, printed);
  const items = listItems(documents, plan, carried).map((item) =>
    isOffprint && item.id === "nav" ? { ...item, inSpine: false } : item,
  );
  const inFolder = (name: string, content: string | Uint8Array) => ({
    name: `${FOLDER}/${name}`,
    content,
  });
  const shares = writeShareRules(documents.map(({ text }) => text));
  const eastern = hasEasternText(publication) ? `\n${theme.stylesheet("eastern")}` : "";
  const mark = carried?.mark ?? ((document: string) => document);
  return [
    { name: "META-INF/container.xml", content: CONTAINER },
    ...(carried === undefined ? [] : [DISPLAY_OPTIONS]),
    inFolder(
      "package.opf",
      writeXml(writePackage(publication, shelfTitle, plan, items, words, paging)),
    ),
    inFolder("toc.ncx", writeXml(writeNcx(publication, shelfTitle, entries, pages, words))),
    inFolder("reader.css", theme.stylesheet("reader") + eastern + shares + (carried?.styles ?? "")),
    ...documents.map(({ id, text }) => inFolder(`${id}.xhtml`, mark(text))),
    inFolder("cover.png", cover),
    ...plan.imageFiles.map(({ name, image }) => ({
      ...inFolder(name, image.bytes),
      // The other kinds are packed already.
      ...(image.mediaType === "image/svg+xml" ? { deflated: true as const } : {}),
    })),
    ...(carried?.files ?? []).map((file) => ({ ...file, name: `${FOLDER}/${file.name}` })),
  ];
}

/** Where it is not the publisher's, which is said anyway. */
function describeBrandName({ brand, publisher }: Publication): string {
  return brand === undefined || brand.name === publisher ? "" : tidyText(brand.name);
}

/** A book must have a title (EPUB 3.3 §5.5.3.1.2). */
function titleOf(publication: Publication): string {
  return tidyText(publication.title) || publication.name;
}

function listItems(
  documents: readonly { readonly id: string }[],
  plan: BookPlan,
  carried: CarriedFonts | undefined,
): readonly ManifestItem[] {
  const images = plan.imageFiles;
  return [
    { id: "ncx", href: "toc.ncx", mediaType: "application/x-dtbncx+xml", inSpine: false },
    { id: "css", href: "reader.css", mediaType: "text/css", inSpine: false },
    ...documents.map(({ id }) => ({
      id,
      href: `${id}.xhtml`,
      mediaType: XHTML,
      inSpine: true,
      ...(id === "nav" ? { properties: "nav" as const } : {}),
    })),
    {
      id: "cover-image",
      href: "cover.png",
      mediaType: "image/png",
      properties: "cover-image",
      inSpine: false,
    },
    ...images.map(({ name, image }, index) => ({
      id: `image-${index + 1}`,
      href: name,
      mediaType: image.mediaType,
      inSpine: false,
    })),
    ...(carried?.files ?? []).map(({ name }, index) => ({
      id: `font-${index + 1}`,
      href: name,
      mediaType: FONT_MEDIA_TYPE,
      inSpine: false,
    })),
  ];
}

function listCredits(publication: Publication): readonly object[] {
  return publication.credits.map((credit) => ({
    title: tidyText(credit.title) || publication.name,
    foreign: credit.language.tag === publication.language.tag ? null : credit.language,
    authors: credit.authors.map(tidyText).filter((author) => author !== ""),
    date: credit.date ?? null,
    licence: tidyText(credit.licence),
    attributions: credit.attributions.map(tidyText).filter((line) => line !== ""),
  }));
}
