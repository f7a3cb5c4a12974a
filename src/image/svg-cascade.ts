import { PROPERTIES } from "./svg-properties.ts";
import { parseSelector, type Selector } from "./svg-selectors.ts";
import { Refusal, type SvgNode, type SvgTree } from "./svg-tree.ts";
import { Unread } from "./svg-unread.ts";

/** A declaration that is understood. */
interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  readonly order: number;
}

/** Comparisons of an element with a selector: no drawing program asks for as many. */
const MOST_COMPARISONS = 4_000_000;
const MOST_RULES = 20_000;

/**
 * Gives each element the values that style sheets, attributes and its own style together say (CSS
 * Cascade 4 §6), so that no style sheet is needed any more. Values that are none are as if not there.
 *
 * @returns what they ask for and is not drawn.
 * @throws Refusal where something lies outside of the drawing, or the sheets are an attack on time.
 */
export function cascade({ root, styles }: SvgTree): readonly string[] {
  const unread = new Unread();
  const index = indexRules(readRules(checkStyle(styles, "style from elsewhere", unread), unread));
  const budget = { left: MOST_COMPARISONS };
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.words !== undefined) continue;
    const ruled = candidatesFor(node, index)
      .filter(({ selector }) => selector.matches(node as SvgNode, budget))
      .sort((one, other) => one.selector.weight - other.selector.weight || one.order - other.order);
    if (budget.left < 0) throw new Refusal("amount of style");
    const declared = [
      ...readAttributes(node, unread),
      ...ruled.flatMap(({ declarations }) => declarations),
      ...readDeclarations(
        checkStyle(node.attributes.get("style") ?? "", "value of `style`", unread),
        unread,
      ),
    ];
    node.style = settle(declared, node.parent?.style);
    if (node.attributes.has("pathLength") && isDashed(node)) unread.add("pathLength");
    for (const child of node.children) waiting.push(child);
  }
  return unread.names;
}

/** The length that an author gives a path measures its dashes. */
function isDashed(node: SvgNode): boolean {
  for (let one: SvgNode | undefined = node; one !== undefined; one = one.parent) {
    const dashes = one.style.get("stroke-dasharray");
    if (dashes !== undefined) return dashes !== "none";
  }
  return false;
}

function settle(
  declared: readonly Declaration[],
  parent: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  for (const { property, value } of [
    ...declared.filter(({ isImportant }) => !isImportant),
    ...declared.filter(({ isImportant }) => isImportant),
  ]) {
    // What is said last stands last.
    style.delete(property);
    style.set(property, value);
  }
  for (const [property, value] of style) {
    if (value !== INHERIT) continue;
    const { isInherited, initial } = PROPERTIES.get(property) ?? { isInherited: true, initial: "" };
    const above = isInherited ? "" : (parent?.get(property) ?? initial);
    if (above === "") style.delete(property);
    else style.set(property, above);
  }
  return style;
}

/** Looks whether a style refers to nothing outside of the drawing; gives it without what is slow to paint. */
function checkStyle(style: string, reason: string, unread: Unread): string {
  for (const [one] of style.matchAll(PAINTED_STYLE)) unread.add(one.trim().toLowerCase());
  const plain = style.replace(OTHER_FACES, "").replace(SLOW_STYLE, "");
  if (!isOwnStyle(plain)) throw new Refusal(reason);
  return plain.replace(/\/\*.*?(?:\*\/|$)/gs, " ");
}

function readAttributes(node: SvgNode, unread: Unread): readonly Declaration[] {
  const isWords = node.tag === "text" || node.tag === "tspan";
  return [...node.attributes].flatMap(([property, value]) => {
    if (property === "style" || !PROPERTIES.has(property)) return [];
    if (!isOwnStyle(value)) throw new Refusal(`value of \`${property}\``);
    if (isWords && (property === "x" || property === "y")) return [];
    return readDeclaration(property, value, false, unread);
  });
}

function readDeclarations(text: string, unread: Unread): readonly Declaration[] {
  return text.split(";").flatMap((one) => {
    const colon = one.indexOf(":");
    const property = one.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const written = one.slice(colon + 1).trim();
    const value = written.replace(/!\s*important$/i, "");
    return readDeclaration(property, value, value !== written, unread);
  });
}

const INHERIT = "inherit";

function readDeclaration(
  property: string,
  text: string,
  isImportant: boolean,
  unread: Unread,
): readonly Declaration[] {
  if (property === "marker") {
    return ["start", "mid", "end"].flatMap((end) =>
      readDeclaration(`marker-${end}`, text, isImportant, unread),
    );
  }
  const known = PROPERTIES.get(property);
  if (known === undefined) {
    unread.declaration(property, text);
    return [];
  }
  const { isInherited, initial, read } = known;
  const value =
    initial === "" && !isInherited
      ? read(text)
      : (readWide(text, isInherited, initial) ?? read(text));
  if (value === undefined) unread.declaration(property, text);
  return value === undefined ? [] : [{ property, value, isImportant }];
}

/** The words that every property knows (CSS Cascade 4 §7.3). */
function readWide(text: string, isInherited: boolean, initial: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (word === "inherit" || (word === "unset" && isInherited)) return INHERIT;
  return /^(?:initial|unset|revert|revert-layer)$/.test(word) ? initial : undefined;
}

function readRules(style: string, unread: Unread): readonly Rule[] {
  // What is left open at the end is closed there (CSS Syntax 3 §5.4.8).
  const parts = style.split("}");
  if (parts.length > MOST_RULES) throw new Refusal("amount of style");
  return parts.flatMap((part, order) => {
    const [body = "", selectors = ""] = part.split("{").reverse();
    const declarations = part.includes("{") ? readDeclarations(body, unread) : [];
    if (declarations.length === 0) return [];
    const parsed = selectors.split(",").map(parseSelector);
    // One that is none spoils the others (Selectors 4 §3.8).
    if (parsed.includes(undefined)) {
      unread.add("selectors");
      return [];
    }
    return parsed.flatMap((selector) =>
      selector === undefined ? [] : { selector, declarations, order },
    );
  });
}

function indexRules(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const index = new Map<string, Rule[]>();
  for (const rule of rules) {
    const known = index.get(rule.selector.key);
    if (known === undefined) index.set(rule.selector.key, [rule]);
    else known.push(rule);
  }
  return index;
}

function candidatesFor(node: SvgNode, index: ReadonlyMap<string, readonly Rule[]>): Rule[] {
  if (index.size === 0) return [];
  const keys = [
    "*",
    node.tag,
    `#${node.attributes.get("id") ?? ""}`,
    ...new Set(node.classes.map((one) => `.${one}`)),
  ];
  return keys.flatMap((key) => index.get(key) ?? []);
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

/** Fonts that a drawing brings or asks for: its words are set in ours. */
const OTHER_FACES = /@font-face\s*\{[^{}]*\}/gi;

/** Of those that take long to paint, what would be seen. */
const PAINTED_STYLE =
  /(?<![\w-])(?:mix-blend-mode|filter|animation(?:-name)?)(?=\s*:\s*(?!none\b|normal\b|inherit\b|initial\b)[a-z])/gi;

/** Declarations that take long to paint, and that editors write without need (`…: normal`). */
const SLOW_STYLE =
  /(?<![\w-])(?:mix-blend-mode|background-blend-mode|isolation|(?:backdrop-)?filter|will-change|animation[\w-]*|transition[\w-]*)\s*:[^;}]*;?/gi;
