import { SVG_ATTRIBUTES } from "./svg-allow-list.ts";

/**
 * Names of elements within a drawing. Authors' and editors' ids may be no XML names, stand twice, or
 * tell a layer's title; validators refuse the former two, and a reference that leads nowhere too.
 * Names of classes tell as much.
 */
export class SvgNames {
  readonly #names = new Map<string, string>();
  readonly #classes = new Map<string, string>();

  /** Takes an element's id. False where another element has it: that one keeps it, as in browsers. */
  define(id: string): boolean {
    if (id === "" || this.#names.has(id)) return false;
    this.#names.set(id, `i${this.#names.size + 1}`);
    return true;
  }

  /** An element's attributes with the new names, once all are defined. */
  settle(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const settled = new Map<string, string>();
    for (const [name, value] of attributes) {
      if (name === "id") settled.set(name, this.#names.get(value) ?? "");
      else if (name === "class") {
        const classes = value.split(/\s+/).filter((one) => one !== "");
        if (classes.length > 0)
          settled.set(name, classes.map((one) => this.#nameClass(one)).join(" "));
      } else if (name === "xlink:href") {
        const target = this.#names.get(value.slice(1));
        if (target !== undefined) settled.set(name, `#${target}`);
      } else if (name === "style") {
        const style = this.#settleDeclarations(value);
        if (style !== "") settled.set(name, style);
      } else settled.set(name, this.#settleTargets(value));
    }
    return settled;
  }

  /** A style sheet's rules with the new names, without what is no rule. */
  settleStyle(style: string): string {
    const plain = style.replace(/\/\*.*?(?:\*\/|$)/gs, " ");
    // What is left open at the end is closed there (CSS Syntax 3 §5.4.8).
    return [...plain.matchAll(/([^{}]*)\{([^{}]*)(?:\}|$)/g)]
      .flatMap(([, selectors = "", body = ""]) => {
        const declarations = this.#settleDeclarations(body);
        const named = selectors
          .trim()
          .replace(/\s+/g, " ")
          .replace(/#([^\s.#,>+~:[\]()]+)/g, (_, id) => {
            const name = this.#names.get(id);
            return `#${name ?? "i0"}`;
          });
        if (declarations === "" || !SELECTORS.test(named)) return [];
        const settled = named
          .replace(WORD_ELEMENT, "$1.svg-$2")
          .replace(/\.([^\s.#,>+~:[\]()]+)/g, (_, one) => `.${this.#nameClass(String(one))}`);
        return `${settled}{${declarations}}`;
      })
      .join("\n");
  }

  #nameClass(written: string): string {
    const known = this.#classes.get(written) ?? `c${this.#classes.size + 1}`;
    this.#classes.set(written, known);
    return known;
  }

  #settleDeclarations(text: string): string {
    return text
      .split(";")
      .map((declaration) => this.#settleTargets(declaration.trim()))
      .filter((declaration) =>
        PROPERTIES.has(DECLARATION.exec(declaration)?.[1]?.toLowerCase() ?? ""),
      )
      .join(";");
  }

  #settleTargets(value: string): string {
    return value
      .replace(/url\(\s*(["']?)#([^"')]*)\1\s*\)\s*/gi, (_, __, id, at) => {
        const name = this.#names.get(String(id).trim());
        if (name !== undefined) return `url(#${name}) `;
        // A tint that stands behind it is for this case.
        const rest = value.slice(at).replace(/^url\([^)]*\)\s*/i, "");
        return /^\s*(?:;|$)/.test(rest) ? "none" : "";
      })
      .trimEnd();
  }
}

/** Words are drawn as groups of paths, which have the names of these elements as classes. */
const WORD_ELEMENT = /(^|[\s>+~,])(text|tspan)(?=[\s.:#,>+~]|$)/g;

/** Selectors as drawing programs write them (Selectors 3); each part begins in a way of its own. */
const NAME = "-?[a-zA-Z_\\u0080-\\uFFFF][\\w\\u0080-\\uFFFF-]*";
const PART = `[.#]${NAME}|::?${NAME}(?:\\([\\w +-]*\\))?`;
const COMPOUND = `(?:(?:${NAME}|\\*)(?:${PART})*|(?:${PART})+)`;
const SELECTOR = `${COMPOUND}(?:(?: ?[>+~] ?| )${COMPOUND})*`;
const SELECTORS = new RegExp(`^${SELECTOR}(?: ?, ?${SELECTOR})*$`);

const DECLARATION = /^([a-zA-Z][\w-]*)\s*:\s*\S[^{}]*$/;

/** What draws; editors write notes of their own as properties, with names of fonts and files. */
const PROPERTIES: ReadonlySet<string> = new Set([
  ...SVG_ATTRIBUTES,
  "clip",
  "color-interpolation",
  "image-rendering",
  "marker",
  "pointer-events",
  "shape-rendering",
  "transform-box",
  "transform-origin",
]);
