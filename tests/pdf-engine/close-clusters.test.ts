import assert from "node:assert/strict";
import { test } from "node:test";
import { PDFDict, PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import { closeClusters } from "../../src/pdf/tagging/close-clusters.ts";
import type { ReadStream } from "../../src/pdf/tagging/page-contents.ts";
import { readClusters } from "../../src/pdf/tagging/read-clusters.ts";
import type { MarkedStream } from "../../src/pdf/tagging/structure.ts";

const STREAM: MarkedStream = {
  reference: PDFRef.of(1),
  page: PDFRef.of(2),
  pageIndex: 0,
  isForm: false,
  parentKey: 0,
};

/** Applies what is found to a page painted in a font of ten points: 5 is a letter of half an em. */
async function close(content: string): Promise<string> {
  const document = await PDFDocument.create();
  const font = document.context.obj({
    Type: "Font",
    Subtype: "Type0",
    DescendantFonts: [{ Type: "Font", Subtype: "CIDFontType2", DW: 0, W: [5, [500], 7, 8, 250] }],
  });
  const resources = document.context.obj({ Font: { F1: font } });
  assert.ok(resources instanceof PDFDict && resources.has(PDFName.of("Font")));
  const bytes = Buffer.from(content, "latin1");
  const read: ReadStream = {
    bytes,
    resources,
    marked: { sequences: [] } as unknown as ReadStream["marked"],
    sequences: new Map(),
  };
  const clusters = readClusters(document, new Map([[STREAM, read]]));
  const edits = closeClusters(clusters).get(STREAM) ?? [];
  let [changed, at] = ["", 0];
  for (const { at: from, removed, text } of edits) {
    changed += content.slice(at, from) + text;
    at = from + removed;
  }
  return changed + content.slice(at);
}

const cluster = (text: string, offset: string, letter = "0005") =>
  `/F1 10 Tf 1 0 0 -1 30 40 Tm /Span<</ActualText <feff${text}> >> BDC ` +
  `6 0 Td <${letter}> Tj ${offset} 0 Td <0009> Tj EMC 4 0 Td <0005> Tj`;

test("a mark whose place is in the middle of its letter has the rest of the letter's width", async () => {
  const content = cluster("006d0300", "2");
  assert.equal(await close(content), content.replace("<0009> Tj", "3.0000 Tc <0009> Tj 0 Tc"));
});

test("a mark beyond its letter gives that back", async () => {
  const content = cluster("1eb90300", "5.5");
  assert.equal(await close(content), content.replace("<0009> Tj", "-0.5000 Tc <0009> Tj 0 Tc"));
});

test("widths are read as lists and as ranges; a letter of one code in two glyphs is one as well", async () => {
  const content = cluster("0144", "2", "0008");
  assert.equal(await close(content), content.replace("<0009> Tj", "0.5000 Tc <0009> Tj 0 Tc"));
});

test("what ends where it should, and other scripts, stay as they are", async () => {
  for (const content of [
    cluster("006d0300", "5"),
    cluster("1000103c", "2"),
    cluster("0066", "2"),
  ]) {
    assert.equal(await close(content), content);
  }
});
