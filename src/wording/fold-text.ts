/** A text in one spelling, and where each of its UTF-16 code units stood. */
export interface FoldedText {
  readonly text: string;
  /** Offsets in the text as it was written; one more than there are units, for the end. */
  readonly places: readonly number[];
}

/**
 * Marks that authors put in or leave out, after decomposition: accents, Hebrew points, Arabic vowel
 * signs, the letter stretcher, and what is not seen. The vowels of Indic and South-East Asian
 * scripts are no such marks.
 */
const LOOSE =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u065F\u0670\u06D6-\u06ED\u0640]|\p{Default_Ignorable_Code_Point}/gu;

/** Letters that are written one for the other, and signs with a plain form. */
const SAME: ReadonlyMap<string, string> = new Map([
  ["ي", "ی"],
  ["ى", "ی"],
  ["ك", "ک"],
  ["ة", "ه"],
  ["ە", "ه"],
  ["ß", "ss"],
  ["ı", "i"],
  ["ø", "o"],
  ["đ", "d"],
  ["ł", "l"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u02BC", "'"],
  ["\u00B4", "'"],
  ["`", "'"],
]);

/**
 * Brings a text into the one spelling in which words are compared: lower case, no accents, Persian
 * letters for Arabic ones, plain spaces and apostrophes, no half spaces or marks of direction.
 */
export function foldText(text: string): FoldedText {
  if (ASCII.test(text)) return foldAscii(text);
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const written of text) {
    const plain = foldCharacter(written);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    folded += plain;
    at += written.length;
  }
  places.push(at);
  return { text: folded, places };
}

const ASCII = /^[\0-\x7F]*$/;

/** Each unit stays one unit: most texts need no look at their characters one by one. */
function foldAscii(text: string): FoldedText {
  const places: number[] = [];
  for (let at = 0; at <= text.length; at += 1) places.push(at);
  return { text: spellAscii(text), places };
}

function spellAscii(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\t-\r]/g, " ")
    .replaceAll("`", "'");
}

function foldCharacter(written: string): string {
  if (written <= "\u007F") return spellAscii(written);
  // Syllables stay whole: their parts are letters to everything that asks where a word ends.
  if (/\p{Script=Hangul}/u.test(written)) return written.normalize("NFC");
  const parts = written.normalize("NFKD").toLowerCase().normalize("NFKD").replace(LOOSE, "");
  let plain = "";
  for (const part of parts) plain += /\s/.test(part) ? " " : (SAME.get(part) ?? part);
  return plain;
}
