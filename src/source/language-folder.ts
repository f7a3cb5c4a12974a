import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { composeText } from "../language/text-form.ts";
import { isClearTag, type LanguageInput, ROOTS } from "./page-language.ts";
import { diagnose } from "./rules.ts";

/** What people call folders: the language's name in English, in itself, and in languages of neighbours. */
const NAMES: Readonly<Record<string, string>> = {
  am: "amharic አማርኛ",
  ar: "arabic arabe arabisch árabe عربي عربى العربية",
  az: "azerbaijani azeri azərbaycan",
  be: "belarusian беларуская",
  bg: "bulgarian български",
  bn: "bengali bangla বাংলা",
  ckb: "sorani سۆرانی",
  cs: "czech čeština",
  de: "german deutsch allemand alemán alemão немецкий",
  el: "greek ελληνικά",
  en: "english inglés inglês anglais englisch انگلیسی الإنجليزية английский",
  es: "spanish español castellano espagnol spanisch espanhol الإسبانية испанский",
  fa: "persian farsi dari persa persisch persan فارسی الفارسية",
  fr: "french français francés francês französisch الفرنسية فرانسوی французский",
  he: "hebrew עברית",
  hi: "hindi हिन्दी हिंदी",
  hu: "hungarian magyar",
  hy: "armenian հայերեն",
  id: "indonesian bahasa-indonesia",
  it: "italian italiano italien italienisch",
  ja: "japanese 日本語",
  ka: "georgian ქართული",
  kk: "kazakh қазақ қазақша",
  km: "khmer ខ្មែរ",
  ko: "korean 한국어",
  ku: "kurdish kurdî kurmanji کوردی",
  ky: "kyrgyz кыргызча",
  lo: "lao ລາວ",
  mn: "mongolian монгол",
  my: "burmese myanmar မြန်မာ",
  ne: "nepali नेपाली",
  nl: "dutch nederlands",
  pl: "polski polonais polnisch",
  ps: "pashto پښتو",
  pt: "portuguese português portugués portugais portugiesisch",
  "pt-BR": "brazilian português-brasileiro",
  ro: "romanian română",
  ru: "russian русский russe ruso russo russisch الروسية روسی",
  si: "sinhala සිංහල",
  so: "somali soomaali",
  sr: "serbian српски srpski",
  sv: "swedish svenska",
  sw: "swahili kiswahili",
  ta: "tamil தமிழ்",
  th: "thai ไทย",
  ti: "tigrinya ትግርኛ",
  tr: "turkish türkçe",
  uk: "ukrainian українська",
  ur: "urdu اردو",
  uz: "uzbek o‘zbek oʻzbekcha",
  vi: "vietnamese tiếng-việt",
  zh: "chinese mandarin 中文 chino chinois chinesisch",
  "zh-Hans": "simplified-chinese chinese-simplified 简体中文",
  "zh-Hant": "traditional-chinese chinese-traditional 繁體中文",
};

const TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([tag, names]) =>
    names
      .split(" ")
      .flatMap((name) => [fold(name), dropAccents(fold(name))].map((one) => [one, tag])),
  ),
);

/** The tag of a language that somebody calls by its name; undefined for any other word. */
export function findTag(name: string): string | undefined {
  return TAGS.get(fold(name));
}

function fold(name: string): string {
  return composeText(name)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
}

function dropAccents(name: string): string {
  return name.normalize("NFD").replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.charAt(0));
}

/**
 * Folders that are called by the name of a language, not its tag, and so name none (FIL013), once a
 * folder. A folder can also be a module's, about English: it is a language's where a page of it stands
 * elsewhere too, where the folder of another language is beside it, or where it holds nothing but folders.
 */
export function reportLanguageFolders(pages: readonly LanguageInput[]): readonly Diagnostic[] {
  const paths = new Set(pages.map(({ path }) => path));
  const folders = new Map<string, LanguageInput[]>();
  for (const page of pages) {
    for (const folder of foldersOf(page.path)) {
      const inside = folders.get(folder);
      if (inside === undefined) folders.set(folder, [page]);
      else inside.push(page);
    }
  }
  return [...folders].flatMap(([folder, inside]): readonly Diagnostic[] => {
    const { before, name } = splitLast(folder);
    const tag = findTag(name);
    if (tag === undefined || inside.every(({ given }) => given !== undefined)) return [];
    const rest = inside.map(({ path }) => path.slice(folder.length + 1));
    const isElsewhere = rest.some((path) => paths.has(`${before}${path}`));
    const isBeside = [...folders.keys()].some(
      (other) => other !== folder && isOfLanguage(other, before),
    );
    const isTop = before
      .split("/")
      .slice(0, -1)
      .every((each) => ROOTS.has(each.toLowerCase()));
    const holdsFolders = isTop && rest.every((path) => path.includes("/"));
    if (!isElsewhere && !isBeside && !holdsFolders) return [];
    return [diagnose("FIL013", { file: folder }, { name, tag, folder: `${before}${tag}` })];
  });
}

function isOfLanguage(folder: string, before: string): boolean {
  const { before: around, name } = splitLast(folder);
  return around === before && (findTag(name) !== undefined || isClearTag(name));
}

/** `a/b/c.md`: `a`, `a/b`. */
function foldersOf(path: string): readonly string[] {
  const segments = path.split("/").slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

function splitLast(folder: string): { readonly before: string; readonly name: string } {
  const at = folder.lastIndexOf("/") + 1;
  return { before: folder.slice(0, at), name: folder.slice(at) };
}
