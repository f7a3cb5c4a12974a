import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { checkContentModel } from "./check-content-model.ts";
import { quote, type Report } from "./finding.ts";
import { OPS, XHTML, XML } from "./namespaces.ts";
import { languageAt, words } from "./package-reader.ts";
import type { Book, BookDocument } from "./read-book.ts";

/** The content documents of a book that could be read. */
export function listTexts(book: Book): readonly BookDocument[] {
  return [...book.documents.values()].filter(
    ({ item }) => item.mediaType === "application/xhtml+xml",
  );
}

/** XHTML, with the document type of HTML or none (EPUB 3.3 §6.1.1). */
export function checkDocumentTypes(book: Book, report: Report): void {
  const isEpub2 = book.package?.isEpub2 ?? false;
  for (const { file, root, doctype, instructions } of listTexts(book)) {
    const spot = { file, offset: root.offset };
    if (root.uri !== XHTML || root.local !== "html") {
      report(
        "EPB301",
        spot,
        `Unexpected \`<${root.name}>\` in the namespace ${quote(root.uri)}, expected \`<html>\` of XHTML`,
      );
    }
    if (isEpub2) continue;
    if (
      doctype !== undefined &&
      !/^html(?:\s+SYSTEM\s+(["'])about:legacy-compat\1)?$/i.test(doctype)
    ) {
      report(
        "EPB302",
        { file, offset: 0 },
        `Unexpected document type ${quote(doctype)}, expected \`<!DOCTYPE html>\``,
      );
    }
    for (const { target, offset } of instructions) {
      report("EPB319", { file, offset }, `Unexpected instruction \`<?${target}\`, expected none`);
    }
  }
}

/** Elements may stand where HTML lets them. EPUB 2 has another model, which is not judged. */
export function checkContentModels(book: Book, report: Report): void {
  if (book.package?.isEpub2) return;
  for (const { file, root } of listTexts(book)) {
    if (root.uri === XHTML && root.local === "html") checkContentModel(root, file, report);
  }
}

/** A language, said alike in both ways, and a title (HTML §3.2.6.2, EPUB 3.3 §6.1.1). */
export function checkHeads(book: Book, report: Report): void {
  for (const { file, root } of listTexts(book)) {
    const spot = { file, offset: root.offset };
    if (languageAt(root) === undefined) {
      report(
        "EPB304",
        spot,
        "Unexpected document without a language, expected `lang` and `xml:lang` on `<html>`",
      );
    }
    const head = childrenOf(root, "head")[0];
    const title = head === undefined ? undefined : childrenOf(head, "title")[0];
    if (title === undefined || textOf(title) === "") {
      report("EPB305", spot, "Unexpected document without a title, expected one");
    }
    for (const node of descendantsOf(root)) {
      const lang = attributeOf(node, "lang");
      const xmlLang = attributeOf(node, "lang", XML);
      if (lang === undefined || xmlLang === undefined) continue;
      if (lang.toLowerCase() === xmlLang.toLowerCase()) continue;
      report(
        "EPB303",
        { file, offset: node.offset },
        `Unexpected \`lang\` ${quote(lang)} beside \`xml:lang\` ${quote(xmlLang)}, expected the same`,
      );
    }
  }
}

/** Attributes that name ids of the same document. */
const ID_LISTS =
  "aria-activedescendant aria-controls aria-describedby aria-flowto aria-labelledby aria-owns headers".split(
    " ",
  );

/** Each id once, and what is named is there (HTML §3.2.6.1). */
export function checkIds(book: Book, report: Report): void {
  for (const { file, root, ids } of book.documents.values()) {
    for (const node of descendantsOf(root)) {
      const spot = { file, offset: node.offset };
      const id = attributeOf(node, "id");
      if (id !== undefined && ids.get(id) !== node) {
        report("EPB306", spot, `Unexpected second id ${quote(id)}, expected each once`);
      }
      if (node.uri !== XHTML) continue;
      const named = ID_LISTS.flatMap((name) => words(attributeOf(node, name)));
      const label = node.local === "label" ? attributeOf(node, "for") : undefined;
      for (const name of label === undefined ? named : [...named, label]) {
        if (ids.has(name)) continue;
        report(
          "EPB316",
          spot,
          `Unexpected name ${quote(name)} of an id, expected one that the document has`,
        );
      }
    }
  }
}

const FRAMES = new Set([
  "form",
  "iframe",
  "embed",
  "object",
  "input",
  "button",
  "select",
  "textarea",
]);

/** Nothing runs, asks or frames something: a book is to be read (EPUB 3.3 §6.3.1). */
export function checkSafety(book: Book, report: Report): void {
  for (const { file, root } of listTexts(book)) {
    const styled: XmlNode[] = [];
    for (const node of descendantsOf(root)) {
      const spot = { file, offset: node.offset };
      const handler = node.attributes.find(
        ({ uri, local }) => uri === "" && /^on[a-z]+$/.test(local),
      );
      if (node.local === "script" || handler !== undefined) {
        const found =
          handler === undefined ? "`<script>`" : `\`${handler.local}\` on \`<${node.local}>\``;
        report(
          "EPB312",
          spot,
          `Unexpected ${found}, expected text only`,
          "A program in a book can tell who reads it, where it is allowed to run.",
        );
      }
      if (FRAMES.has(node.local) && node.uri === XHTML) {
        report("EPB313", spot, `Unexpected \`<${node.local}>\`, expected text only`);
      }
      if (node.uri === OPS) {
        report(
          "EPB319",
          spot,
          `Unexpected \`<${node.name}>\`, expected none: readers no longer know it`,
        );
      }
      const isStyle = node.local === "style" || attributeOf(node, "style") !== undefined;
      if (isStyle && node.uri === XHTML) styled.push(node);
    }
    const [first] = styled;
    if (first === undefined) continue;
    const count = styled.length === 1 ? "" : `, ${styled.length} times in this document`;
    report(
      "EPB315",
      { file, offset: first.offset },
      `Unexpected \`style\`${count}, expected all looks in one style sheet`,
    );
  }
}
