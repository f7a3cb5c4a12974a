import assert from "node:assert/strict";
import { test } from "node:test";
import { XmlError } from "../../src/xml/xml-events.ts";
import { readXmlTree } from "../../src/xml/xml-tree.ts";

const read = (text: string, mostNodes?: number) => readXmlTree(text, () => undefined, mostNodes);

test("an element with more attributes than any has is refused before they are compared", () => {
  const attributes = (count: number) =>
    Array.from({ length: count }, (_, at) => `a${at}=""`).join(" ");
  assert.throws(() => read(`<a ${attributes(1001)}/>`), XmlError);
  assert.equal(read(`<a ${attributes(1000)}/>`).count, 1);
  assert.equal(read(`<a ${attributes(600)}><b ${attributes(600)}/></a>`).count, 2);
});

test("a document with more elements than it may have is refused", () => {
  assert.throws(() => read("<a><b/><b/><b/></a>", 3), XmlError);
  assert.equal(read("<a><b/><b/></a>", 3).count, 3);
});
