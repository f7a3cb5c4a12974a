import { attributeOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { mayHaveRole, ROLES } from "./attribute-rules.ts";
import { resolveAddress } from "./book-address.ts";
import { listTexts } from "./check-document.ts";
import { quote, type Report } from "./finding.ts";
import { OPS } from "./namespaces.ts";
import { words } from "./package-reader.ts";
import type { Book, BookDocument } from "./read-book.ts";

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
      const message = `Unexpected mark of a note that leads to \`<${target.local}>\`, expected a note (\`doc-footnote\`)`;
      report("EPB705", { file: document.file, offset: node.offset }, message);
    }
  }
  for (const { node, document } of notes) {
    const spot = { file: document.file, offset: node.offset };
    const id = attributeOf(node, "id");
    const name = id === undefined ? "without an id" : quote(id);
    const all = [...descendantsOf(node)];
    // The mark may lead to something within the note, or to the list that it stands in.
    if (!all.some((one) => marked.has(one))) {
      report(
        "EPB705",
        spot,
        `Unexpected note ${name} without a mark that leads to it, expected one`,
      );
    } else if (
      !all.some((one) => one.local === "a" && targetOf(one, document, book) !== undefined)
    ) {
      report("EPB705", spot, `Unexpected note ${name} without a link back, expected one`);
    }
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

/** Types whose role has another name, or none. */
const ROLE_OF: Readonly<Record<string, string>> = {
  endnote: "doc-endnote",
  rearnote: "doc-endnote",
  footnote: "doc-footnote",
  pagebreak: "doc-pagebreak",
  "page-list": "doc-pagelist",
  help: "doc-tip",
};

/** `epub:type` is for readers of before; what is heard is the role (EPUB Accessibility 1.1 §3). */
export function checkRoles(book: Book, report: Report): void {
  if (book.package?.isEpub2) return;
  for (const { file, root } of listTexts(book)) {
    for (const node of descendantsOf(root)) {
      if (attributeOf(node, "role") !== undefined || isInNavigation(node)) continue;
      for (const type of words(attributeOf(node, "type", OPS))) {
        const role = ROLE_OF[type] ?? `doc-${type}`;
        if (!ROLES.has(role) || !mayHaveRole(node.local, role)) continue;
        report(
          "EPB704",
          { file, offset: node.offset },
          `Unexpected \`epub:type\` ${quote(type)} without a role, expected \`role="${role}"\` beside it`,
        );
      }
    }
  }
}

/** In lists of the navigation document types say where a line leads; page lists stay unheard. */
function isInNavigation(node: XmlNode): boolean {
  for (let one: XmlNode | undefined = node; one !== undefined; one = one.parent) {
    if (one.local === "nav") return true;
  }
  return false;
}
