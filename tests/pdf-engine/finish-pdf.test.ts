import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { finishPdf } from "../../src/pdf/finish-pdf.ts";
import { readPrint } from "../../src/pdf/read-print.ts";
import { decodeStream } from "../../src/pdf-file/objects.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { browser, finish, prepare, printed, readObjects } from "./printed-sample.ts";
import { sampleDocument } from "./sample-document.ts";

prepare();

describe("a finished PDF", () => {
  it("tells who, what and when from the book alone", async () => {
    const { information } = await readPdfFacts(await finish());
    assert.equal(information.Title, "Keeping a lantern");
    assert.equal(information.Author, "Ada Example; Bo Example");
    assert.equal(information.Creator, "Handpress");
    assert.equal(information.Producer, "Handpress");
    assert.equal(information.CreationDate, "D:20250301120000Z");
    assert.equal(information.ModDate, "D:20250301120000Z");
  });

  it("has nothing of the browser's or the machine's left in it", async () => {
    const document = await PDFDocument.load(await finish(), { updateMetadata: false });
    const texts: string[] = [];
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      texts.push(object.toString());
    }
    const whole = texts.join("\n");
    assert.doesNotMatch(whole, /Skia|Chrom|Mozilla|Linux|book\.invalid|file:/);
    const untouched = await PDFDocument.load(printed, { updateMetadata: false });
    assert.match(
      untouched.context.lookup(untouched.context.trailerInfo.Info)?.toString() ?? "",
      /Skia/,
    );
  });

  it("is the same behind another document in the same browser", async () => {
    const again: Uint8Array[] = [];
    for (const other of [0, 50]) {
      const filler = "<table><tr><th>A</th></tr><tr><td>B</td></tr></table>".repeat(other);
      const before = await browser.open({
        html: `<title>T</title><p>${filler}`,
        assets: new Map(),
      });
      await before.print({ tagged: true, outline: true });
      await before.close();
      const sample = sampleDocument();
      const html = sample.html.replace(
        "</body>",
        "<table><tr><th>Head</th></tr><tr><td>Cell</td></tr></table></body>",
      );
      const session = await browser.open({ html, assets: sample.assets });
      again.push(await session.print({ tagged: true, outline: true }));
      await session.close();
    }
    const [first, second] = await Promise.all(
      again.map(async (bytes) => finishPdf(await readPrint(bytes), sampleDocument())),
    );
    assert.match((await readObjects(first)).join("\n"), /\/Headers \[ \(node00000001\) \]/);
    assert.deepEqual(await readObjects(second), await readObjects(first));
    assert.ok(Buffer.from(second ?? []).equals(Buffer.from(first ?? [])));
  });

  it("has an XMP packet that says the same, with its signs escaped", async () => {
    const document = await PDFDocument.load(await finish({ title: 'Oil & "fire" <1>' }), {
      updateMetadata: false,
    });
    const reference = document.catalog.get(PDFName.of("Metadata"));
    const packet = Buffer.from(
      decodeStream(reference && document.context.lookup(reference as never)),
    ).toString("utf8");
    assert.match(
      packet,
      /<rdf:li xml:lang="x-default">Oil &amp; &quot;fire&quot; &lt;1&gt;<\/rdf:li>/,
    );
    assert.match(packet, /<rdf:Seq><rdf:li>Ada Example<\/rdf:li><rdf:li>Bo Example<\/rdf:li>/);
    assert.match(packet, /<dc:identifier>urn:uuid:00000000-0000-5000-8000-000000000000</);
    assert.match(packet, /<xmp:ModifyDate>2025-03-01T12:00:00Z</);
    assert.match(packet, /<pdfuaid:part xmlns:pdfuaid="[^"]*">1<\/pdfuaid:part>/);
  });

  it("has bookmarks that say what the headings say, whatever order they are painted in", async () => {
    const headings = ["١ فتائل", "قطن “ناعم”", "زيت 😀"];
    const { outline } = await readPdfFacts(await finish({ headings }));
    assert.deepEqual(outline, [
      { title: headings[0], page: 2, items: [{ title: headings[1], page: 2, items: [] }] },
      { title: headings[2], page: 3, items: [] },
    ]);
  });

  it("leaves the bookmarks alone where the headings are not theirs", async () => {
    const { outline } = await readPdfFacts(await finish({ headings: ["One", "Two"] }));
    assert.deepEqual(
      outline.map(({ title }) => title),
      ["Wicks", "Oil"],
    );
  });

  it("ends in a table that readers need not repair", async () => {
    const file = Buffer.from(await finish()).toString("latin1");
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    const table = file.slice(start);
    assert.match(table, /^\d+ 0 obj\n<</);
    const body = table.slice(table.indexOf("stream\n") + 7);
    const length = Number(/\/Length (\d+)/.exec(table)?.[1]);
    assert.ok(body.slice(length).startsWith("\nendstream\nendobj\n"));
  });

  it("opens with bookmarks, in the direction of its language", async () => {
    const document = await PDFDocument.load(await finish({ direction: "rtl", languageTag: "ar" }), {
      updateMetadata: false,
    });
    assert.equal(document.catalog.get(PDFName.of("PageMode")), PDFName.of("UseOutlines"));
    assert.match(String(document.catalog.get(PDFName.of("Lang"))), /\(ar\)/);
    const preferences = document.catalog.get(PDFName.of("ViewerPreferences"))?.toString() ?? "";
    assert.match(preferences, /\/DisplayDocTitle true/);
    assert.match(preferences, /\/Direction \/R2L/);
  });

  it("says what its newer tags stand for", async () => {
    const document = await PDFDocument.load(await finish(), { updateMetadata: false });
    const root = document.catalog.lookup(PDFName.of("StructTreeRoot"));
    assert.match(root?.toString() ?? "", /\/RoleMap <<\s*\/Strong \/Span\s*>>/);
  });

  it("has an identity that follows its content", async () => {
    const identities = await Promise.all(
      [await finish(), await finish(), await finish({ title: "Another" })].map(async (bytes) => {
        const document = await PDFDocument.load(bytes, { updateMetadata: false });
        const identity = document.context.trailerInfo.ID?.toString() ?? "";
        assert.match(identity, /^\[ <([0-9a-f]{32})> <\1> \]$/i);
        return identity;
      }),
    );
    assert.equal(identities[0], identities[1]);
    assert.notEqual(identities[0], identities[2]);
  });
});
