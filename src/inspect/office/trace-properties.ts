import { childrenOf, descendantsOf, textOf, type XmlNode } from "../../xml/xml-tree.ts";
import type { Traces } from "../disclosure/traces.ts";
import { readValue } from "./node-values.ts";
import { traceTarget } from "./trace-target.ts";

/** Counts and settings, which every document has, and lists of what is seen. */
const SILENT =
  /^(?:Pages|Words|Characters|CharactersWithSpaces|Lines|Paragraphs|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged|DocSecurity|HeadingPairs|TitlesOfParts|Slides|Notes|HiddenSlides|MMClips|PresentationFormat|HLinks|DigSig)$/;

/** The program's own properties: company, manager, template, version (ECMA-376 part 1 §22.2). */
export function traceAppProperties(traces: Traces, place: string, root: XmlNode): void {
  for (const node of childrenOf(root)) {
    const value = textOf(node);
    const isPlain =
      SILENT.test(node.local) ||
      (node.local === "TotalTime" && value === "0") ||
      (node.local === "Template" && /^Normal(?:\.dotm?)?$/i.test(value));
    if (isPlain) continue;
    if (node.local === "HyperlinkBase") traceTarget(traces, place, node.local, value);
    else traces.addField(place, node.local, value);
  }
}

/** `docProps/core.xml` (ECMA-376 part 2 §11). */
export function traceCoreProperties(traces: Traces, place: string, root: XmlNode): void {
  for (const node of childrenOf(root)) {
    const value = textOf(node);
    if (node.local !== "revision" || !/^[01]?$/.test(value))
      traces.addField(place, node.name, value);
  }
}

/** Properties that somebody or some program has named (ECMA-376 part 1 §22.3). */
export function traceCustomProperties(traces: Traces, place: string, root: XmlNode): void {
  for (const node of childrenOf(root, "property"))
    traces.addField(place, `custom:${readValue(node, "name") ?? ""}`, textOf(node));
}

/** `meta.xml` (ODF 1.3 part 3 §4). */
export function traceMeta(traces: Traces, place: string, root: XmlNode): void {
  for (const node of descendantsOf(root)) {
    const { local } = node;
    if (local === "document-statistic" || childrenOf(node).length > 0) continue;
    const address = readValue(node, "href") ?? "";
    if (local === "auto-reload") traceTarget(traces, place, local, address);
    if (local === "template") {
      if (/^[a-z]+:|^[\\/]/i.test(address)) traceTarget(traces, place, local, address);
      traces.addField(place, "template", readValue(node, "title") ?? "");
      traces.addField(place, "template date", readValue(node, "date") ?? "");
      continue;
    }
    const name = readValue(node, "name");
    const field = local === "user-defined" ? `custom:${name ?? ""}` : node.name;
    const value = textOf(node);
    // One cycle, and no time, is what a converter writes.
    const isNone = /^editing-/.test(local) && /^(?:1|0|P0D|PT0S)$/.test(value);
    if (!isNone) traces.addField(place, field, value);
  }
}
