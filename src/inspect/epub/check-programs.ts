import { descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import type { Tell } from "./book-diagnostics.ts";
import { XHTML } from "./namespaces.ts";
import type { BookDocument } from "./read-book.ts";

const FRAMES = new Set("form iframe embed object input button select textarea".split(" "));

/** What can run, or opens another page in this one, wherever it stands (EPUB 3.3 §6.3.1). */
export function checkPrograms({ root }: BookDocument, tell: Tell): void {
  for (const node of descendantsOf(root)) {
    const program = findProgram(node);
    if (program !== undefined) {
      const hint = "A program in a book can tell who reads it, where it is allowed to run.";
      tell("EPB312", node, program, "text only", hint);
    }
    if (node.uri === XHTML && FRAMES.has(node.local))
      tell("EPB313", node, `\`<${node.local}>\``, "text only");
  }
}

function findProgram({ local, attributes }: XmlNode): string | undefined {
  const handler = attributes.find((one) => one.uri === "" && /^on[a-z]+$/.test(one.local));
  if (handler !== undefined) return `\`${handler.local}\` on \`<${local}>\``;
  return local === "script" ? "`<script>`" : undefined;
}
