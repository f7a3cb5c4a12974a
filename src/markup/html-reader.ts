import type { Place } from "../diagnostics/diagnostic.ts";
import { parseLanguage } from "../language/language.ts";
import { classOf } from "../markdown/block-rules.ts";
import { withoutFillers } from "../markdown/fillers.ts";
import type { Wording } from "../wording/wording.ts";
import { BLOCK_ELEMENTS, INLINE_ELEMENTS, VOID_ELEMENTS } from "./allow-list.ts";
import type { Element } from "./document.ts";
import type { Findings } from "./findings.ts";
import { readSize } from "./picture-size.ts";
import type { HtmlEvent } from "./raw-html.ts";
import { diagnose } from "./rules.ts";
import { makeElement, type TreeBuilder } from "./tree-builder.ts";

/** Elements that are dropped with everything in them; without an end tag, only the tag is. */
export const DROPPED_WITH_CONTENT: ReadonlySet<string> = new Set([
  "applet",
  "audio",
  "button",
  "canvas",
  "form",
  "frameset",
  "head",
  "iframe",
  "map",
  "math",
  "noembed",
  "noframes",
  "noscript",
  "object",
  "plaintext",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "video",
  "xmp",
]);

/** Containers without a meaning of their own: their content stays, and nothing is said. */
const PLAIN_CONTAINERS: ReadonlySet<string> = new Set([
  "article",
  "body",
  "center",
  "details",
  "div",
  "footer",
  "header",
  "html",
  "main",
  "nav",
  "section",
  "summary",
]);

/** Elements that print like another one. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["acronym", "abbr"],
  ["strike", "s"],
  ["tt", "code"],
]);

/** Tags whose loss changes nothing that could be printed. */
const SILENT: ReadonlySet<string> = new Set(["big", "col", "colgroup", "font", "meta", "wbr"]);

/** Reads the pieces of HTML of one page into the tree. */
export class HtmlReader {
  readonly #builder: TreeBuilder;
  readonly #findings: Findings;
  readonly #bodyLine: number;
  /** End tags still to come, by name: an element without one is not skipped to the end. */
  readonly #ends: Map<string, number>;
  readonly #wording: Wording;
  #skipped = "";
  #skippedDepth = 0;
  #skippedFrom: Place | undefined;

  constructor(
    builder: TreeBuilder,
    findings: Findings,
    bodyLine: number,
    ends: Map<string, number>,
    { wording }: { readonly wording: Wording },
  ) {
    this.#builder = builder;
    this.#findings = findings;
    this.#bodyLine = bodyLine;
    this.#ends = ends;
    this.#wording = wording;
  }

  /** True within an element that is dropped with its content. */
  get isSkipping(): boolean {
    return this.#skipped !== "";
  }

  /** @param line of the piece's first line in the body, from 0; @param column where known */
  read(events: readonly HtmlEvent[], line: number, column?: number): void {
    for (const event of events) {
      if (event.type === "close") this.#ends.set(event.tag, (this.#ends.get(event.tag) ?? 0) - 1);
      if (this.isSkipping) this.#skip(event);
      else if (event.type === "text") this.#builder.text(event.value);
      else if (event.type === "close") this.#close(event.tag);
      else this.#open(event, line + event.line, event.line === 0 ? column : undefined);
    }
  }

  #skip(event: HtmlEvent): void {
    if (event.type === "text" || event.tag !== this.#skipped) return;
    if (event.type === "open") this.#skippedDepth += 1;
    else this.#skippedDepth -= 1;
    if (this.#skippedDepth === 0) this.#skipped = "";
  }

  #close(tag: string): void {
    if (tag === "br") this.#builder.addInline(makeElement("br", {}, undefined));
    else this.#builder.close(nameOf(tag), "html");
  }

  #open(event: HtmlEvent & { type: "open" }, line: number, column: number | undefined): void {
    const tag = nameOf(event.tag);
    const number = this.#bodyLine + line;
    const point = { line: number, column: column ?? 1 };
    if (isUnseen(event.attributes)) {
      this.#hide(event, this.#findings.placeAt(line, column));
      return;
    }
    if (BLOCK_ELEMENTS.has(tag) || INLINE_ELEMENTS.has(tag) || tag === "div") {
      const properties = readAttributes(tag, event.attributes, this.#wording);
      const position = { start: point, end: point };
      if (tag !== "a" || properties.href !== undefined) {
        this.#builder.open(makeElement(tag, properties, position), "html");
      } else if (properties.id !== undefined) {
        // `<a name="x">` only marks a place, and is often left open.
        this.#builder.addInline(makeElement("span", { id: properties.id }, position));
      }
      return;
    }
    if (SILENT.has(tag)) return;
    const drops = DROPPED_WITH_CONTENT.has(tag);
    const place = this.#findings.placeAt(line, column);
    const hint = drops ? "dropped" : "kept";
    const found = diagnose(`MRK003 ${hint}`, place, { tag: tag.slice(0, 40) });
    this.#findings.addOnce(`element ${tag}`, found);
    if (drops && !event.selfClosing && this.#hasEnd(tag)) this.#skipFrom(tag, place);
  }

  /** Says of an element that is left out where nothing ends it: the page's end goes with it. */
  finish(): void {
    if (!this.isSkipping || this.#skippedFrom === undefined) return;
    this.#reportOpen(this.#skipped, this.#skippedFrom, "dropped");
  }

  /** What a browser does not show is a remark: of an element without an end, nobody knows how long. */
  #hide({ tag }: HtmlEvent & { type: "open" }, place: Place): void {
    if (VOID_ELEMENTS.has(tag)) return;
    if (this.#hasEnd(tag)) this.#skipFrom(tag, place);
    else this.#reportOpen(tag, place, "printed");
  }

  #reportOpen(tag: string, place: Place, rest: "dropped" | "printed"): void {
    const end = `</${tag.slice(0, 40)}>`;
    this.#findings.add(diagnose(`MRK100 part ${rest}`, place, { end }));
  }

  #hasEnd(tag: string): boolean {
    return (this.#ends.get(tag) ?? 0) > 0;
  }

  #skipFrom(tag: string, place: Place): void {
    this.#skippedFrom = place;
    this.#skipped = tag;
    this.#skippedDepth = 1;
  }
}

/** True for what a browser does not show: `hidden`, or a style that says so. */
function isUnseen(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has("hidden")) return true;
  const style = (attributes.get("style") ?? "").replaceAll(/\/\*[^*]*\*\/|\s/g, "");
  return /(?:^|;)(?:display:none|visibility:(?:hidden|collapse))(?:[;!]|$)/i.test(style);
}

function nameOf(tag: string): string {
  if (PLAIN_CONTAINERS.has(tag)) return "div";
  return SYNONYMS.get(tag) ?? tag;
}

/** The attributes that mean something in a book; everything else is dropped without a word. */
function readAttributes(
  tag: string,
  written: ReadonlyMap<string, string>,
  wording: Wording,
): Element["properties"] {
  const attributes = new Map([...written].map(([name, value]) => [name, withoutFillers(value)]));
  const properties: Element["properties"] = {};
  const id = attributes.get("id") ?? (tag === "a" ? attributes.get("name") : undefined);
  if (id !== undefined && id !== "") properties.id = id;
  const classes = (attributes.get("class") ?? "")
    .split(/\s+/)
    .flatMap((name) => classOf(name, wording) ?? []);
  if (classes.length > 0) properties.className = classes.slice(0, 1);
  const direction = attributes.get("dir")?.toLowerCase();
  if (direction === "ltr" || direction === "rtl" || direction === "auto") {
    properties.dir = direction;
  }
  const language = parseLanguage(attributes.get("lang") ?? attributes.get("xml:lang") ?? "");
  if (language !== undefined) {
    properties.lang = language.tag;
    // Signs at the edges of a run stand on its own side, whatever the text around it.
    properties.dir ??= language.direction;
  }
  const copy = (name: string) => {
    const value = attributes.get(name);
    if (value !== undefined) properties[name] = value;
  };
  const count = (name: string, property: string, min: number, max: number) => {
    const value = Number(attributes.get(name) ?? Number.NaN);
    if (Number.isInteger(value) && value >= min && value <= max) properties[property] = value;
  };
  if (tag === "a") copy("href");
  if (tag === "abbr") copy("title");
  if (tag === "img") {
    for (const name of ["src", "alt", "title"]) copy(name);
    const [width, height, style] = ["width", "height", "style"].map((name) => attributes.get(name));
    Object.assign(properties, readSize(width, height, style));
  }
  if (tag === "ol") count("start", "start", -99_999, 99_999);
  if (tag === "li") count("value", "value", -99_999, 99_999);
  if (tag === "td" || tag === "th") {
    count("colspan", "colSpan", 2, 50);
    count("rowspan", "rowSpan", 2, 500);
  }
  return properties;
}
