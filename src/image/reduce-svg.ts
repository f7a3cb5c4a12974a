import { readXmlEvents, type XmlTag } from "../xml/xml-events.ts";
import { SVG_ATTRIBUTES, SVG_DROPPED, SVG_ELEMENTS } from "./svg-allow-list.ts";
import { SvgNames } from "./svg-names.ts";
import { type DrawnElement, findExcess } from "./svg-references.ts";

/** A clean drawing, or why there is none. */
export type ReducedSvg =
  | { readonly svg: string; readonly widthPx: number; readonly heightPx: number }
  | { readonly svg?: undefined; readonly reason: string };

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** Bounds on what a reading system is made to draw. */
const MOST_DEPTH = 100;
const MOST_ELEMENTS = 20_000;

/** A see-through group is painted apart and then upon the rest, each within the next. */
const SEE_THROUGH = /(?<![\w-])opacity\s*:/i;
const DEEPEST_VEIL = 20;

/** A drawing that cannot be reduced; the message names what is in the way. */
class Refusal extends Error {}

/**
 * Reduces an SVG file to shapes and gradients: no text, scripts, events, animation, style from
 * elsewhere, nor any address but those within the drawing; no editor's notes or names. Entities and
 * document types with declarations are refused, never expanded.
 */
export function reduceSvg(text: string): ReducedSvg {
  try {
    return new Reducer().reduce(text);
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    // The parser's own errors: the text is not well-formed.
    return { reason: "damage" };
  }
}

interface OpenElement {
  readonly name: string;
  readonly id: string | undefined;
  /** It has an opacity of its own. */
  readonly isVeil: boolean;
}

/** What is written once all names are known: a start tag, or a style sheet's text. */
type Deferred = (names: SvgNames) => string;

/** Streams through the file once; what stands in a dropped element is dropped with it. */
class Reducer {
  readonly #parts: (string | Deferred)[] = [];
  readonly #names = new SvgNames();
  readonly #path: OpenElement[] = [];
  readonly #drawn: DrawnElement[] = [];
  #styles = "";
  #skippedDepth = 0;
  #count = 0;
  #deepest = 0;
  #size = { widthPx: 0, heightPx: 0 };
  #style = "";

  reduce(text: string): ReducedSvg {
    readXmlEvents(text, {
      open: (tag) => this.#open(tag),
      close: () => this.#close(),
      text: (value) => this.#text(value),
      doctype: (declaration) => {
        if (declaration.includes("[")) throw new Refusal("entities");
        return undefined;
      },
    });
    if (this.#parts.length === 0) throw new Refusal("absence of a picture");
    if (SEE_THROUGH.test(this.#styles) && this.#deepest > DEEPEST_VEIL) {
      throw new Refusal("depth of see-through groups");
    }
    const excess = findExcess(this.#drawn, this.#styles);
    if (excess !== undefined) throw new Refusal(excess);
    return {
      svg: `<?xml version="1.0" encoding="UTF-8"?>\n${this.#write()}\n`,
      ...this.#size,
    };
  }

  #write(): string {
    const parts = this.#parts.map((part) => (typeof part === "string" ? part : part(this.#names)));
    return parts.join("");
  }

  #open(tag: XmlTag): void {
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw new Refusal("number of shapes");
    const isRoot = this.#path.length === 0 && this.#skippedDepth === 0;
    if (isRoot && (tag.uri !== SVG || tag.local !== "svg")) throw new Refusal("root element");
    if (this.#skippedDepth > 0 || tag.uri !== SVG || SVG_DROPPED.has(tag.local)) {
      this.#skippedDepth += 1;
      return;
    }
    if (!SVG_ELEMENTS.has(tag.local)) throw new Refusal(`<${tag.local}>`);
    if (this.#path.length >= MOST_DEPTH) throw new Refusal("depth of groups");
    const attributes = readAttributes(tag);
    if (isRoot) this.#size = sizeRoot(attributes);
    const isVeil = attributes.has("opacity") || SEE_THROUGH.test(attributes.get("style") ?? "");
    this.#path.push({ name: tag.local, id: attributes.get("id"), isVeil });
    if (this.#path.length > this.#deepest) this.#deepest = this.#path.length;
    if (this.#path.filter(({ isVeil }) => isVeil).length > DEEPEST_VEIL) {
      throw new Refusal("depth of see-through groups");
    }
    const inside = this.#path.flatMap(({ id }) => id ?? []);
    this.#drawn.push({ name: tag.local, attributes, inside });
    // The checks above look at all names as they were.
    const kept = new Map(attributes);
    if (!this.#names.define(kept.get("id") ?? "")) kept.delete("id");
    const start = `<${tag.local}${isRoot ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ""}`;
    this.#parts.push((names) => {
      const settled = [...names.settle(kept)];
      return `${start}${settled.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("")}>`;
    });
  }

  #close(): void {
    if (this.#skippedDepth > 0) {
      this.#skippedDepth -= 1;
      return;
    }
    const { name } = this.#path.pop() ?? { name: "" };
    if (name === "style") {
      const style = this.#style.replace(SLOW_STYLE, "");
      if (!isOwnStyle(style)) throw new Refusal("style from elsewhere");
      this.#parts.push((names) => escapeXml(names.settleStyle(style)));
      this.#styles += `${style}\n`;
      this.#style = "";
    }
    this.#parts.push(`</${name}>`);
  }

  #text(value: string): void {
    if (this.#skippedDepth > 0 || this.#path.length === 0) return;
    if (this.#path.at(-1)?.name === "style") this.#style += value;
    // Between shapes nobody sees it, and it could tell of somebody.
    else if (value.trim() === "") this.#parts.push(value);
  }
}

function readAttributes(tag: XmlTag): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (local === "href" && (uri === "" || uri === XLINK)) {
      if (!value.startsWith("#")) throw new Refusal("address of something elsewhere");
      // The older spelling: readers of before SVG 2 know no other.
      attributes.set("xlink:href", `#${decodeName(value.slice(1))}`);
    } else if (uri === "" && SVG_ATTRIBUTES.has(local)) {
      const kept = local === "style" ? value.replace(SLOW_STYLE, "") : value;
      if (!isOwnStyle(kept)) throw new Refusal(`value of \`${local}\``);
      attributes.set(local, kept);
    }
  }
  return attributes;
}

/** An address may have signs of the name in percent. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * True where a style or a value refers to nothing outside of the drawing, and every reference has
 * its end. `image-set("x" 1x)` and its like fetch without `url()` (CSS Images 4 §2).
 */
function isOwnStyle(text: string): boolean {
  return !/[\\@<]|expression|javascript:|url\((?!\s*(["']?)#[^"')]*\1\s*\))|(?:image|image-set|cross-fade|src)\(/i.test(
    text,
  );
}

/** Declarations that take long to paint, and that editors write without need (`…: normal`). */
const SLOW_STYLE =
  /(?:mix-blend-mode|background-blend-mode|isolation|(?:backdrop-)?filter|will-change|animation[\w-]*|transition[\w-]*)\s*:[^;}]*;?/gi;

/** Lengths of a view box beyond which browsers reckon with infinity or nothing. */
const LONGEST_BOX = 1_000_000;
const SHORTEST_BOX = 0.01;

/** Gives the root a view box and a size in pixels, each from the other where one is absent. */
function sizeRoot(attributes: Map<string, string>): { widthPx: number; heightPx: number } {
  const box = (attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const hasBox =
    box.length === 4 &&
    box.every((length) => Math.abs(length) <= LONGEST_BOX) &&
    Math.min(boxWidth, boxHeight) >= SHORTEST_BOX;
  const width = readLength(attributes.get("width")) ?? (hasBox ? boxWidth : undefined);
  const height = readLength(attributes.get("height")) ?? (hasBox ? boxHeight : undefined);
  if (width === undefined || height === undefined) throw new Refusal("absence of a size");
  if (!hasBox) attributes.set("viewBox", `0 0 ${width} ${height}`);
  attributes.set("width", String(width));
  attributes.set("height", String(height));
  return {
    widthPx: Math.max(1, Math.round(hasBox ? boxWidth : width)),
    heightPx: Math.max(1, Math.round(hasBox ? boxHeight : height)),
  };
}

/** CSS pixels for each unit (CSS Values 4 §6.2). */
const UNIT_PX: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

function readLength(text: string | undefined): number | undefined {
  const [, digits = "", unit = ""] = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/.exec(text ?? "") ?? [];
  const factor = UNIT_PX[unit];
  const length = Number(digits);
  return factor === undefined || !(length > 0)
    ? undefined
    : Math.round(length * factor * 100) / 100;
}

/** Controls that XML 1.0 §2.2 discourages stand for nothing. */
function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
