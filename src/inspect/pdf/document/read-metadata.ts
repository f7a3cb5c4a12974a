import { XmlError } from "../../../xml/xml-events.ts";
import { readXmlTree, textOf, type XmlNode } from "../../../xml/xml-tree.ts";
import type { PdfFile } from "../file/pdf-file.ts";

/** One thing that the file says of itself. */
export interface MetadataEntry {
  readonly from: "Info" | "XMP";
  /** `Title`, `dc:title` … */
  readonly name: string;
  readonly value: string;
}

export interface PdfMetadata {
  readonly entries: readonly MetadataEntry[];
  /** `missing`, `unreadable` where it is no XML, or `read`. */
  readonly packet: "missing" | "unreadable" | "read";
  /** Part of PDF/UA that the file says to keep; undefined where it says nothing. */
  readonly pdfuaPart: string | undefined;
  readonly xmpTitle: string | undefined;
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const PDFUA = "http://www.aiim.org/pdfua/ns/id/";
const DC = "http://purl.org/dc/elements/1.1/";

/** Everything in the information dictionary and the metadata packet (ISO 32000-1 §14.3). */
export function readMetadata(file: PdfFile): PdfMetadata {
  const entries: MetadataEntry[] = [];
  for (const [name, raw] of file.dict(file.trailer.get("Info")) ?? []) {
    const value = file.text(raw) ?? file.name(raw);
    if (value !== undefined) entries.push({ from: "Info", name, value });
  }
  const stream = file.stream(file.catalog?.get("Metadata"));
  if (stream === undefined)
    return { entries, packet: "missing", pdfuaPart: undefined, xmpTitle: undefined };
  const text = decodeXml(file.decode(stream));
  try {
    const found = listProperties(readXmlTree(text, undefined, 100_000).root);
    const find = (uri: string, local: string) =>
      found.find((one) => one.uri === uri && one.local === local)?.value;
    for (const { name, value } of found) entries.push({ from: "XMP", name, value });
    return {
      entries,
      packet: "read",
      pdfuaPart: find(PDFUA, "part"),
      xmpTitle: find(DC, "title"),
    };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { entries, packet: "unreadable", pdfuaPart: undefined, xmpTitle: undefined };
  }
}

function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xfe ? "utf-16be" : bytes[0] === 0xff ? "utf-16le" : "utf-8";
  // Packets are padded with spaces, some with zeros.
  return new TextDecoder(wide).decode(bytes).replaceAll("\0", "").trim();
}

/** Properties are attributes or elements of an `rdf:Description` (ISO 16684-1 §7.4). */
function listProperties(root: XmlNode) {
  const found: { uri: string; local: string; name: string; value: string }[] = [];
  const waiting: XmlNode[] = [root];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const children = node.children.filter((one): one is XmlNode => one.kind === "element");
    if (node.uri !== RDF || node.local !== "Description") {
      waiting.push(...children);
      continue;
    }
    for (const { uri, local, name, value } of node.attributes)
      if (uri !== RDF && uri !== "" && !name.startsWith("xmlns"))
        found.push({ uri, local, name, value });
    for (const child of children) {
      const { uri, local, name } = child;
      found.push({ uri, local, name, value: readValue(child) });
    }
  }
  return found;
}

function readValue(node: XmlNode): string {
  const items: string[] = [];
  const collect = (one: XmlNode) => {
    const children = one.children.filter((child): child is XmlNode => child.kind === "element");
    const own = one.attributes
      .filter(({ uri, name }) => uri !== RDF && !name.startsWith("xml"))
      .map(({ name, value }) => `${name} ${value}`);
    items.push(...own);
    const resource = one.attributes.find(({ uri, local }) => uri === RDF && local === "resource");
    if (resource !== undefined) items.push(resource.value);
    if (children.length === 0) items.push(textOf(one));
    else for (const child of children) collect(child);
  };
  collect(node);
  // The same text in two languages, or for any, is told once.
  return [...new Set(items.filter((one) => one !== ""))].join("; ");
}
