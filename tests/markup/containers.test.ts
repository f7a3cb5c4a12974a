import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readContainerLine } from "../../src/markdown/container-lines.ts";
import { serialise } from "../../src/markup/serialise.ts";
import { editDocument } from "../../src/publication/edition.ts";
import { sameCases } from "../support/seed.ts";
import { WORDING } from "../support/wording.ts";
import { read } from "./reading.ts";

/** What participants see of a page. */
function participants(body: string): string {
  const { document } = editDocument(read(body).document);
  const notes = document.footnotes.flatMap(({ children }) => children);
  return serialise([...document.body.children, ...notes]).trim();
}

test("a block for trainers is a trainer's note; one for participants is marked", () => {
  const { xhtml, found } = read(
    ":::trainer\nGo *slowly*.\n:::\nAll.\n\n::: participant\n- Read\n:::\n",
  );
  assert.equal(
    xhtml,
    '<aside class="trainer-note"><p>Go <em>slowly</em>.</p>\n</aside>\n<p>All.</p>\n<aside class="for-participant"><ul><li>Read</li>\n</ul>\n</aside>',
  );
  assert.deepEqual(found, []);
});

test("lines that open a block", () => {
  const open = (line: string) => {
    const found = readContainerLine(line, WORDING);
    return found?.type === "open"
      ? `${found.kind} ${found.how} ${found.label}`.trim()
      : found?.type;
  };
  for (const [line, expected] of [
    [":::trainer", "trainer known"],
    ["::: Trainers", "trainer known"],
    ["::::trainer ::::", "trainer known"],
    ["\u200F:::trainer", "trainer known"],
    ["：：：trainer", "trainer known"],
    [":::trainer Before you begin", "trainer known Before you begin"],
    [":::trainer[Before you begin]", "trainer known Before you begin"],
    [":::trainer {#begin .x}", "trainer known"],
    [":::{.trainer}", "trainer known"],
    ["::: {.big .trainer #x}", "trainer known"],
    [":::Trainer’s Note", "trainer known Trainer’s Note"],
    [":::facilitators", "trainer known"],
    ["::trainer", "trainer known"],
    ["::trainer of people", undefined],
    [":::trianer", "trainer misspelled"],
    [":::formadora", "trainer translated"],
    ["::: للمدرّبين", "trainer translated"],
    [":::مربی", "trainer translated"],
    [":::participantes", "participant translated"],
    [":::شرکت‌کنندگان", "participant translated"],
    [":::tip", "tip known"],
    [":::danger", "warning known"],
    [":::banner", "unknown known"],
    [":::spoiler Click here", "unknown known Click here"],
    ["::: and then some words", undefined],
    [":::trainer<br>", "trainer known"],
    [":::<br/> <!-- end -->", "close"],
    [":::\u200Ftrainer\u200D", "trainer known"],
    ["**:::trainer**", "trainer misspelled"],
    ["**:::**", "close"],
    [":::*trainer*", "trainer misspelled"],
    [":::trainer.", "trainer misspelled"],
    ["::: {.trainer width=50%}", "trainer known"],
    [":::", "close"],
    ["::::::", "close"],
    ["::", "close"],
    [": a definition", undefined],
    ["::before", undefined],
  ] as const) {
    assert.equal(open(line), expected, line);
  }
});

/** Each hides SECRET and shows Shown; beside it what is found. */
const HIDDEN: readonly (readonly [string, string, readonly string[]])[] = [
  ["a space, blank lines", "Shown\n\n::: trainer\n\nSECRET\n\n:::\n\nShown", []],
  ["straight after and before text", "Shown\n:::trainer\nSECRET\n:::\nShown", []],
  ["a list, its closing line not indented", ":::trainer\n- SECRET\n- SECRET\n:::\nShown", []],
  ["a quotation within", ":::trainer\n> SECRET\n:::\nShown", []],
  ["in a list", "- Shown\n\n  :::trainer\n  SECRET\n  :::\n- Shown", []],
  ["an item of nothing else", "- Shown\n- :::trainer\n  SECRET\n  :::\n- Shown", []],
  ["in a quotation", "> Shown\n>\n> :::trainer\n> SECRET\n> :::\n\nShown", []],
  [
    "a block within, of as many colons",
    ":::trainer\nSECRET\n:::tip\nSECRET\n:::\nSECRET\n:::\nShown",
    [],
  ],
  [
    "another tool's block within, with words behind its name",
    ":::trainer\nSECRET\n::: details SECRET and more\nSECRET\n:::\nSECRET\n:::\nShown",
    ["MRK062 13:1"],
  ],
  [
    "another tool's block within, with attributes",
    ':::trainer\n::: {.column width="50%"}\nSECRET\n:::\nSECRET\n:::\nShown',
    ["MRK062 12:1"],
  ],
  ["line breaks in HTML", "Shown<br>\n:::trainer<br>\nSECRET<br>\n:::<br>\nShown", []],
  ["a footnote that others refer to", "Shown[^a]\n\n:::trainer\n[^a]: SECRET\n:::\n", []],
  ["a footnote after one not closed", "Shown[^a]\n\n:::trainer\n\n[^a]: SECRET", ["MRK060 13:1"]],
  ["a class", "SECRET\n{: .trainer}\n\nShown", []],
  ["a class of HTML", '<div class="facilitator">\n\nSECRET\n\n</div>\n\nShown', []],
  ["a class in a line", 'Shown <span class="trainer-note">SECRET</span>', []],
  ["a class of an item", '<ul><li>Shown</li><li class="trainer">SECRET</li></ul>', []],
  ["an alert", "> [!TRAINER]\n> SECRET\n\nShown", []],
  ["a label on a line of its own", "Shown\n\n**Trainer's Note**<br>SECRET\n\nShown", []],
  ["a label above a line", "Shown\n\n**Trainer's Note**\nSECRET\n\nShown", []],
  ["a label in an item", "- Shown\n- **Trainer's Note:** SECRET\n- Shown", []],
  ["a label in a cell", "| Shown | b |\n|---|---|\n| **Trainer's Note:** SECRET | Shown |", []],
  [
    "deeper than anybody writes",
    `${":::tip\n".repeat(45)}:::trainer\nSECRET\n:::\n${":::\n".repeat(45)}\nShown`,
    [],
  ],
  ["a block within, of fewer colons", "::::trainer\n:::tip\nSECRET\n:::\nSECRET\n::::\nShown", []],
  ["a code sample with colons", ":::trainer\n```\n:::\n```\nSECRET\n:::\nShown", []],
  ["a comment with colons", ":::trainer\n<!--\n:::\n-->\n\nSECRET\n:::\nShown", []],
  ["a heading", "Shown\n:::trainer\n## SECRET\nSECRET\n:::\n", []],
  ["an attribute list below", ":::trainer\nSECRET\n:::\n{: .notice #x}\n\nShown", []],
  ["an attribute list within", ":::trainer\nSECRET\n{: .warning}\n:::\nShown", []],
  [
    "straight after an image's tag",
    'Shown\n\n<img src="/lock.png" alt="Shown">\n:::trainer\n**SECRET**\n:::\nShown',
    [],
  ],
  ["within HTML", "<div>\n:::trainer\nSECRET\n:::\n</div>\n\nShown", []],
  ["across HTML", "Shown\n\n<div>\n\n:::trainer\n\nSECRET\n\n</div>\n\n:::\n", ["MRK060 15:1"]],
  ["within a heading left open", "Shown\n\n<h2>Shown\n\n:::trainer\n\nSECRET\n\n:::\n</h2>", []],
  ["below a table's row", "| Shown |\n|---|\n| Shown |\n:::trainer\nSECRET\n:::\n", []],
  [
    "a trainer's note within",
    ":::trainer\n##### Trainer's Note\nSECRET\n## SECRET\nSECRET\n:::\nShown",
    [],
  ],
  ["after a trainer's note", "##### Trainer's Note\nSECRET\n:::trainer\nSECRET\n:::\nShown", []],
  ["a footnote of its own", "Shown\n:::trainer\nSECRET[^a]\n\n[^a]: SECRET\n:::\n", []],
  [
    "a footnote's footnote",
    "Shown\n:::trainer\nSECRET[^a]\n:::\n\n[^a]: SECRET[^b]\n\n[^b]: SECRET",
    [],
  ],
  ["in a footnote", "Shown[^a]\n\n[^a]: Shown\n    :::trainer\n    SECRET\n    :::\n", []],
  ["an image", 'Shown\n:::trainer\n![SECRET](/lock.png "SECRET")\n:::\n', []],
  ["two colons", "::trainer\nSECRET\n::\nShown", ["MRK063 11:1"]],
  ["a misspelled name", ":::trainr\nSECRET\n:::\nShown", ["MRK063 11:1"]],
  ["a translated name", ":::formadora\nSECRET\n:::\nShown", ["MRK063 11:1"]],
  [
    "for participants within",
    ":::trainer\n:::participant\nSECRET\n:::\nSECRET\n:::\nShown",
    ["MRK064 12:1"],
  ],
  ["not closed", "Shown\n\n:::trainer\nSECRET\n\n## SECRET\n", ["MRK060 13:1"]],
  ["not closed: a block within", ":::trainer\n:::tip\nSECRET\n:::\nSECRET", ["MRK060 11:1"]],
  [
    "closed by fewer colons",
    "Shown\n::::trainer\nSECRET\n:::\nSECRET",
    ["MRK061 14:1", "MRK060 12:1"],
  ],
  ["not closed in a list", "- Shown\n  :::trainer\n  SECRET\n- SECRET\n\nSECRET", ["MRK060 12:3"]],
  [
    "not closed in a list: closed outside",
    "1. Shown\n   :::trainer\n   SECRET\n:::\nSECRET",
    ["MRK060 12:4"],
  ],
  [
    "not closed in a quotation",
    "> Shown\n> :::trainer\n> SECRET\n\nSECRET\n\n- SECRET",
    ["MRK060 12:3"],
  ],
  [
    "not closed, in a block for participants",
    ":::participant\nShown\n:::trainer\nSECRET\n",
    ["MRK060 13:1"],
  ],
  [
    "closed in an item of the list within",
    ":::trainer\n- SECRET\n  :::\n- SECRET\n\nSECRET",
    ["MRK061 13:3", "MRK060 11:1"],
  ],
  [
    "indented as a paragraph's text",
    "Shown\n      :::trainer\n      SECRET\n      :::\n      Shown",
    ["MRK065 12:7"],
  ],
  ["indented as code", "Shown\n\n    :::trainer\n    SECRET\n    :::\n\nShown", ["MRK065 13:1"]],
];

for (const [name, body, found] of HIDDEN) {
  test(`participants do not see it: ${name}`, () => {
    const shown = participants(body);
    assert.doesNotMatch(shown, /SECRET/);
    const all = read(body);
    assert.deepEqual(all.found, found);
    const count = (text: string, word: RegExp) => text.match(word)?.length ?? 0;
    const everything = serialise([
      ...all.document.body.children,
      ...all.document.footnotes.flatMap(({ children }) => children),
    ]);
    assert.ok(count(everything, /SECRET/g) > 0, "trainers see it");
    assert.equal(count(shown, /Shown/g), count(body, /Shown/g), "participants see the rest");
    assert.doesNotMatch(everything.replace(/<pre>.*?<\/pre>/gs, ""), /:::/);
  });
}

test("what is for participants has no box among them; its label and its place stay", () => {
  assert.equal(
    participants(":::participant Homework {#home}\nRead.\n:::\n[Home](#home)"),
    '<div id="a1"><p class="lead">Homework</p>\n<p>Read.</p>\n</div>\n<p><a href="#a1">Home</a></p>',
  );
});

test("an unknown name keeps its text and says which name is near", () => {
  const { xhtml, diagnostics } = read(":::tipp\nWords\n:::\n\n:::banner\nMore\n:::\n");
  assert.equal(xhtml, "<p>Words</p>\n<p>More</p>");
  assert.deepEqual(
    diagnostics.map(({ code, severity, hint }) => [code, severity, hint?.split(". ").at(-1)]),
    [
      ["MRK062", "warning", "Did you mean `:::tip`?"],
      ["MRK062", "warning", "For trainers only, type `:::trainer`."],
    ],
  );
});

test("a block that is not closed is an error where it hides text, a warning elsewhere", () => {
  const [trainers] = read(":::trainer\nx").diagnostics;
  assert.equal(trainers?.severity, "error");
  assert.match(trainers?.hint ?? "", /left out of the participant's edition.*`:::`/);
  assert.deepEqual(
    read(":::tip\nx").diagnostics.map(({ code, severity }) => [code, severity]),
    [["MRK060", "warning"]],
  );
});

test("colons that close nothing are told and not printed; two are text", () => {
  const { xhtml, found } = read("Words\n\n:::\n\n::\n");
  assert.equal(xhtml, "<p>Words</p>\n<p>::</p>");
  assert.deepEqual(found, ["MRK061 13:1"]);
});

test("a sample in fenced code stays as it is", () => {
  const { xhtml, found } = read("```\n:::trainer\nx\n:::\n```\n");
  assert.equal(xhtml, "<pre><code>:::trainer\nx\n:::</code></pre>");
  assert.deepEqual(found, []);
});

test("the label of a block is its author's; a note within is no second box", () => {
  assert.equal(
    read(":::trainer Before you begin\nx\n:::\n").xhtml,
    '<aside class="trainer-note"><p class="aside-label">Before you begin</p>\n<p>x</p>\n</aside>',
  );
  assert.equal(
    read(":::trainer\n##### *Trainer's Note*\nx\n:::\n").xhtml,
    '<aside class="trainer-note" id="a1"><p class="aside-label">Trainer\'s Note</p>\n<p>x</p>\n</aside>',
  );
});

test("headings and footnotes that are left are ranked and numbered without gaps", () => {
  const body =
    ":::trainer\n# Hidden\nx[^a]\n:::\n## One\nText[^b] and[^a].\n:::trainer\n## Hidden\n:::\n### Two\nText[^b]\n\n[^a]: A\n\n[^b]: B\n";
  const { document, leftOut } = editDocument(read(body).document);
  assert.deepEqual(
    document.headings.map(({ rank, text }) => [rank, text]),
    [
      [2, "One"],
      [3, "Two"],
    ],
  );
  const text = serialise(document.body.children);
  assert.deepEqual(text.match(/<h\d/g), ["<h2", "<h3"]);
  assert.deepEqual(text.match(/href="#n\d" id="nr[\d-]+"/g), [
    'href="#n1" id="nr1"',
    'href="#n2" id="nr2-2"',
    'href="#n1" id="nr1-2"',
  ]);
  assert.deepEqual(
    document.footnotes.map(({ id, children }) => [id, serialise(children).trim()]),
    [
      ["n1", "<p>B</p>"],
      ["n2", "<p>A</p>"],
    ],
  );
  assert.deepEqual([...document.anchors.keys()], ["one", "two"]);
  assert.deepEqual([...leftOut.anchors], ["hidden", "hidden-1"]);
});

test("an image that only trainers see is not in the page; one that others see too is", () => {
  const image = "![a lock](/lock.png)";
  const images = (body: string) =>
    editDocument(read(body).document).document.images.map(({ path }) => path);
  assert.deepEqual(images(`:::trainer\n${image}\n:::\n`), []);
  assert.deepEqual(images(`:::trainer\n${image}\n:::\n\n${image}`), ["lock.png"]);
});

/** Lines of every kind in any order: whatever they make, what stands after `:::trainer` hides. */
const LINES = [
  "- item",
  "  more",
  "1. one",
  "> quote",
  "## Heading",
  "##### Trainer's Note",
  "```",
  "",
  "<div>",
  "</div>",
  "<br>",
  "<b>",
  "<!--",
  "-->",
  "<table><tr><td>",
  "| a | b |",
  "|---|---|",
  "[^a]: note",
  ":::tip",
  ":::participant",
  ":::banner",
  "{: .notice}",
  "    indented",
  "Term",
  ": meaning",
];

test("nothing after a line that opens a block for trainers, and no line closes, gets out", () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      // Within code and comments the line is no line of ours; a footnote that the text before refers
      // to is the text's.
      const start = before.filter((line) => !/```|<!--|-->|\[\^/.test(line));
      const body = [...start, "", ":::trainer", ...after, "SECRET", "", "SECRET"].join("\n");
      const { diagnostics } = read(body);
      const isRead = diagnostics.some(({ code }) => code === "MRK060" || code === "MRK065");
      if (isRead) assert.doesNotMatch(participants(body), /SECRET/);
      else assert.match(read(body).xhtml, /:::trainer/);
    }),
    sameCases(400),
  );
});
