import { directionOf } from "../language/bidi-classes.ts";
import { type DirectedRun, findDirectedRuns } from "../language/directed-runs.ts";
import type { Direction } from "../language/language.ts";
import { type Paragraph, readParagraphs, type Tag } from "./read-paragraphs.ts";
import { type Insertion, wrapRuns } from "./wrap-run.ts";

/** Blocks of Unicode that have letters from the right, or Arabic-Indic digits. */
const FROM_THE_RIGHT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]|dir="rtl"/u;

/**
 * Sets apart, in a whole document, what would lose its order: `<bdi dir="ltr">` round a telephone
 * number in Arabic text, `<bdi dir="rtl">` round Arabic words beside a number in English. Every text
 * of a book passes here, from whatever template or page it comes. What is read and copied stays the
 * same; a document without a letter from the right stays the same to the byte.
 *
 * @param html as the templates and the serialiser write it.
 * @param base the direction around it.
 */
export function markDirections(html: string, base: Direction): string {
  if (base === "ltr" && !FROM_THE_RIGHT.test(html)) return html;
  const insertions: Insertion[] = [];
  const direct = ({ start, name }: Tag, direction: Direction) => {
    insertions.push({ at: start + 1 + name.length, rank: 0, text: ` dir="${direction}"` });
  };
  readParagraphs(html, base, {
    undirected: direct,
    paragraph(paragraph) {
      const { owner, text } = paragraph;
      const runs = findDirectedRuns(text, paragraph.base);
      const [whole] = runs;
      if (
        owner !== undefined &&
        PLAIN.test(owner.text) &&
        whole !== undefined &&
        isSentence(paragraph, whole)
      ) {
        direct(owner, whole.direction);
        for (const one of wrapRuns(paragraph, whole.inner, whole.direction)) insertions.push(one);
      } else {
        for (const one of wrapRuns(paragraph, runs, paragraph.base)) insertions.push(one);
      }
    },
  });
  return insert(html, insertions);
}

/** A paragraph of the text; others have their places on the page. */
const PLAIN = /^<p(?: id="[^"]*")?>$/;

/** Words from which on a paragraph in another direction begins at its own side of the page. */
const SENTENCE_WORDS = 6;

function isSentence({ text, base }: Paragraph, { start, end, direction }: DirectedRun): boolean {
  if (direction === base || (text.slice(0, start) + text.slice(end)).trim() !== "") return false;
  const words = text.split(/\s+/u).filter((word) => Array.from(word).some(directionOf));
  return words.length >= SENTENCE_WORDS;
}

function insert(html: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of insertions.toSorted(
    (one, other) => one.at - other.at || one.rank - other.rank,
  )) {
    parts.push(html.slice(from, at), text);
    from = at;
  }
  return parts.join("") + html.slice(from);
}
