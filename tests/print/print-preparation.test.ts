import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type FontSet, loadFonts } from "../../src/font/load-fonts.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type Paper, parsePaper } from "../../src/print/paper.ts";
import { preparePrintDocument } from "../../src/print/print-preparation.ts";
import { themeFinder } from "../../src/theme/find-theme.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";
import type { Theme } from "../../src/theme/theme.ts";
import { bookOf, chapterOf, h } from "./sample-book.ts";

let theme: Theme;
let fonts: FontSet;
const paper = parsePaper("a4") as Paper;

before(async () => {
  const themes = fileURLToPath(new URL("../../themes", import.meta.url));
  theme = await loadTheme(
    "handout",
    themeFinder(nodeFileSystem, themes, (path) => path),
  );
  fonts = await loadFonts(nodeFileSystem);
});

const prepare = (book: ReturnType<typeof bookOf>, on = paper) =>
  preparePrintDocument(book, theme, { paper: on, images: new Map(), fonts });

test("every line of the contents has a place for its folio", () => {
  const { value, diagnostics } = prepare(bookOf("en"));
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    value.pageReferences.map((one) => one.destination),
    ["m", "s1", "s2", "credits"],
  );
  for (const { elementId, destination } of value.pageReferences) {
    assert.ok(value.html.includes(`id="${elementId}"`), elementId);
    // Chromium writes a destination only for what something links to.
    assert.ok(value.html.includes(`id="${destination}"`), destination);
    assert.ok(value.html.includes(`href="#${destination}"`), destination);
  }
});

test("ranks nest as stage, session, headings, and none is skipped", () => {
  const { html } = prepare(bookOf("en")).value;
  const ranks = [...html.matchAll(/<h(\d)[ >]/g)].map((one) => Number(one[1]));
  assert.deepEqual(ranks, [1, 1, 1, 2, 3, 1, 2, 1, 2]);
});

test("the bookmarks' words are known in the order of reading", () => {
  const { headings } = prepare(bookOf("en", { title: "x" })).value;
  assert.deepEqual(headings, [
    "Contents",
    "Title of m",
    "Activity",
    "Title of s1",
    "Doors",
    "Deepening",
    "Title of s2",
    "Credits and licence",
    "About this book",
  ]);
  const odd = chapterOf("m", [], { title: `R&D's "<b>" = \u0060x\u0060` });
  assert.equal(prepare(bookOf("en", { module: odd })).value.headings?.[1], odd.title);
});

test("a title cannot break out of the document", () => {
  const title = '</style></title><script>x</script> "\\';
  const { html } = prepare(bookOf("en", { title })).value;
  assert.doesNotMatch(html, /<script/);
  // The book's own, and the empty one for the spaces of its chapters.
  assert.equal(html.match(/<\/style>/g)?.length, 2);
  assert.match(html, /<style id="tightening"><\/style>/);
});

test("the book speaks its own language, and a foreign chapter says that it does not", () => {
  const foreign = chapterOf("s1", [h("ol", {}, h("li", {}, "One"))], { untranslated: true });
  const book = bookOf("ar", { stages: [{ stage: "activity", sessions: [foreign] }] });
  const { value } = prepare(book);
  assert.match(value.html, /<html lang="ar" dir="rtl"/);
  assert.match(value.html, /<h2 lang="en" xml:lang="en" dir="ltr">/);
  assert.match(value.html, /لم تُترجم بعد/);
  assert.match(value.html, /#s1 \.body\{--numerals:decimal\}/);
  assert.equal(value.formatFolio(12), "١٢");
  assert.ok(value.fontNames.has("ScheherazadeNew-Regular"));
});

test("a missing session leaves a notice in its place", () => {
  const missing = chapterOf("s1", [], { kind: "missing" });
  const { html } = prepare(
    bookOf("en", { stages: [{ stage: "activity", sessions: [missing] }] }),
  ).value;
  assert.match(html, /This session is missing/);
});

test("small sheets have smaller type, and the passes are told", () => {
  assert.equal(prepare(bookOf("en")).value.bodySizePt, 10.5);
  assert.equal(prepare(bookOf("en"), parsePaper("a5")).value.bodySizePt, 9.45);
});

test("only the slices that a book needs are served", () => {
  const latin = [...prepare(bookOf("en")).value.assets.keys()];
  assert.ok(latin.includes("fonts/source-serif-pro-latin-400-normal.woff2"));
  assert.ok(!latin.some((path) => path.includes("arabic") || path.includes("greek")));
  const greek = prepare(bookOf("en", { summary: "Κλειδιά" })).value.assets;
  assert.ok(greek.has("fonts/source-serif-pro-greek-400-normal.woff2"));
});

test("letters of a script without a face are named in print and in one message a line", () => {
  const thai = bookOf("en", {
    module: chapterOf("m", [h("p", {}, "กุญแจ"), h("p", {}, "แจ")], { path: "a.md" }),
  });
  const sources = [{ file: "a.md", text: "---\n\n\nกุญแจ\n\nA แจ" }];
  const options = { paper, images: new Map(), fonts, sources };
  const { value, diagnostics } = preparePrintDocument(thai, theme, options);
  assert.deepEqual(
    diagnostics.map(({ code, severity, place }) => [code, severity, place.line, place.column]),
    [
      ["FNT001", "warning", 4, 1],
      ["FNT001", "warning", 6, 3],
    ],
  );
  assert.match(value.html, /\[U\+0E01\]/);
  assert.doesNotMatch(value.html, /\p{Script=Thai}/u);
});

test("a sign that stands in no source as it is shown is told of the page that shows it", () => {
  const book = bookOf("en", { module: chapterOf("m", [h("p", {}, "a \uFFFD")], { path: "b.md" }) });
  const sources = [
    { file: "a.md", text: "first" },
    { file: "b.md", text: "a &#0;" },
  ];
  const options = { paper, images: new Map(), fonts, sources };
  const [only] = preparePrintDocument(book, theme, options).diagnostics;
  assert.deepEqual(only?.place, { file: "b.md", line: 1, column: 1 });
});

test("a single sign without a glyph is named in print and in a warning", () => {
  const { value, diagnostics } = prepare(
    bookOf("en", { module: chapterOf("m", [h("p", {}, "a \u{1F9FF}\u{10A40} b")]) }),
  );
  assert.deepEqual(
    diagnostics.map((one) => [one.code, one.severity]),
    [["FNT002", "warning"]],
  );
  assert.match(value.html, /\[U\+10A40\]/);
  assert.doesNotMatch(value.html, /\u{10A40}/u);
});

test("the same book gives the same document", () => {
  assert.equal(prepare(bookOf("fa")).value.html, prepare(bookOf("fa")).value.html);
});

test("rules for Chinese, Japanese and Korean are in books that have these, and in no others", () => {
  for (const [tag, has] of [
    ["zh-Hant", true],
    ["ja", true],
    ["ko", true],
    ["en", false],
  ] as const) {
    assert.equal(prepare(bookOf(tag)).value.html.includes("line-break: strict"), has, tag);
  }
});

test("Urdu and Kashmiri are set in Nastaliq, Arabic and Persian are not", () => {
  const urdu = { summary: "پہلے سوچیے کہ آپ نے کس سے بات کی" };
  const facesOf = (tag: string) => [...prepare(bookOf(tag, urdu)).value.fontNames];
  for (const tag of ["ur", "ur-IN", "ks"]) {
    assert.ok(facesOf(tag).includes("NotoNastaliqUrdu-Regular"), tag);
  }
  for (const tag of ["ar", "fa", "ps"]) {
    assert.ok(!facesOf(tag).some((name) => name.includes("Nastaliq")), tag);
  }
});

test("quotations are in the other face in Arabic, and in that of the text in Urdu", () => {
  const rule = /([^{}]*):is\(\.say, blockquote\) \{\s*font-family: var\(--heads-face\)/;
  const selector = rule.exec(prepare(bookOf("ur")).value.html)?.[1] ?? "";
  assert.match(selector, /\[data-script="Arab"\]:not\(:lang\(ks\), :lang\(ur\)\)/);
});
