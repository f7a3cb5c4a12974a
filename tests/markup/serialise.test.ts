import assert from "node:assert/strict";
import { test } from "node:test";
import type { Element, ElementContent } from "../../src/markup/document.ts";
import { serialise, textOf } from "../../src/markup/serialise.ts";

function element(
  tagName: string,
  properties: Element["properties"],
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === "string" ? { type: "text", value: child } : child,
    ),
  };
}

const cases: [string, ElementContent, string][] = [
  ["elements without content", element("br", {}), "<br/>"],
  ["an empty element keeps its end tag", element("span", {}), "<span></span>"],
  ["text", element("em", {}, "a < b & c > d ]]>"), "<em>a &lt; b &amp; c &gt; d ]]&gt;</em>"],
  [
    "attributes",
    element("a", { href: 'https://x/?a=1&b="2"', className: ["note-ref", "far"], id: "r" }, "x"),
    '<a href="https://x/?a=1&amp;b=&quot;2&quot;" class="note-ref far" id="r">x</a>',
  ],
  [
    "line feeds in attributes",
    element("abbr", { title: "a\nb\tc" }),
    '<abbr title="a&#10;b&#9;c"></abbr>',
  ],
  [
    "unknown attributes",
    element("b", { onClick: "x()", style: "y", className: [] }, "x"),
    "<b>x</b>",
  ],
  ["unknown elements", element("script", {}, "alert(1)"), "alert(1)"],
  ["an odd name", element("x y>", {}, "z"), "z"],
  [
    "controls",
    element("b", { id: "a\u0000b" }, "a\u0008\uFFFE\u0085b\uD800c\uDC00d😀"),
    '<b id="ab">abcd😀</b>',
  ],
  ["comments", element("b", {}, { type: "comment", value: "--><x>" }), "<b></b>"],
  ["blocks end their line", element("p", {}, "x"), "<p>x</p>\n"],
  [
    "what the outputs add",
    element("section", { epubType: "chapter", role: "doc-chapter" }, "x"),
    '<section epub:type="chapter" role="doc-chapter">x</section>\n',
  ],
];

for (const [name, node, expected] of cases) {
  test(`serialise: ${name}`, () => {
    assert.equal(serialise([node]), expected);
  });
}

test("serialise: a tree of any depth", () => {
  let node = element("b", {}, "x");
  for (let depth = 0; depth < 100_000; depth += 1) node = element("b", {}, node);
  assert.equal(serialise([node]).length, 100_001 * "<b></b>".length + 1);
  assert.equal(textOf([node]), "x");
});

test("textOf: words, without the marks of notes", () => {
  const mark = element("sup", { className: ["note-ref-mark"] }, "1");
  const tree = [
    element("p", {}, "One ", element("em", {}, "two"), mark, element("br", {}), "three"),
    element("p", {}, element("img", { alt: "a key" })),
  ];
  assert.equal(textOf(tree), "One two three a key");
});
