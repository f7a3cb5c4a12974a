/**
 * Remarks that writers leave for each other and that their generators keep out of what readers get:
 * Liquid, Jinja, Twig, Django, Handlebars, Hugo, Markdoc, MDX, ERB, Obsidian, kramdown, CriticMarkup,
 * Logseq, HTML. A book keeps them out too, whichever of these the curriculum was written for.
 */

/** A remark in a text. */
export interface Remark {
  /** UTF-16 offset behind what is left out: the remark, or its opening sign where it is not closed. */
  readonly end: number;
  /** What closes it, where that is missing. */
  readonly missing?: string;
}

interface RemarkKind {
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** How an author would write the closing sign. */
  readonly closes: string;
  /** What opens another one within it, where they can nest. */
  readonly nested?: RegExp;
  /** Browsers end it at the first closing sign: those within it count only where all are closed. */
  readonly mayNest?: true;
  /** Its signs occur in texts too: within a line it has to be closed in the same paragraph. */
  readonly isLoose?: true;
}

const KINDS: readonly RemarkKind[] = [
  { opening: /<!-->|<!--->/y, closing: /(?:)/g, closes: "-->" },
  // Word processors make dashes of the hyphens.
  {
    opening: /<[ \t]?![ \t]?(?:--|[–—]-?)/y,
    closing: /(?:--|[–—])!?>/g,
    closes: "-->",
    nested: /<!--(?!-?>)/g,
    mayNest: true,
  },
  {
    opening: /\{%[-~+]?\s*comment\b(?:(?!%\}).){0,200}%\}/isy,
    closing: /\{%[-~+]?\s*(?:end|\/)\s*comment\b[^%]{0,40}%\}/gi,
    closes: "{% endcomment %}",
    nested: /\{%[-~+]?\s*comment\b(?:(?!%\}|\n).){0,200}%\}/gi,
  },
  { opening: /\{%[-~+]?\s*#/y, closing: /%\}/g, closes: "%}" },
  {
    opening: /\{\{[<%]\s*comment\b[^\n{}]{0,200}[>%]\}\}/y,
    closing: /\{\{[<%]\s*\/\s*comment\s*[>%]\}\}/g,
    closes: "{{< /comment >}}",
  },
  { opening: /\{\{[<%]?-?\s*\/\*/y, closing: /\*\/\s*-?[>%]?\}\}/g, closes: "*/}}" },
  { opening: /\{\{[~-]?!--/y, closing: /--[~-]?\}\}/g, closes: "--}}" },
  { opening: /\{\{[~-]?!/y, closing: /\}\}/g, closes: "}}" },
  { opening: /\{\s*\/\*/y, closing: /\*\/\s*\}/g, closes: "*/}" },
  // `{#setup}` is the name of a heading, and `{#if}` begins a part in other systems.
  { opening: /\{#(?=[-~+]?\s|[^\n{}]{0,300}#\})/y, closing: /#\}/g, closes: "#}", isLoose: true },
  { opening: /\{>>/y, closing: /<<\}/g, closes: "<<}" },
  {
    opening: /\{::comment(?:\s[^\n{}]{0,200})?\}/y,
    closing: /\{:\/(?:comment)?\}/g,
    closes: "{:/comment}",
  },
  { opening: /\{::comment\s*\/\}/y, closing: /(?:)/g, closes: "{:/comment}" },
  { opening: /<!-(?!-)/y, closing: /->/g, closes: "->" },
  { opening: /<#--/y, closing: /-->/g, closes: "-->" },
  { opening: /\\begin\{comment\}/y, closing: /\\end\{comment\}/g, closes: "\\end{comment}" },
  { opening: /<%(?:--)/y, closing: /--%>/g, closes: "--%>" },
  { opening: /<%#/y, closing: /%>/g, closes: "%>" },
  {
    opening: /<comment(?:\s[^<>\n]{0,200})?>/iy,
    closing: /<\/comment\s*>/gi,
    closes: "</comment>",
  },
  {
    opening: /:{3,}[ \t]*\{?\.?comment\}?[ \t]*(?=\n)/iy,
    closing: /^[ \t>]*:{3,}[ \t]*$/gm,
    closes: ":::",
    nested: /^[ \t>]*:{3,}[ \t]*[\p{L}{]/gmu,
  },
  // Parts that a browser does not show.
  ...["aside", "div", "p", "section", "span"].map(
    (tag): RemarkKind => ({
      opening: new RegExp(
        `<${tag}(?=\\s)[^<>]{0,500}?\\s(?:hidden(?=[\\s=>])|style=["'][^"'<>]{0,300}display\\s*:\\s*none)[^<>]{0,500}>`,
        "iy",
      ),
      closing: new RegExp(`</${tag}\\s*>`, "gi"),
      closes: `</${tag}>`,
      nested: new RegExp(`<${tag}(?=[\\s>])`, "gi"),
    }),
  ),
  { opening: /#\+BEGIN_COMMENT\b/iy, closing: /#\+END_COMMENT\b/gi, closes: "#+END_COMMENT" },
  // "50%% of" is a slip, and an address can hold anything.
  { opening: /(?<![%\d]|:\/\/\S{0,200})%%(?!%)/y, closing: /%%/g, closes: "%%", isLoose: true },
];

/** No line is indented further. */
const DEEPEST = 100;

/** Every remark begins with one of these signs. */
const FIRST_SIGNS = new Set(["<", "{", "%", "#", ":", "\\"]);

/** Finds the remarks of one text; asked about each place where one may begin, in their order. */
export class RemarkReader {
  readonly #text: string;
  /** Kinds whose closing sign comes no more. */
  readonly #unclosed = new Set<RemarkKind>();
  /** Kinds that were seen not to nest. */
  readonly #flat = new Set<RemarkKind>();

  constructor(text: string) {
    this.#text = text;
  }

  /** @returns undefined where no remark begins. */
  readAt(at: number): Remark | undefined {
    const text = this.#text;
    if (!FIRST_SIGNS.has(text[at] ?? "")) return undefined;
    for (const kind of KINDS) {
      kind.opening.lastIndex = at;
      const opening = kind.opening.exec(text)?.[0];
      if (opening === undefined) continue;
      const start = at + opening.length;
      const found = this.#unclosed.has(kind) ? undefined : this.#endOf(kind, start);
      if (found === undefined) this.#unclosed.add(kind);
      if (kind.isLoose && !this.#isBlock(at)) {
        const isHere = found !== undefined && !/\n\s*\n/.test(text.slice(start, found.end));
        if (!isHere) return undefined;
      }
      return found ?? { end: start, missing: kind.closes };
    }
    return undefined;
  }

  #isBlock(at: number): boolean {
    const before = this.#text.slice(Math.max(0, at - DEEPEST), at);
    return /\n[\s>]*$/.test(before) || (at < DEEPEST && /^[\s>]*$/.test(before));
  }

  /** Behind the sign that closes a remark and those within it, or behind the last one there is. */
  #endOf(kind: RemarkKind, start: number): Remark | undefined {
    const next = (sign: RegExp, from: number) => {
      sign.lastIndex = from;
      return sign.exec(this.#text);
    };
    let close = next(kind.closing, start);
    if (close === null) return undefined;
    const first = close.index + close[0].length;
    const isFlat = kind.nested === undefined || this.#flat.has(kind);
    let open = isFlat ? null : next(kind.nested, start);
    if (kind.mayNest && (open === null || open.index > close.index)) return { end: first };
    let depth = 1;
    let end = start;
    while (close !== null) {
      while (open !== null && kind.nested !== undefined && open.index < close.index) {
        depth += 1;
        open = next(kind.nested, open.index + open[0].length);
      }
      end = close.index + close[0].length;
      depth -= 1;
      if (depth === 0) return { end };
      close = next(kind.closing, end);
    }
    if (kind.mayNest) {
      this.#flat.add(kind);
      return { end: first };
    }
    return { end, missing: kind.closes };
  }
}

/** A text of one line or a few, such as a title, without its remarks. */
export function dropRemarks(text: string): string {
  const reader = new RemarkReader(text);
  let kept = "";
  for (let at = 0; at < text.length; ) {
    const remark = reader.readAt(at);
    const isRemark = remark !== undefined && remark.missing === undefined;
    if (!isRemark) kept += text[at];
    at = isRemark ? remark.end : at + 1;
  }
  return kept === text ? text : kept.replace(/[^\S\n]{2,}/g, " ").trim();
}

/** A remark in a title is as little for readers as one in the text. */
export function withoutRemarks(value: unknown): unknown {
  if (typeof value === "string") return dropRemarks(value);
  if (Array.isArray(value)) return value.map(withoutRemarks);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutRemarks(inner)]),
  );
}
