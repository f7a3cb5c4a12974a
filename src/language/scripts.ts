import { languageOf, runsRightToLeft } from "./language.ts";

/** ISO 15924 codes, those of most texts first. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = (
  "Latn Arab Cyrl Hebr Hani Hira Kana Hang Thai Mymr Khmr Laoo Deva Beng Ethi Grek Geor Armn Taml Telu " +
  "Knda Mlym Gujr Guru Orya Sinh Tibt Thaa Syrc Nkoo Adlm Rohg Mong Cans Cher Tfng Olck Mtei Java Bali Vaii Bopo"
)
  .split(" ")
  .map((code) => [code, new RegExp(`\\p{sc=${code}}`, "gu")]);

/** A sign of these is a syllable or a word: as much text as three letters. */
const DENSE: ReadonlySet<string> = new Set(["Hani", "Hira", "Kana", "Hang", "Bopo"]);

/** How much of a text is in which script, by weight of its letters. */
export interface ScriptWeights {
  readonly total: number;
  /** By code: `Jpan` where there are kana, `Kore` where there is Hangul, `Hani` for Chinese of any kind. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Weighs the letters of a text by their scripts; signs, digits and marks weigh nothing. */
export function weighScripts(text: string): ScriptWeights {
  const weights = new Map<string, number>();
  // Most letters of most texts, in a tenth of the time.
  const plainLetters = text.replace(/[^A-Za-z]+/g, "").length;
  let rest = text.replace(/[\0-\x7F]+/g, "").replace(/\P{L}+/gu, "");
  let total = 0;
  for (const [code, letters] of SCRIPTS) {
    const isFirst = code === "Latn";
    if (rest === "" && !isFirst) break;
    const others = rest.replace(letters, "");
    // Letters outside the basic plane are two units each: of one script, so that shares are right.
    const letterCount = rest.length - others.length + (isFirst ? plainLetters : 0);
    const weight = letterCount * (DENSE.has(code) ? 3 : 1);
    if (weight > 0) weights.set(code, weight);
    total += weight;
    rest = others;
  }
  join(weights, "Hani", ["Bopo"]);
  if (weights.has("Hira") || weights.has("Kana")) join(weights, "Jpan", ["Hira", "Kana", "Hani"]);
  if (weights.has("Hang")) join(weights, "Kore", ["Hang", "Hani"]);
  return { total, weights };
}

function join(weights: Map<string, number>, into: string, codes: readonly string[]): void {
  for (const code of codes) {
    const weight = weights.get(code);
    if (weight === undefined) continue;
    weights.delete(code);
    weights.set(into, (weights.get(into) ?? 0) + weight);
  }
}

/** The script of most of a text; undefined for a text without letters. */
export function findMainScript({ weights }: ScriptWeights): string | undefined {
  let main: string | undefined;
  for (const [code, weight] of weights) {
    if (main === undefined || weight > (weights.get(main) ?? 0)) main = code;
  }
  return main;
}

/**
 * Languages that are written in other scripts beside the one of their bare tag (CLDR, supplemental
 * data on languages and scripts).
 */
const OTHER_SCRIPTS: Readonly<Record<string, string>> = {
  az: "Cyrl Arab",
  ban: "Bali",
  ber: "Latn Arab Tfng",
  bm: "Nkoo",
  bs: "Cyrl",
  chr: "Latn",
  ckb: "Latn",
  cr: "Latn",
  crh: "Cyrl",
  ff: "Adlm",
  ha: "Arab",
  iu: "Latn",
  ja: "Hani",
  jv: "Java",
  kab: "Tfng Arab",
  kk: "Latn Arab",
  ko: "Hani",
  kok: "Latn Knda",
  ks: "Deva",
  ku: "Arab Cyrl",
  ky: "Arab Latn",
  mn: "Mong",
  mni: "Mtei Beng",
  ms: "Arab",
  pa: "Arab",
  rhg: "Latn Arab Mymr",
  ro: "Cyrl",
  sat: "Deva Beng Latn Orya",
  sd: "Deva",
  sh: "Cyrl",
  shi: "Latn Arab",
  so: "Arab",
  sr: "Latn",
  sw: "Arab",
  tg: "Arab Latn",
  tk: "Cyrl Arab",
  tt: "Latn",
  tzm: "Tfng Arab",
  ug: "Cyrl Latn",
  uz: "Cyrl Arab",
  vai: "Latn",
  wo: "Arab",
  zgh: "Latn Arab",
};

/** True where a text in this script can be of the language as its tag says it, direction included. */
export function isWrittenIn(tag: string, script: string): boolean {
  const language = languageOf(tag);
  if (familyOf(language.script) === script) return true;
  // A tag with a script says which; the bare one is believed where the page runs as its letters do.
  const saysScript = tag.split("-").some((part) => /^[A-Z][a-z]{3}$/.test(part));
  const runsAlike = runsRightToLeft(script) === (language.direction === "rtl");
  return !saysScript && runsAlike && knowsScript(tag, script);
}

/** True where the language has this script beside that of its bare tag: `az-Arab`. */
export function knowsScript(tag: string, script: string): boolean {
  const [language = ""] = tag.split("-");
  const others = Object.hasOwn(OTHER_SCRIPTS, language) ? OTHER_SCRIPTS[language] : "";
  return (others ?? "").split(" ").includes(script);
}

/** Chinese is one script to whoever counts letters. */
function familyOf(script: string): string {
  return script === "Hans" || script === "Hant" ? "Hani" : script;
}

const NAMES = new Intl.DisplayNames(["en"], { type: "script", fallback: "code" });

/** The English name of a script for messages: `Arabic`. */
export function nameScript(script: string): string {
  return familyOf(script) === "Hani" ? "Chinese" : (NAMES.of(script) ?? script);
}
