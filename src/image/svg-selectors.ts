import type { SvgNode } from "./svg-tree.ts";

/** One selector of a rule. */
export interface Selector {
  /** Ids, classes and elements, each weighing more than all of the next (Selectors 3 §9). */
  readonly weight: number;
  /** `#id`, `.class`, an element or `*`: only elements with it can match. */
  readonly key: string;
  /** @param budget of comparisons; below nothing there is no answer. */
  matches(node: SvgNode, budget: { left: number }): boolean;
}

interface Compound {
  /** How it stands to the one before. */
  readonly combinator: string;
  readonly tag: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly conditions: readonly ((node: SvgNode) => boolean)[];
}

const NAME = "-?[a-zA-Z_\\u0080-\\uFFFF][\\w\\u0080-\\uFFFF-]*";
const COMPOUND = new RegExp(
  `\\s*([>+~]?)\\s*(${NAME}|\\*)?((?:[.#]${NAME}|:${NAME}(?:\\([\\w +-]*\\))?)*)`,
  "y",
);
const PART = new RegExp(`[.#]${NAME}|:${NAME}(?:\\([\\w +-]*\\))?`, "g");

/** More parts than this no drawing program writes. */
const MOST_COMPOUNDS = 20;

/** Elements, classes, ids and places among others (Selectors 3); undefined for all that asks for more. */
export function parseSelector(text: string): Selector | undefined {
  const plain = text.trim();
  const compounds: Compound[] = [];
  for (let at = 0; at < plain.length; at = COMPOUND.lastIndex) {
    COMPOUND.lastIndex = at;
    const [whole = "", combinator = "", tag = "", rest = ""] = COMPOUND.exec(plain) ?? [];
    if (tag + rest === "" || compounds.length >= MOST_COMPOUNDS) return undefined;
    if (at > 0 && !/^[\s>+~]/.test(whole)) return undefined;
    const compound = readCompound(combinator || " ", tag, rest.match(PART) ?? []);
    if (compound === undefined || (at === 0 && combinator !== "")) return undefined;
    compounds.push(compound);
  }
  const last = compounds.at(-1);
  if (last === undefined) return undefined;
  const { ids, classes, tag } = last;
  return {
    weight: compounds.reduce((sum, one) => sum + weigh(one), 0),
    key: ids[0] !== undefined ? `#${ids[0]}` : classes[0] !== undefined ? `.${classes[0]}` : tag,
    matches: (node, budget) => matchesFrom(compounds, compounds.length - 1, node, budget),
  };
}

function weigh({ ids, classes, conditions, tag }: Compound): number {
  return ids.length * 1e6 + (classes.length + conditions.length) * 1e3 + (tag === "*" ? 0 : 1);
}

function readCompound(
  combinator: string,
  tag: string,
  parts: readonly string[],
): Compound | undefined {
  const named = (mark: string) =>
    parts.filter((part) => part.startsWith(mark)).map((part) => part.slice(1));
  const conditions = named(":").map(readCondition);
  if (conditions.includes(undefined)) return undefined;
  return {
    combinator,
    tag: tag === "" ? "*" : tag,
    ids: named("#"),
    classes: named("."),
    conditions: conditions.flatMap((one) => one ?? []),
  };
}

function readCondition(text: string): ((node: SvgNode) => boolean) | undefined {
  const [, name = "", argument = ""] = /^([\w-]+)(?:\((.*)\))?$/.exec(text) ?? [];
  switch (name) {
    case "root":
      return ({ parent }) => parent === undefined;
    case "first-child":
      return ({ position }) => position === 1;
    case "last-child":
      return ({ position, parent }) => position === (parent?.count ?? 1);
    case "nth-child":
      return readNth(argument.replace(/\s/g, "").toLowerCase());
    default:
      return undefined;
  }
}

function readNth(text: string): ((node: SvgNode) => boolean) | undefined {
  const spelt = { odd: "2n+1", even: "2n" }[text] ?? text;
  const [whole, , step, start = "0"] = /^(([+-]?\d*)n)?([+-]?\d+)?$/.exec(spelt) ?? [];
  if (!whole) return undefined;
  const every = step === undefined ? 0 : Number(/\d/.test(step) ? step : `${step}1`);
  return ({ position }) => {
    const rest = position - Number(start);
    return every === 0 ? rest === 0 : rest % every === 0 && rest / every >= 0;
  };
}

function matchesFrom(
  compounds: readonly Compound[],
  at: number,
  node: SvgNode,
  budget: { left: number },
): boolean {
  const compound = compounds[at];
  if (compound === undefined || !matchesOne(compound, node, budget)) return false;
  if (at === 0) return true;
  const { parent } = node;
  switch (compound.combinator) {
    case ">":
      return parent !== undefined && matchesFrom(compounds, at - 1, parent, budget);
    case "+":
    case "~": {
      const before = (parent?.children ?? []).filter(({ position, words }) => {
        budget.left -= 1;
        return words === undefined && position < node.position;
      });
      const asked = compound.combinator === "+" ? before.slice(-1) : before;
      return asked.some((one) => matchesFrom(compounds, at - 1, one, budget));
    }
    default:
      for (let above = parent; above !== undefined && budget.left >= 0; above = above.parent) {
        if (matchesFrom(compounds, at - 1, above, budget)) return true;
      }
      return false;
  }
}

function matchesOne(compound: Compound, node: SvgNode, budget: { left: number }): boolean {
  const { tag, ids, classes, conditions } = compound;
  budget.left -= 1 + classes.length;
  return (
    budget.left >= 0 &&
    (tag === "*" || tag === node.tag) &&
    ids.every((id) => node.attributes.get("id") === id) &&
    classes.every((one) => node.classes.includes(one)) &&
    conditions.every((condition) => condition(node))
  );
}
