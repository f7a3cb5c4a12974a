/** What may stand around a run of `*`, `_` or `~`. */
export interface DelimiterRun {
  readonly text: string;
  /** UTF-16 offsets of the run. */
  readonly start: number;
  readonly end: number;
}

export interface Flanks {
  readonly can_open: boolean;
  readonly can_close: boolean;
  readonly length: number;
}

/** Scripts whose words have no spaces between them (Unicode Standard Annex 14, §3.1), with Korean. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}\p{Script=Yi}\p{Script=Cham}ー々〆〇]/u;

const LETTER = /[\p{L}\p{M}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

/** `a*(b)*c` is a sum as often as not, in the letters that sums are written in. */
const OF_SUMS = /[\p{Script=Latin}\p{Script=Greek}]/u;

const DIGIT = /\p{N}/u;
const SPACE = /^\s?$/;

/** Signs with which no emphasis begins, and with which none ends. */
const ENDS = /[\p{Pe}\p{Pf}.,;:!?。，；：！？、،؛؟]/u;
const BEGINS = /[\p{Ps}\p{Pi}]/u;

/**
 * CommonMark (§6.2) asks for a space or a sign outside of emphasis that begins or ends with a sign:
 * `รหัส**"ลับ"**ต้อง`, `و**«كلمة»**` and `**Note:**text` print their asterisks. A letter outside is
 * as good here: of any script beside two signs, of all but Latin and Greek beside one. Underscores
 * part a word only where words have no spaces, and never a file's name.
 *
 * @param flanks as CommonMark has them
 */
export function widenFlanks({ text, start, end }: DelimiterRun, flanks: Flanks): Flanks {
  const before = characterBefore(text, start);
  const after = characterAfter(text, end);
  // A code to dial, `*123*4#`, or a product: its signs are no marks, as CommonMark takes them.
  if (text[start] === "*" && flanks.length === 1 && DIGIT.test(before) && DIGIT.test(after)) {
    return { ...flanks, can_open: false, can_close: false };
  }
  if (SPACE.test(before) || SPACE.test(after)) return flanks;
  if (text[start] === "_") {
    if (isInName(text, start, end)) return flanks;
    const isBeside = (outer: string, inner: string) =>
      (UNSPACED.test(outer) && !/\p{N}/u.test(inner)) ||
      (flanks.length > 1 && LETTER.test(outer) && !LETTER_OR_DIGIT.test(inner));
    return {
      ...flanks,
      can_open: flanks.can_open || (isBeside(before, after) && !ENDS.test(after)),
      can_close: flanks.can_close || (isBeside(after, before) && !BEGINS.test(before)),
    };
  }
  const isWord = (sign: string) =>
    flanks.length > 1 ? LETTER_OR_DIGIT.test(sign) : LETTER.test(sign) && !OF_SUMS.test(sign);
  return {
    ...flanks,
    can_open: flanks.can_open || (isWord(before) && !ENDS.test(after)),
    can_close: flanks.can_close || (isWord(after) && !BEGINS.test(before)),
  };
}

function characterBefore(text: string, position: number): string {
  return [...text.slice(Math.max(0, position - 2), position)].at(-1) ?? "";
}

function characterAfter(text: string, position: number): string {
  return [...text.slice(position, position + 2)][0] ?? "";
}

/** `报告_最终_版.docx`, `ไฟล์/สำเนา_เก่า_1`, `@用户_名_字`. */
function isInName(text: string, start: number, end: number): boolean {
  const before = /[\p{L}\p{M}\p{N}_.@/\\-]*$/u.exec(text.slice(Math.max(0, start - 80), start));
  const after = /^[\p{L}\p{M}\p{N}_.@/\\-]*/u.exec(text.slice(end, end + 80));
  const word = `${before?.[0] ?? ""}_${after?.[0] ?? ""}`;
  return /[@/\\]|\.[A-Za-z][A-Za-z0-9]{0,4}(?![A-Za-z0-9])/.test(word);
}
