import { PDFArray, PDFDict, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import type { DocumentItem } from "./outline-document.ts";
import { makeElement, type StructureElement, walkElements } from "./structure.ts";
import { isBlock, wrapLines } from "./tidy-structure.ts";

/** The marks that the browser draws instead of writing them, by `ListNumbering` (§14.8.5.5). */
const BULLETS: Readonly<Record<string, string>> = { Disc: "•", Circle: "◦", Square: "▪" };

/** What the items of the document are, where the print has as many; nothing is known otherwise. */
export function matchItems(
  root: StructureElement,
  items: readonly DocumentItem[],
): ReadonlyMap<StructureElement, DocumentItem> {
  const all = [...walkElements(root)].filter(({ type }) => type === "LI");
  if (all.length !== items.length) return new Map();
  return new Map(all.map((item, index) => [item, items[index] ?? "plain"]));
}

/**
 * Gives each item of a list its body (ISO 32000-1 §14.8.4.3.3), drawn bullets their sign, notes
 * their `Note`, and makes the list of the contents a table of contents.
 */
export function tagLists(
  root: StructureElement,
  found: ReadonlyMap<StructureElement, DocumentItem>,
): void {
  const lists = [...walkElements(root)].filter(({ type }) => type === "L");
  // From the innermost outwards: what is in an item is whole before the item is.
  for (const list of lists.reverse()) {
    const bullet = BULLETS[numberingOf(list)];
    const own = list.kids.filter((kid) => kid.kind === "element" && kid.type === "LI");
    if (own.length === 0) continue;
    const isContents = own.every((kid) => kid.kind === "element" && found.get(kid) === "contents");
    list.kids = list.kids.map((kid) => {
      if (kid.kind !== "element" || kid.type !== "LI") return makeItem(kid);
      return isContents ? tagContentsItem(kid) : tagItem(kid, bullet, found.get(kid) === "note");
    });
    if (isContents) list.type = "TOC";
    if (isContents) list.entries.delete("A");
  }
}

/** A list has items and nothing else. */
function makeItem(kid: StructureElement["kids"][number]): StructureElement {
  if (kid.kind === "element" && (kid.type === "L" || kid.type === "Caption")) return kid;
  return makeElement("LI", [makeElement("LBody", [kid])]);
}

function tagItem(
  item: StructureElement,
  bullet: string | undefined,
  isNote: boolean,
): StructureElement {
  const labels = item.kids.filter((kid) => kid.kind === "element" && kid.type === "Lbl");
  const rest = item.kids.filter((kid) => !labels.includes(kid));
  for (const label of labels) {
    if (label.kind !== "element" || bullet === undefined) continue;
    label.entries.set("ActualText", PDFHexString.fromText(bullet));
  }
  const whole = rest.some(isBlock) ? wrapLines(rest) : rest;
  const body = makeElement("LBody", isNote ? [makeElement("Note", whole)] : whole);
  item.kids = rest.length === 0 ? labels : [...labels, body];
  return item;
}

/** A line of the contents, and the contents below it. */
function tagContentsItem(item: StructureElement): StructureElement {
  item.type = "TOCI";
  item.kids = wrapLines(item.kids);
  return item;
}

function numberingOf(list: StructureElement): string {
  const attributes = list.entries.get("A");
  const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const one of all) {
    const name = one instanceof PDFDict ? one.get(PDFName.of("ListNumbering")) : undefined;
    if (name instanceof PDFName) return name.decodeText();
  }
  return "";
}
