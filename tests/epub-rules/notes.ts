import { resolveAddress } from "../../src/inspect/epub/book-address.ts";
import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { OPS } from "../../src/inspect/epub/namespaces.ts";
import { words } from "../../src/inspect/epub/package-reader.ts";
import { type Book, type BookDocument, listTexts } from "../../src/inspect/epub/read-book.ts";
import { attributeOf, descendantsOf, type XmlNode } from "../../src/xml/xml-tree.ts";
import type { Report } from "./book-faults.ts";

const NOTE = /^(?:doc-)?(?:footnote|endnote|rearnote)$/;

/** A note is shown in place when its mark is touched, and leads back (EPUB 3.3 Structural Semantics). */
export function checkNotes(book: Book, report: Report): void {
  const texts = listTexts(book);
  const marked = new Set<XmlNode>();
  const notes: { node: XmlNode; document: BookDocument }[] = [];
  for (const document of texts) {
    for (const node of descendantsOf(document.root)) {
      const kinds = kindsOf(node);
      if (kinds.some((kind) => NOTE.test(kind)) && node.local !== "a")
        notes.push({ node, document });
      if (!kinds.some((kind) => /^(?:doc-)?noteref$/.test(kind))) continue;
      const target = targetOf(node, document, book);
      if (target === undefined) continue;
      marked.add(target);
      if (kindsOf(target).some((kind) => NOTE.test(kind)) || isWithinNotes(target)) continue;
      const found = `mark of a note that leads to \`<${target.local}>\``;
      const spot = { file: document.file, offset: node.offset };
      report("EPB705", spot, found, "a note (`doc-footnote`)");
    }
  }
  for (const { node, document } of notes) {
    const spot = { file: document.file, offset: node.offset };
    const id = attributeOf(node, "id");
    const name = id === undefined ? "without an id" : quote(id);
    const all = [...descendantsOf(node)];
    // The mark may lead to something within the note, or to the list that it stands in.
    if (!all.some((one) => marked.has(one)))
      report("EPB705", spot, `note ${name} without a mark that leads to it`, "one");
    else if (!all.some((one) => one.local === "a" && targetOf(one, document, book) !== undefined))
      report("EPB705", spot, `note ${name} without a link back`, "one");
  }
}

function kindsOf(node: XmlNode): readonly string[] {
  return [...words(attributeOf(node, "type", OPS)), ...words(attributeOf(node, "role"))];
}

/** A list of endnotes holds items that need no role of their own. */
function isWithinNotes(node: XmlNode): boolean {
  for (let one: XmlNode | undefined = node; one !== undefined; one = one.parent) {
    if (kindsOf(one).some((kind) => NOTE.test(kind.replace(/s$/, "")))) return true;
  }
  return false;
}

function targetOf(link: XmlNode, document: BookDocument, book: Book): XmlNode | undefined {
  const address = attributeOf(link, "href");
  if (address === undefined) return undefined;
  const target = resolveAddress(address, document.file);
  if (target.kind !== "book") return undefined;
  return book.documents.get(target.path)?.ids.get(target.fragment ?? "");
}
