import assert from "node:assert/strict";
import { test } from "node:test";
import { renderFiles } from "../../src/epub/render-epub.ts";
import { parseLanguage } from "../../src/language/language.ts";
import type { Publication } from "../../src/publication/publication.ts";
import { makeElement as el } from "../support/pages.ts";
import { listSpoken } from "../support/spoken-text.ts";
import { parseStrictly } from "./open-book.ts";
import { loadHandout, makeChapter, makeImage, makePublication } from "./sample-book.ts";

const theme = await loadHandout();

/** A book whose own text has no Latin letter: what has one is a word of the interface. */
function makeForeignBook(tag: string): Publication {
  const language = parseLanguage(tag);
  assert.ok(language, tag);
  const title = "ফোন ১";
  const body = [
    el("p", {}, "লেখা", el("sup", {}, el("a", { className: ["note-ref"], href: "#s1-n1" }, "1"))),
    el(
      "p",
      {},
      el("img", { src: "gone.png", alt: "ছবি" }),
      el("img", { src: "lost.png", alt: "" }),
    ),
    el("p", {}, el("span", { className: ["elsewhere"] }, "অন্য")),
    el("ul", { className: ["tasks"] }, el("li", { className: ["done"] }, "লেখা")),
    el("aside", { className: ["trainer-note"] }, el("p", {}, "লেখা")),
    el("p", {}, el("img", { src: "here.png", alt: "ছবি" })),
  ];
  const own = { language, authors: [title, title], platforms: [title] };
  return makePublication({
    language,
    title,
    summary: title,
    curriculumTitle: title,
    section: title,
    publisher: title,
    authors: [title, title],
    facts: {
      level: title,
      platforms: [title, title],
      prerequisites: [title],
      duration: { minMinutes: 60, maxMinutes: 60, open: true },
    },
    module: makeChapter("m", title, [], { ...own, untranslated: true }),
    stages: [
      {
        stage: "activity",
        duration: { minMinutes: 30, maxMinutes: 60, open: false },
        sessions: [
          makeChapter("s1", title, body, {
            ...own,
            stage: "activity",
            notes: [
              { id: "s1-n1", number: 1, referenceId: "s1-n1-ref", children: [el("p", {}, "লেখা")] },
            ],
            duration: { minMinutes: 30, maxMinutes: 60, open: true },
          }),
        ],
      },
      { stage: "input", sessions: [makeChapter("s2", title, [], { ...own, kind: "missing" })] },
      { stage: "deepening", sessions: [] },
      { stage: "synthesis", sessions: [] },
    ],
    licence: { name: "১", url: "" },
    credits: [{ title, language, authors: [], licence: "", attributions: [] }],
    untranslatedCount: 1,
    chapterCount: 3,
  });
}

function render(publication: Publication) {
  const words = theme.words(publication.language);
  const images = new Map([["here.png", makeImage("here.png")]]);
  return renderFiles(publication, theme, words, images, new Uint8Array());
}

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text);

// Bengali has dates in its own words; of Rohingya and Divehi CLDR knows none.
for (const tag of ["bn", "rhg", "dv"]) {
  test(`no English stands unmarked in a book in ${tag}, for which the theme has no words`, () => {
    let count = 0;
    for (const { name, content } of render(makeForeignBook(tag))) {
      if (typeof content !== "string" || !name.endsWith(".xhtml")) continue;
      parseStrictly(content);
      for (const { text, language, path } of listSpoken(content)) {
        if (!isLatin(text) || path[0] === "code") continue;
        assert.equal(language, "en", `${name}: ${text}`);
        count += 1;
      }
      // Nothing of the book's own text is taken for English.
      for (const { text, language } of listSpoken(content)) {
        if (/^\p{Script=Bengali}+$/u.test(text)) assert.equal(language, tag, `${name}: ${text}`);
      }
    }
    assert.ok(count > 40, `${count}`);
  });
}

test("numbers in a sentence that is English are English", () => {
  const files = render(makeForeignBook("bn"));
  const page = String(files.find(({ name }) => name.endsWith("title-page.xhtml"))?.content);
  assert.match(page, /<span lang="en" xml:lang="en" dir="ltr">1 of 3 chapters is not yet/);
  const module = String(files.find(({ name }) => name.endsWith("m.xhtml"))?.content);
  assert.match(module, /<span lang="en" xml:lang="en" dir="ltr">60 minutes or more<\/span>/);
  assert.match(module, /<dd>৩০/);
});

test("the metadata and the old contents mark their English as well", () => {
  const files = render(makeForeignBook("bn"));
  const textOf = (end: string) => String(files.find(({ name }) => name.endsWith(end))?.content);
  assert.match(textOf(".ncx"), /<navLabel xml:lang="en" dir="ltr">\s*<text>Activity</);
  assert.match(textOf(".opf"), /accessibilitySummary" xml:lang="en" dir="ltr">/);
});

test("a regional edition speaks its own language, and one of another script does not", async () => {
  const portuguese = parseLanguage("es-MX");
  assert.ok(portuguese);
  assert.equal(theme.words(portuguese).languageOf("notes").tag, "es-MX");
  const sample = render(makePublication({ language: portuguese }));
  for (const { name, content } of sample) {
    if (typeof content === "string" && name.endsWith(".xhtml")) {
      assert.doesNotMatch(content, /<span lang=/, name);
    }
  }
});
