import { PDFHexString, PDFString } from "@cantoo/pdf-lib";
import type { DocumentText } from "./outline-document.ts";
import { type StructureElement, walkElements } from "./structure.ts";

/** A text of the document and the element that stands for it. */
export interface MatchedText {
  readonly element: StructureElement;
  readonly text: DocumentText;
  /** The browser wrote the space that parts it from the next as a text of its own. */
  isSpaced: boolean;
}

/** So many texts of the document may be without an element before one that has it. */
const REACH = 12;

/** What the texts of a document became. */
export interface Matching {
  readonly matched: readonly MatchedText[];
  /** The letters of elements that stand for none of them. */
  readonly others: readonly string[];
}

/**
 * Finds for every text of the document the element that the browser made of it: one for each text,
 * in the same order. Letters decide; where the browser writes them in the order of painting (all
 * that runs from the right), the same letters in any order. What has no match is left alone.
 *
 * @param read what the print has in an element.
 */
export function matchTexts(
  root: StructureElement,
  texts: readonly DocumentText[],
  read: (element: StructureElement) => string,
): Matching {
  const wanted = texts.map(({ text, isOpen }) => ({
    letters: keepLetters(text),
    isOpen,
    mayBreak: text.includes(SOFT_HYPHEN),
  }));
  const found: MatchedText[] = [];
  const others: string[] = [];
  let next = 0;
  for (const element of walkElements(root)) {
    if (element.kids.length === 0 || element.kids.some((kid) => kid.kind !== "content")) continue;
    const letters = keepLetters(read(element));
    const last = found.at(-1);
    if (letters === "" && last) last.isSpaced = true;
    if (letters === "") continue;
    const before = next;
    for (let at = next; at < Math.min(next + REACH, wanted.length); at += 1) {
      const candidate = wanted[at];
      const text = texts[at];
      if (candidate === undefined || text === undefined) break;
      const isSame = candidate.isOpen
        ? /^[\p{N}ivxlcdm]+$/u.test(letters)
        : hasSameLetters(candidate.letters, letters) ||
          (candidate.mayBreak && dropHyphens(candidate.letters) === dropHyphens(letters));
      if (!isSame) continue;
      found.push({ element, text, isSpaced: false });
      next = at + 1;
      break;
    }
    if (next === before) others.push(letters);
  }
  return { matched: found, others };
}

/**
 * Tells the language of each text that has another than the document, and the text itself where it
 * runs from the right: there the browser writes the signs as they are painted, which is not the
 * order in which they are read. Words that may be parted by a hyphen are told without it (ISO 32000-1 §14.9.2, §14.9.4).
 */
export function tellTexts(matched: readonly MatchedText[]): void {
  for (const { element, text } of matched) {
    if (text.language !== undefined) element.entries.set("Lang", PDFString.of(text.language));
    if (text.isOpen || !(isFromRight(text.text) || text.text.includes(SOFT_HYPHEN))) continue;
    const said = text.text.replaceAll(SOFT_HYPHEN, "");
    element.entries.set("ActualText", PDFHexString.fromText(said));
  }
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const SOFT_HYPHEN = "\u00AD";

/** Whether signs of a text are written from the right. */
export function isFromRight(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Capitals may come of a style; spaces and signs that are not seen change with the lines. */
export function keepLetters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "");
}

function dropHyphens(letters: string): string {
  return letters.replace(/[-\u2010]/g, "");
}

function hasSameLetters(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length !== other.length || !RIGHT_TO_LEFT.test(one)) return false;
  return [...one].sort().join("") === [...other].sort().join("");
}
