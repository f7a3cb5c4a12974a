import type { Browser, PrintSession } from "../browser/browser.ts";
import { type PrintDocument, TIGHTENING_ID } from "../print/print-document.ts";
import { checkPrint } from "./check-print.ts";
import { dropIsolates } from "./drop-isolates.ts";
import { finishPdf, finishSheets } from "./finish-pdf.ts";
import { greyPrint } from "./grey-print.ts";
import { addBlankPages, findBlankPages, removeBlankPages } from "./open-on-rectos.ts";
import { labelPage, numberPages } from "./page-labels.ts";
import { limitPages } from "./page-limit.ts";
import { PdfError } from "./pdf-error.ts";
import { PRINT_LIMITS } from "./print-limits.ts";
import { fitPictures } from "./print-pictures.ts";
import { type Print, readPrint } from "./read-print.ts";
import {
  identifyPrint,
  type PageMemory,
  type RememberedPages,
  suitsDocument,
} from "./remembered-pages.ts";
import { imposePdf } from "./sheets/impose-pdf.ts";
import { findRunOvers, foreseeFolios, keepSavings, styleTightening } from "./tighten-chapters.ts";

/** A finished book. */
export interface ProducedPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** The page, from 1, on which each linked id and each mark of the document begins. */
  readonly folios: ReadonlyMap<string, number>;
  /** What each page is called, in print and on screen. */
  readonly labels: readonly string[];
}

/**
 * Prints a document as often as its page numbers need. Chromium has no `target-counter`, so the
 * first print is made to learn the pages; they are written into the open document, and the second
 * print is the book. If the numbers moved a page the second print becomes the first one.
 * Throws BrowserError and PdfError.
 *
 * @param memory where one print is enough: a document that is known is printed with the numbers that
 *   it had, which are compared with the pages. The book is the same with and without.
 * @param limits a longer book is refused as soon as a print tells its length.
 */
export async function producePdf(
  document: PrintDocument,
  anyBrowser: Browser,
  memory?: PageMemory,
  { mostPages }: { readonly mostPages: number } = PRINT_LIMITS,
): Promise<ProducedPdf> {
  const browser = limitPages(anyBrowser, mostPages);
  const key = memory && identifyPrint(document, browser.version);
  const known = key && memory?.recall(key);
  const remembered = known && (await printOnce(document, browser, known));
  const print =
    remembered ||
    (await printAnew(document, browser, (pages) => {
      if (key) memory?.remember(key, pages);
    }));
  checkPrint(print, document);
  const numbering = numberPages(document, print.destinations);
  const labels = print.pages.map((_, index) => labelPage(index + 1, numbering));
  const bytes = await finish(print, document);
  return { bytes, pageCount: labels.length, folios: print.destinations, labels };
}

/** Undefined where the document has other pages than it is remembered to have. */
async function printOnce(
  document: PrintDocument,
  browser: Browser,
  known: RememberedPages,
): Promise<Print | undefined> {
  if (!suitsDocument(known, document)) return undefined;
  const { html, assets, openers = [] } = document;
  const { texts, tightened, blankPagesBefore } = known;
  const session = await browser.open({ html, assets });
  try {
    await session.fill(texts);
    if (tightened.length > 0) await tighten(session, tightened);
    const print = await printBook(document, session, blankPagesBefore);
    const { destinations } = print;
    const blanks = findBlankPages(removeBlankPages(destinations, blankPagesBefore), openers);
    const written = [...listTexts(document, destinations)];
    const holds =
      written.every(([id, text]) => texts.get(id) === text) &&
      blanks.join() === blankPagesBefore.join();
    return holds ? print : undefined;
  } finally {
    await session.close();
  }
}

async function printAnew(
  document: PrintDocument,
  browser: Browser,
  remember: (pages: RememberedPages) => void,
): Promise<Print> {
  const { html, assets } = document;
  const session = await browser.open({ html, assets });
  try {
    const texts = new Map<string, string>();
    const fill = (added: ReadonlyMap<string, string>) => {
      for (const [id, text] of added) texts.set(id, text);
      return session.fill(added);
    };
    const printed = await printWithFolios(document, { ...session, fill });
    const { print, tightened, blankPagesBefore } = printed;
    texts.delete(TIGHTENING_ID);
    remember({ texts, tightened, blankPagesBefore });
    return print;
  } finally {
    await session.close();
  }
}

async function finish(print: Print, document: PrintDocument): Promise<Uint8Array> {
  const { imposition, direction, isGrey = false, html } = document;
  if (/[\u2066\u2067]/.test(html)) dropIsolates(print.document);
  await (isGrey ? greyPrint(print.document) : fitPictures(print.document, false));
  if (imposition === undefined) return finishPdf(print, document);
  imposePdf(print, imposition, direction);
  return finishSheets(print, document);
}

/** Two passes are the rule; more are for numbers that moved a page. */
const PASSES = 4;

async function printWithFolios(
  document: PrintDocument,
  session: PrintSession,
): Promise<{ readonly print: Print } & Omit<RememberedPages, "texts">> {
  const { openers = [], marks = [], chapters = [], pageReferences } = document;
  if (pageReferences.length + openers.length + chapters.length === 0) {
    const print = await printBook(document, session, []);
    return { print, tightened: [], blankPagesBefore: [] };
  }
  const { folios: learnt, tightened } = await learnFolios(document, session);
  let plain = learnt;
  for (let pass = 2; pass <= PASSES; pass += 1) {
    const blanks = findBlankPages(plain, openers);
    const folios = addBlankPages(plain, blanks);
    await session.fill(listTexts(document, folios));
    const print = await printBook(document, session, blanks);
    // Settled is also where the openers are: each on the page that was foreseen for it.
    const unseen = marks.filter((mark) => !openers.includes(mark));
    if (isSettled(print.destinations, folios, unseen)) {
      return { print, tightened, blankPagesBefore: blanks };
    }
    plain = removeBlankPages(print.destinations, blanks);
  }
  throw new PdfError("unstable", {});
}

/**
 * Prints to learn the pages, and once more where a chapter runs over by a few lines: those that
 * smaller spaces bring back by a page keep them.
 */
async function learnFolios(
  document: PrintDocument,
  session: PrintSession,
): Promise<{
  readonly folios: ReadonlyMap<string, number>;
  readonly tightened: readonly string[];
}> {
  const { chapters = [], openers = [] } = document;
  const draft = await printDraft(session, openers);
  const runOvers = findRunOvers(draft, chapters);
  if (runOvers.length === 0) return { folios: draft.destinations, tightened: [] };
  await tighten(session, runOvers);
  const tight = await printDraft(session, openers);
  const kept = keepSavings(draft, tight, chapters, runOvers);
  if (kept.length === runOvers.length) {
    return { folios: tight.destinations, tightened: kept };
  }
  await tighten(session, kept);
  return { folios: foreseeFolios(draft, tight, chapters, kept), tightened: kept };
}

async function tighten(
  session: Pick<PrintSession, "fill">,
  chapters: readonly string[],
): Promise<void> {
  await session.fill(new Map([[TIGHTENING_ID, styleTightening(chapters)]]));
}

/** Tags take time and change no page. */
async function printDraft(session: PrintSession, places: readonly string[]): Promise<Print> {
  return readPrint(await session.print({ tagged: false, outline: false, places }));
}

/**
 * What becomes the book tells its marks: no other print could answer for it. Sheets have no use for
 * tags.
 */
async function printBook(
  { marks = [], openers = [], imposition }: PrintDocument,
  session: PrintSession,
  blankPagesBefore: readonly string[],
): Promise<Print> {
  const isBook = imposition === undefined;
  const places = [...new Set([...marks, ...openers])];
  const choice = { tagged: isBook, outline: isBook, places, blankPagesBefore };
  return readPrint(await session.print(choice));
}

function listTexts(
  document: PrintDocument,
  folios: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const missing: string[] = [];
  const texts = new Map<string, string>();
  const numbering = numberPages(document, folios);
  for (const { elementId, destination } of document.pageReferences) {
    const folio = folios.get(destination);
    if (folio === undefined) missing.push(destination);
    else texts.set(elementId, labelPage(folio, numbering));
  }
  if (missing.length === 0) return texts;
  throw new PdfError("destination", { details: missing });
}

/** True where everything that a link leads to is where it was: no page is printed of a mark. */
function isSettled(
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  marks: readonly string[],
): boolean {
  const names = new Set([...now.keys(), ...before.keys()]);
  for (const mark of marks) names.delete(mark);
  return [...names].every((name) => now.get(name) === before.get(name));
}
