import { readXmlEvents, type XmlTag } from "../xml/xml-events.ts";
import { SHAPES, SVG_DROPPED, SVG_ELEMENTS } from "./svg-allow-list.ts";

/** An element of a drawing. */
export interface SvgNode {
  /** What it is in the clean drawing. */
  name: string;
  /** What it is in the file: selectors ask for that. */
  readonly tag: string;
  /** As written, of no namespace; `href` of either. Of words, their path, once it is drawn. */
  attributes: ReadonlyMap<string, string>;
  /** As written; empty where it has none or another element had it before. */
  readonly id: string;
  readonly classes: readonly string[];
  readonly parent: SvgNode | undefined;
  children: SvgNode[];
  /** Which child it is in the file, from 1. */
  readonly position: number;
  /** How many children it has in the file. */
  count: number;
  /** Words that are drawn as its path. */
  readonly words?: string;
  /** Values of properties, once the cascade is known; see `PROPERTIES`. */
  style: ReadonlyMap<string, string>;
}

/** A drawing as it was read. */
export interface SvgTree {
  readonly root: SvgNode;
  /** The text of all style sheets. */
  readonly styles: string;
  readonly byId: ReadonlyMap<string, SvgNode>;
}

/** A drawing that cannot be reduced; the message names what is in the way. */
export class Refusal extends Error {}

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** Bounds on what a reading system is made to draw. */
export const MOST_DEPTH = 100;
const MOST_ELEMENTS = 20_000;

const MOST_LETTERS = 3_000;

/**
 * Reads a drawing, without what draws nothing: notes of editors, scripts, animation.
 *
 * @param takesWords whether words may stand in it.
 * @throws Refusal for what is no drawing, or cannot be one in a book; any other error is the parser's.
 */
export function readSvgTree(text: string, takesWords: boolean): SvgTree {
  const reader = new TreeReader(takesWords);
  readXmlEvents(text, {
    open: (tag) => reader.open(tag),
    close: () => reader.close(),
    text: (value) => reader.text(value),
    doctype: (declaration) => {
      if (declaration.includes("[")) throw new Refusal("entities");
      return undefined;
    },
  });
  return reader.finish();
}

class TreeReader {
  readonly #path: SvgNode[] = [];
  readonly #byId = new Map<string, SvgNode>();
  readonly #takesWords: boolean;
  #root: SvgNode | undefined;
  #styles = "";
  #skippedDepth = 0;
  #count = 0;
  #letters = 0;

  constructor(takesWords: boolean) {
    this.#takesWords = takesWords;
  }

  finish(): SvgTree {
    if (this.#root === undefined) throw new Refusal("absence of a picture");
    return { root: this.#root, styles: this.#styles, byId: this.#byId };
  }

  open(tag: XmlTag): void {
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw new Refusal("number of shapes");
    const parent = this.#path.at(-1);
    const isRoot = this.#root === undefined;
    if (isRoot && (tag.uri !== SVG || tag.local !== "svg")) throw new Refusal("root element");
    if (this.#skippedDepth === 0 && parent !== undefined) parent.count += 1;
    if (this.#skippedDepth > 0 || !this.#isKept(tag, parent)) {
      this.#skippedDepth += 1;
      return;
    }
    if (this.#path.length >= MOST_DEPTH) throw new Refusal("depth of groups");
    const attributes = readAttributes(tag);
    const id = attributes.get("id") ?? "";
    const isFirst = id !== "" && !this.#byId.has(id);
    const node: SvgNode = {
      name: GROUPS.has(tag.local) ? "g" : tag.local,
      tag: tag.local,
      attributes,
      id: isFirst ? id : "",
      classes: (attributes.get("class") ?? "").split(/\s+/).filter((one) => one !== ""),
      parent,
      children: [],
      position: parent?.count ?? 1,
      count: 0,
      style: new Map(),
    };
    if (isFirst) this.#byId.set(id, node);
    parent?.children.push(node);
    this.#root ??= node;
    this.#path.push(node);
  }

  #isKept(tag: XmlTag, parent: SvgNode | undefined): boolean {
    if (tag.uri !== SVG || SVG_DROPPED.has(tag.local)) return false;
    // For programs that know more than SVG: none of ours does.
    if (Object.hasOwn(tag.attributes, "requiredExtensions")) return false;
    if (this.#isWords(tag.local) || SVG_ELEMENTS.has(tag.local)) return true;
    if (parent?.tag === "switch" && tag.local !== "text") return false;
    throw new Refusal(`<${tag.local}>`);
  }

  /** Text stands in an element of its own, and may have parts. */
  #isWords(name: string): boolean {
    if (!this.#takesWords) return false;
    if (this.#path.some(({ tag }) => tag === "text")) return name === "tspan" || name === "a";
    return name === "text" && this.#path.every(({ tag }) => tag !== "clipPath");
  }

  close(): void {
    if (this.#skippedDepth > 0) {
      this.#skippedDepth -= 1;
      return;
    }
    const node = this.#path.pop();
    if (node?.tag === "switch") node.children = chooseChild(node.children);
    if (node?.tag === "style") this.#styles += "\n";
  }

  text(value: string): void {
    const parent = this.#path.at(-1);
    if (this.#skippedDepth > 0 || parent === undefined) return;
    if (parent.tag === "style") this.#styles += value;
    else if (this.#path.some(({ tag }) => tag === "text")) this.#addWords(parent, value);
    // Between shapes nobody sees it, and it could tell of somebody.
  }

  #addWords(parent: SvgNode, text: string): void {
    this.#letters += text.replace(/\s+/g, " ").length;
    if (this.#letters > MOST_LETTERS) throw new Refusal("amount of words");
    const own = { attributes: new Map(), id: "", classes: [], position: 0, count: 0 };
    parent.children.push({
      ...{ name: "path", tag: "", parent, children: [], style: new Map(), words: text },
      ...own,
    });
  }
}

/** Words are drawn as groups of paths. */
const GROUPS: ReadonlySet<string> = new Set(["a", "switch", "text", "tspan"]);

/** One child of a switch is shown: for want of a reader whose languages we know, one for everybody. */
function chooseChild(children: readonly SvgNode[]): SvgNode[] {
  const shown = children.filter(({ name }) => SHAPES.has(name) || /^(?:g|use|svg)$/.test(name));
  const plain = shown.find(({ attributes }) => !attributes.has("systemLanguage"));
  const chosen = plain ?? shown[0];
  return children.filter((child) => child === chosen || !shown.includes(child));
}

function readAttributes(tag: XmlTag): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (local === "href" && (uri === "" || uri === XLINK)) {
      // A link leads nowhere from a picture.
      if (tag.local === "a") continue;
      if (!value.startsWith("#")) throw new Refusal("address of something elsewhere");
      attributes.set("href", decodeName(value.slice(1)));
    } else if (uri === "") attributes.set(local, value);
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
