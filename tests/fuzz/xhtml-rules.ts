import assert from "node:assert/strict";
import { descendantsOf, readXmlTree, type XmlNode } from "../../src/xml/xml-tree.ts";
import { demandOutward, demandXmlText } from "./plain-rules.ts";

/** Elements of a page, each with the attributes of its own. Not taken from the product's list. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      "aside b bdi bdo blockquote br caption cite code dd del dfn dl dt em figcaption figure " +
      "h2 h3 h4 h5 h6 hr i ins kbd mark p pre q s samp small span strong sub sup table tbody tfoot " +
      "thead tr u ul var wbr"
    )
      .split(" ")
      .map((name) => [name, []]),
  ),
  a: ["href"],
  abbr: ["title"],
  img: ["alt", "src"],
  li: ["value"],
  ol: ["start"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
};
const WITHOUT_CONTENT = new Set(["br", "hr", "img", "wbr"]);

const CLASSES = new Set(
  (
    "align-center align-end aside-label callout checklist done for-participant lead missing " +
    "missing-image note-ref note-ref-mark notice open say step step-label tasks tip trainer-note typed warning"
  ).split(" "),
);
const VALUES: Readonly<Record<string, RegExp>> = {
  dir: /^(?:ltr|rtl|auto)$/,
  id: /^(?:[han]\d+|nr\d+(?:-\d+)?)$/,
  lang: /^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/,
  colspan: /^[1-9]\d?$/,
  rowspan: /^[1-9]\d{0,2}$/,
  scope: /^(?:col|row|colgroup|rowgroup)$/,
  start: /^-?\d{1,5}$/,
  value: /^-?\d{1,5}$/,
};

/** What stands in the curriculum around a page. */
export interface Surroundings {
  readonly pages: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
}

/**
 * A page as it was written: well-formed XML, of the elements and attributes above alone, that leads
 * to the web, to mail, and to places that are in the book.
 */
export function demandCleanXhtml(xhtml: string, around: Surroundings): void {
  demandXmlText(xhtml, "the page");
  const { root, instructions, doctype } = readXmlTree(`<body>${xhtml}</body>`);
  assert.deepEqual([instructions, doctype], [[], undefined]);
  const ids = new Set<string>();
  const targets = new Set<string>();
  for (const node of [...descendantsOf(root)].slice(1)) {
    const own = Object.hasOwn(ELEMENTS, node.name) ? ELEMENTS[node.name] : undefined;
    assert.ok(own !== undefined, `<${node.name}>`);
    assert.equal(node.uri, "");
    if (WITHOUT_CONTENT.has(node.name)) assert.equal(node.children.length, 0, node.name);
    for (const { name, value } of node.attributes) {
      const isAllowed = own.includes(name) || ["class", "dir", "id", "lang"].includes(name);
      assert.ok(isAllowed, `<${node.name} ${name}="${value}">`);
      demandXmlText(value, `${node.name} ${name}`);
      const pattern = VALUES[name];
      if (pattern !== undefined) assert.match(value, pattern, `<${node.name} ${name}>`);
      if (name === "class") for (const one of value.split(" ")) assert.ok(CLASSES.has(one), one);
      if (name === "src") assert.ok(around.images.has(value), `the image ${value}`);
      if (name === "id") {
        assert.ok(!ids.has(value), `the id ${value} twice`);
        ids.add(value);
      }
      if (name === "href") demandAddress(value, targets, around);
    }
    demandNesting(node);
  }
  for (const target of targets) assert.ok(ids.has(target), `#${target} is there`);
}

function demandAddress(value: string, targets: Set<string>, around: Surroundings): void {
  if (value.startsWith("#")) {
    targets.add(value.slice(1));
    return;
  }
  const page = /^page:([^#]+)(?:#.*)?$/s.exec(value)?.[1];
  if (page === undefined) demandOutward(value);
  else assert.ok(around.pages.has(page), `the page ${page}`);
}

/** Where HTML readers would build another tree than XML readers do. */
function demandNesting({ name, parent }: XmlNode): void {
  const above: string[] = [];
  for (let one = parent; one !== undefined; one = one.parent) above.push(one.name);
  if (name === "a") assert.ok(!above.includes("a"), "a link in a link");
  if (name === "li") assert.match(above[0] ?? "", /^[uo]l$/);
  if (name === "tr") assert.match(above[0] ?? "", /^t(?:head|body|foot)$/);
  if (name === "td" || name === "th") assert.equal(above[0], "tr");
  if (name === "p" || /^h\d$/.test(name)) {
    assert.ok(!above.some((one) => /^(?:p|h\d)$/.test(one)), `${name} within ${above.join(" ")}`);
  }
}
