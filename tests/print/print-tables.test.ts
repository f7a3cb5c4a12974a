import assert from "node:assert/strict";
import { test } from "node:test";
import type { Element } from "../../src/markup/document.ts";
import { serialise, textOf } from "../../src/markup/serialise.ts";
import { parsePaper } from "../../src/print/paper.ts";
import { fitTable, measureTableRoom, partLongRow } from "../../src/print/print-tables.ts";
import { h } from "./sample-book.ts";

const row = (cell: string, texts: readonly string[]) =>
  h("tr", {}, ...texts.map((text) => h(cell, {}, text)));
const tableOf = (columns: number, word: string): Element => {
  const texts = Array.from({ length: columns }, (_, at) => `${word} ${at}`);
  return h(
    "table",
    { id: "s1-b4" },
    h("caption", {}, "Who knows what"),
    h(
      "thead",
      {},
      row(
        "th",
        texts.map((text) => `Head ${text}`),
      ),
    ),
    h("tbody", {}, row("td", texts), row("td", texts)),
  );
};
const roomOf = (paper: string, bodySizePt = 10.5) => {
  const known = parsePaper(paper);
  assert.ok(known);
  return measureTableRoom(known, bodySizePt);
};

test("a table stays one where its longest words stand side by side", () => {
  const [kept] = fitTable(tableOf(12, "yes"), roomOf("a4"));
  assert.equal(kept?.tagName, "table");
  assert.deepEqual(kept?.properties.className, ["wide", "dense"]);
  assert.equal(fitTable(tableOf(3, "organisation".repeat(4)), roomOf("a5"))[0]?.tagName, "table");
});

test("where words would be cut to pieces each row is a list of what its columns say", () => {
  const wide = tableOf(12, "organisation");
  const parts = fitTable(wide, roomOf("a4"));
  assert.deepEqual(
    parts.map(({ tagName, properties }) => [tagName, properties.className]),
    [
      ["p", ["lead"]],
      ["ul", ["record"]],
      ["ul", ["record"]],
    ],
  );
  assert.equal(parts[0]?.properties.id, "s1-b4");
  assert.match(
    serialise(parts),
    /<li><span class="record-label">Head organisation 0<\/span><div class="record-text">organisation 0<\/div>/,
  );
});

test("small sheets and large type have less room", () => {
  const table = tableOf(6, "organisation");
  assert.equal(fitTable(table, roomOf("a4"))[0]?.tagName, "table");
  assert.equal(fitTable(table, roomOf("a4", 18))[0]?.tagName, "p");
  assert.equal(fitTable(table, roomOf("a5"))[0]?.tagName, "p");
});

test("cells that span others keep their table", () => {
  const spanned = tableOf(12, "organisation");
  spanned.children.push(h("tbody", {}, h("tr", {}, h("td", { colSpan: 12 }, "all"))));
  assert.equal(fitTable(spanned, roomOf("a4")).length, 1);
});

test("a row of more than a third of a page may be parted", () => {
  const long = partLongRow(row("td", ["word ".repeat(300), "b"]));
  assert.deepEqual(long.properties.className, ["long"]);
  assert.equal(partLongRow(row("td", ["word", "b"])).properties.className, undefined);
  assert.ok(textOf([long]).startsWith("word"));
});
