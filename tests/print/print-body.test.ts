import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "../../src/language/language.ts";
import type { ElementContent } from "../../src/markup/document.ts";
import { serialise } from "../../src/markup/serialise.ts";
import { printBody } from "../../src/print/print-body.ts";
import { placeImages } from "../../src/print/print-images.ts";
import { collectPageReferences } from "../../src/print/print-references.ts";
import type { TableRoom } from "../../src/print/print-tables.ts";
import { setTitle } from "../../src/print/print-titles.ts";
import { listMarks } from "../../src/publication/mark-blocks.ts";
import type { Note } from "../../src/publication/publication.ts";
import { createWords } from "../../src/theme/words.ts";
import { chapterOf, h } from "./sample-book.ts";

const strings: Record<string, string> = {
  "page-reference": "(page {page})",
  elsewhere: "not here",
  "image-missing": "No image",
  "image-missing-named": "No image: {alt}",
  "label-trainer-note": "For the trainer",
  "label-notice": "Note",
  "label-warning": "Care",
  "label-tip": "Tip",
  "task-done": "done",
  "task-open": "to do",
};

function print(
  body: readonly ElementContent[],
  options: {
    tag?: string;
    notes?: readonly Note[];
    ids?: readonly string[];
    tableRoom?: TableRoom;
  } = {},
) {
  const language = languageOf(options.tag ?? "en");
  const references = collectPageReferences(new Set(options.ids ?? []), 2, language);
  const chapter = chapterOf("s1", body, { notes: options.notes ?? [] });
  const printed = printBody(chapter, {
    shift: 1,
    language,
    words: createWords(language, [{ language, catalogue: new Map(Object.entries(strings)) }]),
    images: placeImages(new Map()),
    references,
    tableRoom: options.tableRoom ?? (() => 100),
  });
  return {
    html: serialise(printed.tree),
    notes: printed.notes.map((note) => serialise(note).trim()),
    references: references.list,
  };
}

const link = (href: string, text: string) => h("a", { href }, text);

test("the mark of a note is in the language's numerals; Arabic ones stand in parentheses", () => {
  const link = h("a", { href: "#s1-note-12", className: ["note-ref"] }, "12");
  const mark = h("sup", { className: ["note-ref-mark"] }, link);
  assert.equal(
    print([mark]).html,
    '<a href="#s1-note-12" class="note-ref"><sup class="note-ref-mark">12</sup></a>',
  );
  assert.match(print([mark], { tag: "ar" }).html, />\(١٢\)<\/sup><\/a>/);
  assert.match(print([mark], { tag: "fa" }).html, />\(۱۲\)<\/sup><\/a>/);
});

test("notes are printed like the text", () => {
  const note = {
    id: "s1-note-1",
    number: 1,
    referenceId: "s1-r",
    children: [h("p", {}, link("#s2", "next"))],
  };
  const { notes, references } = print([], { notes: [note], ids: ["s2"] });
  assert.match(notes[0] ?? "", /^<p><a href="#s2">next<\/a> .*folio-place/);
  assert.equal(references.length, 1);
});

test("a link within the book gets a place for its page; one to nothing gets none", () => {
  const { html, references } = print([link("#s2", "next"), link("#s9", "gone")], { ids: ["s2"] });
  assert.deepEqual(references, [{ elementId: "folio-1", destination: "s2" }]);
  assert.match(
    html,
    /next<\/a> <span class="page-reference">\(page <span class="folio-place" id="folio-1">88<\/span>\)/,
  );
  assert.match(html, /gone<\/a>$/);
});

test("headings take the rank below their session", () => {
  const { html } = print([h("h2", { id: "s1-h1" }, "Doors")]);
  assert.equal(html, '<h3 id="s1-h1">Doors</h3>\n');
  assert.match(print([h("h6", {}, "Deep")]).html, /^<h6>/);
});

test("what is not in this book says so", () => {
  assert.match(
    print([h("span", { className: ["elsewhere"] }, "Other")]).html,
    /Other.*\(not here\)/,
  );
});

test("an abbreviation is explained once", () => {
  const abbr = () => h("abbr", { title: "Amnesic System" }, "AS");
  const { html } = print([h("p", {}, abbr(), " and ", abbr())]);
  assert.equal(html.match(/\(Amnesic System\)/g)?.length, 1);
});

test("code becomes a paragraph, definitions a list, a figure a group", () => {
  const code = print([h("pre", {}, h("code", {}, "a\n\tb\n"))]).html;
  assert.match(code, /^<p class="code-block" dir="ltr"><code>a\n\tb<\/code><\/p>/);
  const list = print([h("dl", {}, h("dt", {}, "Key"), h("dd", {}, "Opens."))]).html;
  assert.match(list, /<ul class="definitions"><li class="definition"><p class="term">Key<\/p>/);
  assert.doesNotMatch(list, /<d[ltd]/);
  assert.match(print([h("figure", {}, h("img", { src: "a.png", alt: "A" }))]).html, /role="group"/);
});

test("what is built anew keeps the mark of what it was built from", () => {
  const marked = (tagName: string, mark: string) => ({ ...h(tagName, {}, "A"), data: { mark } });
  const list = h("dl", {}, marked("dt", "s1-b1"), marked("dd", "s1-b2"));
  const lone = h("dl", {}, marked("dd", "s1-b3"));
  const body = [
    list,
    lone,
    marked("pre", "s1-b4"),
    marked("aside", "s1-b5"),
    marked("h2", "s1-b6"),
  ];
  const language = languageOf("en");
  const { tree } = printBody(chapterOf("s1", body), {
    shift: 1,
    language,
    words: createWords(language, [{ language, catalogue: new Map(Object.entries(strings)) }]),
    images: placeImages(new Map()),
    references: collectPageReferences(new Set(), 2, language),
    tableRoom: () => 100,
  });
  assert.deepEqual(
    listMarks(tree),
    [1, 2, 3, 4, 5, 6].map((count) => `s1-b${count}`),
  );
});

test("boxes have a label, the author's before the theme's", () => {
  const note = (...children: ElementContent[]) =>
    h("aside", { className: ["trainer-note"] }, ...children);
  assert.match(print([note(h("p", {}, "Mind."))]).html, /aside-label">For the trainer</);
  const own = print([
    note(h("p", { className: ["aside-label"] }, "Aside"), h("p", {}, "Mind.")),
  ]).html;
  assert.equal(own.match(/aside-label/g)?.length, 1);
});

test("an image that could not be had leaves a notice with its words", () => {
  assert.match(
    print([h("img", { src: "a.png", alt: "A door" })]).html,
    /missing-image">No image: A door</,
  );
});

test("wide tables take the column of labels", () => {
  const row = (count: number) =>
    h("tr", {}, ...Array.from({ length: count }, () => h("td", {}, "x")));
  assert.doesNotMatch(print([h("table", {}, h("tbody", {}, row(3)))]).html, /wide/);
  assert.match(print([h("table", {}, h("tbody", {}, row(4)))]).html, /class="wide"/);
  assert.match(print([h("table", {}, h("tbody", {}, row(9)))]).html, /class="wide dense"/);
});

test("a task's state is in words", () => {
  assert.match(
    print([h("ul", { className: ["tasks"] }, h("li", { className: ["done"] }, "x"))]).html,
    /role="img" aria-label="done"/,
  );
});

test("a task's box stands in the line of its text", () => {
  const task = h("li", { className: ["open"] }, h("p", {}, "x"), h("p", {}, "y"));
  assert.match(
    print([h("ul", {}, task)]).html,
    /<p><span class="task-box open"[^>]*><\/span>x<\/p>/,
  );
});

test("a step's label brings its own space", () => {
  const label = h("span", { className: ["step-label"] }, "Step 1");
  const { html } = print([h("h4", { className: ["step"] }, label, " ", "Begin")]);
  assert.match(html, /Step 1\u00A0<\/span>Begin</);
  const paragraph = print([h("p", { className: ["step"] }, label, " ", "Go on")]).html;
  assert.match(paragraph, /Step 1\u00A0<\/span>Go on</);
});

test("the author's hyphens stay; in a title one that stands for a dash begins no line", () => {
  assert.match(print([h("p", {}, "one - two -- three")]).html, /one - two -- three/);
  assert.equal(
    serialise(setTitle("Safer Workspaces - Using Tails")),
    'Safer <span class="keep">Workspaces -</span> Using Tails',
  );
  assert.equal(serialise(setTitle("Well-known")), "Well-known");
});

test("words that end in a colon stay with their list, short boxes on one page", () => {
  const list = h("ul", {}, h("li", {}, "x"));
  assert.match(
    print([h("p", {}, "Bring ", h("b", {}, "these:")), list]).html,
    /<p class="announcement">/,
  );
  assert.match(print([h("p", {}, "Bring these."), list]).html, /^<p>/);
  assert.match(print([h("p", {}, "Bring:"), h("p", {}, "x"), list]).html, /^<p>/);
  const box = (text: string) => print([h("aside", {}, h("p", {}, text))]).html;
  assert.match(box("Short."), /<aside class="whole">/);
  assert.match(box("long ".repeat(200)), /<aside>/);
});

test("short items stay whole, long ones may part", () => {
  const item = (text: string) => print([h("ul", {}, h("li", {}, text))]).html;
  assert.match(item("Short."), /<li class="whole">/);
  assert.match(item("long ".repeat(80)), /<li>/);
});
