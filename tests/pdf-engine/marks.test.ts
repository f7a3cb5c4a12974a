import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PDFDocument } from "@cantoo/pdf-lib";
import type { Browser } from "../../src/browser/browser.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { identifyBlocks, selectMarks } from "../../src/print/print-marks.ts";
import { h } from "../print/sample-book.ts";
import { sampleDocument } from "./sample-document.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser(await findBrowser());
});
after(() => browser.close());

const LINES = "A wick of cotton is cut square, soaked, and drawn through the holder. ".repeat(9);
const ROWS = 70;

/** Paragraphs, items and a table whose head is repeated, over several pages. */
function longBody(hasMarks: boolean): string {
  const id = (name: string) => (hasMarks ? ` id="${name}"` : "");
  const paragraphs = Array.from({ length: 12 }, (_, at) => `<p${id(`p${at}`)}>${LINES}</p>`);
  const items = Array.from({ length: 6 }, (_, at) => `<li${id(`i${at}`)}>${LINES}</li>`);
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `<tr><td${id(`row${at}`)}>Row ${at}</td></tr>`,
  );
  return (
    `${paragraphs.join("")}<ul dir="rtl">${items.join("")}</ul>` +
    `<table${id("t")}><thead><tr><th${id("th")}>Head</th></tr></thead>` +
    `<tbody>${rows.join("")}</tbody></table>`
  );
}

const NAMES = [
  ...Array.from({ length: 12 }, (_, at) => `p${at}`),
  ...Array.from({ length: 6 }, (_, at) => `i${at}`),
  "t",
  "th",
  ...Array.from({ length: ROWS }, (_, at) => `row${at}`),
];

describe("the marks of a print", () => {
  it("tell where each block begins, and leave the PDF as it is without them", async () => {
    const marked = await producePdf(
      sampleDocument({ body: longBody(true) }, { marks: NAMES }),
      browser,
    );
    const plain = await producePdf(sampleDocument({ body: longBody(false) }), browser);
    assert.ok(marked.pageCount > 5);
    const pages = NAMES.map((name) => marked.folios.get(name) ?? 0);
    assert.deepEqual(
      pages,
      [...pages].sort((one, other) => one - other),
      "in the order of the text, a repeated head where it stands first",
    );
    assert.equal(pages[0], 3);
    assert.equal(pages.at(-1), marked.pageCount);
    assert.equal(Buffer.compare(marked.bytes, plain.bytes), 0, "no trace");
    assert.deepEqual([...plain.folios.keys()], ["s1", "s2"], "what is linked is told in any case");
  });

  it("are dropped though nothing but they is named", async () => {
    const body = `<p id="p1">Trim.</p>`;
    const html = sampleDocument({ body }).html.replace(/<nav>.*?<\/nav>/s, "");
    const document = sampleDocument({}, { html, marks: ["p1"], pageReferences: [] });
    const { bytes, folios } = await producePdf(document, browser);
    assert.equal(folios.get("p1"), 3);
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    const objects = read.context.enumerateIndirectObjects().map(([, one]) => one.toString());
    assert.doesNotMatch(objects.join("\n"), /\/p1\b|\/Dests/);
  });
});

describe("blocks in print", () => {
  it("have their mark as id, and keep an id that they have", () => {
    const marked = (id: string | undefined) => ({
      ...h("p", id === undefined ? {} : { id }, "A"),
      data: { mark: "s1-b1" },
    });
    const [first, second] = identifyBlocks([h("ul", {}, marked(undefined)), marked("own")]);
    assert.deepEqual(
      first,
      h("ul", {}, { ...h("p", { id: "s1-b1" }, "A"), data: { mark: "s1-b1" } }),
    );
    assert.equal(second?.type === "element" && second.properties.id, "own");
  });

  it("are linked to only where nothing else links to them", () => {
    assert.deepEqual(selectMarks(["a", "b"], '<a class="x" href="#a">A</a>'), ["b"]);
  });

  it("are not all asked for in a very long book", () => {
    const marks = Array.from({ length: 5000 }, (_, at) => `b${at}`);
    const selected = selectMarks(marks, "");
    assert.ok(selected.length <= 2000);
    assert.deepEqual([selected[1], selected.at(-1)], ["b3", "b4998"], "spread over the book");
  });
});
