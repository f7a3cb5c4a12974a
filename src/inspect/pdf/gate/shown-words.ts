import { decodeText } from "../../../pdf-syntax/pdf-value.ts";
import type { PdfDocument } from "../read-document.ts";

const LONGEST = 20_000;
/** Behind the text of a link: on which page its place is, in one word. */
const ON_PAGE = /\s*\([^()\s\p{Nd}]{0,12}\s?\p{Nd}{1,5}\)$/u;

const FROM_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Whether words that stand beside the pages are told by them, or are where a link leads. */
export function findShownWords({ scan, survey }: PdfDocument): (value: Uint8Array) => boolean {
  let shown: string | undefined;
  return (value) => {
    shown ??= [scan.text, ...survey.actions.map(({ target }) => target)].map(fold).join("\n");
    const text = decodeText(value.subarray(0, LONGEST));
    if (value.length > LONGEST) return false;
    return [text, text.replace(ON_PAGE, "")].some((one) => isShown(shown ?? "", one));
  };
}

function isShown(shown: string, text: string): boolean {
  if (isIn(shown, fold(text))) return true;
  // A line of both directions is drawn in another order than it is read: word by word it is the same.
  const words = FROM_RIGHT.test(text) ? (text.match(WORD) ?? []) : [];
  return words.length > 0 && words.every((one) => hasLettersTogether(shown, fold(one)));
}

/** Whether so many letters in a row are those of a word: joined ones keep their order, others turn. */
function hasLettersTogether(shown: string, word: string): boolean {
  const left = new Map<string, number>();
  for (const letter of word) left.set(letter, (left.get(letter) ?? 0) + 1);
  let wrong = left.size;
  const move = (letter: string, by: 1 | -1) => {
    const before = left.get(letter) ?? 0;
    if (before === 0) wrong += 1;
    if (before + by === 0) wrong -= 1;
    left.set(letter, before + by);
  };
  for (let at = 0; at < shown.length && wrong > 0; at += 1) {
    move(shown.charAt(at), -1);
    if (at >= word.length) move(shown.charAt(at - word.length), 1);
  }
  return wrong === 0;
}

/** Lines from right to left may stand in a PDF as they are seen. */
function isIn(shown: string, folded: string): boolean {
  return shown.includes(folded) || shown.includes([...folded].reverse().join(""));
}

/** Letters and digits only: spaces, marks and breaks are drawn in many ways. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}
