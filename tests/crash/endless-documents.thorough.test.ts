import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { PdfError } from "../../src/pdf/pdf-error.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { sampleDocument } from "../pdf-engine/sample-document.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";

/** Hours of work for the layout engine in a few kilobytes, without any script. */
const ENDLESS = `<!doctype html><style>
  p:has(~ p ~ p ~ p ~ p ~ i), p:not(:has(~ p ~ p ~ b)) { color: red }
</style>${"<p>".repeat(30_000)}`;

test("a document that never ends is cancelled; the same browser prints the next", async () => {
  const browser = await launchBrowser(await findBrowser(), { mostSeconds: 1.5 });
  try {
    const first = browser.processId;
    await assert.rejects(
      browser.open({ html: ENDLESS, assets: new Map() }),
      (error) => error instanceof BrowserError && /limit `book-seconds: 1.5`/.test(error.message),
    );
    const session = await browser.open({ html: "<!doctype html><p>next", assets: new Map() });
    const facts = await readPdfFacts(await session.print({ tagged: false, outline: false }));
    assert.match(facts.pageTexts.join(), /next/);
    // One for the empty page of the beginning, one for the document that is open.
    if (process.platform === "linux") assert.equal(countRenderers(first), 2);
    await session.close();
    assert.equal(browser.processId, first);
  } finally {
    await browser.close();
  }
});

/** Linux: the processes of a browser's group that lay out documents. */
function countRenderers(group: number): number {
  return readdirSync("/proc").filter((number) => {
    try {
      const fields = readFileSync(`/proc/${number}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      const words = readFileSync(`/proc/${number}/cmdline`, "utf8");
      return Number(fields[2]) === group && words.includes("--type=renderer");
    } catch {
      // Not a process, or one that has just ended.
      return false;
    }
  }).length;
}

test("a book of more pages than the limit is refused, and the limit is named", async () => {
  const browser = await launchBrowser(await findBrowser());
  try {
    const document = sampleDocument();
    const allowed = await producePdf(document, browser, undefined, { mostPages: 3 });
    assert.equal(allowed.pageCount, 3);
    await assert.rejects(
      producePdf(document, browser, undefined, { mostPages: 2 }),
      (error) =>
        error instanceof PdfError &&
        error.fault === "long" &&
        /Unexpected length of 3 pages.*limit `book-pages: 2`/.test(error.message),
    );
    // A tree of pages with several floors.
    const html = `<!doctype html><title>Long</title><h1>Long</h1>${"<p style='break-before:page'>a".repeat(999)}`;
    await assert.rejects(
      producePdf({ ...document, html }, browser, undefined, { mostPages: 999 }),
      /length of 1000 pages/,
    );
  } finally {
    await browser.close();
  }
});
