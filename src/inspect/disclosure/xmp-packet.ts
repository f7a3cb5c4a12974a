import { XmlError } from "../../xml/xml-events.ts";
import { readXmlTree, textOf, type XmlNode } from "../../xml/xml-tree.ts";

/** A property of a metadata packet (ISO 16684-1). */
export interface XmpProperty {
  readonly uri: string;
  readonly local: string;
  /** With the packet's own prefix: `dc:creator`. */
  readonly name: string;
  readonly value: string;
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const MOST_NODES = 100_000;
/** More packets than a picture and its parts have. */
const MOST_PACKETS = 100;

/** @returns undefined where the packet is no XML that can be read. */
export function readXmp(bytes: Uint8Array): readonly XmpProperty[] | undefined {
  const wide = bytes[0] === 0xfe ? "utf-16be" : bytes[0] === 0xff ? "utf-16le" : "utf-8";
  // Packets are padded with spaces, some with zeros.
  const text = new TextDecoder(wide).decode(bytes).replaceAll("\0", "").trim();
  try {
    return listProperties(readXmlTree(text, undefined, MOST_NODES).root);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return undefined;
  }
}

/** Where packets begin: with their wrapper (ISO 16684-1 §7.3.3), which may be left out, or with RDF itself. */
const MARKS = ["<x:xmpmeta", "<x:xapmeta", "22-rdf-syntax-ns#"];
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be"] as const;
/** The tag that names RDF stands so near before its name. */
const LONGEST_TAG = 4000;

/**
 * Finds the packets in a file of any kind: they are made to be found by their marks without knowing
 * the kind (ISO 16684-3 §5). Undefined stands for one that cannot be read, and for all beyond a bound.
 */
export function findXmp(bytes: Uint8Array): readonly (readonly XmpProperty[] | undefined)[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const packets: (readonly XmpProperty[] | undefined)[] = [];
  /** What was read already. */
  const spans: { readonly start: number; readonly end: number }[] = [];
  let tries = 0;
  for (const encoding of ENCODINGS) {
    for (const mark of MARKS.map((one) => encode(one, encoding))) {
      for (let at = file.indexOf(mark); at >= 0; at = file.indexOf(mark, at + mark.length)) {
        const place = at;
        if (spans.some(({ start, end }) => start <= place && place < end)) continue;
        // Marks without a packet make each try a long one.
        if (tries++ >= MOST_PACKETS) return [...packets, undefined];
        const span = spanOf(file, at, encoding);
        if (span === undefined) continue;
        spans.push(span);
        const text = new TextDecoder(encoding).decode(file.subarray(span.start, span.end));
        packets.push(readXmp(Buffer.from(text)));
      }
    }
  }
  return packets;
}

type Encoding = (typeof ENCODINGS)[number];

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  const wide = Buffer.from(text, "utf16le");
  return encoding === "utf-16le" ? wide : wide.swap16();
}

/** From the tag around a mark to the end of its element; undefined where there is none. */
function spanOf(file: Buffer, at: number, encoding: Encoding) {
  const from = Math.max(0, at - LONGEST_TAG);
  const start = from + file.subarray(from, at + 2).lastIndexOf(encode("<", encoding));
  if (start < from) return undefined;
  const head = new TextDecoder(encoding).decode(file.subarray(start, start + 200));
  const name = /^<([A-Za-z_][\w.:-]{0,60})/.exec(head)?.[1];
  if (name === undefined) return undefined;
  const close = encode(`</${name}>`, encoding);
  const found = file.indexOf(close, start);
  return found < 0 ? undefined : { start, end: found + close.length };
}

/** Properties are attributes or elements of an `rdf:Description` (ISO 16684-1 §7.4). */
function listProperties(root: XmlNode): readonly XmpProperty[] {
  const found: XmpProperty[] = [];
  const waiting: XmlNode[] = [root];
  for (let next = 0; next < waiting.length; next += 1) {
    const node = waiting[next] as XmlNode;
    const children = node.children.filter((one): one is XmlNode => one.kind === "element");
    if (node.uri !== RDF || node.local !== "Description") {
      for (const one of children) waiting.push(one);
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
    for (const one of own) items.push(one);
    const resource = one.attributes.find(({ uri, local }) => uri === RDF && local === "resource");
    if (resource !== undefined) items.push(resource.value);
    if (children.length === 0) items.push(textOf(one));
    else for (const child of children) collect(child);
  };
  collect(node);
  // The same text in two languages, or for any, is told once.
  return [...new Set(items.filter((one) => one !== ""))].join("; ");
}
