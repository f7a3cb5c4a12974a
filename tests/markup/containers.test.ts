import assert from "node:assert/strict";
import { test } from "node:test";
import { readContainerLine } from "../../src/markdown/container-lines.ts";
import { serialise } from "../../src/markup/serialise.ts";
import { editDocument } from "../../src/publication/edition.ts";
import { WORDING } from "../support/wording.ts";
import { HIDDEN, participants } from "./container-scene.ts";
import { read } from "./reading.ts";

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
