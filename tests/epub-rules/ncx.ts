import { resolveAddress } from "../../src/inspect/epub/book-address.ts";
import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { NCX } from "../../src/inspect/epub/namespaces.ts";
import type { Book, BookDocument } from "../../src/inspect/epub/read-book.ts";
import { attributeOf, childrenOf, descendantsOf } from "../../src/xml/xml-tree.ts";
import type { Tell } from "./book-faults.ts";
import { identifierOf } from "./metadata.ts";

/** The NCX for readers of EPUB 2: it is one, has the book's identifier, and leads somewhere. */
export function checkNcx({ file, root, item }: BookDocument, tell: Tell, book: Book): void {
  if (item.mediaType !== "application/x-dtbncx+xml") return;
  if (root.uri !== NCX || root.local !== "ncx" || childrenOf(root, "navMap").length === 0) {
    tell("EPB208", root, `\`<${root.name}>\``, "an NCX with a `<navMap>`");
    return;
  }
  const nodes = [...descendantsOf(root)];
  const uid = nodes.find((one) => one.local === "meta" && attributeOf(one, "name") === "dtb:uid");
  const said = uid === undefined ? undefined : (attributeOf(uid, "content")?.trim() ?? "");
  const identifier = book.package === undefined ? undefined : identifierOf(book.package)?.value;
  if (uid !== undefined && said !== undefined && identifier !== undefined && said !== identifier)
    tell("EPB209", uid, `identifier ${quote(said)}`, quote(identifier));
  const names = new Set(book.entries.map(({ name }) => name));
  for (const node of nodes.filter(({ local }) => local === "content")) {
    const address = attributeOf(node, "src") ?? "";
    const target = resolveAddress(address, file);
    if (target.kind === "book" && names.has(target.path)) {
      const ids = book.documents.get(target.path)?.ids;
      if (ids === undefined || !target.fragment || ids.has(target.fragment)) continue;
    }
    tell("EPB210", node, `address ${quote(address)}`, "a place in the book");
  }
}
