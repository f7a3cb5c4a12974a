import { readXmlEvents, type XmlTag } from "../xml/xml-events.ts";
import { SVG_ATTRIBUTES, SVG_DROPPED, SVG_ELEMENTS } from "./svg-allow-list.ts";
import { SvgNames } from "./svg-names.ts";
import { type DrawnElement, findExcess } from "./svg-references.ts";
import { sizeDrawing } from "./svg-size.ts";
import { readWordRules, type StyledElement, WORD_ATTRIBUTES, type WordRule } from "./svg-style.ts";
import { drawWords, PLACE_ATTRIBUTES, type SetWords, type WordPart } from "./svg-words.ts";

/** A clean drawing, or why there is none. */
export type ReducedSvg =
  | {
      readonly svg: string;
      readonly widthPx: number;
      readonly heightPx: number;
      /** Characters of its words that no face draws; their names stand in their places. */
      readonly lacking: readonly string[];
    }
  | { readonly svg?: undefined; readonly reason: string };

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** Bounds on what a reading system is made to draw. */
const MOST_DEPTH = 100;
const MOST_ELEMENTS = 20_000;

const MOST_LETTERS = 3_000;
const LONGEST_LABEL = 500;

/** A see-through group is painted apart and then upon the rest, each within the next. */
const SEE_THROUGH = /(?<![\w-])opacity\s*:/i;
const DEEPEST_VEIL = 20;

/** A drawing that cannot be reduced; the message names what is in the way. */
class Refusal extends Error {}

function refuse(reason: string): never {
  throw new Refusal(reason);
}

/**
 * Reduces an SVG file to shapes and gradients; its words are drawn as shapes: no scripts, events, animation, style from
 * elsewhere, nor any address but those within the drawing; no editor's notes or names. Entities and
 * document types with declarations are refused, never expanded.
 *
 * @param set for drawings with words, which are refused without it.
 */
export function reduceSvg(text: string, set?: SetWords): ReducedSvg {
  try {
    return new Reducer(set).reduce(text);
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    // The parser's own errors: the text is not well-formed.
    return { reason: "damage" };
  }
}

interface OpenElement {
  readonly name: string;
  /** What it is in the clean drawing. */
  readonly written: string;
  readonly id: string | undefined;
  readonly styled: StyledElement;
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
  /** Of the text element that is open. */
  #words: WordPart[] | undefined;
  #place: ReadonlyMap<string, string> = new Map();
  #label = "";
  readonly #lacking = new Set<string>();
  readonly #set: SetWords | undefined;

  constructor(set: SetWords | undefined) {
    this.#set = set;
  }

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
    const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${this.#write()}\n`;
    return { svg, ...this.#size, lacking: [...this.#lacking] };
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
    const isWords = this.#set !== undefined && this.#isWords(tag.local);
    if (!isWords && !SVG_ELEMENTS.has(tag.local)) throw new Refusal(`<${tag.local}>`);
    if (this.#path.length >= MOST_DEPTH) throw new Refusal("depth of groups");
    const attributes = readAttributes(tag);
    if (isRoot) this.#size = sizeDrawing(attributes) ?? refuse("absence of a size");
    const isVeil = attributes.has("opacity") || SEE_THROUGH.test(attributes.get("style") ?? "");
    const written = isWords ? "g" : tag.local;
    const styled = readStyled(tag, attributes);
    this.#path.push({ name: tag.local, written, id: attributes.get("id"), styled, isVeil });
    if (isWords) this.#openWords(tag, attributes);
    if (this.#path.length > this.#deepest) this.#deepest = this.#path.length;
    if (this.#path.filter(({ isVeil }) => isVeil).length > DEEPEST_VEIL) {
      throw new Refusal("depth of see-through groups");
    }
    const inside = this.#path.flatMap(({ id }) => id ?? []);
    this.#drawn.push({ name: written, attributes, inside });
    // The checks above look at all names as they were.
    const kept = new Map(attributes);
    if (!this.#names.define(kept.get("id") ?? "")) kept.delete("id");
    const start = `<${written}${isRoot ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ""}`;
    this.#parts.push((names) => {
      const settled = [...names.settle(kept)];
      if (isRoot && this.#label !== "")
        settled.push(["role", "img"], ["aria-label", this.#label.slice(0, LONGEST_LABEL)]);
      return `${start}${settled.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("")}>`;
    });
  }

  /** Text stands in an element of its own, and may have parts. */
  #isWords(name: string): boolean {
    if (this.#words !== undefined) return name === "tspan" || name === "a";
    return name === "text" && this.#path.every((one) => one.name !== "clipPath");
  }

  #openWords(tag: XmlTag, attributes: Map<string, string>): void {
    const own = Object.values(tag.attributes).filter(({ uri }) => uri === "");
    for (const { local, value } of own) {
      if (UNSET.includes(local) && !/^(?:0|lr|horizontal)/.test(value.trim())) {
        throw new Refusal(`\`${local}\` of words`);
      }
    }
    const place = own.filter(({ local }) => PLACE_ATTRIBUTES.has(local));
    this.#place = new Map([
      ...(this.#words === undefined ? [] : this.#place),
      ...place.map(({ local, value }) => [local, value] as const),
    ]);
    this.#words ??= [];
    for (const name of PLACE_ATTRIBUTES) attributes.delete(name);
    // A link leads nowhere from a picture.
    attributes.delete("xlink:href");
    const name = tag.local === "text" ? "svg-text" : "svg-tspan";
    attributes.set("class", `${attributes.get("class") ?? ""} ${name}`.trim());
  }

  #addWords(parts: WordPart[], text: string): void {
    this.#label = `${this.#label} ${text}`.replace(/\s+/g, " ").trim();
    if (this.#label.length > MOST_LETTERS) throw new Refusal("amount of words");
    const index = parts.length;
    const path = this.#path.map(({ styled }) => styled);
    // What forces a direction prints a telephone number backwards.
    const plain = text.replace(/[\u202A-\u202E]/g, "").normalize("NFC");
    parts.push({ path, place: this.#place, text: plain });
    this.#place = new Map();
    this.#parts.push(() => {
      const path = this.#drawWords(parts)[index] ?? "";
      return path === "" ? "" : `<path d="${path}"/>`;
    });
  }

  readonly #drawnWords = new Map<readonly WordPart[], readonly string[]>();
  #rules: readonly WordRule[] | undefined;

  /** When the whole file is read: a style sheet may stand at its end. */
  #drawWords(parts: readonly WordPart[]): readonly string[] {
    const known = this.#drawnWords.get(parts);
    if (known !== undefined || this.#set === undefined) return known ?? [];
    this.#rules ??= readWordRules(this.#styles);
    const { paths, lacking } = drawWords(parts, this.#rules, this.#set, this.#size);
    for (const one of lacking) this.#lacking.add(one);
    this.#drawnWords.set(parts, paths);
    return paths;
  }

  #close(): void {
    if (this.#skippedDepth > 0) {
      this.#skippedDepth -= 1;
      return;
    }
    const { name, written } = this.#path.pop() ?? { name: "", written: "" };
    if (name === "text") this.#words = undefined;
    if (name === "style") {
      const style = this.#style.replace(OTHER_FACES, "").replace(SLOW_STYLE, "");
      if (!isOwnStyle(style)) throw new Refusal("style from elsewhere");
      this.#parts.push((names) => escapeXml(names.settleStyle(style)));
      this.#styles += `${style}\n`;
      this.#style = "";
    }
    this.#parts.push(`</${written}>`);
  }

  #text(value: string): void {
    if (this.#skippedDepth > 0 || this.#path.length === 0) return;
    if (this.#words !== undefined) this.#addWords(this.#words, value);
    else if (this.#path.at(-1)?.name === "style") this.#style += value;
    // Between shapes nobody sees it, and it could tell of somebody.
    else if (value.trim() === "") this.#parts.push(value);
  }
}

/** Attributes of words that we do not set: told, since without them the words stand elsewhere. */
const UNSET = ["textLength", "rotate", "writing-mode", "glyph-orientation-vertical"];

function readStyled(tag: XmlTag, attributes: ReadonlyMap<string, string>): StyledElement {
  const says = Object.values(tag.attributes)
    .filter(({ uri, local }) => uri === "" && WORD_ATTRIBUTES.has(local))
    .map(({ local, value }) => [local, value] as const);
  const classes = (attributes.get("class") ?? "").split(/\s+/);
  return { name: tag.local, id: attributes.get("id") ?? "", classes, says: new Map(says) };
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

/** Faces that a drawing brings or asks for: its words are set in ours. */
const OTHER_FACES = /@font-face\s*\{[^{}]*\}/gi;

/** Declarations that take long to paint, and that editors write without need (`…: normal`). */
const SLOW_STYLE =
  /(?:mix-blend-mode|background-blend-mode|isolation|(?:backdrop-)?filter|will-change|animation[\w-]*|transition[\w-]*)\s*:[^;}]*;?/gi;

/** Controls that XML 1.0 §2.2 discourages stand for nothing. */
function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
