import { dropInvisible, GONE, markInvisible } from "./invisible-characters.ts";
import { keepIdeographs } from "./variants.ts";

/** Arabic Presentation Forms-A and -B; what of them stands for no letter decomposes to itself. */
const FORM = /[\uFB50-\uFDFF\uFE70-\uFEFC]/g;
const FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g;
/** A letter or mark of Arabic, on which a mark can stand; forms are letters too. */
const ARABIC = /(?=[\p{L}\p{M}])\p{scx=Arab}/u;
/** A mark with what carries it where it stands alone: a space, or the stroke between two letters. */
const CARRIED = /^[ \u0640](?=\p{M})/u;

/** What each form stands for, and whether it joins the letters beside it. */
const SPELLINGS: ReadonlyMap<string, Spelling> = listSpellings();

interface Spelling {
  readonly letters: string;
  /** The mark alone, of a form that carries one. */
  readonly mark?: string;
  readonly joinsPrevious: boolean;
  readonly joinsNext: boolean;
}

function listSpellings(): ReadonlyMap<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  let last = "";
  let place = 0;
  for (let code = 0xfb50; code <= 0xfefc; code += 1) {
    const form = String.fromCharCode(code);
    const letters = form.normalize("NFKC");
    // A letter's forms follow each other: alone, at the end of a word, at its beginning, within.
    place = letters === last ? place + 1 : 0;
    last = letters;
    if (letters === form || form.match(FORM) === null) continue;
    spellings.set(form, {
      letters,
      ...(CARRIED.test(letters) ? { mark: letters.replace(CARRIED, "") } : {}),
      joinsPrevious: place === 1 || place === 3,
      joinsNext: place > 1,
    });
  }
  return spellings;
}

/**
 * A text in the one form in which texts are read, compared and set: without signs that nobody sees and
 * that mean nothing in their place (`invisible-characters.ts`), composed (NFC), and with Arabic letters in place
 * of the forms that a PDF or an old program has of them, which no search finds and few fonts draw. Only
 * these two blocks are decomposed: `²` and `ﬁ` stay what they are.
 */
export function composeText(text: string): string {
  return composeLetters(dropInvisible(text));
}

/** Letters of Latin that have their accents, and signs between words: composed already (NFC). */
const COMPOSED = /^[\0-\u02FF\u2010-\u2027]*$/;

/** The same for the letters alone. */
export function composeLetters(text: string): string {
  if (COMPOSED.test(text)) return text;
  return keepIdeographs(text)
    .replace(FORM, (form, at: number) => {
      const { letters, mark } = SPELLINGS.get(form) ?? { letters: form };
      return mark !== undefined && ARABIC.test(text.charAt(at - 1)) ? mark : letters;
    })
    .normalize("NFC");
}

/** A row of Arabic letters in presentation forms. */
export interface FormRun {
  /** UTF-16 offset in the text. */
  readonly at: number;
  readonly forms: string;
}

/** Words and the sign of a coin that people type as one sign (Unicode names U+FDF2, U+FDFA–U+FDFD). */
const ORDINARY = /^[\uFDF2\uFDFA-\uFDFD]+$/;

/** The rows of a text that {@link composeText} spells anew, and that nobody types. */
export function findForms(text: string): readonly FormRun[] {
  return Array.from(text.matchAll(FORMS), ({ index, 0: forms }) => ({ at: index, forms })).filter(
    ({ forms }) => forms.normalize("NFKC") !== forms && !ORDINARY.test(forms),
  );
}

/**
 * True where the letters of these rows join their neighbours only when they are read from the last to
 * the first: a PDF was copied as it is seen, and the words stand backwards.
 */
export function areBackwards(runs: readonly FormRun[]): boolean {
  let forwards = 0;
  let backwards = 0;
  for (const { forms } of runs) {
    for (let at = 1; at < forms.length; at += 1) {
      const first = SPELLINGS.get(forms.charAt(at - 1));
      const second = SPELLINGS.get(forms.charAt(at));
      const reads = first?.joinsNext === second?.joinsPrevious;
      const readsBack = first?.joinsPrevious === second?.joinsNext;
      if (reads && !readsBack) forwards += 1;
      if (readsBack && !reads) backwards += 1;
    }
  }
  return backwards > 1 && backwards > forwards;
}

/** Before every other sign a text can be parted, and its parts composed apart from each other. */
const APART = /(?=[^\p{M}\u1160-\u11FF\u{16D63}-\u{16D6A}\uFB50-\uFDFF\uFE70-\uFEFC])/u;

/** Where a place of a composed line is in the line as it was written; in UTF-16 code units, from 0. */
export interface LineTrace {
  /** Of the sign to which an offset belongs. */
  startOf(composedOffset: number): number;
  /** Behind the sign that ends there. */
  endOf(composedOffset: number): number;
}

/** The way back from `composeText(written)`; undefined where that is the line itself. */
export function traceLine(written: string): LineTrace | undefined {
  if (composeText(written) === written) return undefined;
  const marked = markInvisible(written);
  const kept: number[] = [];
  for (let at = 0; at < marked.length; at += 1) if (marked[at] !== GONE) kept.push(at);
  const { startOf, endOf } = traceLetters(marked.replaceAll(GONE, ""));
  return {
    startOf: (offset) => kept[startOf(offset)] ?? written.length,
    endOf: (offset) => (kept[endOf(offset) - 1] ?? written.length - 1) + 1,
  };
}

function traceLetters(written: string): LineTrace {
  const parts = written.split(APART);
  const starts = sumUp(parts.map((part) => part.length));
  const composed = sumUp(parts.map((part) => composeLetters(part).length));
  const last = parts.length - 1;
  const partAt = (offset: number) => Math.min(countUpTo(composed, offset) - 1, last);
  const within = (index: number, offset: number) => {
    const part = parts[index] ?? "";
    const sought = offset - (composed[index] ?? 0);
    return { part, sought, from: starts[index] ?? 0 };
  };
  return {
    startOf(offset) {
      const { part, sought, from } = within(partAt(offset), offset);
      return from + (sought > composeLetters(part).length ? part.length : lengthFor(part, sought));
    },
    endOf(offset) {
      const { part, sought, from } = within(partAt(Math.max(offset - 1, 0)), offset);
      const length = lengthFor(part, sought);
      const isWhole = composeLetters(part.slice(0, length)).length >= sought;
      const end = isWhole ? length : length + 1;
      return (
        from + Math.min(end + (/^\p{M}+/u.exec(part.slice(end))?.[0].length ?? 0), part.length)
      );
    },
  };
}

/** How much of a part makes no more than so many signs; a letter and its marks are not parted. */
function lengthFor(part: string, composedLength: number): number {
  let low = 0;
  let high = part.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (composeLetters(part.slice(0, middle)).length <= composedLength) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sumUp(lengths: readonly number[]): readonly number[] {
  let sum = 0;
  return lengths.map((length) => {
    sum += length;
    return sum - length;
  });
}

/** How many of the rising numbers are at most the given one. */
export function countUpTo(rising: readonly number[], most: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
