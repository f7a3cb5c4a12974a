import {
  type CssNode,
  type Declaration,
  generate,
  ident,
  lexer,
  parse,
  type Rule,
  walk,
} from "css-tree";
import { attributeOf } from "../../xml/xml-tree.ts";
import { isRemote } from "../disclosure/trace-address.ts";
import type { Traces } from "../disclosure/traces.ts";
import {
  type Declarations,
  type HidingRule,
  hides,
  isCalled,
  isUndecided,
  matchSelector,
  type SelectorPart,
} from "./hiding.ts";
import { readStyleTokens } from "./style-tokens.ts";

const split = (names: string) => new Set(names.trim().split(/\s+/));
/** Rules that say where others hold, or what pages and faces are; what they do is known. */
const RULES = split(`charset namespace import media supports font-face page viewport counter-style
  layer top-left-corner top-left top-center top-right top-right-corner bottom-left-corner
  bottom-left bottom-center bottom-right bottom-right-corner left-top left-middle left-bottom
  right-top right-middle right-bottom footnote`);
/** Functions that only reckon, paint, move or choose; none of them can make an address. */
const FUNCTIONS =
  split(`url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark calc
  min max clamp round mod rem abs sign sin cos tan pow sqrt hypot log exp translate translatex
  translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d scale scalex scaley scalez
  scale3d skew skewx skewy matrix matrix3d perspective linear-gradient radial-gradient conic-gradient
  repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient cubic-bezier steps
  linear counter counters format tech local minmax repeat fit-content blur brightness contrast
  drop-shadow grayscale greyscale hue-rotate invert opacity saturate sepia inset circle ellipse
  polygon rect xywh symbols target-counter leader not is where has lang dir nth-child nth-last-child nth-of-type
  nth-last-of-type selector`);
/** What makers of readers have made up, and books for them have. */
const PROPERTIES = split(`adobe-hyphenate adobe-text-layout oeb-page-head oeb-page-foot
  oeb-column-number -epub-hyphens -epub-word-break -epub-text-emphasis -epub-line-break
  -epub-text-align-last -epub-writing-mode -epub-text-orientation -epub-text-combine -epub-ruby-position
  -webkit-line-break enable-background text-line-through zoom font-smoothing`);
/** Longer ones are not taken to pieces. */
export const LONGEST_SHEET = 3_000_000;
/** Of each sheet; whoever has more is well enough described by these. */
const MOST_UNKNOWN = 200;

/** How a sheet is traced. */
export interface StyleScope {
  readonly traces: Traces;
  readonly place: string;
  /** Told of an address that does not lead out of the file. */
  inner(field: string, address: string): void;
  comment(text: string): void;
  /** Told of each rule that hides. */
  hiding(matches: HidingRule): void;
}

/**
 * Tells what a sheet loads, and whatever in it is not known. What readers obey is a matter of known
 * rules, properties and functions; all others are told by name and line.
 *
 * @returns what is declared outside of rules: of a style within an attribute.
 */
export function traceStyles(scope: StyleScope, text: string, isAttribute = false): Declarations {
  const { traces, place } = scope;
  const unknown = tellUnknown(scope, text, isAttribute);
  const top = new Map<string, string>();
  if (text.length > LONGEST_SHEET) {
    unknown("style sheet", `more than ${LONGEST_SHEET} characters`, 0);
    return top;
  }
  const isReadable = readStyleTokens(text, {
    comment: scope.comment,
    call(name, at) {
      if (!FUNCTIONS.has(name.replace(/^-(?:webkit|moz|ms|o)-/, "")))
        unknown("function", `${name}()`, at);
    },
    broken: (what, at) => unknown("style", `“${what}” in a style`, at),
    address(field, address, at) {
      if (isRemote(address)) traces.add("TEL201", place, field, address);
      else if (field === "@import" && !/^data:/i.test(address))
        unknown("rule", `@import ${address}`, at);
      else scope.inner(field, address);
    },
  });
  if (!isReadable) return top;
  const sheet = parse(text, {
    context: isAttribute ? "declarationList" : "stylesheet",
    positions: true,
  });
  walk(sheet, function (node) {
    const at = node.loc?.start.offset ?? 0;
    if (node.type === "Raw" && this.declaration?.property.startsWith("--") !== true)
      unknown("style", `“${node.value}” in a style`, at);
    if (node.type === "Atrule" && !RULES.has(plainName(node.name)))
      unknown("rule", `@${node.name}`, at);
    if (node.type === "Rule" && hides(readDeclarations(node))) {
      const parts = this.rule === null ? readSelectors(node) : undefined;
      if (parts === undefined) unknown("rule that hides", generate(node.prelude), at);
      else scope.hiding((one) => parts.some((selector) => matchSelector(selector, one)));
    }
    if (node.type !== "Declaration") return;
    if (!knowsProperty(node)) unknown("property", node.property, at);
    const [name, value] = readDeclaration(node);
    if (isUndecided(name, value)) unknown("property", `${name} with a function`, at);
    if (this.rule === null) top.set(name, value);
  });
  return top;
}

function readDeclarations({ block }: Rule): Declarations {
  return new Map(
    block.children
      .toArray()
      .flatMap((one) => (one.type === "Declaration" ? [readDeclaration(one)] : [])),
  );
}

function readDeclaration({ property, value }: Declaration): readonly [string, string] {
  return [plainName(property), generate(value).toLowerCase()];
}

const plainName = (name: string) =>
  ident
    .decode(name)
    .toLowerCase()
    .replace(/^-(?:webkit|moz|ms|o)-(?!text-fill)/, "");

function knowsProperty({ property }: Declaration): boolean {
  const name = ident.decode(property).toLowerCase();
  // These two attach programs.
  if (name === "behavior" || name === "-moz-binding") return false;
  if (PROPERTIES.has(name)) return true;
  return !name.startsWith("--") && (lexer.getProperty(name) !== null || isDescriptor(name));
}

const DESCRIPTORS = split(`src font-family font-style font-weight font-stretch font-display
  unicode-range size marks bleed ascent-override descent-override line-gap-override size-adjust
  font-feature-settings font-variation-settings system symbols additive-symbols negative prefix
  suffix range pad speak-as fallback page-orientation`);
const isDescriptor = (name: string) => DESCRIPTORS.has(name);

/** Says each thing once, with its line. */
function tellUnknown({ traces, place }: StyleScope, text: string, isAttribute: boolean) {
  const told = new Set<string>();
  return (kind: string, name: string, at: number) => {
    const short = name.length > 80 ? `${name.slice(0, 79)}…` : name;
    if (told.has(`${kind} ${short}`) || told.size > MOST_UNKNOWN) return;
    told.add(`${kind} ${short}`);
    const line = isAttribute ? "" : ` in line ${text.slice(0, at).split("\n").length}`;
    traces.add("TEL705", place, kind, `${short}${line}`);
  };
}

/** More parts would take long to look through, and few sheets have them. */
const MOST_PARTS = 4;

function readSelectors({ prelude }: Rule): readonly (readonly SelectorPart[])[] | undefined {
  if (prelude.type !== "SelectorList") return undefined;
  const read = prelude.children.toArray().map(readSelector);
  return read.every((one) => one !== undefined && one.length <= MOST_PARTS)
    ? read.flatMap((one) => (one === undefined || one.length === 0 ? [] : [one]))
    : undefined;
}

/** @returns undefined where it takes more than names; no parts where it is for no element's text. */
function readSelector(selector: CssNode): readonly SelectorPart[] | undefined {
  if (selector.type !== "Selector") return undefined;
  const parts: { holds: SelectorPart["holds"][number][]; before: " " | ">" }[] = [
    { holds: [], before: " " },
  ];
  for (const one of selector.children) {
    const last = parts.at(-1)?.holds ?? [];
    if (one.type === "Combinator") {
      if (one.name !== " " && one.name !== ">") return undefined;
      parts.push({ holds: [], before: one.name });
    } else if (one.type === "TypeSelector") {
      const name = ident.decode(one.name).replace(/^.*\|/, "").toLowerCase();
      if (name !== "*") last.push((node) => node.local.toLowerCase() === name);
    } else if (one.type === "ClassSelector" || one.type === "IdSelector") {
      const name = ident.decode(one.name);
      const attribute = one.type === "IdSelector" ? "id" : "class";
      last.push((node) => isCalled(node, attribute, name));
    } else if (one.type === "AttributeSelector" && one.matcher === null) {
      const name = ident.decode(one.name.name).replace(/^.*\|/, "");
      last.push((node) => attributeOf(node, name) !== undefined);
    } else if (one.type === "PseudoElementSelector" && /^(?:before|after|marker)$/.test(one.name)) {
      return [];
    } else return undefined;
  }
  return parts;
}
