import assert from "node:assert/strict";
import { test } from "node:test";
import { reportLostWords } from "../../src/publication/lost-words.ts";
import { read } from "../markup/reading.ts";

test("words of a page that its chapter has not are told, once", () => {
  const page = { path: "en/dough.md" } as Parameters<typeof reportLostWords>[0];
  const { document } = read("# Dough\n\nKnead it.[^1]\n\nBake it.\n\n[^1]: Rye.");
  const notes = document.footnotes.map(({ id, children }) => ({
    id,
    number: 1,
    referenceId: "r",
    children,
  }));
  const report = (count: number, kept: typeof notes) =>
    reportLostWords(page, document, {
      body: { type: "root", children: document.body.children.slice(0, count) },
      notes: kept,
    }).map(({ code, place, message }) => `${code} ${place.line} ${message.split("`")[1]}`);
  assert.deepEqual(report(3, notes), []);
  assert.deepEqual(report(2, notes), ["PUB010 15 bake it"]);
  assert.deepEqual(report(3, []), ["PUB010 17 rye"]);
});
