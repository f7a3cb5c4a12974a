import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementContent, Footnote } from "../../src/markup/document.ts";
import { serialise, textOf } from "../../src/markup/serialise.ts";
import { assignNotes } from "../../src/publication/assign-notes.ts";
import type { LinkMode } from "../../src/source/book-options.ts";
import { makeElement as el } from "../support/pages.ts";

function assign(
  body: readonly ElementContent[],
  footnotes: readonly Footnote[] = [],
  mode: LinkMode = "notes",
) {
  const noted = assignNotes("s1", { type: "root", children: [...body] }, footnotes, mode);
  return {
    codeless: noted.codeless.map(({ properties }) => properties.href),
    html: serialise(noted.body.children),
    notes: noted.notes.map(({ id, number, referenceId, children }) => {
      assert.equal(id, `s1-note-${number}`);
      assert.equal(referenceId, `${id}-ref`);
      return `${number} ${serialise(children)}`.trim();
    }),
  };
}

const link = (href: string, text: string) => el("a", { href }, text);
const mark = (id: string) =>
  el(
    "sup",
    { className: ["note-ref-mark"] },
    el("a", { href: `#${id}`, className: ["note-ref"] }, "x"),
  );
const numbers = (html: string) =>
  [...html.matchAll(/class="note-ref"[^>]*>(\d+)<\/a><\/sup>/g)].map((one) => one[1]);

test("footnotes and addresses share one sequence in the order of their first reference", () => {
  const { html, notes } = assign(
    [
      el("p", {}, link("https://one.example/", "one"), mark("s1-n1")),
      el("p", {}, link("https://two.example/", "two")),
      el("p", {}, link("https://one.example/", "one again"), mark("s1-n1")),
    ],
    [{ id: "s1-n1", children: [el("p", {}, "A footnote.")] }],
  );
  assert.deepEqual(numbers(html), ["1", "2", "3", "1", "2"]);
  assert.deepEqual(
    [...html.matchAll(/id="([^"]+)"/g)].map((one) => one[1]),
    ["s1-note-1-ref", "s1-note-2-ref", "s1-note-3-ref"],
  );
  assert.equal(notes.length, 3);
  assert.match(notes[0] ?? "", /^1 <p class="note-address"><a class="address" href="https:\/\/one/);
  assert.equal(notes[1], "2 <p>A footnote.</p>");
});

test("a link keeps its place, and its mark follows at once", () => {
  const { html } = assign([el("p", {}, link("https://one.example/", "one"), ".")]);
  assert.equal(
    html,
    '<p><a href="https://one.example/">one</a><sup class="note-ref-mark">' +
      '<a class="note-ref" href="#s1-note-1" id="s1-note-1-ref">1</a></sup>.</p>\n',
  );
});

test("a footnote that holds another gives it the next number", () => {
  const { notes } = assign(
    [el("p", {}, mark("s1-n1"), mark("s1-n2"))],
    [
      { id: "s1-n1", children: [el("p", {}, "See ", mark("s1-n3"))] },
      { id: "s1-n2", children: [el("p", {}, "Second.")] },
      { id: "s1-n3", children: [el("p", {}, "Third.")] },
    ],
  );
  assert.match(notes[0] ?? "", /href="#s1-note-3" id="s1-note-3-ref">3</);
  assert.deepEqual(
    notes.map((one) => one.slice(0, 1)),
    ["1", "2", "3"],
  );
});

test("footnotes that each refer to the next use up neither the stack nor the time", () => {
  const count = 5000;
  const footnotes = Array.from({ length: count }, (_, at) => ({
    id: `s1-n${at + 1}`,
    children: [el("p", {}, "See ", mark(`s1-n${at + 2}`))],
  }));
  assert.equal(assign([el("p", {}, mark("s1-n1"))], footnotes).notes.length, count);
});

test("a reference to a note that this edition lacks leaves nothing, nor does its note", () => {
  const footnotes = [{ id: "s1-n2", children: [el("p", {}, "Left out.")] }];
  const { html, notes } = assign([el("p", {}, "Text", mark("s1-n1"), ".")], footnotes);
  assert.equal(html, "<p>Text.</p>\n");
  assert.deepEqual(notes, []);
});

test("an address that is its own text gets no note, and may break at its signs", () => {
  const { html, notes } = assign([link("https://one.example/a/b?c=d", "one.example/a/b?c=d")]);
  assert.deepEqual(notes, []);
  assert.match(html, /dir="ltr">one<wbr\/>\.example\/<wbr\/>a\/<wbr\/>b\?<wbr\/>c=<wbr\/>d</);
  const code = el(
    "a",
    { href: "https://one.example/a" },
    el("code", { id: "s1-a1" }, "one.example/a"),
  );
  assert.match(assign([code]).html, /<code id="s1-a1">one<wbr\/>\.example\/<wbr\/>a<\/code>/);
});

test("breaks leave the address as it is", () => {
  const address = "https://one.example/long_path/of-words/?q=a+b&r=%D9%85#end";
  const { notes } = assign([link(address, "one")]);
  assert.match(notes[0] ?? "", /<wbr\/>/);
  const noted = assignNotes("s1", { type: "root", children: [link(address, "one")] }, []);
  assert.equal(textOf(noted.notes[0]?.children ?? []), address);
});

test("an address in letters is the one that is written with escapes", () => {
  const address = new URL("https://www.one.example/wiki/خريطة").href;
  assert.deepEqual(assign([link(address, "one.example/wiki/خريطة/")]).notes, []);
});

test("a mail address is shown in the line", () => {
  assert.match(
    assign([link("mailto:a@b.example", "write")]).html,
    /write<\/a> \(<span.*a@b<wbr\/>\./,
  );
  assert.doesNotMatch(assign([link("mailto:a@b.example", "a@b.example")]).html, /\(/);
  for (const words of ["write", "a@b.example"]) {
    const filled = assign([link("mailto:a@b.example?subject=Hi%20you&body=c", words)]).html;
    assert.match(
      filled.replace(/<[^>]*>/g, ""),
      /\(a@b\.example\?subject=Hi you&(?:amp;)?body=c\)/,
    );
  }
});

test("an address inside a footnote stands in the footnote", () => {
  const { notes } = assign(
    [el("p", {}, mark("s1-n1"))],
    [{ id: "s1-n1", children: [el("p", {}, link("https://one.example/", "here"))] }],
  );
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? "", /here<\/a> \(<span class="address" dir="ltr">https:.*one<wbr\/>\./);
});

test("no address stands in a heading; the mark of its note does", () => {
  const { html, notes } = assign(
    [
      el("h2", { id: "s1-h1" }, link("https://one.example/", "Doors"), mark("s1-n1")),
      el("h3", {}, link("mailto:a@b.example", "Write")),
    ],
    [{ id: "s1-n1", children: [el("p", {}, "Wooden.")] }],
  );
  assert.match(html, /^<h2 id="s1-h1"><a href="https:\/\/one\.example\/">Doors<\/a><sup/);
  assert.match(html, /<h3><a [^>]*>Write<\/a><sup/);
  assert.deepEqual(notes.map(bare), ["1 https://one.example/", "2 Wooden.", "3 a@b.example"]);
});

test("links within the book get no note, and what an element carries stays", () => {
  const marked = { ...el("p", { id: "s1-a1" }, link("#s2", "next")), data: { mark: "s1-b1" } };
  const { body, notes } = assignNotes("s1", { type: "root", children: [marked] }, []);
  assert.deepEqual(body.children, [marked]);
  assert.deepEqual(notes, []);
});

const body = () => [
  el("h2", {}, link("https://one.example/", "Doors")),
  el("p", {}, link("https://one.example/", "one"), mark("s1-n1"), link("mailto:a@b.c", "mail")),
  el("p", {}, link("https://two.example/", "two.example"), link("https://one.example/", "one")),
];
const footnotes = [
  { id: "s1-n1", children: [el("p", {}, "See ", link("https://three.example/", "three"))] },
];
const bare = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\n/g, "|");

test("in brackets, addresses stand behind their words, but those of headings in notes", () => {
  const { html, notes } = assign(body(), footnotes, "inline");
  assert.equal(
    bare(html),
    "Doors1|one (https://one.example/)2mail (a@b.c)|two.exampleone (https://one.example/)|",
  );
  assert.deepEqual(notes.map(bare), [
    "1 https://one.example/",
    "2 See three (https://three.example/)",
  ]);
});

test("without addresses there is none, and the links and the footnotes stay", () => {
  const { html, notes } = assign(body(), footnotes, "none");
  assert.equal(bare(html), "Doors|one1mail|two.exampleone|");
  assert.deepEqual(notes.map(bare), ["1 See three"]);
  assert.equal(html.match(/href="https:/g)?.length, 4);
});

test("with codes, every web address has a note with one, and footnotes have those of their links", () => {
  const { html, notes } = assign(body(), footnotes, "qr");
  assert.equal(bare(html), "Doors1|one12mail (a@b.c)|two.example3one1|");
  assert.deepEqual(
    notes.map((note) => [...note.matchAll(/alt="([^"]*)"/g)].map((one) => one[1])),
    [["https://one.example/"], ["https://three.example/"], ["https://two.example/"]],
  );
});

test("an address too long for a code is told once, and has a note only where its text is another", () => {
  const long = `https://one.example/${"a".repeat(200)}`;
  const nodes = [link(long, "one"), link(long, long), link(long, "again")];
  const { notes, codeless } = assign([el("p", {}, ...nodes)], [], "qr");
  assert.deepEqual(codeless, [long]);
  assert.equal(notes.length, 1);
  assert.doesNotMatch(notes[0] ?? "", /note-code/);
  assert.deepEqual(assign([el("p", {}, link(long, "one"))]).codeless, []);
});
