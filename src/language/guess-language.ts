import { isUnnamed } from "./language.ts";

/** Scripts that are as good as one language's. */
const OWN_SCRIPT: Readonly<Record<string, string>> = {
  Armn: "hy",
  Cher: "chr",
  Geor: "ka",
  Grek: "el",
  Gujr: "gu",
  Guru: "pa",
  Jpan: "ja",
  Khmr: "km",
  Knda: "kn",
  Kore: "ko",
  Laoo: "lo",
  Mlym: "ml",
  Olck: "sat",
  Orya: "or",
  Rohg: "rhg",
  Sinh: "si",
  Taml: "ta",
  Telu: "te",
  Thaa: "dv",
  Thai: "th",
};

/** How a language shows among others of its script; only where nothing speaks for another. */
interface Signs {
  readonly tag: string;
  readonly script: string;
  /** A letter that the language does not have. */
  readonly foreign?: RegExp;
  /** Letters that another language of the script lacks. */
  readonly own?: RegExp;
  /** Words without which hardly a page is written, and how many of them there must be. */
  readonly words?: ReadonlySet<string>;
  readonly leastWords?: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Arabic's ك and ي are typed for Persian's ک and ی, and count as these. */
const SIGNS: readonly Signs[] = [
  {
    tag: "fa",
    script: "Arab",
    foreign: /[^ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیة]/u,
    own: /[پچژگ]/u,
    words: words("است را این برای شما کنید کنند باشد شود دارد خود آن های"),
    leastWords: 1,
  },
  {
    tag: "ar",
    script: "Arab",
    foreign: /[^ءآأؤإئابةتثجحخدذرزسشصضطظعغفقکلمنهویى]/u,
    own: /[ةإأىذضظ]/u,
    words: words("فی من على إلى التی الذی هذا هذه أن عن أو لا ما مع کل ذلک أی کیف هل"),
    leastWords: 2,
  },
  {
    tag: "ur",
    script: "Arab",
    foreign: /[^ءآأؤئۂۓابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےة]/u,
    own: /[ٹڈڑے]/u,
    words: words("ہے ہیں کے کی اور سے کو پر نہیں یہ آپ کا"),
    leastWords: 3,
  },
  { tag: "he", script: "Hebr", foreign: /[\u05F0-\u05F2]/u },
  { tag: "my", script: "Mymr", foreign: /[\u1022\u1028\u1050-\u109F\uA9E0-\uA9FE\uAA60-\uAA7F]/u },
];

/** Too few letters to hold all that tells languages apart. */
const LEAST_LETTERS = 30;

/** Characters of simplified Chinese alone, and each as traditional Chinese writes it. */
const SIMPLIFIED = /[们这为说时过对发会学国来个关电话号码网络账户设备开员护问题]/gu;
const TRADITIONAL = /[們這為說時過對發會學國來個關電話號碼網絡賬戶設備開員護問題]/gu;

/**
 * The language of a text in one script, as far as its letters alone say it for sure.
 *
 * @param script as `weighScripts` calls it.
 * @returns a canonical tag; `und-Arab` and the like where several languages are possible.
 */
export function guessLanguage(text: string, script: string): string {
  const own = Object.hasOwn(OWN_SCRIPT, script) ? OWN_SCRIPT[script] : undefined;
  if (own !== undefined) return own;
  if (script === "Hani") return guessChinese(text);
  const plain = text.replaceAll("ك", "ک").replaceAll("ي", "ی").replace(/\p{M}/gu, "");
  const found = SIGNS.find((signs) => signs.script === script && shows(plain, signs));
  return found?.tag ?? `und-${script}`;
}

function shows(text: string, { script, foreign, own, words: known, leastWords = 0 }: Signs) {
  const written = lettersOf(text, script);
  if (foreign?.test(written) === true) return false;
  if (known === undefined) return true;
  if (written.length < LEAST_LETTERS || own?.test(written) === false) return false;
  const used = new Set(text.match(/\p{L}+/gu));
  return [...known].filter((word) => used.has(word)).length >= leastWords;
}

function lettersOf(text: string, script: string): string {
  return (text.match(new RegExp(`(?=\\p{L})\\p{sc=${script}}`, "gu")) ?? []).join("");
}

function guessChinese(text: string): string {
  const simplified = text.match(SIMPLIFIED)?.length ?? 0;
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  if (simplified > 3 * traditional) return "zh-Hans";
  return traditional > 3 * simplified ? "zh-Hant" : "zh";
}

/**
 * True where the letters of a text leave no doubt that it is in another language than this one. Of
 * languages whose signs are not known here (`arz`, `yi`), no letters do.
 */
export function speaksAgainst(text: string, script: string, tag: string): boolean {
  const guess = guessLanguage(text, script);
  const [primary] = tag.split("-");
  if (isUnnamed(guess) || guess.split("-")[0] === primary) return false;
  return isUnnamed(tag) || SIGNS.some((signs) => signs.tag === primary);
}
