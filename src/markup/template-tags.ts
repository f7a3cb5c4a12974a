/** A tag of a template language: Liquid, Jinja, Hugo, Handlebars, ERB. */
export interface TemplateTag {
  /** UTF-16 offset behind it. */
  readonly end: number;
  /** What it calls for: `include`, `site.city`. */
  readonly name: string;
  /** It ends or parts what another tag began, which has been told. */
  readonly isInner: boolean;
  /** The text that it stands for, where that can be seen: `{{ "/a.png" | relative_url }}`. */
  readonly text?: string;
  /** The same, where it stands for an address: `{% link _pages/a.md %}`. */
  readonly address?: string;
}

/** Longer ones come before those that they begin with. */
const SIGNS: readonly (readonly [opening: string, closing: string])[] = [
  ["{%", "%}"],
  ["{{{", "}}}"],
  ["{{<", ">}}"],
  ["{{%", "%}}"],
  ["{{", "}}"],
  ["<%", "%>"],
];

/** No tag of a page is longer. */
const LONGEST = 2000;

/** Words that begin no part of their own. */
const INNER = /^(?:end\w*|else\w*|elif|elsif|when|break|continue)$/;

/** The address of the site itself, which a book has not. */
const SITE = /^(?:site|page)\.(?:baseurl|url|base_url|root)$/;

/** @returns undefined where no tag begins, or one that is not closed in the same paragraph. */
export function readTemplateTag(text: string, at: number): TemplateTag | undefined {
  const sign = SIGNS.find(([opening]) => text.startsWith(opening, at));
  if (sign === undefined) return undefined;
  const [opening, closing] = sign;
  const window = text.slice(at + opening.length, at + LONGEST);
  const length = window.indexOf(closing);
  if (length < 0) return undefined;
  const inner = window.slice(0, length);
  if (/\n\s*\n|\{[{%]/.test(inner)) return undefined;
  const content = inner
    .replace(/^[-~+=]/, "")
    .replace(/[-~+]$/, "")
    .trim();
  const [, slash = "", name = ""] = /^([/#^]?)\s*([^\s|(:"']*)/.exec(content) ?? [];
  const quoted = /^(["'])([^\n]*?)\1\s*(?:\|[^\n]*)?$/.exec(content)?.[2];
  const called = /^(?:link|post_url|asset|(?:rel)?ref)\s+["']?([^\s"']+)/.exec(content)?.[1];
  const address =
    quoted ?? called ?? (SITE.test(content.replace(/\s*\|.*$/s, "")) ? "" : undefined);
  return {
    end: at + opening.length + length + closing.length,
    name: name === "" ? content.slice(0, 40) : name,
    isInner: slash === "/" || INNER.test(name),
    ...(quoted === undefined ? {} : { text: quoted }),
    ...(address === undefined ? {} : { address }),
  };
}
