import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
} from "@cantoo/pdf-lib";
import type { GlyphRun } from "../../pdf-file/glyph-run.ts";
import { readGlyphRuns } from "../../pdf-file/read-glyphs.ts";
import type { PrintDocument } from "../../print/print-document.ts";
import type { Print } from "../read-print.ts";
import { type Box, uniteBoxes } from "./boxes.ts";
import { checkWords } from "./check-words.ts";
import { closeClusters } from "./close-clusters.ts";
import { matchTexts, tellTexts } from "./match-texts.ts";
import { mergeLinks } from "./merge-links.ts";
import { type DocumentOutline, outlineDocument } from "./outline-document.ts";
import { type Contents, readContents, writeContents } from "./page-contents.ts";
import { findMissingSpaces, type RunReader } from "./part-words.ts";
import { readClusters } from "./read-clusters.ts";
import { takeStructure } from "./read-structure.ts";
import { sayGlyphs } from "./simplify-actual-text.ts";
import { makeElement, type StructureElement, walkElements, walkPieces } from "./structure.ts";
import { matchItems, tagLists } from "./tag-lists.ts";
import { tagTable } from "./tag-tables.ts";
import { rankHeadings, tidyStructure } from "./tidy-structure.ts";
import { writeStructure } from "./write-structure.ts";

/** What the finishing of tags has to know of the document that was printed. */
export type DescribedDocument = Partial<
  Pick<PrintDocument, "html" | "pageReferences" | "describePage">
>;

/**
 * Makes the browser's tags what PDF/UA-1 (ISO 14289-1) asks for: every mark on a page is content
 * with a place in the structure or an artifact; items have bodies, notes names, figures places,
 * texts their language; one annotation stands for one link. Nothing changes its looks.
 *
 * @param labelOf a page (from 1) as it is called.
 * @returns whether nothing is left that PDF/UA-1 forbids, as far as it is known here.
 */
export function finishStructure(
  print: Print,
  described: DescribedDocument,
  labelOf: (page: number) => string,
): boolean {
  const structure = takeStructure(print);
  if (structure === undefined) return false;
  const { streams } = structure;
  const contents = readContents(print, streams);
  const root = rootOf(structure.top);
  const openIds = new Set(described.pageReferences?.map(({ elementId }) => elementId));
  const outline = outlineDocument(described.html ?? "", openIds);
  dropDecorations(root, contents, false);
  const readRuns = runReader(print);
  const matching = matchTexts(root, outline.texts, (element) => textOf(element, readRuns));
  checkWords(print, outline.texts, matching, readRuns);
  const { matched } = matching;
  tellTexts(matched);
  const items = matchItems(root, outline.items);
  const links = [...walkElements(root)].filter(({ type }) => type === "Link");
  tidyStructure(root);
  tagLists(root, items);
  const elements = [...walkElements(root)];
  for (const element of elements) {
    if (element.type === "Table") tagTable(element);
    if (element.type === "Figure") placeFigure(print.document, element, contents);
  }
  rankHeadings(elements);
  wrapReferences(root, links, outline);
  mergeLinks(print, links, linkDescriber(print, described, outline, links.length, labelOf));
  writeStructure(print.document, [root], streams);
  const clusters = readClusters(print.document, contents);
  writeContents(print, contents, walkPieces(root), [
    findMissingSpaces(matched, readRuns),
    sayGlyphs(print.document, clusters),
    closeClusters(clusters),
  ]);
  for (const page of print.pages) page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
  return hasAllLinks(print, links);
}

/** Whether each annotation of the pages belongs to a link and says what it is. */
function hasAllLinks({ document, pages }: Print, links: readonly StructureElement[]): boolean {
  const told = new Set<unknown>();
  for (const place of links.flatMap(({ kids }) => kids)) {
    if (place.kind !== "link") continue;
    const annotation = document.context.lookup(place.annotation);
    const words =
      annotation instanceof PDFDict ? annotation.get(PDFName.of("Contents")) : undefined;
    if (words instanceof PDFHexString && words.decodeText() !== "") told.add(place.annotation);
  }
  return pages.every(({ node }) => {
    const annotations = node.lookupMaybe(PDFName.of("Annots"), PDFArray)?.asArray() ?? [];
    return annotations.every((one) => told.has(one));
  });
}

function rootOf(top: readonly StructureElement[]): StructureElement {
  const [only] = top;
  return top.length === 1 && only?.type === "Document" ? only : makeElement("Document", top);
}

/** What the browser painted in a piece of a page. */
function runReader({ document, pages }: Print): RunReader {
  const runs = new Map<number, Map<number, GlyphRun[]>>();
  const readPage = (index: number) => {
    const known = runs.get(index);
    if (known) return known;
    const found = new Map<number, GlyphRun[]>();
    const page = pages[index];
    for (const run of page ? readGlyphRuns(document, page) : []) {
      if (run.mark === undefined) continue;
      const before = found.get(run.mark);
      if (before) before.push(run);
      else found.set(run.mark, [run]);
    }
    runs.set(index, found);
    return found;
  };
  return ({ stream, mcid }) => (stream.isForm ? [] : (readPage(stream.pageIndex).get(mcid) ?? []));
}

function textOf(element: StructureElement, readRuns: RunReader): string {
  const pieces = element.kids.filter((kid) => kid.kind === "content");
  return pieces
    .flatMap(readRuns)
    .map(({ text }) => text)
    .join("");
}

/**
 * Takes out of the structure what is not there to be read: rules and backgrounds, which the browser
 * tags with what they belong to, and pictures without words. Drawn bullets stay, they are labels.
 */
function dropDecorations(element: StructureElement, contents: Contents, isDrawn: boolean): void {
  const isFigure = element.type === "Figure";
  const drawn = isDrawn || element.type === "Lbl" || (isFigure && hasWords(element));
  element.kids = element.kids.filter((kid) => {
    if (kid.kind === "element") dropDecorations(kid, contents, drawn);
    if (kid.kind !== "content") return true;
    const sequence = contents.get(kid.stream)?.sequences.get(kid.mcid);
    return sequence !== undefined && (drawn || (sequence.hasText && !isFigure));
  });
}

function hasWords(figure: StructureElement): boolean {
  const words = figure.entries.get("Alt");
  if (!(words instanceof PDFString || words instanceof PDFHexString)) return false;
  return words.decodeText().trim() !== "";
}

/** Where a figure stands on its page (ISO 32000-1 §14.8.5.4.3). */
function placeFigure(document: PDFDocument, figure: StructureElement, contents: Contents): void {
  const pieces = [...walkPieces(figure)];
  let box: Box | undefined;
  for (const { stream, mcid } of pieces) {
    const own = contents.get(stream)?.sequences.get(mcid)?.box;
    if (own === undefined || stream !== pieces[0]?.stream || stream.isForm) continue;
    box = box === undefined ? own : uniteBoxes(box, own);
  }
  if (box === undefined) return;
  const place = document.context.obj({ O: "Layout", BBox: box.map(roundPoints) });
  const before = figure.entries.get("A");
  const all = before instanceof PDFArray ? before.asArray() : before ? [before] : [];
  figure.entries.set("A", document.context.obj([...all, place]));
}

function roundPoints(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Marks of notes and lines of the contents refer to another place of the book (§14.8.4.4.1). */
function wrapReferences(
  root: StructureElement,
  links: readonly StructureElement[],
  outline: DocumentOutline,
): void {
  const isKnown = links.length === outline.links.length;
  const marks = new Set(links.filter((_, at) => isKnown && outline.links[at]?.isNoteMark));
  const wrap = (element: StructureElement, inContents: boolean) => {
    const within = inContents || element.type === "TOCI";
    element.kids = element.kids.map((kid) => {
      if (kid.kind !== "element") return kid;
      wrap(kid, within);
      if (kid.type !== "Link" || !(within || marks.has(kid))) return kid;
      return makeElement("Reference", [kid]);
    });
  };
  wrap(root, false);
}

function linkDescriber(
  print: Print,
  { describePage }: DescribedDocument,
  outline: DocumentOutline,
  linkCount: number,
  labelOf: (page: number) => string,
): (index: number, annotation: PDFDict) => string {
  const isKnown = linkCount === outline.links.length;
  return (index, annotation) => {
    const text = isKnown ? (outline.links[index]?.text ?? "") : "";
    const place = annotation.get(PDFName.of("Dest"));
    const name = place instanceof PDFName ? place.decodeText() : "";
    const page = print.destinations.get(name);
    if (page !== undefined) {
      const label = labelOf(page);
      const where = describePage?.(label) ?? label;
      return text === "" ? where : `${text} ${where}`;
    }
    const action = annotation.lookupMaybe(PDFName.of("A"), PDFDict);
    const address = action?.lookup(PDFName.of("URI"));
    const isText = address instanceof PDFString || address instanceof PDFHexString;
    return text !== "" || !isText ? text : address.decodeText();
  };
}
