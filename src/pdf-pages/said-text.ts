import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import { decodeText } from "../pdf-syntax/pdf-value.ts";
import type { Structure, StructureElement } from "./read-structure.ts";

/** Signs of one piece that are kept; a longer one is not compared. */
const MOST_SIGNS = 20_000;
/** Letters that one sign of a font can stand for, where it has no table that says it. */
const MOST_OF_A_GLYPH = 3;
/** What programs, and not people, read: words of other languages and abbreviations come with it. */
export const SAYING = ["ActualText", "Alt", "E", "T"] as const;

/** What a mark or an element says of the text within it, to be held against what is drawn (ISO 32000-1 §14.9). */
export class SaidText {
  readonly #said: string;
  #drawn = "";
  #unnamed = 0;

  constructor(said: Uint8Array | string) {
    this.#said = typeof said === "string" ? said : decodeText(said.subarray(0, MOST_SIGNS));
  }

  draw(text: string): void {
    // Dots of Nastaliq are glyphs of their own, which a font's table calls nothing that is seen.
    if (/^\p{C}*$/u.test(text)) this.#unnamed += 1;
    else if (this.#drawn.length < MOST_SIGNS) this.#drawn += text;
  }

  /** How many signs are said, and not drawn. */
  countUndrawn(): number {
    const left = new Map<string, number>();
    for (const sign of listSigns(this.#drawn)) left.set(sign, (left.get(sign) ?? 0) + 1);
    let missing = 0;
    for (const sign of listSigns(this.#said)) {
      const count = left.get(sign) ?? 0;
      if (count === 0) missing += 1;
      else left.set(sign, count - 1);
    }
    return Math.max(0, missing - MOST_OF_A_GLYPH * this.#unnamed);
  }
}

/** Marks in each other that say what they enclose. */
const MOST_SAYING = 16;

/** The marks that are open where something is drawn. */
export class SaidTexts {
  readonly #open: SaidText[] = [];
  /** How many of them each mark added. */
  readonly #counts: number[] = [];

  /** @returns false where there are too many: what is said by this one is not compared. */
  enter(said: readonly (Uint8Array | undefined)[]): boolean {
    const isFull = this.#open.length >= MOST_SAYING;
    let count = 0;
    for (const one of said) {
      if (one === undefined || isFull) continue;
      this.#open.push(new SaidText(one));
      count += 1;
    }
    this.#counts.push(count);
    return !isFull || said.every((one) => one === undefined);
  }

  /** @returns how many signs the last mark said that were not drawn. */
  leave(): number {
    let undrawn = 0;
    for (let count = this.#counts.pop() ?? 0; count > 0; count -= 1)
      undrawn += this.#open.pop()?.countUndrawn() ?? 0;
    return undrawn;
  }

  draw(text: string): void {
    for (const one of this.#open) one.draw(text);
  }
}

/** Elements that are of no letters, and are described. */
const DESCRIBED = new Set(["Figure", "Formula", "Form", "Link", "Annot"]);

/** What elements of the structure say of the text in them, and in those below. */
export class ElementTexts {
  readonly #own = new Map<StructureElement, readonly SaidText[]>();
  readonly #around = new Map<StructureElement, readonly SaidText[]>();

  constructor(file: PdfFile, structure: Structure | undefined) {
    for (const element of structure?.elements ?? []) {
      const said = SAYING.flatMap((key) => {
        const text = file.text(element.dict.get(key)) ?? "";
        const isDescription = key === "Alt" && DESCRIBED.has(element.role);
        // What stands before an entry of a list may be drawn as a shape.
        const isBullet = element.role === "Lbl" && text.length <= MOST_OF_A_GLYPH;
        return text === "" || isDescription || isBullet ? [] : [new SaidText(text)];
      });
      if (said.length > 0) this.#own.set(element, said);
    }
  }

  /** Those that speak of what an element shows. */
  of(element: StructureElement | undefined): readonly SaidText[] {
    if (element === undefined || this.#own.size === 0) return [];
    const known = this.#around.get(element);
    if (known !== undefined) return known;
    const found = [...this.of(element.parent), ...(this.#own.get(element) ?? [])];
    this.#around.set(element, found);
    return found;
  }

  *listUndrawn(): Iterable<{ readonly page: number; readonly count: number }> {
    for (const [{ page = 1 }, said] of this.#own)
      for (const one of said) yield { page, count: one.countUndrawn() };
  }
}

/** What is written from right to left shows them turned (Unicode, UAX 9 §3.4). */
const MIRRORED: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "}": "{",
  ">": "<",
  "»": "«",
  "›": "‹",
};

/** Letters and signs in one form, without spaces, breaks, marks, which fonts draw in any order, and what only joins. */
function listSigns(text: string): Iterable<string> {
  return text
    .slice(0, MOST_SIGNS)
    .normalize("NFKD")
    .replace(/[\s\p{M}\p{C}\u2010\u2011-]/gu, "")
    .replace(/[)\]}>»›]/g, (sign) => MIRRORED[sign] ?? sign)
    .toLowerCase();
}
