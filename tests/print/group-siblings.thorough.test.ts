import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementContent } from "../../src/markup/document.ts";
import { serialise, textOf } from "../../src/markup/serialise.ts";
import { groupSiblings, MOST_SIBLINGS } from "../../src/print/group-siblings.ts";
import { h } from "./sample-book.ts";

function mostChildren(nodes: readonly ElementContent[]): number {
  return Math.max(
    nodes.length,
    ...nodes.map((node) => (node.type === "element" ? mostChildren(node.children) : 0)),
  );
}

const many = <T>(count: number, one: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => one(at));

test("what a person wrote stays as it is", () => {
  const tree = [
    h("p", {}, "a", h("em", {}, "b")),
    h("ul", {}, ...many(500, () => h("li", {}, "c"))),
  ];
  assert.deepEqual(groupSiblings(tree), tree);
});

test("no element has very many children, and every word stays in its place", () => {
  const body = [
    ...many(3000, (at) => h("p", {}, `${at}`)),
    { ...h("p", {}), children: many(300_000, (at) => h("code", {}, `${at}`)) },
    h("table", {}, h("tbody", {}, ...many(2000, (at) => h("tr", {}, h("td", {}, `${at}`))))),
    h("ul", {}, ...many(2000, (at) => h("li", {}, `${at}`))),
  ];
  const grouped = groupSiblings(body);
  assert.ok(mostChildren(grouped) <= MOST_SIBLINGS);
  assert.equal(textOf(grouped), textOf(body));
  assert.doesNotMatch(serialise(grouped), /<(?:ul|tbody|table)[^>]*><(?:div|span)/);
});

test("a list that is parted counts on, and has its name once", () => {
  const list = h("ol", { id: "s1-b1", start: 3 }, ...many(1200, () => h("li", {}, "a")));
  const parts = groupSiblings([list]).map((part) => part.type === "element" && part.properties);
  assert.deepEqual(parts, [{ id: "s1-b1", start: 3 }, { start: 503 }, { start: 1003 }]);
});
