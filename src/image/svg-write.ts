import { ATTRIBUTES, GEOMETRY, GRADIENTS } from "./svg-allow-list.ts";
import { writeLengths, writeNumber } from "./svg-numbers.ts";
import { orderByUse, orderChildren } from "./svg-order.ts";
import { decimalsFor, type Precision } from "./svg-precision.ts";
import { DRAWN_PROPERTIES, referenceOf } from "./svg-properties.ts";
import { listReferences } from "./svg-references.ts";
import type { Outlines } from "./svg-shapes.ts";
import type { DrawingSize } from "./svg-size.ts";
import { type Matrix, writeTransform } from "./svg-transforms.ts";
import type { SvgNode, SvgTree } from "./svg-tree.ts";

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const LONGEST_LABEL = 500;

/**
 * Writes a drawing: elements and attributes in one order and one spelling, no space but between
 * attributes, and names only for what is referred to, counted through.
 *
 * @param seenWords words that may be read aloud.
 */
export function writeSvg(
  tree: SvgTree,
  size: DrawingSize,
  precisionOf: (node: SvgNode) => Precision,
  outlines: Outlines,
  seenWords: ReadonlySet<SvgNode>,
): string {
  const writer = new Writer(tree, precisionOf, outlines, seenWords);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writer.write(size)}\n`;
}

type Attribute = readonly [name: string, value: string];

class Writer {
  readonly #tree: SvgTree;
  readonly #precisionOf: (node: SvgNode) => Precision;
  readonly #outlines: Outlines;
  readonly #seenWords: ReadonlySet<SvgNode>;
  #order: ReadonlyMap<SvgNode, number> = new Map();
  readonly #names = new Map<SvgNode, string>();

  constructor(
    tree: SvgTree,
    precisionOf: (node: SvgNode) => Precision,
    outlines: Outlines,
    seenWords: ReadonlySet<SvgNode>,
  ) {
    this.#tree = tree;
    this.#precisionOf = precisionOf;
    this.#outlines = outlines;
    this.#seenWords = seenWords;
  }

  write({ box, width, height }: DrawingSize): string {
    const { root } = this.#tree;
    const nodes = listNodes(root);
    const hasHref = nodes.some((node) => listReferences(node).some(({ by }) => by === "href"));
    this.#order = orderByUse(this.#tree, nodes);
    for (const [node, at] of this.#order) this.#names.set(node, `i${at}`);
    const label = nodes
      .map((node) => (this.#seenWords.has(node) ? (node.words ?? "") : ""))
      .join(" ");
    const shown = label.replace(HIDDEN_SIGNS, "").replace(/\s+/g, " ").trim();
    const shownDecimals = decimalsFor(Math.max(width, height));
    const boxDecimals = decimalsFor(Math.max(box[2], box[3]));
    const aspect = ATTRIBUTES.preserveAspectRatio?.(
      root.attributes.get("preserveAspectRatio") ?? "",
    );
    const start: Attribute[] = [
      ["xmlns", SVG],
      ...(hasHref ? [["xmlns:xlink", XLINK] as const] : []),
      ["width", writeNumber(width, shownDecimals)],
      ["height", writeNumber(height, shownDecimals)],
      ["viewBox", box.map((one) => writeNumber(one, boxDecimals)).join(" ")],
      ...(aspect === undefined || aspect === "xMidYMid"
        ? []
        : [["preserveAspectRatio", aspect] as const]),
      ...this.#writeStyle(root),
      ...(shown === ""
        ? []
        : ([
            ["role", "img"],
            ["aria-label", shown.slice(0, LONGEST_LABEL)],
          ] as const)),
    ];
    return writeElement(root.name, start, this.#writeChildren(root));
  }

  #writeChildren(node: SvgNode): string {
    return orderChildren(node, this.#order)
      .map((child) => this.#writeNode(child))
      .join("");
  }

  #writeNode(node: SvgNode): string {
    const inside = this.#writeChildren(node);
    const attributes = [
      ...this.#writeName(node),
      ...this.#writeHref(node),
      ...this.#writeGeometry(node),
      ...this.#writeStyle(node),
    ];
    // A group of nothing in common is none.
    if (node.name === "g" && attributes.length === 0) return inside;
    return writeElement(node.name, attributes, inside);
  }

  #writeName(node: SvgNode): readonly Attribute[] {
    const name = this.#names.get(node);
    return name === undefined ? [] : [["id", name]];
  }

  /** In the older spelling: readers of before SVG 2 know no other. */
  #writeHref(node: SvgNode): readonly Attribute[] {
    const reference = listReferences(node).find(({ by }) => by === "href");
    const target = reference && this.#tree.byId.get(reference.id);
    const name = target && this.#names.get(target);
    return name === undefined ? [] : [["xlink:href", `#${name}`]];
  }

  #writeGeometry(node: SvgNode): readonly Attribute[] {
    const outline = this.#outlines.of(node);
    if (outline !== undefined) return [[node.name === "path" ? "d" : "points", outline.text]];
    const { inside } = this.#precisionOf(node);
    const written = new Map<string, string>();
    // What is not said is taken from the element that is followed.
    const follows = node.attributes.has("href") && node.name !== "use";
    const isOfBox =
      GRADIENTS.has(node.name) &&
      !follows &&
      node.attributes.get("gradientUnits")?.trim() !== "userSpaceOnUse";
    for (const [name, initial] of Object.entries(GEOMETRY[node.name] ?? {})) {
      const said = node.style.get(name) ?? ATTRIBUTES[name]?.(node.attributes.get(name) ?? "");
      if (said === undefined) continue;
      const spell = (value: string) => spellGeometry(name, asPart(value, isOfBox), inside);
      const value = spell(said);
      if (value !== "" && (follows || initial === "" || value !== spell(initial))) {
        written.set(name, value);
      }
    }
    if (!written.has("viewBox")) written.delete("preserveAspectRatio");
    if (node.name === "rect") settleCorners(written);
    return [...written];
  }

  #writeStyle(node: SvgNode): readonly Attribute[] {
    const { inside, outside } = this.#precisionOf(node);
    const attributes: Attribute[] = [];
    const declarations: string[] = [];
    for (const name of DRAWN_PROPERTIES) {
      const value = node.style.get(name);
      if (value === undefined || IN_GEOMETRY.has(name)) continue;
      if (name === "transform") {
        const transform = writeTransform(
          value.split(" ").map(Number) as unknown as Matrix,
          outside,
        );
        if (transform !== "") attributes.push([name, transform]);
      } else if (name.startsWith("transform-")) {
        declarations.push(`${name}:${spellOrigin(value, outside)}`);
      } else {
        const isSteady = node.style.has("vector-effect");
        const spelt = this.#spellProperty(name, value, isSteady ? 2 : inside);
        if (spelt !== undefined) attributes.push([name, spelt]);
      }
    }
    if (declarations.length > 0) attributes.push(["style", declarations.join(";")]);
    return attributes;
  }

  #spellProperty(name: string, value: string, decimals: number): string | undefined {
    const reference = referenceOf(value);
    if (reference !== undefined) {
      const target = this.#tree.byId.get(reference.id);
      const id = target && this.#names.get(target);
      return id === undefined ? undefined : `url(#${id})`;
    }
    if (/^stroke-(?:width|dash)/.test(name) && value !== "none") {
      return writeLengths(value, decimals);
    }
    if (name === "stroke-miterlimit" || name.endsWith("opacity")) {
      return writeNumber(Number.parseFloat(value), 2);
    }
    return value;
  }
}

/** Signs that draw nothing (Unicode: Default_Ignorable_Code_Point), but for joiners, and controls. */
const HIDDEN_SIGNS = /(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}|\uFEFF|(?!\s)\p{Cc}/gu;

/** Properties that are written by `GEOMETRY`, where they are of any use. */
const IN_GEOMETRY: ReadonlySet<string> = new Set([
  "cx",
  "cy",
  "r",
  "rx",
  "ry",
  "x",
  "y",
  "width",
  "height",
]);

function listNodes(root: SvgNode): readonly SvgNode[] {
  const nodes: SvgNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
  return nodes;
}

/** Of something's box, per cent are parts of one. */
function asPart(value: string, isOfBox: boolean): string {
  return isOfBox && value.endsWith("%") ? String(Number(value.slice(0, -1)) / 100) : value;
}

function spellGeometry(name: string, value: string, decimals: number): string {
  if (name.endsWith("Transform")) {
    return writeTransform(value.split(" ").map(Number) as unknown as Matrix, decimals);
  }
  if (name === "offset") return writeNumber(Number(value), 3);
  if (name === "orient") return writeLengths(value, 2);
  const spelt = writeLengths(value, decimals);
  // What is very small is still there.
  const isSize = /^(?:width|height|r|rx|ry)$/.test(name);
  return isSize && spelt === "0" && Number(value) > 0
    ? writeNumber(10 ** -decimals, decimals)
    : spelt;
}

function spellOrigin(value: string, decimals: number): string {
  return writeLengths(value, decimals)
    .split(" ")
    .map((one) => (/\d$/.test(one) && one !== "0" ? `${one}px` : one))
    .join(" ");
}

/** Corners that are round one way only are not round at all (SVG 1.1 §9.2). */
function settleCorners(written: Map<string, string>): void {
  const [rx, ry] = [written.get("rx"), written.get("ry")];
  if (rx === "0" || ry === "0") {
    written.delete("rx");
    written.delete("ry");
  } else if (ry !== undefined && (rx === undefined || rx === ry)) {
    written.set("rx", ry);
    written.delete("ry");
  }
}

function writeElement(name: string, attributes: readonly Attribute[], inside: string): string {
  const start = attributes.map(([attribute, value]) => ` ${attribute}="${escapeXml(value)}"`);
  return `<${name}${start.join("")}${inside === "" ? "/>" : `>${inside}</${name}>`}`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
