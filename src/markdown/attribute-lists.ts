/** An attribute list such as `{: .notice #setup}` or `{width=10% alt="A lock"}`. */
export type AttributeList = {
  readonly classes: readonly string[];
  readonly id?: string;
  readonly values: ReadonlyMap<string, string>;
};

/** `.class`, `#id`, `key=value` with or without quotation marks, or another word. */
const WORD =
  /\s*(?:([.#])([^\s{}=]+)|([\p{L}_][\p{L}\p{N}_:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”„]([^“”]*)[“”]|([^\s"'“”{}]+))|(\S+))/gu;

/**
 * Reads what stands between the braces: Pandoc's lists, kramdown's, which begin with a colon, and
 * those of tools like them. Other words of kramdown's (`:toc`, `nofollow`) mean nothing in a book.
 *
 * @returns undefined for braces that are no attribute list: they are the author's text.
 */
export function parseAttributeList(text: string): AttributeList | undefined {
  const isKramdown = text.startsWith(":");
  const classes: string[] = [];
  const values = new Map<string, string>();
  let id: string | undefined;
  for (const found of text.slice(isKramdown ? 1 : 0).matchAll(WORD)) {
    const [, sign, name = "", key, ...rest] = found;
    const other = rest.pop();
    if (sign === ".")
      for (const one of name.split(".").filter((part) => part !== "")) classes.push(one);
    else if (sign === "#") id = name;
    else if (key !== undefined) values.set(key.toLowerCase(), rest.find(Boolean) ?? "");
    // Pandoc's sign for a heading without a number.
    else if (!isKramdown && other !== "-") return undefined;
  }
  return id === undefined ? { classes, values } : { classes, id, values };
}

/** No list is longer, and a page of opening braces must not be searched to its end. */
const LONGEST_LIST = 500;

/** A list that stands at a place of a text, with its length there. */
export interface FoundList {
  readonly list: AttributeList;
  readonly length: number;
}

/**
 * Finds the list that begins at a place.
 *
 * @param isBehindElement behind a picture, a link or the like any list is one; behind words only
 *   what begins as nothing but a list does: `{.small}`, `{: width=40}`, `{#setup}`.
 */
export function findAttributeList(
  text: string,
  start: number,
  isBehindElement: boolean,
): FoundList | undefined {
  const found = /^\{([^{}\n]*)\}/.exec(text.slice(start, start + LONGEST_LIST));
  const inner = found?.[1]?.trim() ?? "";
  const list = inner === "" ? undefined : parseAttributeList(inner);
  if (found === null || list === undefined) return undefined;
  const [{ length }] = found;
  const isWhole = isBehindElement || (inner === "-" && start + length === text.length);
  if (isWhole && (inner.startsWith(":") || inner === "-" || !isEmptyList(list))) {
    return { list, length };
  }
  // kramdown's other words are text where nothing says that a list is meant.
  const words = parseAttributeList(inner.replace(/^:/, ""));
  const begins = /^(?:(?::\s*)?[.#][\p{L}_-]|:\s*[\p{L}_]+\s*=)/u.test(inner);
  return words !== undefined && begins ? { list, length } : undefined;
}

function isEmptyList({ classes, id, values }: AttributeList): boolean {
  return classes.length === 0 && id === undefined && values.size === 0;
}
