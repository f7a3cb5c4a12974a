import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { languageOf } from "../../src/language/language.ts";
import { describeBook } from "../../src/print/print-context.ts";
import { placeImages } from "../../src/print/print-images.ts";
import { collectPageReferences } from "../../src/print/print-references.ts";
import { themeFinder } from "../../src/theme/find-theme.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";
import { listSpoken } from "../support/spoken-text.ts";
import { bookOf, chapterOf, h } from "./sample-book.ts";

const theme = await loadTheme(
  "handout",
  themeFinder(
    nodeFileSystem,
    fileURLToPath(new URL("../../themes", import.meta.url)),
    (path) => path,
  ),
);

for (const tag of ["bn", "rhg"]) {
  test(`no English stands unmarked in a printed book in ${tag}`, () => {
    const language = languageOf(tag);
    const title = "চাবি ১";
    const own = { language, title, authors: [title], durationText: "", platforms: [title] };
    const body = [
      h("h2", { id: "s1-h1" }, "লেখা"),
      h("p", {}, h("a", { href: "#s2" }, "লেখা"), h("span", { className: ["elsewhere"] }, "লেখা")),
      h("p", {}, h("img", { src: "gone.png", alt: "ছবি" }), h("img", { src: "x.png", alt: "" })),
      h("aside", { className: ["trainer-note"] }, h("p", {}, "লেখা")),
      h("ul", { className: ["tasks"] }, h("li", { className: ["open"] }, "লেখা")),
    ];
    const duration = { minMinutes: 30, maxMinutes: 60, open: true };
    const publication = bookOf(tag, {
      title,
      summary: title,
      curriculumTitle: "",
      section: title,
      authors: [title, title],
      publisher: title,
      version: "",
      date: { text: "2020-01", year: 2020, month: 1 },
      licence: { name: "১", url: "" },
      facts: { level: title, platforms: [title], prerequisites: [title], duration },
      module: chapterOf("m", body, { ...own, untranslated: true }),
      stages: [
        {
          stage: "activity",
          duration: { ...duration, open: false },
          sessions: [chapterOf("s1", body, { ...own, duration })],
        },
        { stage: "input", sessions: [chapterOf("s2", [], { ...own, kind: "missing" })] },
        { stage: "deepening", sessions: [] },
        { stage: "synthesis", sessions: [] },
      ],
      untranslatedCount: 1,
    });
    const words = theme.words(language);
    const references = collectPageReferences(new Set(["m", "s1", "s2"]), 2, language);
    const context = describeBook({
      publication,
      words,
      images: placeImages(new Map()),
      references,
      tableRoom: () => 100,
      folioFiller: references.filler,
      noteLines: 0,
      faces: ["Scheherazade New", "Vazirmatn"],
    });
    const spoken = listSpoken(
      `<html lang="${tag}"><body>${theme.render("print/book", context, words)}</body></html>`,
    );
    const english = spoken.filter(({ text }) => /\p{Script=Latin}/u.test(text));
    assert.ok(english.length > 40, `${english.length}`);
    for (const { text, language: said } of english) {
      // Neither is a word: the identifier and the fingerprint.
      if (!/^urn:|^[0-9a-f]{4} /.test(text)) assert.equal(said, "en", text);
    }
    for (const { text, language: said } of spoken) {
      if (/^\p{Script=Bengali}+$/u.test(text)) assert.equal(said, tag, text);
    }
    // A regional edition speaks its own language.
    const regional = theme.words(languageOf("ar-EG"));
    assert.equal(regional.languageOf("notes").tag, "ar-EG");
  });
}
