import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { labelPage, numberPages, writePageLabels } from "../../src/pdf/page-labels.ts";

const arabic = (number: number) => new Intl.NumberFormat("ar-u-nu-arab").format(number);

async function labelsOf(bodyStart: number, formatFolio: (number: number) => string) {
  const document = await PDFDocument.create();
  writePageLabels(document, 6, { bodyStart, formatFolio });
  return document.catalog.lookup(PDFName.of("PageLabels"), PDFDict).toString().replace(/\s+/g, " ");
}

describe("page labels", () => {
  it("are roman before the body, which goes on counting", async () => {
    const numbering = { bodyStart: 4, formatFolio: String };
    const labels = [1, 2, 3, 4, 5].map((page) => labelPage(page, numbering));
    assert.deepEqual(labels, ["i", "ii", "iii", "4", "5"]);
    assert.match(await labelsOf(4, String), /Nums \[ 0 << \/S \/r >> 3 << \/S \/D \/St 4 >> \]/);
    assert.equal(labelPage(49, { bodyStart: 60, formatFolio: String }), "xlix");
  });

  it("are the language's own numerals where these are not Latin", async () => {
    const numbering = { bodyStart: 4, formatFolio: arabic };
    assert.deepEqual([labelPage(3, numbering), labelPage(4, numbering)], ["٣", "٤"]);
    assert.match(
      await labelsOf(4, arabic),
      /^<< \/Nums \[ 0 << \/P <FEFF0661> >> 1 << \/P <FEFF0662>/,
    );
  });

  it("have no front matter in a book without chapters, or with one that nothing leads to", async () => {
    assert.equal(numberPages({}, new Map()).bodyStart, 1);
    assert.equal(numberPages({ chapters: ["m"] }, new Map([["s1", 5]])).bodyStart, 1);
    assert.equal(numberPages({ chapters: ["m"] }, new Map([["m", 4]])).bodyStart, 4);
    assert.match(await labelsOf(1, String), /Nums \[ 0 << \/S \/D \/St 1 >> \]/);
  });
});
