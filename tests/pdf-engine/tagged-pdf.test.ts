import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PDFArray, PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Browser } from "../../src/browser/browser.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { finishPdf } from "../../src/pdf/finish-pdf.ts";
import { readPrint } from "../../src/pdf/read-print.ts";
import { decodeStream } from "../../src/pdf-file/objects.ts";
import { readGlyphRuns } from "../../src/pdf-file/read-glyphs.ts";
import type { PrintDocument } from "../../src/print/print-document.ts";
import {
  findTags,
  outlineTags,
  type PdfStructure,
  readPdfStructure,
  type Tag,
} from "../support/pdf-structure.ts";
import { SAMPLE_ARABIC, SAMPLE_FONTS, sampleDocument } from "./sample-document.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser(await findBrowser());
});
after(() => browser.close());

const STYLE = `
@font-face { font-family: Arabic; src: url(fonts/arabic.woff2) }
[lang=ar] { font-family: Arabic; direction: rtl }
@page { @top-left { font: 9pt Label; content: "Lanterns" } }
.narrow { width: 40mm } .box { border: 1pt solid; background: #eee }`;

/** Prints a body behind the sample and finishes it. */
async function tag(
  body: string,
  changes: Partial<PrintDocument> = {},
): Promise<PdfStructure & { readonly bytes: Uint8Array }> {
  const document = sampleDocument({ style: STYLE, body }, changes);
  const assets = new Map([...SAMPLE_FONTS, ["fonts/arabic.woff2", SAMPLE_ARABIC]]);
  const session = await browser.open({ html: document.html, assets });
  const printed = await session.print({ tagged: true, outline: true });
  await session.close();
  const bytes = finishPdf(await readPrint(printed), document);
  return { ...(await readPdfStructure(bytes)), bytes };
}

/** The last section's tags of a type. */
const last = (root: Tag, type: string) => findTags(root, type).at(-1);

function annotationsOf({ document }: PdfStructure, page: number): readonly PDFDict[] {
  const list = document.getPages()[page - 1]?.node.lookup(PDFName.of("Annots"), PDFArray);
  return (list?.asArray() ?? []).map((_, at) => list?.lookup(at, PDFDict) as PDFDict);
}

function contentOfPage({ document }: PdfStructure, page: number): string {
  const contents = document.getPages()[page - 1]?.node.Contents();
  return Buffer.from(decodeStream(contents)).toString("latin1");
}

function textOfPage({ document }: PdfStructure, page: number): string {
  const node = document.getPages()[page - 1];
  return node === undefined
    ? ""
    : readGlyphRuns(document, node)
        .map(({ text }) => text)
        .join("");
}

describe("marks", () => {
  it("leave nothing painted outside of content and artifacts", async () => {
    const { faults, root } = await tag(
      `<div class="box"><p class="box">Boxed</p><hr></div><p style="opacity:.5">Half
       <a href="https://example.org/">seen</a></p><p aria-hidden="true">Hidden</p>`,
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(outlineTags(root).slice(-3), ["  P", "  P", "    Link"]);
  });

  it("say which artifacts are heads and folios", async () => {
    const content = contentOfPage(await tag(""), 2);
    assert.match(content, /\/Subtype \/Header \/Attached \[\/Top\]>> BDC\s+BT/);
    assert.match(content, /\/Subtype \/Footer \/Attached \[\/Bottom\]>> BDC/);
  });
});

describe("elements", () => {
  it("are sections, paragraphs and no empty ones", async () => {
    const { root } = await tag(
      `<section><div class="box"></div><p>One <span>two</span> <strong>three</strong></p>
       <p style="display:flex"><span>In a row</span></p></section>`,
    );
    const types = outlineTags(root).map((line) => line.trim());
    assert.ok(!types.includes("NonStruct"));
    assert.deepEqual(outlineTags(root).slice(-4), ["  Sect", "    P", "      Strong", "    P"]);
  });

  it("in lists have a label and a body, also where the bullet is drawn", async () => {
    const { root } = await tag("<ul><li>one</li></ul><ol><li><p>two</p></li></ol>");
    const [bullets, numbers] = findTags(root, "L").slice(-2);
    assert.deepEqual(outlineTags(bullets as Tag), ["L", "  LI", "    Lbl", "    LBody"]);
    assert.equal(findTags(bullets as Tag, "Lbl")[0]?.entries.ActualText, "•");
    assert.deepEqual(outlineTags(numbers as Tag), ["L", "  LI", "    Lbl", "    LBody", "      P"]);
    assert.equal(findTags(numbers as Tag, "Lbl")[0]?.entries.ActualText, undefined);
  });

  it("for notes have a name, and their marks and the contents are references", async () => {
    const { root } = await tag(
      `<nav><ol><li><a href="#s1">Wicks</a></li></ol></nav>
       <p>Oil<a class="note-ref" href="#n1"><sup>1</sup></a></p>
       <ol class="notes-list"><li id="n1">Of olives.</li></ol>`,
    );
    assert.equal(findTags(root, "Note").length, 1);
    assert.match(findTags(root, "Note")[0]?.entries.ID ?? "", /^node\d{8}$/);
    assert.deepEqual(outlineTags(last(root, "TOC") as Tag), [
      "TOC",
      "  TOCI",
      "    Lbl",
      "    P",
      "      Reference",
      "        Link",
    ]);
    assert.equal(findTags(root, "Reference").length, 2);
  });

  it("of a table have a head, a body and scopes; a head that is painted again is said once", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `<tr><th scope="row">R${at}</th><td>x</td>`);
    const { root, faults } = await tag(
      `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
    );
    const [table] = findTags(root, "Table");
    const lines = outlineTags(table as Tag);
    assert.deepEqual(lines.slice(0, 5), ["Table", "  THead", "    TR", "      TH", "      TH"]);
    assert.equal(lines[5], "  TBody");
    const [column, , row] = findTags(root, "TH");
    assert.match(column?.entries.A ?? "", /\/Scope \/Column/);
    assert.match(row?.entries.A ?? "", /\/Scope \/Row/);
    assert.equal(column?.kids.length, 1);
    assert.match(
      findTags(root, "TD")[0]?.entries.A ?? "",
      /\/Headers \[ \(node00000001\) \(node00000002\) \]/,
    );
    assert.deepEqual(faults, []);
  });

  it("of pictures have words and a place; without words they are decoration", async () => {
    const circle = '<circle cx="5" cy="5" r="4"/></svg>';
    const { root, faults } = await tag(
      `<p>A <svg width="10" height="10" role="img" aria-label="Flame">${circle}
       <svg width="10" height="10" role="img">${circle} B</p>`,
    );
    const figures = findTags(root, "Figure");
    assert.equal(figures.length, 1);
    assert.equal(figures[0]?.entries.Alt, "Flame");
    const box = /\/BBox \[ ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) \]/.exec(
      figures[0]?.entries.A ?? "",
    );
    assert.equal(Math.round(Number(box?.[3]) - Number(box?.[1])), 6);
    assert.equal(Math.round(Number(box?.[4]) - Number(box?.[2])), 6);
    assert.deepEqual(faults, []);
  });

  it("of headings never skip a rank", async () => {
    const { root } = await tag("<h2>Two</h2><h5>Five</h5><h6>Six</h6>");
    const ranks = outlineTags(root).flatMap((line) => /H(\d)/.exec(line)?.[1] ?? []);
    assert.deepEqual(ranks, ["1", "2", "1", "2", "3", "4"]);
  });

  it("tell another language, and what is written from the right in its reading order", async () => {
    const { root } = await tag(
      `<p>Say <span lang="fr">huile d’olive</span> or <span lang="ar">زيت الزيتون</span></p>
       <p lang="es">Aceite <b>de oliva</b></p>`,
    );
    const [french, arabic] = findTags(root, "Span").filter(({ entries }) => entries.Lang);
    assert.equal(french?.entries.Lang, "fr");
    assert.equal(arabic?.entries.Lang, "ar");
    assert.equal(arabic?.entries.ActualText, "زيت الزيتون");
    assert.equal(last(root, "P")?.entries.Lang, "es");
  });
});

describe("words", () => {
  it("stay apart at the end of a line, and together where they are broken", async () => {
    const structure = await tag(
      '<p class="narrow">Fill the lantern by day and never while it burns at table</p>' +
        '<p class="narrow">https://<wbr>example.org/<wbr>a-very-long-address/<wbr>of-a-page</p>',
    );
    const text = textOfPage(structure, 3);
    assert.match(text, /Fill the lantern by day and never while it burns at table/);
    assert.match(text, /https:\/\/example\.org\/a-very-long-address\/of-a-page/);
    assert.doesNotMatch(text, / {2}/);
  });

  it("are said by their font where a glyph has one meaning in the book", async () => {
    const structure = await tag("<p>Don’t leave it\u00A0lit.</p>");
    assert.match(textOfPage(structure, 3), /Don’t leave it lit\./);
    assert.doesNotMatch(contentOfPage(structure, 3), /ActualText/);
    const both = await tag("<p>Don’t, donʼt.</p>");
    assert.match(textOfPage(both, 3), /Don’t, donʼt\./);
    assert.match(contentOfPage(both, 3), /ActualText/);
  });

  it("are what the page says although they may be parted by a hyphen", async () => {
    const { root } = await tag('<p class="narrow">lantern&shy;keeper lantern&shy;keepers</p>');
    assert.equal(last(root, "Span")?.entries.ActualText, "lanternkeeper lanternkeepers");
  });
});

describe("links", () => {
  const ADDRESS = "https://example.org/keeping/lanterns";
  const LONG =
    `<p class="narrow">Read all of <a href="${ADDRESS}">https://<wbr>example.org/<wbr>keeping/` +
    "<wbr>lanterns/<wbr>through/<wbr>the/<wbr>night</a></p>";

  it("have one annotation on a page, with a place for each line", async () => {
    const structure = await tag(LONG);
    assert.deepEqual(structure.faults, []);
    const links = annotationsOf(structure, 3);
    assert.equal(links.length, 1);
    const corners = links[0]?.lookup(PDFName.of("QuadPoints"), PDFArray);
    assert.ok((corners?.size() ?? 0) >= 16 && (corners?.size() ?? 0) <= 32);
    const all = corners?.asArray().map(Number) ?? [];
    const box = links[0]?.lookup(PDFName.of("Rect"), PDFArray).asArray().map(Number) ?? [];
    const across = all.filter((_, at) => at % 2 === 0);
    const up = all.filter((_, at) => at % 2 === 1);
    assert.deepEqual(
      [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)],
      box,
    );
  });

  it("say what they are, and within the book where they lead", async () => {
    const structure = await tag(LONG, { describePage: (label) => `(page ${label})` });
    const contents = [1, 3].flatMap((page) =>
      annotationsOf(structure, page).map((one) => one.lookup(PDFName.of("Contents"))?.toString()),
    );
    const hex = (text: string) =>
      `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
    assert.deepEqual(contents, [
      hex("Wicks (page 2)"),
      hex("Oil (page 3)"),
      hex("https://example.org/keeping/lanterns/through/the/night"),
    ]);
  });
});
