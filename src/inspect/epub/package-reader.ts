import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { resolveAddress } from "./book-address.ts";
import { DC, OPF, XML } from "./namespaces.ts";

/** A package document (EPUB 3.3 §5, OPF 2.0.1), as it is: nothing in it need be right. */
export interface PackageDocument {
  /** Name in the archive. */
  readonly file: string;
  readonly root: XmlNode;
  /** As written: `3.0`, `2.0`. */
  readonly version: string;
  readonly isEpub2: boolean;
  readonly metadata: readonly MetadataEntry[];
  readonly items: readonly ManifestItem[];
  readonly spine: Spine | undefined;
}

export interface MetadataEntry {
  /** `dc:title`, or the property of a `meta`, or the name of one of EPUB 2. */
  readonly name: string;
  readonly value: string;
  /** Id of what it says more about, without `#`. */
  readonly refines?: string;
  readonly id?: string;
  /** True for `<meta name content>`, which EPUB 3 keeps for old readers. */
  readonly isOld: boolean;
  readonly node: XmlNode;
}

export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  /** Name in the archive; undefined where it lies outside, or the address is none. */
  readonly path: string | undefined;
  readonly mediaType: string;
  readonly properties: readonly string[];
  readonly node: XmlNode;
}

export interface Spine {
  readonly direction: string | undefined;
  readonly references: readonly {
    readonly idref: string;
    /** Undefined where the manifest has none of that id. */
    readonly item: ManifestItem | undefined;
    readonly isLinear: boolean;
    readonly node: XmlNode;
  }[];
}

/** Reads what is there; what is wrong with it is for the rules to say. */
export function readPackage(root: XmlNode, file: string): PackageDocument {
  const version = attributeOf(root, "version") ?? "";
  const part = (name: string) => childrenOf(root, name)[0];
  const metadata = part("metadata");
  const manifest = part("manifest");
  const spine = part("spine");
  const items =
    manifest === undefined ? [] : childrenOf(manifest, "item").map((node) => readItem(node, file));
  return {
    file,
    root,
    version,
    isEpub2: version.startsWith("2") || version === "1.0" || version === "1.2",
    // OPF 1 had its elements one level deeper, in `dc-metadata`.
    metadata: metadata === undefined ? [] : [...descendantsOf(metadata)].flatMap(readEntry),
    items,
    spine: spine === undefined ? undefined : readSpine(spine, items),
  };
}

function readEntry(node: XmlNode): readonly MetadataEntry[] {
  const id = attributeOf(node, "id");
  const refines = attributeOf(node, "refines")?.replace(/^#/, "");
  const common = {
    node,
    ...(id === undefined ? {} : { id }),
    ...(refines === undefined ? {} : { refines }),
  };
  if (node.uri === DC) {
    return [{ ...common, name: `dc:${node.local}`, value: textOf(node), isOld: false }];
  }
  if (node.uri !== OPF || node.local !== "meta") return [];
  const property = attributeOf(node, "property");
  if (property !== undefined)
    return [{ ...common, name: property.trim(), value: textOf(node), isOld: false }];
  const name = attributeOf(node, "name");
  if (name === undefined) return [];
  return [{ ...common, name, value: attributeOf(node, "content") ?? "", isOld: true }];
}

function readItem(node: XmlNode, file: string): ManifestItem {
  const href = attributeOf(node, "href") ?? "";
  const target = resolveAddress(href, file);
  return {
    id: attributeOf(node, "id")?.trim() ?? "",
    href,
    path: href !== "" && target.kind === "book" ? target.path : undefined,
    mediaType: attributeOf(node, "media-type")?.trim() ?? "",
    properties: words(attributeOf(node, "properties")),
    node,
  };
}

function readSpine(node: XmlNode, items: readonly ManifestItem[]): Spine {
  // Of those that share an id the first counts.
  const byId = new Map([...items].reverse().map((item) => [item.id, item]));
  return {
    direction: attributeOf(node, "page-progression-direction"),
    references: childrenOf(node, "itemref").map((reference) => ({
      idref: attributeOf(reference, "idref") ?? "",
      item: byId.get(attributeOf(reference, "idref") ?? ""),
      isLinear: attributeOf(reference, "linear") !== "no",
      node: reference,
    })),
  };
}

/** The language that holds at an element, from it or what it stands in. */
export function languageAt(node: XmlNode): string | undefined {
  for (let one: XmlNode | undefined = node; one !== undefined; one = one.parent) {
    const language = attributeOf(one, "lang", XML) ?? attributeOf(one, "lang");
    if (language !== undefined) return language;
  }
  return undefined;
}

/** A list in an attribute. */
export function words(value: string | undefined): readonly string[] {
  return (value ?? "").split(/\s+/).filter((word) => word !== "");
}
