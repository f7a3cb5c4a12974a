import assert from "node:assert/strict";
import { test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { renderEpub } from "../../src/epub/render-epub.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import { listBookMarks } from "../../src/publication/mark-blocks.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { IMPRINT, planTwoModules } from "../publication/two-modules.ts";
import { COVER_FONTS } from "./cover-fonts.ts";
import { openBook, readText } from "./open-book.ts";
import { loadHandout, makeImages } from "./sample-book.ts";

/** A book of two modules, with the pages of a print: one a mark. */
const publication = assemblePublication(planTwoModules(), IMPRINT).value;
const marks = listBookMarks(publication);
const epub = await renderEpub(publication, await loadHandout(), makeImages("lock.png"), {
  coverFonts: COVER_FONTS,
  printedPages: {
    folios: new Map(marks.map((mark, at) => [mark, at + 1])),
    pageCount: marks.length,
    labels: [],
    source: "urn:uuid:6f8d0f4e-37a5-5c0b-9d35-6a3f2b1c4d5e (PDF, A4)",
  },
});
const files = openBook(epub);
const nav = readText(files, "nav.xhtml");
const opf = readText(files, "package.opf");

test("neither a validator nor our own rules find anything in a book of two modules", async () => {
  const { messages } = await EpubCheck.validate(epub);
  assert.deepEqual(
    messages.map(({ id, message, location }) => [id, message, location?.path]),
    [],
  );
  assert.deepEqual(inspectFile(epub).diagnostics, []);
  assert.deepEqual(findBookFaults(epub), []);
});

test("its contents nest headings in sessions in modules, in the order of the spine", () => {
  const toc = nav.slice(nav.indexOf("<ol>"), nav.indexOf("</nav>"));
  const line = (href: string, label: string) => `<li><a href="${href}">${label}</a>`;
  const session = (id: string, title: string, words: string) =>
    `${line(`${id}.xhtml`, title)}<ol>${line(`${id}.xhtml#${id}-h1`, `Steps of ${words}`)}</li></ol></li>`;
  assert.equal(
    toc.replaceAll("\n", ""),
    `<ol>${line("m.xhtml", "Locks")}<ol>${session("s1", "Trying doors", "Doors")}` +
      `${line("s2.xhtml", "Closing")}</li></ol></li>` +
      `${line("m2.xhtml", "Keys")}<ol>${session("s3", "Cutting", "Cutting")}` +
      `${line("s4.xhtml", "Lost one")}</li>${line("s5.xhtml", "Closing")}</li></ol></li>` +
      `${line("credits.xhtml", "Credits and licence")}</li>` +
      `${line("colophon.xhtml", "About this book")}</li></ol>`,
  );
  assert.deepEqual(
    [...opf.matchAll(/itemref idref="([^"]+)"/g)].map((match) => match[1]),
    [
      ...["cover", "title-page", "nav", "m", "s1", "s2", "m2", "s3", "s4", "s5"],
      ...["credits", "colophon"],
    ],
  );
  assert.match(readText(files, "toc.ncx"), /"dtb:depth" content="3"/);
});

test("a module says its own level and times, and links lead into the other part", () => {
  const of = (name: string) => readText(files, name);
  assert.match(of("m.xhtml"), /Basic[\s\S]*45 min/);
  assert.match(of("m2.xhtml"), /Advanced[\s\S]*35 min/);
  assert.doesNotMatch(of("m2.xhtml"), /Basic|Activity/);
  assert.match(of("s1.xhtml"), /href="s3\.xhtml#s3-h1"[\s\S]*href="m2\.xhtml#m2"/);
  assert.match(of("s3.xhtml"), /href="s5\.xhtml#s5-a1"/);
});

test("every printed page has its place, and what both modules have is credited and packed once", () => {
  assert.equal(nav.match(/href="[^"]+#page-\d+"/g)?.length, marks.length);
  assert.equal(readText(files, "credits.xhtml").match(/Closing/g)?.length, 1);
  assert.deepEqual(
    [...files.keys()].filter((name) => name.includes("/images/")),
    ["EPUB/images/lock.png"],
  );
});

test("the metadata name the collection and both levels, and place it in no series", () => {
  assert.match(opf, /<dc:title id="title">Safe rooms</);
  assert.deepEqual(
    [...opf.matchAll(/educationalLevel">([^<]*)/g)].map((match) => match[1]),
    ["Basic", "Advanced"],
  );
  assert.match(opf, /creator-1">Ana<[\s\S]*creator-2">Dora<[\s\S]*contributor-2">Cleo</);
  assert.doesNotMatch(opf, /belongs-to-collection|calibre/);
});
