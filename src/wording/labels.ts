import { foldText } from "./fold-text.ts";
import { endOfWord, endsOfWords, isWordEdge, skipSeparators } from "./word-list.ts";
import type { LanguageWords, Wording } from "./wording.ts";

/** Only the beginning of a text can be a label. */
const WINDOW = 120;

/** A step's label at the beginning of a text. */
export interface StepLabel {
  /** "Step 3", as the author writes it. */
  readonly label: string;
  /** Length of label, separator and the white space around it. */
  readonly length: number;
  /** True where a colon, a bar, a dash or the end follows. */
  readonly isSeparated: boolean;
}

/** Digits of any script, Roman and Chinese numerals; what follows them is asked elsewhere. */
const NUMBER =
  /^(?:#|n[o°]\.? ?|nr\.? ?)?(?:\p{Nd}{1,3}(?:[a-d](?![\p{L}\p{N}]))?|[ivx]{1,5}|[一二三四五六七八九十百]{1,4}|[\u1369-\u137C]{1,3})/u;

const BEHIND = /^(?:(\s*[:：|.،，、\-–—]+\s*|\s*$)|\s+)/u;

/** Reads "Step 3: ", "Paso 3 |", "Étape 3 –", "الخطوة ٣:", "گام سوم", "3단계:", "第三步". */
export function matchStep(wording: Wording, text: string): StepLabel | undefined {
  const start = text.slice(0, WINDOW);
  const { text: folded, places } = foldText(start);
  const bracket = /^\([^()]{1,24}\) */.exec(folded)?.[0].length ?? 0;
  for (const words of wording) {
    for (const end of endsOfSteps(folded, bracket, words)) {
      const length = places[end] ?? 0;
      const behind = BEHIND.exec(start.slice(length));
      if (behind === null) continue;
      return {
        label: start.slice(0, length),
        length: length + behind[0].length,
        isSeparated: behind[1] !== undefined,
      };
    }
  }
  return undefined;
}

function endsOfSteps(text: string, from: number, { steps, lists }: LanguageWords): number[] {
  const found: number[] = [];
  for (const { before, after } of steps) {
    const start = before === "" ? from : endOfWord(text, from, before);
    if (start === undefined) continue;
    const at = before === "" ? start : skipSpaces(text, start);
    const number = NUMBER.exec(text.slice(at))?.[0].length;
    const ends = endsOfWords(text, at, lists.ordinals);
    for (const end of number === undefined ? ends : [at + number, ...ends]) {
      const last = after === "" ? end : endOfWord(text, skipSeparators(text, end), after);
      if (last !== undefined && isWordEdge(text, last)) found.push(last);
    }
  }
  return found;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at += 1;
  return at;
}

/** What such a heading can name. */
const KINDS = ["materials", "needs"] as const;

/** True for the heading of a list of things to bring. */
export function isMaterialsHeading(wording: Wording, text: string): boolean {
  if (text.length > WINDOW) return false;
  const folded = foldText(text.trim()).text.replace(/ *(?:\([^()]{1,40}\) *)?:?$/, "");
  const starts = [0, skipSeparators(folded, 0)];
  return wording.some(({ lists }) => {
    const begins = (at: number) =>
      KINDS.some((key) => endsOfWords(folded, at, lists[key]).length > 0);
    if (!starts.some(begins)) return false;
    // Places that a run of such words reaches, and whether one of them is of the first kind.
    const reached = new Map([[0, false]]);
    for (let at = 0; at < folded.length; at += 1) {
      const hasMaterials = reached.get(at);
      if (hasMaterials === undefined) continue;
      for (const from of new Set([at, skipSeparators(folded, at)])) {
        for (const key of KINDS) {
          for (const end of endsOfWords(folded, from, lists[key])) {
            if (!isWordEdge(folded, end)) continue;
            const has = hasMaterials || key === "materials" || reached.get(end) === true;
            reached.set(end, has);
          }
        }
      }
    }
    return reached.get(folded.length) === true;
  });
}
