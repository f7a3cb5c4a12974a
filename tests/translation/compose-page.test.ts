import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { readMarkup } from "../../src/markup/markup.ts";
import type { Page } from "../../src/source/page.ts";
import { composePage, type Rendering } from "../../src/translation/compose-page.ts";
import { keyOfUnit, type Unit } from "../../src/translation/unit.ts";
import { writePassage } from "../../src/translation/write-passage.ts";
import { RESOLVER } from "../markup/reading.ts";
import { anyMarkdown } from "../support/any-markdown.ts";
import { REPOSITORY } from "../support/run-handpress.ts";
import { sameCases } from "../support/seed.ts";
import { WORDING } from "../support/wording.ts";
import { pageOf, unitsOf } from "./units-scene.ts";

const AS = { path: "a.fa.md", language: "fa", percent: 50 };

function compose(page: Page, render: (unit: Unit) => Rendering): Page {
  return composePage(page, unitsOf(page), AS, render);
}

/** Each unit with this done to its text. */
function translate(body: string, change: (source: string) => string): string {
  return compose(pageOf(body), (unit) => {
    const written = writePassage(unit, change(unit.source));
    assert.ok("text" in written, JSON.stringify([unit.source, written]));
    return { text: written.text };
  }).body;
}

const upper = (source: string) =>
  source.replace(/[a-z](?![^(<]*[)>])/g, (letter) => letter.toUpperCase());

const WRITTEN: readonly (readonly [body: string, translated: string])[] = [
  [
    "## One {#x}\n\nTwo\nthree [four](https://example.org/five).",
    "## ONE {#x}\n\nTWO THREE [FOUR](https://example.org/five).",
  ],
  ["- one\n- [x] two {.y}", "- ONE\n- [x] TWO {.y}"],
  ["| one | one |\n|---|---|\n| b \\| c | one |", "| ONE | ONE |\n|---|---|\n| B \\| C | ONE |"],
  ["> [!TIP] one\n> two\n> three", "> [!TIP] ONE\n> TWO THREE"],
  ["one<br>two<br><br>\nthree", "ONE<br>TWO<br><br>\nTHREE"],
  ['![one](a.png "two")', '![ONE](a.png "TWO")'],
  ["    code\n\n::: tip one\ntwo\n:::", "    code\n\n::: tip ONE\nTWO\n:::"],
];

for (const [body, translated] of WRITTEN) {
  test(`a translation stands in the place of its source: ${JSON.stringify(body)}`, () => {
    assert.equal(translate(body, upper), translated);
  });
}

test("what would begin a block is escaped", () => {
  for (const text of [
    "# a",
    "- a",
    "1. a",
    "2011. évben",
    "> a",
    "```",
    "::: tip",
    "| a |",
    "[a]: b",
    "---",
    ": one",
    "[!TIP] one",
    "[a\\]b]: https://example.org",
  ]) {
    const { body } = compose(pageOf("one"), (unit) => {
      const written = writePassage(unit, text);
      return "text" in written ? { text: written.text } : {};
    });
    const { value } = readMarkup(pageOf(body), RESOLVER, WORDING);
    const tags = value.body.children.map((node) =>
      node.type === "element" ? node.tagName : node.type,
    );
    assert.deepEqual(tags, ["p"], text);
  }
});

test("what would reach beyond its passage is a fault", () => {
  const [unit] = unitsOf(pageOf("[one](https://example.org)")).units;
  for (const [text, fault] of [
    ["<!-- one", "remark"],
    ["{% comment %}", "remark"],
    ["%% one", "remark"],
    ["<div>one", "block"],
    ["</p><script>one", "block"],
    ["[one]({2})", "placeholder"],
    ["one {.all}", "attributes"],
    ['<i class="trainer">one</i>', "attributes"],
    ['<i title="', "block"],
    ["<dialog>one", "block"],
    ["<span>", "block"],
    ["one\\", "bracket"],
    ["[one", "bracket"],
  ] as const) {
    assert.deepEqual(unit && writePassage(unit, text), { fault }, text);
  }
});

test("a mark of whom a text is for cannot be left out", () => {
  const [unit] = unitsOf(pageOf("One [two]{.trainer} three.")).units;
  assert.deepEqual(unit && writePassage(unit, "Un [deux] trois."), { fault: "attributes" });
  assert.deepEqual(unit && writePassage(unit, "Un [deux]{1} trois."), {
    text: "Un [deux]{.trainer} trois.",
  });
});

test("a run of text in parts stands in the source's words as a whole", () => {
  const page = compose(pageOf("One<br><br>two<br><br>three"), ({ source }) =>
    source === "two" ? { state: "source" } : { text: "X" },
  );
  assert.equal(page.body, "One<br><br>two<br><br>three");
  assert.deepEqual(page.translation?.passages, [{ line: 0, ordinal: 0, state: "source" }]);
});

test("passages that are not translated are known by their places", () => {
  const body = "One\ntwo.\n\n| a | b |\n|---|---|\n| c | d |\n\n- e\n  - f";
  const page = compose(pageOf(body), ({ source }) =>
    "bdf".includes(source) ? { state: "source" } : { text: source.toUpperCase() },
  );
  assert.deepEqual(page.translation?.passages, [
    { line: 2, ordinal: 1, state: "source" },
    { line: 4, ordinal: 1, state: "source" },
    { line: 7, ordinal: 0, state: "source" },
  ]);
  const { value } = readMarkup(page, RESOLVER, WORDING);
  const marked = JSON.stringify(value.body).match(/"untranslated"/g);
  assert.equal(marked?.length, 3);
});

test("a line of the body knows the entry, or the line of the source, that it comes from", () => {
  const page = compose(pageOf("One\ntwo.\n\nThree."), ({ source }) =>
    source === "Three." ? {} : { text: "X", place: { file: "fa.po", line: 9 } },
  );
  assert.deepEqual(page.translation?.places, [
    { file: "fa.po", line: 9 },
    { file: "a.md", line: 6 },
    { file: "a.md", line: 7 },
  ]);
});

const bodies = anyMarkdown;

test("a page of which nothing is translated is its source, whatever it holds", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const page = pageOf(body);
      const same = compose(page, () => ({}));
      const parse = (one: Page) =>
        readMarkup({ ...one, path: "a.md", language: "en" }, RESOLVER, WORDING).value.body;
      assert.deepEqual(parse(same), parse(page));
    }),
    sameCases(30),
  );
});

test("pages of the sample whose translations repeat their sources have the same units", () => {
  const folder = join(REPOSITORY, "content/en");
  const paths = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".md"));
  assert.ok(paths.length > 10);
  for (const path of paths) {
    const page = pageOf(
      readFileSync(join(folder, path), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""),
    );
    const repeated = compose(page, (unit) => {
      const written = writePassage(unit, unit.source);
      return "text" in written ? { text: written.text } : {};
    });
    const list = (one: Page) =>
      unitsOf({ ...one, basePath: "a.md", language: "en" }).units.map(keyOfUnit);
    assert.deepEqual(list(repeated), list(page), path);
  }
});
