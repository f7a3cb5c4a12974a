import { availableParallelism } from "node:os";
import type { Browser } from "../../src/browser/browser.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import type { PageMemory, RememberedPages } from "../../src/pdf/remembered-pages.ts";
import type { PrintDocument } from "../../src/print/print-document.ts";
import { preparePrintDocument } from "../../src/print/print-preparation.ts";
import { measureLongBook } from "./long-book.ts";
import { openWorkshop } from "./workshop.ts";

async function timed<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const start = process.hrtime.bigint();
  const value = await act();
  return [value, Number(process.hrtime.bigint() - start) / 1e6];
}

/** CPU time of this process in milliseconds, all threads; the browser is another process. */
async function cpuOf<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const start = process.cpuUsage();
  const value = await act();
  const { user, system } = process.cpuUsage(start);
  return [value, (user + system) / 1000];
}

function createMemory(): PageMemory {
  const kept = new Map<string, RememberedPages>();
  return {
    recall: (key) => kept.get(key),
    remember: (key, pages) => void kept.set(key, pages),
  };
}

/** The floor: the document through the browser, once, untagged, with nothing checked or changed. */
async function printPlain(document: PrintDocument, browser: Browser): Promise<void> {
  const session = await browser.open(document);
  await session.print({ tagged: false, outline: false });
  await session.close();
}

/** All documents, so many at a time. */
async function inTurns(
  documents: readonly PrintDocument[],
  atOnce: number,
  act: (document: PrintDocument) => Promise<unknown>,
): Promise<void> {
  const waiting = documents.values();
  const work = async () => {
    for (const document of waiting) await act(document);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** What PDF books cost, as ratios to a plain print of the same documents. Lines of text. */
export async function benchPdf(root: string): Promise<readonly string[]> {
  const workshop = await openWorkshop(root);
  const { theme, fonts, settings, books } = workshop;
  const browser = await launchBrowser(await findBrowser());
  try {
    const documents: PrintDocument[] = [];
    let laying = 0;
    for (const book of books) {
      const { publication, images } = await workshop.compile(book);
      const options = { paper: settings.sheets.page, images, fonts };
      const [prepared, time] = await timed(async () =>
        preparePrintDocument(publication, theme, options),
      );
      laying += time;
      documents.push(prepared.value);
    }
    // Loading, and the first run of each function, is paid once.
    let pages = 0;
    const memory = createMemory();
    for (const document of documents) {
      pages += (await producePdf(document, browser, memory)).pageCount;
    }
    const plain = (document: PrintDocument) => printPlain(document, browser);
    const whole = (document: PrintDocument) => producePdf(document, browser);
    const known = (document: PrintDocument) => producePdf(document, browser, memory);
    const [, floor] = await timed(() => inTurns(documents, 1, plain));
    const [, floorOfTwo] = await timed(() => inTurns(documents, 2, plain));
    const [, alone] = await timed(() => inTurns(documents, 1, whole));
    const [, two] = await timed(() => inTurns(documents, 2, whole));
    const [[, remembered], cpu] = await cpuOf(() => timed(() => inTurns(documents, 2, known)));
    const [, cpuOfPrints] = await cpuOf(() => inTurns(documents, 2, plain));
    const ratio = (value: number) => (value / floor).toFixed(2);
    return [
      `${books.length} books, ${pages} pages; a plain print of the same documents, one by one = 1.00`,
      `a plain print, two at once                     ${ratio(floorOfTwo)}`,
      `laid out as HTML                               ${ratio(laying)}`,
      `PDF, finished and checked, one by one          ${ratio(alone)}`,
      `the same, two at once                          ${ratio(two)}`,
      `the same, with pages known from the last build ${ratio(remembered)}`,
      `CPU beyond the plain print, a page             ${((cpu - cpuOfPrints) / pages).toFixed(1)} ms`,
      `cores of this machine                          ${availableParallelism()}`,
      ...(await measureLongBook(root)),
    ];
  } finally {
    await browser.close();
  }
}
