import assert from "node:assert/strict";
import { test } from "node:test";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { type Paper, parsePaper } from "../../src/print/paper.ts";
import { preparePrintDocument } from "../../src/print/print-preparation.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import { loadHandout, makeImages } from "../epub/sample-book.ts";
import { IMPRINT, planTwoModules } from "../publication/two-modules.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { readPdfStructure } from "../support/pdf-structure.ts";

test("a PDF of two modules has bookmarks of two modules, and our own rules find nothing", async () => {
  const publication = assemblePublication(planTwoModules(), IMPRINT).value;
  const document = preparePrintDocument(publication, await loadHandout(), {
    paper: parsePaper("a4") as Paper,
    images: makeImages("lock.png"),
    fonts: await loadFonts(nodeFileSystem),
  }).value;
  const browser = await launchBrowser(await findBrowser());
  const { bytes, folios } = await producePdf(document, browser).finally(() => browser.close());
  assert.deepEqual(inspectFile(bytes).diagnostics, []);
  assert.deepEqual((await readPdfStructure(bytes)).faults, []);
  const { outline } = await readPdfFacts(bytes);
  assert.deepEqual(
    outline.map(({ title, items }) => [title, items.map((item) => item.title)]),
    [
      ["Contents", []],
      ["Locks", ["Steps of Locks", "Trying doors", "Closing"]],
      ["Keys", ["Steps of Keys", "Cutting", "Lost one", "Closing"]],
      ["Credits and licence", ["About this book"]],
    ],
  );
  const pages = ["m", "s1", "s2", "m2", "s3", "s4", "s5"].map((id) => folios.get(id));
  assert.deepEqual(
    pages,
    [...new Set(pages)].sort((one = 0, other = 0) => one - other),
  );
});
