import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "../../src/browser/browser.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { sampleDocument, sampleHtml } from "./sample-document.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser(await findBrowser());
});
after(() => browser.close());

const STYLE = `:root{--tightness:0} h1{margin:0}
p.knot{margin:0 0 calc(8pt - 4pt * var(--tightness));font:10.5pt/14pt Text}`;

/** Two chapters; a page has room for 33 knots at most, and for 37 and more that are set tightly. */
function bookOf(first: number, second: number, endOfFirst: string) {
  const knots = (count: number) => '<p class="knot">A knot in a rope</p>'.repeat(count);
  const html = sampleHtml({ style: STYLE })
    .replace("</head>", '<style id="tightening"></style></head>')
    .replace(/<h1 id="s1">[\s\S]*<\/body>/, () =>
      [
        `<section id="s1"><h1>Wicks</h1>${knots(first)}${endOfFirst}</section>`,
        `<section id="s2"><h1>Oil</h1>${knots(second)}</section></body>`,
      ].join(""),
    );
  return sampleDocument({}, { html, chapters: ["s1", "s2"] });
}

async function printBook(first: number, second: number, endOfFirst = "") {
  const { bytes, folios } = await producePdf(bookOf(first, second, endOfFirst), browser);
  const { pageCount, destinations } = await readPdfFacts(bytes);
  assert.deepEqual(destinations, Object.fromEntries(folios));
  return { pageCount, oil: folios.get("s2") };
}

describe("a chapter that runs over by a few lines", () => {
  it("is brought back onto its page", async () => {
    assert.deepEqual(await printBook(34, 5), { pageCount: 3, oil: 3 });
  });

  it("moves nothing where smaller spaces do not save a page", async () => {
    const forced = '<p class="knot" style="break-before:page">The last knot</p>';
    assert.deepEqual(await printBook(20, 34, forced), { pageCount: 4, oil: 4 });
  });

  it("is left alone where it runs over by half a page", async () => {
    assert.deepEqual(await printBook(45, 5), { pageCount: 4, oil: 4 });
  });
});
