import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementContent } from "../../src/markup/document.ts";
import { listBookMarks, listMarks, markBlocks } from "../../src/publication/mark-blocks.ts";
import { bookOf, chapterOf, h } from "../print/sample-book.ts";

const marksOf = (...body: ElementContent[]) => listMarks([markBlocks(chapterOf("s1", body)).body]);

test("an id is a mark; other blocks are counted through", () => {
  assert.deepEqual(marksOf(h("h2", { id: "s1-h1" }, "A"), h("p", {}, "B"), h("pre", {}, "C")), [
    "s1-h1",
    "s1-b1",
    "s1-b2",
  ]);
});

test("an id that stands twice marks once", () => {
  assert.deepEqual(
    marksOf(h("p", { id: "s1-a1" }, "A"), h("p", { id: "s1-a1" }, "B"), h("p", { id: "s1" }, "C")),
    ["s1-a1", "s1-b1", "s1-b2"],
  );
});

test("an item has a mark where it opens with words, and else its first block has it", () => {
  const words = h("li", {}, " ", h("strong", {}, "A"), h("ul", {}, h("li", {}, "B")));
  const block = h("li", {}, "\n", h("p", {}, "C"), h("p", {}, "D"));
  const marked = markBlocks(chapterOf("s1", [h("ul", {}, words, block)]));
  assert.deepEqual(listMarks([marked.body]), ["s1-b1", "s1-b2", "s1-b3", "s1-b4"]);
  const [list] = marked.body.children;
  const [, second] = list?.type === "element" ? list.children : [];
  assert.equal(second?.type === "element" && second.data?.mark, undefined);
});

test("runs of words have no mark: an id would show in the tags of a PDF", () => {
  assert.equal(marksOf(h("p", {}, h("em", {}, "A"), h("a", { href: "#s2" }, "B"))).length, 1);
});

test("the given chapter stays as it is", () => {
  const chapter = chapterOf("s1", [h("p", {}, "A")]);
  const before = structuredClone(chapter);
  markBlocks(chapter);
  assert.deepEqual(chapter, before);
});

test("a book's marks are in reading order, notes behind their chapter, and all different", () => {
  const note = { id: "m-1", number: 1, referenceId: "m-r", children: [h("p", {}, "N")] };
  const book = bookOf("en", {
    module: markBlocks(chapterOf("m", [h("p", {}, "A")], { notes: [note] })),
  });
  const marks = listBookMarks(book);
  assert.deepEqual(marks.slice(0, 6), ["cover", "imprint", "contents", "m", "m-b1", "m-b2"]);
  assert.equal(marks.at(-1), "credits");
  assert.equal(new Set(marks).size, marks.length);
});
