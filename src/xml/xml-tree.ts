import { readXmlEvents, XmlError } from "./xml-events.ts";

/** An element of a document that was read; names are resolved. */
export interface XmlNode {
  readonly kind: "element";
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlNode | XmlText)[];
  readonly parent: XmlNode | undefined;
  /** Of its `<`, in UTF-16 code units from the beginning of the text. */
  readonly offset: number;
}

export interface XmlText {
  readonly kind: "text";
  readonly value: string;
  /** It stood in a CDATA section, which readers of HTML take for something else. */
  readonly isCdata?: true;
}

export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

export interface XmlDocument {
  readonly root: XmlNode;
  /** What stands between `<!DOCTYPE` and `>`, trimmed. */
  readonly doctype: string | undefined;
  /** Processing instructions: targets, what stands behind them, and offsets. */
  readonly instructions: readonly {
    readonly target: string;
    readonly body: string;
    readonly offset: number;
  }[];
  /** What stands in comments. */
  readonly comments: readonly string[];
  /** How many elements it has. */
  readonly count: number;
  /** What is in the text and not in the tree; nothing of XML, which has no leave for that. */
  readonly dropped: readonly string[];
}

/** Reading systems refuse a greater depth, and trees of this depth may be walked by recursion. */
export const MOST_DEPTH = 256;
/** More than any real chapter: a bound for the memory that one file takes. */
export const MOST_NODES = 1_000_000;

/** Of one document. */
export const MOST_COMMENTS = 100_000;

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | XmlText)[];
}

/**
 * Reads a document into a tree.
 *
 * @param entities values for names that a document type with a public identifier declares.
 * @param mostNodes elements that the document may have.
 * @throws XmlError where the text is not well-formed, declares entities, or is too deep or too large.
 */
export function readXmlTree(
  text: string,
  entities: (doctype: string) => Readonly<Record<string, string>> | undefined = () => undefined,
  mostNodes = MOST_NODES,
): XmlDocument {
  const path: OpenNode[] = [];
  const instructions: { target: string; body: string; offset: number }[] = [];
  const comments: string[] = [];
  let root: XmlNode | undefined;
  let doctype: string | undefined;
  let count = 0;
  readXmlEvents(text, {
    open(tag, offset) {
      count += 1;
      if (count > mostNodes) throw new XmlError(`more than ${mostNodes} elements`, offset);
      if (path.length >= MOST_DEPTH)
        throw new XmlError(`elements nested deeper than ${MOST_DEPTH}`, offset);
      const parent = path.at(-1);
      const node: OpenNode = {
        kind: "element",
        name: tag.name,
        local: tag.local,
        uri: tag.uri,
        attributes: Object.values(tag.attributes).map(({ name, local, uri, value }) => {
          return { name, local, uri, value };
        }),
        children: [],
        parent,
        offset,
      };
      parent?.children.push(node);
      root ??= node;
      path.push(node);
    },
    close: () => void path.pop(),
    text(value, isCdata) {
      const text: XmlText = { kind: "text", value };
      path.at(-1)?.children.push(isCdata ? { ...text, isCdata } : text);
    },
    doctype(declaration) {
      doctype = declaration.trim();
      if (/<!ENTITY/i.test(declaration)) {
        throw new XmlError("declaration of entities", text.indexOf("<!DOCTYPE"));
      }
      return entities(doctype);
    },
    instruction: (target, body, offset) => void instructions.push({ target, body, offset }),
    comment(value) {
      comments.push(value);
      if (comments.length > MOST_COMMENTS)
        throw new XmlError(`more than ${MOST_COMMENTS} comments`, 0);
    },
  });
  if (root === undefined) throw new XmlError("no element", 0);
  return { root, doctype, instructions, comments, count, dropped: [] };
}

/** The value of an attribute without namespace; undefined where it is not set. */
export function attributeOf(node: XmlNode, local: string, uri = ""): string | undefined {
  return node.attributes.find((one) => one.local === local && one.uri === uri)?.value;
}

/** Child elements, of one local name where it is given. */
export function childrenOf(node: XmlNode, local?: string): readonly XmlNode[] {
  return node.children.filter(
    (child): child is XmlNode =>
      child.kind === "element" && (local === undefined || child.local === local),
  );
}

/** The element and all below it, in the order of the text. */
export function* descendantsOf(node: XmlNode): Generator<XmlNode> {
  // No recursion: in a deep tree each step would go through as many generators as there are levels.
  const waiting: XmlNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at -= 1) {
      const child = next.children[at];
      if (child?.kind === "element") waiting.push(child);
    }
  }
}

/** All text within, white space as one space each. */
export function textOf(node: XmlNode): string {
  const parts: string[] = [];
  const collect = (one: XmlNode) => {
    for (const child of one.children) {
      if (child.kind === "text") parts.push(child.value);
      else collect(child);
    }
  };
  collect(node);
  return parts.join("").replace(/\s+/g, " ").trim();
}
