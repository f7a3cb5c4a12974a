import { attributeOf, childrenOf, descendantsOf } from "../../xml/xml-tree.ts";
import { resolveAddress } from "./book-address.ts";
import { quote, type Report } from "./finding.ts";
import { NCX } from "./namespaces.ts";
import type { Book } from "./read-book.ts";

/** The NCX for readers of EPUB 2: it is one, has the book's identifier, and leads somewhere. */
export function checkNcx(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  for (const document of book.documents.values()) {
    if (document.item.mediaType !== "application/x-dtbncx+xml") continue;
    const { file, root } = document;
    const map = childrenOf(root, "navMap")[0];
    if (root.uri !== NCX || root.local !== "ncx" || map === undefined) {
      report(
        "EPB208",
        { file, offset: root.offset },
        `Unexpected \`<${root.name}>\`, expected an NCX with a \`<navMap>\``,
      );
      continue;
    }
    const nodes = [...descendantsOf(root)];
    const uid = nodes.find(
      (node) => node.local === "meta" && attributeOf(node, "name") === "dtb:uid",
    );
    const own = attributeOf(opened.root, "unique-identifier");
    const identifier = opened.metadata.find(
      ({ name, id }) => name === "dc:identifier" && id === own,
    );
    const said = attributeOf(uid ?? root, "content")?.trim();
    if (uid !== undefined && identifier !== undefined && said !== identifier.value) {
      report(
        "EPB209",
        { file, offset: uid.offset },
        `Unexpected identifier ${quote(said ?? "")}, expected ${quote(identifier.value)}`,
      );
    }
    const names = new Set(book.entries.map(({ name }) => name));
    for (const node of nodes.filter(({ local }) => local === "content")) {
      const address = attributeOf(node, "src") ?? "";
      const target = resolveAddress(address, file);
      const spot = { file, offset: node.offset };
      const other = target.kind === "book" ? book.documents.get(target.path) : undefined;
      const isFile = target.kind === "book" && names.has(target.path);
      const fragment = target.kind === "book" ? (target.fragment ?? "") : "";
      if (isFile && (other === undefined || fragment === "" || other.ids.has(fragment))) continue;
      report("EPB210", spot, `Unexpected address ${quote(address)}, expected a place in the book`);
    }
  }
}
