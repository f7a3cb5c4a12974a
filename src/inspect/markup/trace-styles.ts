import { type CssNode, type Declaration, generate, ident, parse, type Rule, walk } from "css-tree";
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
import { knowsProperty, STYLE_FUNCTIONS, STYLE_RULES } from "./style-names.ts";
import { readStyleTokens } from "./style-tokens.ts";

/** Longer ones are not taken to pieces. */
export const LONGEST_SHEET = 1_000_000;
/** Of each sheet; whoever has more is well enough described by these. */
const MOST_UNKNOWN = 200;

/** How a sheet is traced. */
export interface StyleScope {
  readonly traces: Traces;
  readonly place: string;
  /** Told of an address that does not lead out of the file. */
  inner(field: string, address: string): void;
  comment(text: string): void;
  /** Told of what stands in strings that are no addresses. */
  words(text: string): void;
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
      if (!STYLE_FUNCTIONS.has(name.replace(/^-(?:webkit|moz|ms|o)-/, "")))
        unknown("function", `${name}()`, at);
    },
    words: scope.words,
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
    if (node.type === "Atrule" && !STYLE_RULES.has(plainName(node.name)))
      unknown("rule", `@${node.name}`, at);
    if (node.type === "Rule" && hides(readDeclarations(node))) {
      const parts = this.rule === null ? readSelectors(node) : undefined;
      if (parts === undefined) unknown("rule that hides", generate(node.prelude), at);
      else scope.hiding((one) => parts.some((selector) => matchSelector(selector, one)));
    }
    if (node.type !== "Declaration") return;
    if (!knowsProperty(node.property)) unknown("property", node.property, at);
    const [name, value] = readDeclaration(node);
    if (
      name === "content" &&
      /["']/.test(value) &&
      this.rule !== null &&
      !/:/.test(generate(this.rule.prelude))
    )
      unknown("property", "content of what shows none", at);
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
  const written = generate(value).toLowerCase();
  return [plainName(property), written.includes("\\") ? ident.decode(written) : written];
}

const plainName = (name: string) =>
  ident
    .decode(name)
    .toLowerCase()
    .replace(/^-(?:webkit|moz|ms|o)-(?!text-fill)/, "");

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
