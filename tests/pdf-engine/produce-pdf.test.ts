import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PdfError } from "../../src/pdf/pdf-error.ts";
import type { PdfFault } from "../../src/pdf/pdf-messages.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import type { PrintDocument } from "../../src/print/print-document.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { SAMPLE_ARABIC, SAMPLE_FONTS, sampleDocument } from "./sample-document.ts";
import { browser, prepare } from "./sample-press.ts";

prepare();

describe("a printed book", () => {
  it("has its page numbers, outline, destinations, links and tags", async () => {
    const produced = await producePdf(sampleDocument(), browser);
    const facts = await readPdfFacts(produced.bytes);
    assert.equal(facts.pageCount, 3);
    assert.equal(produced.pageCount, 3);
    assert.deepEqual(
      [...produced.folios],
      [
        ["s1", 2],
        ["s2", 3],
      ],
    );
    assert.deepEqual(facts.destinations, { s1: 2, s2: 3 });
    assert.match(facts.pageTexts[0] ?? "", /Wicks 2\s+Oil 3/);
    assert.deepEqual(facts.outline, [
      { title: "Wicks", page: 2, items: [{ title: "Cotton", page: 2, items: [] }] },
      { title: "Oil", page: 3, items: [] },
    ]);
    assert.deepEqual(facts.links, [
      { page: 1, destination: "s1" },
      { page: 1, destination: "s2" },
      { page: 2, address: "https://example.org/wick" },
    ]);
    assert.equal(facts.isTagged, true);
    assert.equal(facts.language, "en");
    assert.equal(facts.tags.H1, 2);
    assert.equal(facts.tags.LI, 2);
    assert.equal(facts.tags.Link, 3);
    // The margin box has its own font: it was loaded before the print, though nothing else uses it.
    assert.deepEqual(
      facts.fonts.map((font) => font.name),
      ["SourceSans3ExtraLight-Regular", "SourceSerifPro-Bold", "SourceSerifPro-Regular"],
    );
  });

  for (const [name, size, widthPt, heightPt] of [
    ["A4", "210mm 297mm", 595, 841.9],
    ["Letter", "215.9mm 279.4mm", 612, 792],
    ["A5", "148mm 210mm", 419.5, 595.3],
    ["pocket", "105mm 148mm", 297.6, 419.5],
    ["its own", "100mm 333mm", 283.5, 943.9],
  ] as const) {
    it(`has pages of ${name} size`, async () => {
      const { bytes } = await producePdf(sampleDocument({ size }), browser);
      for (const found of (await readPdfFacts(bytes)).pageSizes) {
        // Chromium rounds a page to whole pixels of 1/96 inch.
        assert.ok(Math.abs(found.widthPt - widthPt) < 0.75, `${found.widthPt} is not ${widthPt}`);
        assert.ok(
          Math.abs(found.heightPt - heightPt) < 0.75,
          `${found.heightPt} is not ${heightPt}`,
        );
      }
    });
  }

  it("has folios in the numerals it was told to use", async () => {
    const document = sampleDocument({}, { formatFolio: (folio) => `(${folio * 11})` });
    const facts = await readPdfFacts((await producePdf(document, browser)).bytes);
    assert.match(facts.pageTexts[0] ?? "", /Wicks \(22\)\s+Oil \(33\)/);
  });
});

describe("an Arabic title", () => {
  // Noto Naskh sets a letter and its dots as two glyphs, which only the span around them explains;
  // the bold of the heading has no font of its own, so the browser draws it.
  const title = "أمان رقمي: تثبيت تيلز مُشَكَّل";
  const style =
    "@font-face{font-family:Arabic;src:url(fonts/arabic.woff2)} h1{font-family:Arabic,Text}";
  const document = sampleDocument(
    { style, body: `<h1 dir="rtl">${title}</h1>` },
    { assets: new Map([...SAMPLE_FONTS, ["fonts/arabic.woff2", SAMPLE_ARABIC]]) },
  );
  const fontNames = new Set([...document.fontNames, "NotoNaskhArabic-Regular"]);

  it("is found though it is painted from the other side", async () => {
    await producePdf({ ...document, fontNames, sentinel: title }, browser);
  });
  it("is missed when another one is there", async () => {
    await assert.rejects(
      producePdf({ ...document, fontNames, sentinel: "كتاب الأمن الجديد" }, browser),
      (error) => error instanceof PdfError && error.fault === "blank",
    );
  });
});

describe("a print that must not be published", () => {
  async function demandFault(
    fault: PdfFault,
    document: PrintDocument,
    details: RegExp,
  ): Promise<void> {
    await assert.rejects(producePdf(document, browser), (error) => {
      assert.ok(error instanceof PdfError, String(error));
      assert.equal(error.fault, fault);
      assert.match([error.message, ...error.details].join("\n"), details);
      return true;
    });
  }

  it("is shrunk by a line that is too wide", () =>
    demandFault(
      "shrunk",
      sampleDocument({ body: `<div style="white-space:pre">${"wide".repeat(90)}</div>` }),
      /print at \d\d % of its size/,
    ));
  it("has no text of the body's size", () =>
    demandFault("shrunk", sampleDocument({}, { bodySizePt: 11 }), /some text of 11 pt/));
  it("is set in a font that is not the book's", () =>
    demandFault(
      "font",
      sampleDocument({ body: '<p style="font-family:Arial">stranger</p>' }),
      /OpenSans-Regular on page 3: "stranger"/,
    ));
  it("has letters that only the fallback font has", () =>
    demandFault("font", sampleDocument({ body: "<p>Фитиль</p>" }), /OpenSans-Regular on page 3/));
  it("has a character that no font has", () =>
    demandFault("glyph", sampleDocument({ body: "<p>燈</p>" }), /page 3/));
  it("links to a file of the machine", () =>
    demandFault(
      "link",
      sampleDocument({ body: '<a href="file:///etc/x">x</a>' }),
      /page 3: file:/,
    ));
  it("has an empty link", () =>
    demandFault("link", sampleDocument({ body: '<a href="">x</a>' }), /page 3: https:\/\/book/));
  it("has a relative link", () =>
    demandFault("link", sampleDocument({ body: '<a href="a/b.md">x</a>' }), /book\.invalid\/a/));
  it("does not have the title", () =>
    demandFault("blank", sampleDocument({}, { sentinel: "Mending a net" }), /Mending a net/));
  it("shows its text to nobody", () =>
    demandFault(
      "blank",
      sampleDocument({ style: "body{display:none}" }, { pageReferences: [] }),
      /title/,
    ));
  it("refers to a page that it does not have", () =>
    demandFault(
      "destination",
      sampleDocument({}, { pageReferences: [{ elementId: "r1", destination: "s9" }] }),
      /s9/,
    ));
});
