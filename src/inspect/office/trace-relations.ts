import { descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { isRemote } from "../disclosure/trace-address.ts";
import type { Traces } from "../disclosure/traces.ts";
import { readValue } from "./node-values.ts";
import { traceClick, traceTarget } from "./trace-target.ts";

/**
 * Tells what a part of a document refers to outside of it (ECMA-376 part 2 §9.3): its template, its
 * pictures, other documents. Links that a reader clicks are no fetching.
 */
export function traceRelations(traces: Traces, place: string, root: XmlNode): void {
  for (const node of descendantsOf(root)) {
    if (node.local !== "Relationship") continue;
    const target = readValue(node, "Target") ?? "";
    const isOutside = /^external$/i.test(readValue(node, "TargetMode") ?? "") || isRemote(target);
    if (!isOutside) continue;
    const type = (readValue(node, "Type") ?? "").split("/").at(-1) ?? "";
    if (type === "hyperlink") traceClick(traces, place, type, target);
    else traceTarget(traces, place, type, target);
  }
}
