import { type FoldedText, foldText } from "./fold-text.ts";
import { listNaming } from "./naming-languages.ts";
import { findNearWord } from "./near-word.ts";
import type { VocabularyKey } from "./vocabulary.ts";
import { endsOfWords, isWordEdge, isWordPart, skipSeparators, type WordList } from "./word-list.ts";
import type { LanguageWords, Wording } from "./wording.ts";

/** What a text that begins with a word for trainers comes to. */
export interface TrainerPhrase {
  /** Length of the label at the text's beginning, in UTF-16 code units. */
  readonly length: number;
  /**
   * `label`: nothing but "Trainer's note", or that with a colon, a dash or the like behind it.
   * `opening`: other words follow ("Notes for trainers on time"), or it may mean others ("For leaders").
   */
  readonly kind: "label" | "opening";
}

/** Only the beginning of a text can be a label. */
const WINDOW = 120;

/** What the words of a phrase are, as bits. */
const TRAINER = 1;
const LEADER = 2;
const NOTE = 4;
const FOR = 8;

const PARTS: readonly (readonly [VocabularyKey, number])[] = [
  ["trainers", TRAINER],
  ["leaders", LEADER],
  ["notes", NOTE],
  ["for", FOR],
  ["joins", 0],
];

/** What may close a label, and what must come then: the end, or a sign that sets it off. */
const SET_OFF =
  /^(?<label>(?: *#?\p{N}{1,3}(?!\p{N}))?(?: *[([][^()[\]]{0,40}[)\]])?[^\p{L}\p{M}\p{N}:|.–—-]{0,6}) *(?:$|[:|–—]|[.-](?![\p{L}\p{N}]))/u;

/**
 * Reads "Trainer's note", "Nota para la persona facilitadora", "Für Trainer*innen", "הערה למנחה" at
 * the beginning of a text: a word for trainers and one for a note in either order, or "for trainers",
 * with the connecting words of the language between them.
 */
export function matchTrainerPhrase(wording: Wording, text: string): TrainerPhrase | undefined {
  const folded = foldText(text.slice(0, WINDOW));
  let best: TrainerPhrase | undefined;
  for (const words of listNaming(wording, folded.text)) {
    const found = readPhrase(folded, words);
    if (found === undefined) continue;
    if (best === undefined || (found.kind === "label" && best.kind === "opening")) best = found;
  }
  return best;
}

/** "3." and what is no letter may stand before a label. */
const LEAD = /^(?:[^\p{L}\p{N}]|\p{N}{1,2}[.)](?=[^\p{N}])){0,8}/u;

function readPhrase(folded: FoldedText, words: LanguageWords): TrainerPhrase | undefined {
  const { text, places } = folded;
  const start = LEAD.exec(text)?.[0].length ?? 0;
  // Kinds of phrase that end at a place; places are taken in their order, each once.
  const reached = new Map<number, Set<number>>([[start, new Set([0])]]);
  let opening: number | undefined;
  // A colon between letters can be that of a double form: "Trainer:innen".
  let narrow: TrainerPhrase | undefined;
  for (let at = start; at <= text.length; at += 1) {
    for (const bits of reached.get(at) ?? []) {
      const isCertain = meansTrainers(bits);
      if (isCertain || (bits & FOR && bits & LEADER)) {
        const end = SET_OFF.exec(text.slice(at));
        if (end !== null && isCertain) {
          const last = at + (end.groups?.label ?? "").trimEnd().length;
          const phrase = { length: places[last] ?? 0, kind: "label" } as const;
          if (!/:$/.test(end[0]) || !isWordPart(text, at + end[0].length)) return phrase;
          narrow ??= phrase;
        }
        if (end !== null || (isCertain && isWordEdge(text, at))) opening ??= at;
      }
      for (const from of new Set([at, skipSeparators(text, at)])) {
        for (const [end, bit] of partsAt(text, from, words)) {
          const known = reached.get(end) ?? new Set();
          reached.set(end, known.add(bits | bit));
        }
      }
    }
  }
  if (narrow !== undefined) return narrow;
  return opening === undefined ? undefined : { length: places[opening] ?? 0, kind: "opening" };
}

function meansTrainers(bits: number): boolean {
  const isNote = (bits & NOTE) !== 0 && (bits & (TRAINER | LEADER)) !== 0;
  return isNote || ((bits & FOR) !== 0 && (bits & TRAINER) !== 0);
}

function* partsAt(
  text: string,
  from: number,
  { lists }: LanguageWords,
): Generator<readonly [end: number, bit: number]> {
  for (const [key, bit] of PARTS) {
    for (const end of endsOfWords(text, from, lists[key])) {
      yield [end, bit];
      if (key === "for" || key === "joins") continue;
      for (const tail of endsOfEndings(text, end, lists.endings)) yield [tail, bit];
    }
  }
}

/** Signs of double forms: formateur·rice, Trainer*innen, facilitador/a, facilitador@s, formador(a)s. */
const DOUBLE_FORM = /^[·•‧∙.*:_/()'@–-]{1,2}/u;

/** Endings of a word, also behind the signs of double forms; at most three. */
function endsOfEndings(text: string, from: number, endings: WordList): ReadonlySet<number> {
  const ends = new Set<number>();
  let last = [from];
  for (let count = 0; count < 3 && last.length > 0; count += 1) {
    last = last.flatMap((at) => {
      const sign = DOUBLE_FORM.exec(text.slice(at, at + 2))?.[0].length ?? 0;
      const starts = new Set([at, at + sign]);
      return [...starts].flatMap((start) => endsOfWords(text, start, endings));
    });
    for (const end of last) ends.add(end);
  }
  return ends;
}

/**
 * True where a word that can only mean trainers stands anywhere in a text, also with an article or a
 * preposition written to it ("والمدربين").
 */
export function namesTrainers(wording: Wording, text: string): boolean {
  const { text: folded } = foldText(text.slice(0, WINDOW));
  return listNaming(wording, folded).some(({ lists }) => {
    for (let at = 0; at < folded.length; at += 1) {
      if (!isWordPart(folded, at) || !isWordEdge(folded, at)) continue;
      const starts = [
        at,
        ...endsOfWords(folded, at, lists.for),
        ...endsOfWords(folded, at, lists.joins),
      ];
      const isNamed = starts.some((start) =>
        endsOfWords(folded, start, lists.trainers).some((end) =>
          [end, ...endsOfEndings(folded, end, lists.endings)].some((one) =>
            isWordEdge(folded, one),
          ),
        ),
      );
      if (isNamed) return true;
    }
    return false;
  });
}

/** Headings of more words are sentences. */
const MOST_WORDS = 8;

/**
 * True for "Trainner's note": a word for a note, and one that is a letter or two from one for
 * trainers, and is none for participants ("Notes for trainees").
 */
export function seemsMisspelled(wording: Wording, text: string): boolean {
  const { text: folded } = foldText(text.slice(0, WINDOW));
  const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
  if (words.length < 2 || words.length > MOST_WORDS) return false;
  return wording.some(({ lists, trainerForms }) => {
    const isIn = (word: string, list: WordList) =>
      endsOfWords(word, 0, list).some(
        (end) => end === word.length || endsOfEndings(word, end, lists.endings).has(word.length),
      );
    if (!words.some((word) => isIn(word, lists.notes))) return false;
    return words.some(
      (word) =>
        word.length >= 6 &&
        !isIn(word, lists.participants) &&
        !isIn(word, lists.notes) &&
        findNearWord(word, trainerForms, word.length >= 9 ? 2 : 1) !== undefined,
    );
  });
}

/** Whom a single word or a class name means: `formadora`, `للمدربين`, `facilitator-tips`, `מנחה`. */
export function readPerson(
  wording: Wording,
  word: string,
): "trainer" | "participant" | "all" | undefined {
  const { text } = foldText(word.slice(0, WINDOW));
  const isWhole = ({ lists }: LanguageWords, key: VocabularyKey) =>
    [0, ...endsOfWords(text, 0, lists.for), ...endsOfWords(text, 0, lists.joins)].some((start) =>
      endsOfWords(text, skipSeparators(text, start), lists[key]).some((end) =>
        [end, ...endsOfEndings(text, end, lists.endings)].includes(text.length),
      ),
    );
  if (wording.some((words) => isWhole(words, "trainers"))) return "trainer";
  if (matchTrainerPhrase(wording, word.replaceAll(/[_-]+/g, " "))?.length === word.length)
    return "trainer";
  if (wording.some((words) => isWhole(words, "participants"))) return "participant";
  if (wording.some((words) => isWhole(words, "everybody"))) return "all";
  return undefined;
}

/**
 * Whom the words of a short text mean, wherever they stand in it: `tails for trainees`, `tails学员版`.
 * For names of files, which have no grammar.
 */
export function listPersons(
  wording: Wording,
  written: string,
): ReadonlySet<"trainer" | "participant"> {
  const { text } = foldText(written.slice(0, WINDOW));
  const persons = new Set<"trainer" | "participant">();
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordPart(text, at) || !isWordEdge(text, at)) continue;
    for (const { lists } of wording) {
      const starts = [
        at,
        ...endsOfWords(text, at, lists.for),
        ...endsOfWords(text, at, lists.joins),
      ];
      const means = (key: VocabularyKey) =>
        starts.some((start) =>
          endsOfWords(text, start, lists[key]).some((end) =>
            [end, ...endsOfEndings(text, end, lists.endings)].some((one) => isWordEdge(text, one)),
          ),
        );
      if (means("trainers")) persons.add("trainer");
      if (means("participants")) persons.add("participant");
    }
  }
  return persons;
}
