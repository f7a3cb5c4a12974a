import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import {
  BLOCK_ELEMENTS,
  GLOBAL_ATTRIBUTES,
  INLINE_ELEMENTS,
  OWN_ATTRIBUTES,
  VOID_ELEMENTS,
} from "../../src/markup/allow-list.ts";
import type { PageDocument, RootContent } from "../../src/markup/document.ts";
import { serialise } from "../../src/markup/serialise.ts";
import { walk } from "../../src/markup/tree-walk.ts";
import { sameCases } from "../support/seed.ts";
import { read } from "./reading.ts";

/** A tree as nested lists, without the line ends between blocks: for comparing. */
type Shape = string | [tag: string, attributes: Record<string, string>, children: Shape[]];

function shapeOfXml(xml: string): Shape[] {
  const root: Shape[] = [];
  const open: Shape[][] = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const children: Shape[] = [];
    open.at(-1)?.push([name, { ...attributes }, children]);
    open.push(children);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => open.at(-1)?.push(text));
  parser.write(`<body xmlns:epub="e">${xml}</body>`).close();
  const body = root[0];
  return withoutLineEnds(Array.isArray(body) ? body[2] : []);
}

function withoutLineEnds(shapes: Shape[]): Shape[] {
  return shapes
    .filter((shape) => typeof shape !== "string" || shape.trim() !== "")
    .map((shape) =>
      typeof shape === "string" ? shape.trim() : [shape[0], shape[1], withoutLineEnds(shape[2])],
    );
}

const XML_NAMES = new Map([
  ["className", "class"],
  ["colSpan", "colspan"],
  ["rowSpan", "rowspan"],
]);

function shapeOfTree(nodes: readonly RootContent[]): Shape[] {
  return withoutLineEnds(
    nodes.map((node): Shape => {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "";
      const attributes = Object.entries(node.properties).map(([name, value]) => [
        XML_NAMES.get(name) ?? name,
        Array.isArray(value) ? value.join(" ") : String(value),
      ]);
      return [node.tagName, Object.fromEntries(attributes), shapeOfTree(node.children)];
    }),
  );
}

const OWN_CLASSES =
  /^(?:aside-label|trainer-note|callout|notice|warning|tip|checklist|tasks|done|open|lead|say|step|step-label|typed|missing|missing-image|note-ref|note-ref-mark|align-end|align-center)$/;

/** Everything that must be true of every document, whatever it was made from. */
function assertSound(document: PageDocument): void {
  const ids = new Set<string>();
  const targets: string[] = [];
  const trees: RootContent[][] = [
    document.body.children,
    ...document.footnotes.map((note) => [...note.children]),
  ];
  for (const { id } of document.footnotes) ids.add(id);
  for (const tree of trees) {
    walk(tree as Parameters<typeof walk>[0], (element, ancestors) => {
      const { tagName, properties } = element;
      const names = ancestors.map((ancestor) => ancestor.tagName);
      assert.ok(ancestors.length < 100, "depth");
      assert.ok(BLOCK_ELEMENTS.has(tagName) || INLINE_ELEMENTS.has(tagName), tagName);
      assert.notEqual(tagName, "h1");
      for (const [name, value] of Object.entries(properties)) {
        assert.ok(GLOBAL_ATTRIBUTES.has(name) || OWN_ATTRIBUTES.get(tagName)?.has(name), name);
        if (name === "className") {
          assert.ok(Array.isArray(value) && value.every((one) => OWN_CLASSES.test(String(one))));
        }
      }
      if (BLOCK_ELEMENTS.has(tagName)) {
        const inText = names.find((name) => /^(?:p|h[1-6]|dt|caption|figcaption|pre)$/.test(name));
        assert.equal(inText, undefined, `${tagName} in ${inText}`);
        const inLine = names.find((name) => INLINE_ELEMENTS.has(name));
        assert.equal(inLine, undefined, `${tagName} in ${inLine}`);
      }
      const parent = names.at(-1) ?? "";
      if (tagName === "a") assert.ok(!names.includes("a"), "a in a");
      if (tagName === "li") assert.match(parent, /^[uo]l$/);
      if (tagName === "dt" || tagName === "dd") assert.equal(parent, "dl");
      if (tagName === "tr") assert.match(parent, /^t(?:head|body|foot)$/);
      if (tagName === "td" || tagName === "th") assert.equal(parent, "tr");
      if (/^(?:ul|ol|dl|table|tr|thead|tbody)$/.test(tagName)) {
        assert.ok(element.children.length > 0, `empty ${tagName}`);
        assert.ok(element.children.every((child) => child.type === "element"));
      }
      if (VOID_ELEMENTS.has(tagName)) assert.equal(element.children.length, 0);
      if (tagName === "img") assert.equal(typeof properties.alt, "string");
      const { id, href } = properties;
      if (id !== undefined) {
        assert.match(String(id), /^(?:[han]\d+|nr\d+(?:-\d+)?)$/);
        assert.ok(!ids.has(String(id)), `id ${id} twice`);
        ids.add(String(id));
      }
      if (typeof href === "string") {
        assert.match(href, /^(?:https?:|mailto:|page:|#)/);
        if (href.startsWith("#")) targets.push(href.slice(1));
      }
    });
    assert.deepEqual(shapeOfXml(serialise(tree)), shapeOfTree(tree));
  }
  for (const target of targets) assert.ok(ids.has(target), `#${target}`);
  for (const id of document.anchors.values()) assert.ok(ids.has(id), `anchor ${id}`);
  for (const { id } of document.headings) assert.ok(ids.has(id), `heading ${id}`);
  let rank = 1;
  for (const heading of document.headings) {
    assert.ok(heading.rank >= 2 && heading.rank <= Math.min(6, rank + 1), "rank");
    rank = heading.rank;
  }
}

/**
 * Pages that are long, deep or broken.
 *
 * @param share of their length: 1 for as long as anybody would send.
 */
function makeHostile(share: number): Readonly<Record<string, string>> {
  const many = (text: string, count: number) => text.repeat(Math.ceil(count * share));
  return {
    "100,000 nested tags": many("<b>", 100_000),
    "100,000 nested quotes": many(">", 100_000),
    "nested containers": many("<div><p>", 20_000),
    "nested tables": many("<table><tr><td>", 20_000),
    "nested links": many("<a href='https://a.b'>", 20_000),
    "nested lists": Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- a`).join(
      "\n",
    ),
    "nested notes": `${many("^[", 20_000)}a${many("]", 20_000)}`,
    "end tags only": many("</b></p></li></table>", 5_000),
    "opening brackets": many("[", 50_000),
    "opening images": many("![", 50_000),
    asterisks: many("*a **b ", 10_000),
    "comments without an end": many("a <!-- ", 20_000),
    "CDATA without an end": many("a <![CDATA[", 20_000),
    "instructions without an end": many("a <?", 20_000),
    "notes without an end": `[^1]: a\n\n${many("[^", 20_000)}`,
    "a note that calls itself": "[^1]\n\n[^1]: again [^1]",
    ...Object.fromEntries(
      [
        "{% comment %}",
        "%%",
        "{{",
        "{%",
        "{#",
        "{>>",
        "<!--",
        "`",
        "`` a ` ",
        "[//]: # (",
        "{% raw %}",
        "<pre>",
        "](",
        "<%",
      ].map((sign) => [`marks of other systems: ${sign}`, many(`${sign} a\n`, 20_000)]),
    ),
    "typed marks": many("• a\n  a) b\n۱. c\n", 10_000),
    "rows without a table": many("| `a | b\n", 20_000),
    "braces without an end": many("{.", 20_000),
    "scripts in every way":
      "<script>a</script><SCRIPT SRC=//x></SCRIPT><img src=x onerror=a()><svg onload=a()></svg><a href='javascript:a()'>b</a><a href='java\nscript:a()'>c</a><body onload=a()><iframe src=x></iframe>",
    "a link by data": "[a](data:text/html,<script>b</script>) ![c](data:image/svg+xml,<svg>)",
    "an attribute that ends the tag": '<span lang=\'"><script>\' dir="ltr"onclick=a()>b</span>',
    "a style in an attribute list": 'Text {style="x" onclick=y .notice}\n{: style="x" onclick="y"}',
    "names of Object's own":
      "[^__proto__] [^constructor]\n\n[^__proto__]: a\n[^constructor]: b\n\n*[toString]: c\n\n## constructor\n[a](#constructor) [b](#__proto__)",
    "our own markers":
      '<x-spacer>a</x-spacer><x-note-reference label="1">b</x-note-reference><root>c</root>',
    "our own classes": '<p class="trainer-note missing">a</p><h2 id="h1" class="step">b</h2>',
    "ids twice": '<p id="a">a</p><p id="a">b</p>\n\n## a\n\n## a\n\n[x](#a)',
    "an id with spaces": "<p id='a b\"<'>a</p>\n\n[x](#a%20b%22%3C) [y](#%ff)",
    "half characters": "\uD800a\uDC00 [\uD800](https://a.b/\uD800) ![\uDFFF](/lock.png)",
    "control characters": Array.from({ length: 160 }, (_, code) => String.fromCharCode(code)).join(
      "a",
    ),
    "a very long line": many("word ", 50_000),
    "a very wide table": `${many("|a", 500)}\n${many("|-", 500)}\n${many("|b\n", 20)}`,
    "cells of absurd size": "<table><tr><td colspan=999999999 rowspan=-1>a</td></tr></table>",
    "blocks in blocks of text": "<h2><p><ul><dt><pre><h3><caption><table><tr><p><li>a",
    "an end of a page in a tag": "text <a href='",
    "text in a table": "<table>a<tr>b<td>c</table>d",
  };
}

export function testHostilePages(share: number): void {
  for (const [name, markdown] of Object.entries(makeHostile(share))) {
    test(`hostile: ${name}`, () => {
      const { document, xhtml } = read(markdown);
      assertSound(document);
      // Text is escaped, so a `<` always begins a tag.
      assert.doesNotMatch(xhtml, /<(?:script|svg|iframe|body|x-)/i);
      assert.doesNotMatch(xhtml, /<[^>]*\s(?:on\w+|style)=|<[^>]*"(?:javascript|data):/i);
    });
  }
}

const piece = fc.constantFrom(
  ..."# |###### |- |1. |> |    |\n|\n\n|*|**|_|`|```\n|[|](|)|![|[^1]|[^1]: |^[|]|<br>|<br><br>\n|<b>|</b>|<a href=#x>|</a>|<p>|</p>|<ul>|<li>|</ul>|<table>|<td>|<tr>|</table>|<div class=notice>|</div>|<script>|</script>|<img src=/lock.png>|{: .tip}|{#x .notice}|---\n|: |Trainer's Note|Step 1: |Materials|[ ] |https://a.b|#x|word|.|!|\u00A0|\t|&amp;|<!--|-->|<dl>|<dd>|<dt>|<h2>|</h2>|<pre>|</pre>|*[w]: x\n"
    .split("|")
    .concat("|", "|-|-|\n"),
);

/** Pages that chance made, always the same ones. */
export function testAnyPages(ofPieces: number, ofAnything: number): void {
  test("any Markdown gives a sound document", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        assertSound(read(pieces.join("")).document);
      }),
      sameCases(ofPieces),
    );
  });

  test("any text gives a sound document", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        assertSound(read(text).document);
      }),
      sameCases(ofAnything),
    );
  });
}
