import { UNBROKEN } from "../../language/invisible-characters.ts";

/** Where lines of writings without spaces may break; the parts of a vowel come with one as well. */
const BREAK = new RegExp(
  `(?<=${UNBROKEN})\\u200B(?![\\u200B-\\u200F])|(?<![\\u200B-\\u200F])\\u200B(?=${UNBROKEN})`,
  "gu",
);
/** One alone, or with what keeps it to its word: whether a writing needs it there is unknown. */
const JOINER =
  /(?<![\u200B-\u200F\u2060-\u2064])(?:\u200C|\u200D|\u2060){1,2}(?![\u200B-\u200F\u2060-\u2064])/g;
/** A mark that comes from a face of its own begins a piece, and stands on the letter before it. */
const PARTED = /\s+(?=\p{M})/gu;

/** The text of pages as a reader would copy it. Words come in pieces, which a PDF sets apart. */
export function joinPieces(text: string): string {
  return text.replace(BREAK, "").replace(JOINER, "").replace(PARTED, "");
}
