import { descendantsOf } from "../../xml/xml-tree.ts";
import type { Diagnose } from "./book-diagnostics.ts";
import { XHTML } from "./namespaces.ts";
import type { BookDocument } from "./read-book.ts";

const FRAMES = new Set("form iframe embed object input button select textarea".split(" "));

/** What can run, or opens another page in this one, wherever it stands (EPUB 3.3 §6.3.1). */
export function checkPrograms({ root }: BookDocument, diagnose: Diagnose): void {
  for (const node of descendantsOf(root)) {
    const { local: element, attributes } = node;
    const handler = attributes.find((one) => one.uri === "" && /^on[a-z]+$/.test(one.local));
    if (handler !== undefined) diagnose("EPB312 handler", node, { name: handler.local, element });
    else if (element === "script") diagnose("EPB312 script", node);
    if (node.uri === XHTML && FRAMES.has(element)) diagnose("EPB313", node, { element });
  }
}
