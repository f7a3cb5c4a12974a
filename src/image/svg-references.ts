/** An element of a drawing, as far as it makes others be drawn once more. */
export interface DrawnElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The ids of the element and of those that it stands in. */
  readonly inside: readonly string[];
}

/** One element that is drawn again by another, `times` times. */
interface Repeat {
  readonly target: string;
  readonly times: number;
}

/** What the rules of a drawing's own style refer to, by class; the empty name is any element. */
type StyleReferences = ReadonlyMap<string, readonly { property: string; target: string }[]>;

const DEEPEST_REPEAT = 100;
const MOST_REPEATS = 50_000;

/**
 * Why a drawing asks for too much, or undefined. A `use`, mask, pattern, clip path or marker draws
 * another element again, and that one others: thirty lines can ask for a thousand million shapes.
 *
 * @param style the text of all `style` elements.
 */
export function findExcess(elements: readonly DrawnElement[], style: string): string | undefined {
  const styled = readStyle(style);
  const tints = new Set(
    elements.flatMap(({ name, attributes }) =>
      name.endsWith("Gradient") ? (attributes.get("id") ?? []) : [],
    ),
  );
  const sizes = new Map<string, number>();
  const repeats = new Map<string, Repeat[]>();
  const all: Repeat[] = [];
  for (const element of elements) {
    const own = listRepeats(element, styled).filter(({ target }) => !tints.has(target));
    for (const one of own) all.push(one);
    for (const id of element.inside) {
      sizes.set(id, (sizes.get(id) ?? 0) + 1);
      if (own.length === 0) continue;
      const known = repeats.get(id);
      if (known === undefined) repeats.set(id, [...own]);
      else for (const one of own) known.push(one);
    }
  }
  const weights = new Map<string, number>();
  const weigh = (id: string, path: ReadonlySet<string>): number => {
    const known = weights.get(id);
    if (known !== undefined) return known;
    // An endless weight is above every limit.
    if (path.has(id) || path.size > DEEPEST_REPEAT) return Number.POSITIVE_INFINITY;
    let total = sizes.get(id) ?? 0;
    const longer = new Set(path).add(id);
    for (const { target, times } of repeats.get(id) ?? []) total += times * weigh(target, longer);
    weights.set(id, total);
    return total;
  };
  let total = 0;
  for (const { target, times } of all) {
    total += times * weigh(target, new Set());
    if (total === Number.POSITIVE_INFINITY) return "repeated shape";
    if (total > MOST_REPEATS) return "number of repeated shapes";
  }
  return undefined;
}

function listRepeats({ name, attributes }: DrawnElement, styled: StyleReferences): Repeat[] {
  const found: Repeat[] = [];
  // A marker stands at every point of a line; two characters are the shortest that make one.
  const points = ((attributes.get("d") ?? attributes.get("points") ?? "").length + 1) / 2;
  const add = (property: string, target: string) => {
    found.push({ target, times: /marker(?!-start|-end)/.test(property) ? points : 1 });
  };
  for (const [attribute, value] of attributes) {
    if (attribute === "xlink:href" && (name === "use" || name === "pattern")) {
      add("href", value.slice(1));
    } else if (attribute === "style") {
      for (const { property, target } of readDeclarations(value)) add(property, target);
    } else {
      for (const target of readTargets(value)) add(attribute, target);
    }
  }
  const classes = (attributes.get("class") ?? "").split(/\s+/).filter((one) => one !== "");
  for (const one of ["", ...classes]) {
    for (const { property, target } of styled.get(one) ?? []) add(property, target);
  }
  return found;
}

/** Rules with one class are kept apart, as drawing programs write them; all else is for any element. */
function readStyle(style: string): StyleReferences {
  const plain = style
    .replace(/\/\*.*?(?:\*\/|$)/gs, " ")
    .replace(/url\(\s*["']?#([^"')\s]*)["']?\s*\)/gi, "url(#$1)")
    .replace(/"[^"{}]*"|'[^'{}]*'/g, " ");
  const references = new Map<string, { property: string; target: string }[]>();
  const add = (name: string, body: string) => {
    const found = readDeclarations(body);
    if (found.length > 0) references.set(name, [...(references.get(name) ?? []), ...found]);
  };
  // A quotation mark that is left may hide where a rule ends.
  const rules = /["']/.test(plain) ? [] : [...plain.matchAll(/([^{}]*)\{([^{}]*)\}/g)];
  for (const [, selectors = "", body = ""] of rules) {
    for (const selector of selectors.split(",")) {
      add(/^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? "", body);
    }
  }
  const rest = rules.length === 0 ? plain : plain.replace(/[^{}]*\{[^{}]*\}/g, " ");
  add("", rest);
  return references;
}

function readDeclarations(text: string): { property: string; target: string }[] {
  return text.split(";").flatMap((declaration) =>
    readTargets(declaration).map((target) => ({
      property: declaration.slice(0, declaration.indexOf(":")).toLowerCase(),
      target,
    })),
  );
}

function readTargets(value: string): string[] {
  return [...value.matchAll(/url\(\s*["']?#([^"')\s]*)/gi)].map(([, target = ""]) => target);
}
