import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  type DefaultTreeAdapterTypes as Html,
  Parser,
  type ParserOptions,
  type Token,
} from "parse5";
import { XmlError } from "./xml-events.ts";
import {
  MOST_COMMENTS,
  MOST_DEPTH,
  MOST_NODES,
  type XmlDocument,
  type XmlNode,
  type XmlText,
} from "./xml-tree.ts";

/** Of a page; all of it is held at once, several times over. */
const LONGEST_PAGE = 10_000_000;

/** Faults of a page that take nothing from its tree (HTML §13.2.2); after others words are gone. */
const LOSSLESS = new Set(
  `missing-doctype non-conforming-doctype closing-of-element-with-open-child-elements
  open-elements-left-after-eof missing-whitespace-between-attributes missing-attribute-value
  missing-semicolon-after-character-reference abandoned-head-element-child
  non-void-html-element-start-tag-with-trailing-solidus`.split(/\s+/),
);
/** Browsers make elements of these, although none is open. */
const ENDS_NOTHING = new Set(["p", "br"]);
const MOST_DROPPED = 100;

/**
 * Reads a page as browsers do, who show whatever they get (HTML §13.2). Scripting counts as off:
 * what stands in `noscript` is markup then, and loads.
 *
 * @throws XmlError where it is too long, too deep or has too many elements.
 */
export function readHtmlTree(text: string): XmlDocument {
  if (text.length > LONGEST_PAGE)
    throw new XmlError(`more than ${LONGEST_PAGE} characters`, LONGEST_PAGE);
  let count = 0;
  let depth = 0;
  const { createElement } = defaultTreeAdapter;
  const dropped = new Set<string>();
  const drop = (what: string) => {
    if (dropped.size < MOST_DROPPED) dropped.add(what);
  };
  const parser = new WatchfulParser(drop, {
    scriptingEnabled: false,
    onParseError({ code }) {
      if (!LOSSLESS.has(code)) drop(code.replaceAll("-", " "));
    },
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, uri, attributes) {
        if (++count > MOST_NODES) throw new XmlError(`more than ${MOST_NODES} elements`, 0);
        parser.made.add(name);
        return createElement(name, uri, attributes);
      },
      // Parts of the algorithm look through all that is open: it is bounded while it grows.
      onItemPush: () => checkDepth(++depth),
      onItemPop() {
        depth -= 1;
      },
    },
  });
  parser.tokenizer.write(text, true);
  const found: Found = { instructions: [], comments: [], doctype: undefined };
  const root: OpenNode = { ...EMPTY, children: [] };
  for (const one of readChildren(parser.document.childNodes, root, found, 0))
    root.children.push(one);
  const html = root.children.find((one): one is XmlNode => one.kind === "element") ?? root;
  return { root: html, ...found, count, dropped: [...dropped] };
}

/** Tells of each tag from which nothing comes, with all that stands in it. */
class WatchfulParser extends Parser<DefaultTreeAdapterMap> {
  /** Names of the elements that the tag at hand made. */
  readonly made = new Set<string>();
  readonly #drop: (what: string) => void;
  #hasDoctype = false;

  constructor(drop: (what: string) => void, options: ParserOptions<DefaultTreeAdapterMap>) {
    super(options);
    this.#drop = drop;
  }

  /** The first counts. */
  override onDoctype(token: Token.DoctypeToken): void {
    if (this.#hasDoctype) this.#drop("a second document type");
    this.#hasDoctype = true;
    super.onDoctype(token);
  }

  override onStartTag(token: Token.TagToken): void {
    this.made.clear();
    super.onStartTag(token);
    if (!this.made.has(token.tagName)) this.#drop(`<${token.tagName}>`);
  }

  override onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    const isOpen = this.openElements.items.some((one) => "tagName" in one && one.tagName === name);
    if (!isOpen && !ENDS_NOTHING.has(name)) this.#drop(`</${name}>`);
    super.onEndTag(token);
  }
}

type OpenNode = XmlNode & { readonly children: (XmlNode | XmlText)[] };
interface Found {
  readonly instructions: { target: string; body: string; offset: number }[];
  readonly comments: string[];
  doctype: string | undefined;
}

const EMPTY = {
  kind: "element",
  name: "",
  local: "",
  uri: "",
  attributes: [],
  parent: undefined,
  offset: 0,
} as const;

function checkDepth(depth: number): void {
  if (depth > MOST_DEPTH) throw new XmlError(`elements nested deeper than ${MOST_DEPTH}`, 0);
}

function readChildren(
  nodes: readonly Html.ChildNode[],
  parent: XmlNode | undefined,
  found: Found,
  depth: number,
): readonly (XmlNode | XmlText)[] {
  checkDepth(depth / 2);
  return nodes.flatMap((one): (XmlNode | XmlText)[] => {
    if ("value" in one) return [{ kind: "text", value: one.value }];
    if ("data" in one) readComment(one.data, found);
    else if ("publicId" in one) found.doctype = writeDoctype(one);
    if (!("tagName" in one)) return [];
    const node: OpenNode = {
      ...EMPTY,
      name: one.tagName,
      local: one.tagName,
      uri: one.namespaceURI,
      attributes: one.attrs.map(({ name, prefix, namespace, value }) => {
        const full = prefix === undefined || prefix === "" ? name : `${prefix}:${name}`;
        return { name: full, local: name, uri: namespace ?? "", value };
      }),
      parent,
      children: [],
    };
    const inner = "content" in one ? one.content.childNodes : one.childNodes;
    for (const child of readChildren(inner, node, found, depth + 1)) node.children.push(child);
    return [node];
  });
}

/** Browsers take an instruction for a comment (HTML §13.2.5.6). */
function readComment(data: string, { instructions, comments }: Found): void {
  const [, target, body] = /^\?([^\s?]+)([\s\S]*)$/.exec(data) ?? [];
  if (target === undefined || body === undefined) comments.push(data);
  else if (target !== "xml") instructions.push({ target, body, offset: 0 });
  if (comments.length > MOST_COMMENTS) throw new XmlError(`more than ${MOST_COMMENTS} comments`, 0);
}

function writeDoctype({ name, publicId, systemId }: Html.DocumentType): string {
  const system = systemId === "" ? "" : ` "${systemId}"`;
  if (publicId !== "") return `${name} PUBLIC "${publicId}"${system}`;
  return system === "" ? name : `${name} SYSTEM${system}`;
}
