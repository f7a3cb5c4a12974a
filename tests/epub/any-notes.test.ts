import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { renderFiles } from "../../src/epub/render-epub.ts";
import { readMarkup } from "../../src/markup/markup.ts";
import { assemblePublication } from "../../src/publication/assemble-publication.ts";
import { RESOLVER } from "../markup/reading.ts";
import { makePage } from "../support/pages.ts";
import { sameCases } from "../support/seed.ts";
import { WORDING } from "../support/wording.ts";
import { parseStrictly } from "./open-book.ts";
import { ENGLISH, loadHandout, makeImage } from "./sample-book.ts";

const theme = await loadHandout();
const PNG = makeImage("cover.png").bytes;

const inline = fc.constantFrom(
  "word",
  "[one](https://a.example/one)",
  "[two](https://a.example/two?q=%7C&r=ü)",
  "<https://a.example/one>",
  "[mail](mailto:a@b.example)",
  "[^a]",
  "[^b]",
  "^[here [one](https://a.example/one)]",
  "<a href='https://a.example/three'>x[^a]</a>",
  "*[em](https://a.example/em)[^c]*",
  "![a](/lock.png)",
  "[![a](/lock.png)](https://a.example/image)",
  "`code`",
  "<sup>[s](https://a.example/s)</sup>",
  "[gone](#gone)",
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));
const block = fc
  .tuple(
    fc.constantFrom(
      "",
      "## ",
      "> ",
      "- ",
      "1. ",
      "- [ ] ",
      "| ",
      "### Trainer's Note\n\n",
      "<dl><dt>",
    ),
    line,
  )
  .map(([start, text]) =>
    start === "| " ? `| ${text} | |\n|---|---|\n| ${text} | x |` : start + text,
  );
const body = fc
  .tuple(
    fc.array(block, { maxLength: 6 }),
    fc.array(
      fc.constantFrom(
        "[^a]: A [^b] [n](https://a.example/n)",
        "[^b]: B [^c]",
        "[^c]: - C\n    - D",
      ),
    ),
  )
  .map(([blocks, notes]) => [...blocks, ...new Set(notes)].join("\n\n"));

function render(markdown: string, languageTag: string) {
  const page = { ...makePage("m.md", { kind: "module", title: "Locks" }), body: markdown };
  const document = readMarkup(page, RESOLVER, WORDING).value;
  const { value } = assemblePublication(
    {
      name: "locks",
      permalink: "/locks/",
      languageTag,
      position: 1,
      parts: [
        {
          module: { page, document },
          sessions: [{ stage: "input", name: "", found: { page, document } }],
        },
      ],
    },
    { curriculumTitle: "", publisher: "", version: "" },
  );
  return renderFiles(value, theme, theme.words(value.language), new Map(), PNG);
}

test("every mark of a note leads to its note, every note back to its mark, with one number each", () => {
  fc.assert(
    fc.property(body, fc.constantFrom(ENGLISH.tag, "ar"), (markdown, language) => {
      for (const { name, content } of render(markdown, language)) {
        if (!/\/(m|s1)\.xhtml$/.test(name)) continue;
        const elements = parseStrictly(String(content));
        const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
        assert.equal(new Set(ids).size, ids.length);
        const withRole = (role: string) =>
          elements
            .filter(({ attributes }) => attributes.role === role)
            .map((one) => one.attributes);
        const notes = withRole("doc-footnote").map(({ id }) => `#${id}`);
        const marks = withRole("doc-noteref");
        assert.deepEqual([...new Set(marks.map(({ href }) => href))].sort(), [...notes].sort());
        const firstMarks = marks.flatMap(({ id }) => (id === undefined ? [] : [`#${id}`]));
        const backs = withRole("doc-backlink").map(({ href }) => href);
        assert.deepEqual([...backs].sort(), firstMarks.sort());
        assert.deepEqual(
          notes.map((note) => Number(note.match(/\d+$/)?.[0])),
          notes.map((_, at) => at + 1),
        );
      }
    }),
    sameCases(60),
  );
});
