import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import fc from "fast-check";
import { packBook } from "../../src/epub/archive.ts";
import { renderFiles } from "../../src/epub/render-epub.ts";
import type { ElementContent } from "../../src/markup/document.ts";
import { mapParts } from "../../src/publication/map-parts.ts";
import { listBookMarks, markBlocks } from "../../src/publication/mark-blocks.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { makeElement as el } from "../support/pages.ts";
import { sameCases } from "../support/seed.ts";
import { openBook, parseStrictly, readText } from "./open-book.ts";
import {
  loadHandout,
  makeArabicBook,
  makeChapter,
  makeImage,
  makeImages,
  makePublication,
  makeSampleBook,
} from "./sample-book.ts";

const theme = await loadHandout();
const PNG = makeImage("cover.png").bytes;
const SOURCE = "urn:uuid:6f8d0f4e-37a5-5c0b-9d35-6a3f2b1c4d5e (PDF, A4)";

function mark(publication: Publication): Publication {
  return {
    ...publication,
    parts: mapParts(publication.parts, ({ module, stages, ...part }) => ({
      ...part,
      module: markBlocks(module),
      stages: stages.map((group) => ({ ...group, sessions: group.sessions.map(markBlocks) })),
    })),
  };
}

function pack(
  publication: Publication,
  pages?: Readonly<Record<string, number>>,
  last = 0,
  labels: readonly string[] = [],
) {
  const pageCount = Math.max(last, ...Object.values(pages ?? {}));
  const printed = pages && {
    folios: new Map(Object.entries(pages)),
    labels,
    pageCount,
    source: SOURCE,
  };
  const words = theme.words(publication.language);
  const files = renderFiles(publication, theme, words, makeImages("lessons/Walk.PNG"), PNG, {
    printed,
  });
  return packBook(files);
}

const build = (...given: Parameters<typeof pack>) => openBook(pack(...given));

/** A book of one text. */
function textOf(body: readonly ElementContent[], pages: Readonly<Record<string, number>>): string {
  const publication = mark(makePublication({ module: makeChapter("m", "Phones", body) }));
  return readText(build(publication, { m: 1, ...pages }), "m.xhtml");
}

const span = (folio: number, label = folio) =>
  `<span epub:type="pagebreak" role="doc-pagebreak" id="page-${folio}" aria-label="${label}"></span>`;
const div = (folio: number) => span(folio).replaceAll("span", "div");

describe("a break stands", () => {
  test("ahead of a chapter's title", () => {
    assert.match(textOf([], {}), new RegExp(`<body[^>]*>\\n${div(1)}\n<section `));
  });
  test("before what begins on the page, not before what runs over to it", () => {
    const text = textOf([el("p", {}, "One."), el("p", {}, "Two."), el("p", {}, "Three.")], {
      "m-b1": 1,
      "m-b2": 1,
      "m-b3": 2,
    });
    assert.match(text, new RegExp(`<p>Two.</p>\n<p>${span(2)}Three.</p>`));
  });
  test("before a heading, a table, a figure, code and a box, not in them", () => {
    const img = el("img", { src: "lessons/Walk.PNG", alt: "A" });
    for (const block of [
      el("h2", {}, "A"),
      el("table", {}, el("tbody", {}, el("tr", {}, el("td", {}, "A")))),
      el("figure", {}, el("figcaption", {}, "A"), img),
      el("pre", {}, el("code", {}, "A")),
      el("aside", { className: ["callout", "tip"] }, el("p", {}, "A")),
    ]) {
      const text = textOf([el("p", {}, "One."), block], { "m-b2": 2, "m-b3": 2 });
      assert.match(text, new RegExp(`${div(2)}\n<(h2|table|figure|pre|aside)`));
    }
  });
  test("within an item, a cell, a term: nothing may stand between them", () => {
    const item = (text: string) => el("li", {}, text);
    const list = textOf([el("ol", {}, item("A"), item("B"))], { "m-b2": 2 });
    assert.match(list, new RegExp(`<li>A</li>\n<li>${span(2)}B</li>`));
    const row = (text: string) => el("tr", {}, el("td", {}, text));
    const table = textOf([el("table", {}, el("tbody", {}, row("A"), row("B")))], { "m-b3": 2 });
    assert.match(table, new RegExp(`<td>${span(2)}B</td>`));
    const terms = textOf([el("dl", {}, el("dt", {}, "A"), el("dd", {}, "B"))], { "m-b2": 2 });
    assert.match(terms, new RegExp(`<dd>${span(2)}B</dd>`));
  });
  test("in the paragraph that opens an item, ahead of its box", () => {
    const item = (text: string) => el("li", {}, el("p", {}, text));
    const text = textOf([el("ul", { className: ["checklist"] }, item("A"), item("B"))], {
      "m-b2": 2,
    });
    assert.match(text, new RegExp(`<li><p>${span(2)}<span class="box"[^>]*>☐</span> B`));
  });
  test("with that of the next page, where nothing begins on a page", () => {
    const text = textOf([el("p", {}, "One."), el("p", {}, "Two.")], { "m-b1": 1, "m-b2": 4 });
    assert.match(text, new RegExp(`<p>${span(2)}${span(3)}${span(4)}Two.`));
  });
  test("in a note that begins a page", () => {
    const children = [el("p", {}, "A note.")];
    const note = { id: "m-note-1", number: 1, referenceId: "m-note-1-ref", children };
    const publication = makePublication({
      module: makeChapter("m", "Phones", [el("p", {}, "One.")], {
        notes: [note],
      }),
    });
    const text = readText(build(mark(publication), { m: 1, "m-b2": 2 }), "m.xhtml");
    assert.match(text, new RegExp(`role="doc-footnote"[^>]*><p>${span(2)}<span class="note-n`));
  });
  test("where pages end, for pages on which nothing begins any more", () => {
    const book = build(mark(makePublication()), { m: 1, credits: 3 }, 5);
    const credits = readText(book, "credits.xhtml");
    assert.match(
      credits,
      new RegExp(`<body[^>]*>\n${[2, 3, 4, 5].map(div).join("\n")}\n<section class="credits"`),
    );
  });
  test("for the cover, the title page and the contents as well", () => {
    const book = build(mark(makePublication()), { cover: 1, imprint: 2, contents: 3, m: 4 });
    for (const [at, name] of ["cover", "title-page", "nav", "m"].entries()) {
      assert.match(readText(book, `${name}.xhtml`), new RegExp(`<body[^>]*>\n${div(at + 1)}`));
    }
  });
});

test("a page is called what is printed on it", () => {
  const pages = { cover: 1, contents: 2, m: 3 };
  const book = build(mark(makePublication()), pages, 3, ["i", "ii", "3"]);
  const nav = readText(book, "nav.xhtml");
  assert.match(nav, /#page-2">ii<\/a>/);
  assert.match(nav, /#page-3">3<\/a>/);
  assert.match(readText(book, "cover.xhtml"), /id="page-1" aria-label="i"/);
});

test("a mark that comes too late or too early moves no page backwards", () => {
  const body = ["One", "Two", "Three", "Four"].map((text) => el("p", {}, text));
  const text = textOf(body, { "m-b1": 1, "m-b2": 3, "m-b3": 2, "m-b4": 3 });
  assert.deepEqual(
    [...text.matchAll(/id="page-(\d)"/g)].map(([, folio]) => folio),
    ["1", "2", "3"],
  );
  assert.match(text, new RegExp(`<p>${span(2)}${span(3)}Two`));
});

describe("the lists of pages", () => {
  const publication = mark(makeSampleBook());
  const pages = { cover: 1, imprint: 2, contents: 3, m: 4, s1: 5, "s1-h2": 6, s2: 7, credits: 9 };
  const book = build(publication, pages);

  test("are in the navigation document and the NCX, and agree", () => {
    const nav = readText(book, "nav.xhtml");
    assert.match(
      nav,
      /<nav id="page-list" epub:type="page-list" role="doc-pagelist" hidden="hidden"/,
    );
    const list = nav.slice(nav.indexOf('id="page-list"'));
    const places = [...list.matchAll(/href="([^"]+)">(\d+)</g)].map(([, href, label]) => [
      href,
      label,
    ]);
    assert.deepEqual(places[5], ["s1.xhtml#page-6", "6"]);
    assert.deepEqual(
      places.map(([, label]) => Number(label)),
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    const ncx = readText(book, "toc.ncx");
    const targets = ncx.slice(ncx.indexOf("<pageList>"));
    assert.deepEqual(
      [...targets.matchAll(/<content src="([^"]+)"/g)].map(([, src]) => src),
      places.map(([href]) => href),
    );
    assert.match(ncx, /"dtb:totalPageCount" content="9"/);
    assert.match(ncx, /"dtb:maxPageNumber" content="9"/);
  });

  test("are told in the package, with the print whose pages they are", () => {
    const text = readText(book, "package.opf");
    assert.match(text, /accessibilityFeature">pageBreakMarkers</);
    assert.match(text, /accessibilityFeature">pageNavigation</);
    assert.ok(text.includes(`<meta property="pageBreakSource">${SOURCE}</meta>`));
  });

  test("have the numerals of the book", () => {
    const arabic = build(mark(makeArabicBook()), { m: 12 });
    assert.match(readText(arabic, "m.xhtml"), /id="page-12" aria-label="١٢"/);
    assert.match(readText(arabic, "nav.xhtml"), /href="m\.xhtml#page-12">١٢</);
    assert.match(readText(arabic, "toc.ncx"), /value="12">\s*<navLabel>\s*<text>١٢</);
  });

  test("are absent from a book of which no print is known, or none of its places", () => {
    for (const files of [
      build(publication),
      build(publication, {}),
      build(publication, { x: 3 }),
    ]) {
      for (const text of [...files.values()].filter((one) => typeof one === "string")) {
        assert.doesNotMatch(text, /pagebreak|page-list|pageList|pageBreak|pageNavigation/);
      }
    }
    assert.deepEqual(build(publication), build(makeSampleBook()), "marks leave no trace");
  });

  test("pass a validator", async () => {
    const { messages } = await EpubCheck.validate(pack(publication, pages));
    assert.deepEqual(messages, []);
  });
});

test("whatever a print tells, every page has one place, and places are in the order of pages", () => {
  const publication = mark(makeSampleBook());
  const marks = listBookMarks(publication);
  const folios = fc.dictionary(
    fc.constantFrom(...marks, "unknown"),
    fc.integer({ min: -2, max: 40 }),
  );
  fc.assert(
    fc.property(folios, fc.integer({ min: 0, max: 45 }), (pages, last) => {
      const book = build(publication, pages, last);
      const texts = ["cover", "title-page", "nav", "m", "s1", "s2", "s3", "credits", "colophon"];
      const found = texts.flatMap((name) =>
        parseStrictly(readText(book, `${name}.xhtml`))
          .filter(({ attributes }) => attributes["epub:type"] === "pagebreak")
          .map(({ attributes }) => `${name}.xhtml#${attributes.id}`),
      );
      const nav = readText(book, "nav.xhtml");
      const listed = [...nav.matchAll(/href="([^"#]+#page-\d+)"/g)].map(([, href]) => href);
      assert.deepEqual(listed, found);
      assert.deepEqual(
        found.map((place) => Number(/\d+$/.exec(place)?.[0])),
        found.map((_place, at) => at + 1),
      );
      const known = marks.some((one) => (pages[one] ?? 0) > 0);
      const count = Math.max(last, 0, ...Object.values(pages));
      assert.equal(found.length, known ? count : 0);
    }),
    sameCases(60),
  );
});
