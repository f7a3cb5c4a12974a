import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { listLinks } from "../../src/inspect/epub/book-links.ts";
import { hasOtherBase } from "../../src/inspect/epub/check-links.ts";
import type { Book } from "../../src/inspect/epub/read-book.ts";
import type { Report } from "./book-faults.ts";

/** The last three are told by `inspect` itself. */
const FOLLOWED = /^(?:https?|mailto|tel|sms|file|data|javascript)$/;

/** Links lead to what is listed and read, and to all that readers skip (EPUB 3.3 §3.4, §5.7.2). */
export function checkLinks(book: Book, report: Report): void {
  const linked = new Set<string>();
  const items = book.package?.items ?? [];
  const spine = new Set(book.package?.spine?.references.map(({ idref }) => idref));
  const names = new Set(book.entries.map(({ name }) => name));
  for (const document of book.documents.values()) {
    if (document.item.mediaType === "application/x-dtbncx+xml" || hasOtherBase(document)) continue;
    for (const { target, kind, node, address } of listLinks(document)) {
      if (target.kind !== "book") {
        const isOdd = target.kind === "outside" && !FOLLOWED.test(target.scheme);
        const code = target.kind === "invalid" ? "EPB311" : isOdd && kind === "link" && "EPB310";
        const spot = { file: document.file, offset: node.offset };
        if (code) report(code, spot, `address ${quote(address)}`, "one that can be followed");
        continue;
      }
      if (kind === "link") linked.add(target.path);
      if (!names.has(target.path)) continue;
      const item = items.find(({ path }) => path === target.path);
      const spot = { file: document.file, offset: node.offset };
      if (item === undefined)
        report(
          "EPB318",
          spot,
          `address ${quote(address)} of a file that is not listed`,
          "it listed",
        );
      else if (kind === "link" && !spine.has(item.id))
        report("EPB317", spot, `link ${quote(address)}`, "a document that is read");
    }
  }
  const { package: opened } = book;
  if (opened === undefined || opened.isEpub2) return;
  for (const { item, isLinear, node } of opened.spine?.references ?? []) {
    if (isLinear || item?.path === undefined || linked.has(item.path)) continue;
    const spot = { file: opened.file, offset: node.offset };
    report("EPB212", spot, `${quote(item.path)} beside the order of reading`, "a link to it");
  }
}
