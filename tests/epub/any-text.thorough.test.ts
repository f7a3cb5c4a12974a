import assert from "node:assert/strict";
import { test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import fc from "fast-check";
import { packBook } from "../../src/epub/archive.ts";
import { renderFiles } from "../../src/epub/render-epub.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import type { ElementContent } from "../../src/markup/document.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { makeElement as el } from "../support/pages.ts";
import { sameCases } from "../support/seed.ts";
import { listXml, parseStrictly } from "./open-book.ts";
import {
  ENGLISH,
  loadHandout,
  makeChapter,
  makeImage,
  makeImages,
  makePublication,
} from "./sample-book.ts";

const theme = await loadHandout();
const PNG = makeImage("cover.png").bytes;
const words = theme.words(ENGLISH);
assert.ok(words);

/** Any text, also such as XML forbids: controls, halves of pairs, markup, marks of direction. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        "<",
        "&",
        '"',
        "'",
        "]]>",
        "\u0000",
        "\u000B",
        "\uD800",
        "\uFFFE",
        "\u202E",
        "{{x}}",
        "{{{x}}}",
        "&lt;",
        "é",
        "-->",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
);
const property = fc.oneof(
  text,
  fc.constantFrom("#s1", "#m", "#m-x", "#m-note-1", "https://a.example/ü?q=|", "lessons/a.png"),
);
const node: fc.Arbitrary<ElementContent> = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    text.map((value): ElementContent => ({ type: "text", value })),
    fc
      .tuple(
        fc.constantFrom(
          "p",
          "a",
          "em",
          "span",
          "li",
          "ul",
          "aside",
          "img",
          "h2",
          "table",
          "td",
          "th",
          "ol",
          "dl",
          "figure",
          "blockquote",
          "sup",
          "script",
          "pre",
        ),
        fc.record(
          {
            id: property,
            href: property,
            src: property,
            alt: text,
            lang: fc.constantFrom("en", "fa"),
          },
          { requiredKeys: [] },
        ),
        fc.array(tie("node"), { maxLength: 4 }),
        fc.constantFrom(
          "note-ref",
          "elsewhere",
          "checklist",
          "tasks",
          "done",
          "trainer-note",
          "callout",
          "warning",
          "tip",
          "note-ref-mark",
        ),
      )
      .map(([tagName, properties, children, name]) =>
        el(tagName, { ...properties, className: [name] }, ...children),
      ),
  ),
})).node;

const publication = fc
  .record({
    title: text,
    other: text,
    nodes: fc.array(node, { maxLength: 4 }),
    note: fc.array(node, { maxLength: 2 }),
  })
  .map(({ title, other, nodes, note }) =>
    makePublication({
      title,
      summary: other,
      curriculumTitle: other,
      section: title,
      authors: [title, other],
      publisher: other,
      licence: { name: title, url: other },
      facts: { level: title, platforms: [other], prerequisites: [title] },
      module: makeChapter("m", title, nodes, {
        headings: [{ id: "m-x", rank: 2, text: other, place: { file: "a.md" } }],
        notes: [{ id: "m-note-1", number: 1, referenceId: "m-note-1-ref", children: note }],
        durationText: other,
      }),
      stages: [
        {
          stage: "activity",
          sessions: [makeChapter("s1", other, nodes, { stage: "activity", durationText: title })],
        },
        { stage: "input", sessions: [] },
        { stage: "deepening", sessions: [] },
        { stage: "synthesis", sessions: [] },
      ],
      credits: [
        { title, language: ENGLISH, authors: [other], licence: title, attributions: [other] },
      ],
    }),
  );

test("any text in any place gives well-formed documents with each id once", () => {
  fc.assert(
    fc.property(publication, (book) => {
      const images = makeImages("lessons/a.png");
      const files = renderFiles(book, theme, words, images, PNG);
      const xml = listXml(new Map(files.map(({ name, content }) => [name, content])));
      for (const [name, document] of xml) {
        const elements = parseStrictly(document);
        const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
        assert.equal(new Set(ids).size, ids.length, name);
        assert.ok(
          elements.every((one) => !/^(script|style|iframe)$/.test(one.name)),
          name,
        );
      }
      // What may stand in what is for `markup` to see to, and these trees do not come from there.
      // The address of a licence is checked where the configuration is read.
      const licence = { name: book.title, url: "https://example.org/" };
      const judged = renderFiles({ ...book, licence }, theme, words, images, PNG);
      const { diagnostics } = inspectFile(packBook(judged));
      const found = [...diagnostics, ...findBookFaults(packBook(judged))];
      const ours = found.filter(({ code }) => /^EPB[0-3]/.test(code));
      assert.deepEqual(ours, []);
    }),
    sameCases(60),
  );
});

test("any text in the metadata gives a package that a validator accepts", async () => {
  const found: unknown[] = [];
  await fc.assert(
    fc.asyncProperty(text, text, async (title, other) => {
      const book = makePublication({ title, summary: other, authors: [other], publisher: title });
      const files = renderFiles(book, theme, words, new Map(), PNG);
      const { messages } = await EpubCheck.validate(packBook(files));
      found.push(...messages.map(({ id, message }) => [id, message, title, other]));
      found.push(...inspectFile(packBook(files)).diagnostics, ...findBookFaults(packBook(files)));
    }),
    sameCases(12),
  );
  assert.deepEqual(found, []);
});
