import assert from "node:assert/strict";
import { prepareImage } from "../../src/image/prepare-image.ts";
import { descendantsOf, readXmlTree, textOf } from "../../src/xml/xml-tree.ts";
import { checkImageProblem, checkRaster } from "./check-picture.ts";
import { demandXmlText } from "./plain-rules.ts";

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** What draws, and nothing that runs, fetches, moves, tells or is text. */
const ELEMENTS = new Set(
  (
    "circle clipPath defs ellipse g line linearGradient marker mask path pattern polygon polyline " +
    "radialGradient rect stop style svg symbol use"
  ).split(" "),
);
/** Names of attributes that say how; whatever is like none of them is foreign. */
const ATTRIBUTES =
  /^(?:xmlns(?::xlink)?|xlink:href|id|class|style|d|points|r|[cfr]?[xy][12]?|fr|width|height|x1|x2|y1|y2|viewBox|preserveAspectRatio|version|type|offset|transform|(?:gradient|pattern)(?:Units|Transform)|(?:clipPath|mask|patternContent|maskContent|marker)Units|marker(?:Width|Height)|marker-(?:start|mid|end)|ref[XY]|orient|spreadMethod|mask|clip-(?:path|rule)|color|display|visibility|overflow|opacity|fill(?:-opacity|-rule)?|stop-(?:color|opacity)|stroke(?:-(?:dasharray|dashoffset|linecap|linejoin|miterlimit|opacity|width))?|paint-order|vector-effect)$/;

/** Ways out of a drawing, in a style or a value, however they are written. */
const WAY_OUT =
  /url\((?!\s*#[\w.-]+\s*\))|@|\\|expression|javascript:|image\(|image-set\(|cross-fade\(|src\(/i;

/** Properties that move, or take long to paint. */
const SLOW = /(?<![\w-])(?:filter|mix-blend-mode|animation[\w-]*|transition[\w-]*)\s*:/i;

/** An SVG text, as it is given to books. */
export async function checkDrawing(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const { image, problem } = await prepareImage("locks/case.svg", bytes);
  if (problem !== undefined) {
    checkImageProblem(problem);
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
    for (const { name, value } of node.attributes) {
      assert.match(name, ATTRIBUTES, `<${node.name} ${name}>`);
      demandXmlText(value, name);
      if (name === "xmlns") assert.equal(value, SVG);
      else if (name === "xmlns:xlink") assert.equal(value, XLINK);
      else if (name === "xlink:href") references.push(value);
      else if (name === "id") {
        assert.match(value, /^i\d+$/);
        assert.ok(!ids.has(value), `the id ${value} twice`);
        ids.add(value);
      } else {
        assert.doesNotMatch(value, WAY_OUT, `<${node.name} ${name}>`);
        references.push(
          ...[...value.matchAll(/url\(([^)]*)\)/gi)].map(([, to]) => to?.trim() ?? ""),
        );
      }
    }
    if (node.name === "style") {
      assert.doesNotMatch(textOf(node), WAY_OUT, "<style>");
      assert.doesNotMatch(textOf(node), SLOW, "<style>");
    }
  }
  for (const to of references) {
    assert.match(to, /^#i\d+$/, "a reference that leads elsewhere");
    assert.ok(ids.has(to.slice(1)), `${to} is there`);
  }
  for (const px of [image.widthPx, image.heightPx]) {
    assert.ok(Number.isSafeInteger(px) && px >= 1, `a side of ${px}`);
  }
}
