import assert from "node:assert/strict";
import { prepareImage } from "../../src/image/prepare-image.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";
import { descendantsOf, readXmlTree } from "../../src/xml/xml-tree.ts";
import { checkImageProblem, checkRaster } from "./check-picture.ts";
import { demandXmlText } from "./plain-rules.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What draws, and nothing that runs, fetches, moves, tells or is text. */
const ELEMENTS = new Set(
  (
    "circle clipPath defs ellipse g line linearGradient marker mask path pattern polygon polyline " +
    "radialGradient rect stop svg symbol use"
  ).split(" "),
);
const NUMBER = "-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)";
const COLOUR =
  "#[\\da-f]{3}(?:[\\da-f]{3})?|rgba\\(\\d+,\\d+,\\d+,\\.\\d{1,2}\\)|currentColor|none|context-(?:fill|stroke)";
const TARGET = "url\\(#i\\d+\\)";
const LENGTH = `${NUMBER}%?`;
const NUMBERS = `${NUMBER}(?:[ -]?${NUMBER})*`;

/** What each attribute may say; whatever is like none of them is foreign. */
const VALUES: readonly (readonly [names: RegExp, values: RegExp])[] = (
  [
    ["xmlns", "http://www\\.w3\\.org/2000/svg"],
    ["xmlns:xlink", "http://www\\.w3\\.org/1999/xlink"],
    ["xlink:href", "#i\\d+"],
    ["id", "i\\d+"],
    [
      "[cfr]?[xy][12]?|r|fr|width|height|ref[XY]|marker(?:Width|Height)|stroke-(?:width|dashoffset)",
      LENGTH,
    ],
    ["offset|(?:fill|stroke|stop)-opacity|opacity|stroke-miterlimit", NUMBER],
    ["viewBox", `(?:${NUMBER} ){3}${NUMBER}`],
    ["stroke-dasharray", `none|${LENGTH}(?: ${LENGTH})*`],
    ["d", `M[-\\d. a-zA-Z]*`],
    ["points", NUMBERS],
    [
      "(?:gradient|pattern)Transform|transform",
      `(?:(?:matrix|scale|rotate|translate)\\(${NUMBERS}\\))+`,
    ],
    [
      "style",
      `transform-origin:${LENGTH}(?:px)? ${LENGTH}(?:px)?(?:;transform-box:[a-z]+-box)?|transform-box:[a-z]+-box`,
    ],
    ["fill|stroke|color|stop-color", `${COLOUR}|${TARGET}`],
    ["clip-path|mask|marker-(?:start|mid|end)", `none|${TARGET}`],
    [
      "(?:gradient|pattern|clipPath|mask|patternContent|maskContent|marker)Units",
      "userSpaceOnUse|objectBoundingBox|strokeWidth",
    ],
    ["preserveAspectRatio", "none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max)(?: slice)?"],
    ["orient", `auto|auto-start-reverse|${NUMBER}`],
    ["(?:fill|clip)-rule", "evenodd|nonzero"],
    ["stroke-line(?:cap|join)", "butt|round|square|miter|miter-clip|arcs|bevel"],
    ["visibility", "visible|hidden|collapse"],
    ["overflow", "visible"],
    ["spreadMethod", "reflect|repeat|pad"],
    ["paint-order", "normal|(?:fill|stroke|markers)(?: (?:fill|stroke|markers))?"],
    ["vector-effect", "non-scaling-stroke"],
    ["color-interpolation|shape-rendering", "[a-zA-Z]+"],
    ["role", "img"],
    ["aria-label", "[^]{1,500}"],
  ] as const
).map(([names, values]) => [new RegExp(`^(?:${names})$`), new RegExp(`^(?:${values})$`)]);

/** Path data: a letter, and the numbers that it takes. */
const PATH = new RegExp(`^(?:[MLHVCSQTAZmlhvcsqtaz](?:${NUMBERS})?)*$`);

/** An SVG text, as it is given to books. */
export async function checkDrawing(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const { image, diagnostic } = await prepareImage("locks/case.svg", bytes, DEFAULT_LIMITS);
  if (diagnostic !== undefined) {
    checkImageProblem(diagnostic);
    return;
  }
  if (image.mediaType !== "image/svg+xml") {
    await checkRaster(image);
    return;
  }
  const svg = new TextDecoder("utf-8", { fatal: true }).decode(image.bytes);
  demandXmlText(svg, "the drawing");
  assert.doesNotMatch(svg, /<!(?!\[)|<!\[CDATA/, "comments, document types and CDATA");
  const { root, instructions } = readXmlTree(svg);
  assert.ok(instructions.every(({ target }) => target === "xml"));
  assert.equal(root.name, "svg");
  const ids = new Set<string>();
  const references: string[] = [];
  for (const node of descendantsOf(root)) {
    assert.equal(node.uri, SVG, node.name);
    assert.ok(ELEMENTS.has(node.name), `<${node.name}>`);
    for (const child of node.children) {
      assert.ok(child.kind === "element" || child.value === "", "text between shapes");
    }
    for (const { name, value } of node.attributes) {
      const grammar = VALUES.find(([names]) => names.test(name));
      assert.match(value, grammar?.[1] ?? /(?!)/, `<${node.name} ${name}>`);
      if (name === "d") assert.match(value, PATH);
      demandXmlText(value, name);
      if (name === "xlink:href") references.push(value);
      else if (name === "id") {
        assert.ok(!ids.has(value), `the id ${value} twice`);
        ids.add(value);
      }
      for (const [, to = ""] of value.matchAll(/url\(([^)]*)\)/gi)) references.push(to);
    }
  }
  for (const id of ids) assert.ok(references.includes(`#${id}`), `nothing refers to ${id}`);
  for (const to of references) {
    assert.match(to, /^#i\d+$/, "a reference that leads elsewhere");
    assert.ok(ids.has(to.slice(1)), `${to} is there`);
  }
  for (const px of [image.widthPx, image.heightPx]) {
    assert.ok(Number.isSafeInteger(px) && px >= 1, `a side of ${px}`);
  }
}
