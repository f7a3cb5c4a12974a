import assert from "node:assert/strict";
import { test } from "node:test";
import { hashUnits, keyOfUnit } from "../../src/translation/unit.ts";
import { listUnits, pageOf, unitsOf } from "./units-scene.ts";

const CASES: readonly (readonly [what: string, body: string, units: readonly string[]])[] = [
  [
    "a paragraph of several lines is one text",
    "One line\nand another.",
    ["paragraph: One line and another."],
  ],
  [
    "headings in both forms",
    "## Two *words* ##\n\nThree\n=====",
    ["heading: Two *words*", "heading: Three"],
  ],
  [
    "an attribute list at the end is nobody's words",
    "## Keys {#keys}\n\nText\n{: .notice}",
    ["heading: Keys", "paragraph: Text"],
  ],
  [
    "the address of a link is a number",
    'A [link](https://example.org/a(b) "tip") here.',
    ['paragraph: A [link]({1} "tip") here. | https://example.org/a(b)'],
  ],
  [
    "a link by reference brings its address along",
    "See [this][r] and [r].\n\n[r]: https://example.org",
    ["paragraph: See [this]({1}) and [r]({2}). | https://example.org | https://example.org"],
  ],
  [
    "bare addresses and code stay in the text",
    "Type `apt install tor` at <https://example.org>.",
    ["paragraph: Type `apt install tor` at <https://example.org>."],
  ],
  [
    "braces of the author's keep their number",
    "Press {1} or [here](b.md).",
    ["paragraph: Press {1} or [here]({2}). | {1} | b.md"],
  ],
  [
    "a list of attributes within the text is a number",
    "A [word]{.underline} more.",
    ["paragraph: A [word]{1} more. | {.underline}"],
  ],
  [
    "items, also within each other, and tasks",
    "- [ ] One\n- Two\n  - Three",
    ["list item: One", "list item: Two", "list item: Three"],
  ],
  ["the number of an item is not its text", "1. 1\n2. 2", ["list item: 1", "list item: 2"]],
  [
    "cells, each where it stands",
    "| A | B |\n|---|---|\n| Yes | Yes |\n| `a \\| b` | c \\| d |",
    ["table head: A", "table head: B", "table cell: Yes", "table cell: Yes", "table cell: c | d"],
  ],
  [
    "a break is a line end, two part the text",
    "One<br>two<br><br>three<br>",
    ["paragraph: One\ntwo", "paragraph: three"],
  ],
  ["hard breaks of both kinds", "One  \ntwo\\\nthree", ["paragraph: One\ntwo\nthree"]],
  [
    "a picture alone is its description and its caption",
    '![A lock](a.png "Old"){width=30%}',
    ["alternative text: A lock", "caption: Old"],
  ],
  [
    "a picture in a text",
    "Press ![the key](a.png) now.",
    ["paragraph: Press ![the key]({1}) now. | a.png"],
  ],
  [
    "a callout's title is a text of its own",
    "> [!TIP] A title\n> Its text.",
    ["callout title: A title", "quotation: Its text."],
  ],
  [
    "words behind the name of a block",
    "::: tip Good to know\nText.\n:::",
    ["callout title: Good to know", "paragraph: Text."],
  ],
  [
    "footnotes and definitions",
    "A[^1].\n\n[^1]: The note.\n\nTerm\n: Meaning",
    ["paragraph: A[^1].", "footnote: The note.", "term: Term", "definition: Meaning"],
  ],
  [
    "abbreviations",
    "HTML.\n\n*[HTML]: Hyper Text",
    ["paragraph: HTML.", "abbreviation: Hyper Text"],
  ],
  [
    "text in HTML",
    '<div><p>One <b>bold</b></p><img src="a.png" alt="A lock"></div>',
    ["paragraph: One <b>bold</b>", "alternative text: A lock"],
  ],
  [
    "the address in an HTML link",
    'A <a href="https://example.org">b</a>.',
    ['paragraph: A <a href="{1}">b</a>. | https://example.org'],
  ],
  ["code is no text", "    indented\n\n```\nfenced\n```\n\n`only code`", []],
  ["what has neither letters nor digits is no text", "***\n\n—\n\n![](a.png)", []],
  [
    "numbers are, for they can have other digits",
    "| 1 |\n|---|\n| 24 |",
    ["table head: 1", "table cell: 24"],
  ],
  [
    "a page can keep a block from translators",
    "<!-- i18n:skip -->\n- One\n- Two\n\nThree",
    ["paragraph: Three"],
  ],
  [
    "and can say something to them",
    "<!-- i18n:comment The metal\nthing. -->\nKey\n\nLock",
    ["paragraph: Key | # The metal thing.", "paragraph: Lock"],
  ],
  ["a remark within a text is not in it", "One <!-- two --> three.", ["paragraph: One three."]],
];

for (const [what, body, expected] of CASES) {
  test(what, () => assert.deepEqual(listUnits(body), expected));
}

test("the header's words come first, with what each is", () => {
  const page = pageOf("Text.", {
    title: "Keys",
    breadcrumb: "Keys",
    summary: "About keys.",
    level: "Easy",
    platforms: ["Windows"],
    durationText: "a day",
    stages: {
      activity: [],
      input: [
        { name: "Locks", url: "/l/", place: { file: "a.md" }, written: { line: 1, texts: [] } },
      ],
      deepening: [],
      synthesis: [],
    },
  });
  assert.deepEqual(
    unitsOf(page).units.map(({ context, source }) => `${context} = ${source}`),
    [
      "a: title = Keys",
      "a: summary = About keys.",
      "a: fact = Easy",
      "a: fact = Windows",
      "a: fact = a day",
      "a: session name = Locks",
      "a: paragraph = Text.",
    ],
  );
});

test("a context stays when the page around it is edited", () => {
  const [before] = unitsOf(pageOf("Kept.")).units;
  const after = unitsOf(pageOf("## New\n\nMore.\n\nKept.")).units.at(-1);
  assert.equal(before && keyOfUnit(before), after && keyOfUnit(after));
});

test("the state of the source is another one where a word, or what it is, is another", () => {
  const states = ["One.", "Two.", "- One.", "One.\n\nTwo."].map((body) =>
    hashUnits(unitsOf(pageOf(body)).units),
  );
  assert.equal(new Set(states).size, states.length);
  assert.match(states[0] ?? "", /^[0-9a-f]{16}$/);
  assert.equal(hashUnits(unitsOf(pageOf("\n\nOne.")).units), states[0]);
});

test("a page of spaces, breaks or bars takes no time", () => {
  for (const piece of [" ", "<br>", "|", "\f", "[", "{1}", "!["]) {
    listUnits(`a${piece.repeat(20_000)}b`);
  }
});
