import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Browser, PrintSession } from "../../src/browser/browser.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { readPrint } from "../../src/pdf/read-print.ts";
import { parsePaper } from "../../src/print/paper.ts";
import { layBooklet, layPagesTogether } from "../../src/print/sheet-layout.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { browser, prepare } from "./open-browser.ts";
import { sampleDocument } from "./sample-document.ts";

prepare();

describe("a book on two sides", () => {
  const style = "@page handpress-blank { @bottom-center { content: none } }";

  it("has its openers on odd pages, after pages with nothing on them", async () => {
    const document = sampleDocument({ style }, { openers: ["s1", "s2"] });
    const produced = await producePdf(document, browser);
    const facts = await readPdfFacts(produced.bytes);
    assert.deepEqual(facts.destinations, { s1: 3, s2: 5 });
    assert.equal(produced.pageCount, 5);
    assert.deepEqual(
      facts.pageTexts.map((text) => text.trim() === ""),
      [false, true, false, true, false],
    );
    assert.match(facts.pageTexts[0] ?? "", /Wicks 3\s+Oil 5/);
    assert.match(facts.pageTexts[4] ?? "", /^5\s/, "blank pages are counted");
    assert.equal(facts.tags.Div, undefined);
  });

  it("has none where the openers are on odd pages as they are", async () => {
    const document = sampleDocument({ style }, { openers: ["s2"] });
    assert.equal((await producePdf(document, browser)).pageCount, 3);
  });

  it("opens on odd pages also when its numbers have moved a page", async () => {
    const open = (more: string) => browser.open(sampleDocument({ style: `${style} ${more}` }));
    const [plain, moved] = [await open(""), await open("#s1 + p { break-after: page }")];
    const blanks: string[] = [];
    const session: PrintSession = {
      fill: async () => {},
      print: (choice) => {
        blanks.push((choice.blankPagesBefore ?? []).join(" "));
        return (blanks.length === 1 ? plain : moved).print(choice);
      },
      close: async () => {
        await plain.close();
        await moved.close();
      },
    };
    const moving: Browser = { version: "", open: async () => session, close: async () => {} };
    const document = sampleDocument({}, { openers: ["s1", "s2"] });
    const { folios } = await producePdf(document, moving);
    assert.deepEqual(Object.fromEntries(folios), { s1: 3, s2: 5 });
    // The chapter that has become a page longer needs no blank page behind it any more.
    assert.deepEqual(blanks, ["", "s1 s2", "s1"]);
  });
});

describe("an imposed book", () => {
  const a4 = parsePaper("a4");
  assert.ok(a4);
  const booklet = layBooklet(a4)?.imposition;
  assert.ok(booklet);
  const together = layPagesTogether(a4, 2, "one").imposition;
  assert.ok(together);

  it("has its pages on sheets, facts, no links, tags, bookmarks or places", async () => {
    const document = sampleDocument({ size: "148mm 210mm" }, { imposition: booklet });
    const { bytes, pageCount } = await producePdf(document, browser);
    assert.equal(pageCount, 3, "of the book");
    const facts = await readPdfFacts(bytes);
    assert.deepEqual(facts.pageSizes, [
      { widthPt: 841.9, heightPt: 595.3 },
      { widthPt: 841.9, heightPt: 595.3 },
    ]);
    assert.match(facts.pageTexts[0] ?? "", /Keeping a lantern[\s\S]*Wicks 2/);
    assert.match(facts.pageTexts[1] ?? "", /Trim it[\s\S]*Fill it by day/);
    assert.deepEqual(
      [facts.links, facts.outline, facts.destinations, facts.isTagged],
      [[], [], {}, false],
    );
    assert.equal(facts.language, "en");
    assert.equal(facts.information.Title, "Keeping a lantern");
    const file = Buffer.from(bytes).toString("latin1");
    assert.match(file, /\/ID \[<[0-9a-f]{32}>/);
    assert.deepEqual((await producePdf(document, browser)).bytes, bytes, "the same bytes again");
  });

  it("has nothing in its file that it does not use", async () => {
    const { bytes } = await producePdf(sampleDocument({}, { imposition: together }), browser);
    const { document } = await readPrint(bytes);
    const types = [...document.context.enumerateIndirectObjects()].flatMap(([, object]) => {
      const type = object instanceof PDFDict ? object.get(PDFName.of("Type")) : undefined;
      return type === undefined ? [] : [String(type)];
    });
    assert.equal(types.filter((type) => type === "/Page").length, 2);
    assert.equal(types.includes("/Annot") || types.includes("/StructElem"), false);
  });
});
