import { readGlyphRuns } from "../../pdf-file/read-glyphs.ts";
import { PdfError } from "../pdf-error.ts";
import type { Print } from "../read-print.ts";
import { keepLetters, type Matching } from "./match-texts.ts";
import type { DocumentText } from "./outline-document.ts";
import type { RunReader } from "./part-words.ts";

/** So much of a text must be found among what stands for no text; the rest is as it is drawn. */
const ENOUGH = 0.7;

/** So many lost texts are told. */
const MOST_TOLD = 10;

/**
 * Throws PdfError `lost` where a text of the document is on no page: not drawn at all, or beyond the
 * edge of what can be seen. Each text of a chapter must stand in its place; what a cover or the
 * contents say may stand anywhere in the book. Of a text that has no element of its own (a heading
 * of a table that is repeated, letters in a form) the letters must be left over somewhere.
 */
export function checkWords(
  print: Print,
  texts: readonly DocumentText[],
  { matched, others }: Matching,
  readRuns: RunReader,
): void {
  const drawn = new Set(matched.map(({ text }) => text));
  const missing = texts.filter((one) => !drawn.has(one) && !one.isOpen && lettersOf(one) !== "");
  const lost = new Set<DocumentText>();
  if (missing.length > 0) {
    const all = [...drawn].map(lettersOf).concat(others.map(keepWords)).join(" ");
    const left = countLetters(others.join("") + readForms(print));
    for (const text of missing) {
      const letters = lettersOf(text);
      if (!text.isSaidHere && all.includes(letters)) continue;
      if (!takeLetters(left, letters)) lost.add(text);
    }
  }
  for (const { element, text } of matched) {
    const runs = element.kids.flatMap((kid) => (kid.kind === "content" ? readRuns(kid) : []));
    if (runs.some(({ isCutOff }) => isCutOff)) lost.add(text);
  }
  if (lost.size > 0) throw describeLost(texts, lost);
}

function describeLost(texts: readonly DocumentText[], lost: ReadonlySet<DocumentText>): PdfError {
  const told = texts.flatMap((one, at) => {
    if (!lost.has(one)) return [];
    const next = texts[at + 1]?.text.trim() ?? "";
    const before = next === "" ? "" : `, before ${JSON.stringify(shorten(next))}`;
    return [{ words: [one.text.trim(), next], line: JSON.stringify(shorten(one.text)) + before }];
  });
  const more = told.length - MOST_TOLD;
  const details = told.slice(0, MOST_TOLD).map(({ line }) => line);
  if (more > 0) details.push(`and ${more} more`);
  const first = told[0]?.words ?? [];
  const words = JSON.stringify(shorten(first[0] ?? ""));
  return new PdfError("lost", { details, lost: first }, { words });
}

function shorten(text: string): string {
  return text.trim().slice(0, 60);
}

function lettersOf({ text }: DocumentText): string {
  return keepWords(keepLetters(text));
}

/** Without marks and signs: capitals of a style lose some of them. */
function keepWords(letters: string): string {
  return letters
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/\u00DF/g, "ss")
    .replace(/\u03C2/g, "\u03C3");
}

/** Forms have no marks of their own: their letters are taken together. */
function readForms({ document, pages }: Print): string {
  return pages
    .flatMap((page) => readGlyphRuns(document, page))
    .map(({ isInForm, text }) => (isInForm ? keepLetters(text) : ""))
    .join("");
}

function countLetters(text: string): Map<string, number> {
  const left = new Map<string, number>();
  for (const letter of keepWords(text)) left.set(letter, (left.get(letter) ?? 0) + 1);
  return left;
}

/** Takes the letters of a text away, where enough of them are there. */
function takeLetters(left: Map<string, number>, letters: string): boolean {
  const wanted = countLetters(letters);
  let [found, all] = [0, 0];
  for (const [letter, count] of wanted) {
    found += Math.min(count, left.get(letter) ?? 0);
    all += count;
  }
  if (found < ENOUGH * all) return false;
  for (const [letter, count] of wanted) {
    left.set(letter, Math.max(0, (left.get(letter) ?? 0) - count));
  }
  return true;
}
