import { attributeOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { resolveAddress, type Target } from "./book-address.ts";
import { SVG, XHTML, XLINK } from "./namespaces.ts";
import type { BookDocument } from "./read-book.ts";

/** An address in a content document. */
export interface BookLink {
  readonly node: XmlNode;
  /** `link` is followed by the reader, `source` by nobody; the others load with the document. */
  readonly kind: "link" | "source" | "image" | "style" | "media" | "other";
  readonly address: string;
  readonly target: Target;
}

/** Attributes that hold addresses, by element of HTML. */
const HTML_ADDRESSES: Readonly<Record<string, readonly (readonly [string, BookLink["kind"]])[]>> = {
  a: [["href", "link"]],
  area: [["href", "link"]],
  audio: [["src", "media"]],
  blockquote: [["cite", "source"]],
  del: [["cite", "source"]],
  embed: [["src", "other"]],
  iframe: [["src", "other"]],
  img: [["src", "image"]],
  input: [["src", "image"]],
  ins: [["cite", "source"]],
  link: [["href", "style"]],
  object: [["data", "other"]],
  q: [["cite", "source"]],
  script: [["src", "other"]],
  source: [["src", "media"]],
  track: [["src", "media"]],
  video: [
    ["src", "media"],
    ["poster", "image"],
  ],
};

/** Every address of a document, in its order. */
export function listLinks(document: BookDocument): readonly BookLink[] {
  return [...descendantsOf(document.root)].flatMap((node) => readLinks(node, document.file));
}

function readLinks(node: XmlNode, file: string): readonly BookLink[] {
  const make = (address: string, kind: BookLink["kind"]): BookLink => {
    return { node, kind, address, target: resolveAddress(address, file) };
  };
  if (node.uri === SVG) {
    const address = attributeOf(node, "href", XLINK) ?? attributeOf(node, "href");
    if (address === undefined) return [];
    if (node.local === "a") return [make(address, "link")];
    // `use` and gradients name what stands in the drawing itself.
    return [make(address, node.local === "image" ? "image" : "other")];
  }
  if (node.uri !== XHTML) return [];
  const found = (HTML_ADDRESSES[node.local] ?? []).flatMap(([name, kind]) => {
    const address = attributeOf(node, name);
    return address === undefined ? [] : [make(address, kindOf(node, kind))];
  });
  const set = attributeOf(node, "srcset") ?? "";
  const others = set.split(/,\s+/).map((one) => one.trim().split(/\s+/)[0] ?? "");
  return [...found, ...others.filter((one) => one !== "").map((one) => make(one, "image"))];
}

/** Of `link` elements only style sheets are loaded. */
function kindOf(node: XmlNode, kind: BookLink["kind"]): BookLink["kind"] {
  if (node.local !== "link") return kind;
  return /\bstylesheet\b/i.test(attributeOf(node, "rel") ?? "") ? "style" : "source";
}
