import type { Browser } from "../browser/browser.ts";
import { PdfError } from "./pdf-error.ts";

/**
 * A browser whose prints have at most so many pages. A longer one is not even read: what a page of a
 * PDF takes in memory is many times its bytes. Throws PdfError `long` from `print`.
 */
export function limitPages(browser: Browser, mostPages: number): Browser {
  return {
    version: browser.version,
    close: () => browser.close(),
    open: async (request) => {
      const session = await browser.open(request);
      return {
        ...session,
        print: async (options) => {
          const bytes = await session.print(options);
          const pageCount = countPages(bytes);
          if (pageCount > mostPages)
            throw new PdfError("long", {}, { pages: pageCount, most: mostPages });
          return bytes;
        },
      };
    },
  };
}

const PAGES = "/Type /Pages";
const COUNT = /\/Count (\d+)/;
/** Of a node of the tree of pages: its count, and references to others. */
const NODE_BYTES = 400;

/** As Chromium writes them (ISO 32000-1 §7.7.3.2): the root counts the pages of all the tree. */
function countPages(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let most = 0;
  for (let at = file.indexOf(PAGES); at !== -1; at = file.indexOf(PAGES, at + 1)) {
    const node = file.toString("latin1", at, at + NODE_BYTES).split("endobj")[0] ?? "";
    most = Math.max(most, Number(COUNT.exec(node)?.[1] ?? 0));
  }
  return most;
}
