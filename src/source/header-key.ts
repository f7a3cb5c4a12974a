import { findNearWord } from "../wording/near-word.ts";

/** The keys that mean something to us, each under one name. All others are left alone. */
export const HEADER_KEYS = [
  "layout",
  "title",
  "breadcrumb",
  "summary",
  "author",
  "date",
  "updated",
  "platforms",
  "level",
  "prerequisites",
  "permalink",
  "redirect_from",
  "parent",
  "activity",
  "input",
  "deepening",
  "synthesis",
  "adids",
  "duration",
  "licence",
  "attribution",
  "audience",
  "language",
] as const;
export type HeaderKey = (typeof HEADER_KEYS)[number];

/** Other English spellings of the same meaning; not worth a word. */
const ALIASES: Readonly<Record<string, HeaderKey>> = {
  authors: "author",
  description: "summary",
  last_updated: "updated",
  last_modified: "updated",
  platform: "platforms",
  prerequisite: "prerequisites",
  levels: "level",
  parents: "parent",
  aliases: "redirect_from",
  redirects: "redirect_from",
  activities: "activity",
  activity_discussion: "activity",
  "activity_&_discussion": "activity",
  activity_and_discussion: "activity",
  inputs: "input",
  deepenings: "deepening",
  stage: "adids",
  license: "licence",
  attributions: "attribution",
  credits: "attribution",
  audiences: "audience",
  lang: "language",
  locale: "language",
};

/** Keys that a translator or a translation platform has translated: damage, but readable. */
const TRANSLATED: Readonly<Record<string, HeaderKey>> = {
  ...keys("title", "título titulo titre العنوان عنوان titolo titel başlık заголовок название 标题"),
  ...keys(
    "summary",
    "resumen résumé ملخص الملخص خلاصه چکیده resumo descripción الوصف краткое_содержание",
  ),
  ...keys(
    "author",
    "autor autora autores auteur auteurs autrice المؤلف المؤلفون الكاتب مؤلف نویسنده نویسندگان автор yazar 作者",
  ),
  ...keys("date", "fecha التاريخ تاريخ تاریخ data datum дата tarih 日期"),
  ...keys("updated", "actualizado mis_à_jour محدث به_روز_شده"),
  ...keys(
    "platforms",
    "plataforma plataformas plateforme plateformes plate_forme plates_formes المنصات المنصة پلتفرم پلتفرمها سکو платформа платформы",
  ),
  ...keys("level", "nivel niveau المستوى مستوى سطح nível уровень seviye 级别"),
  ...keys(
    "prerequisites",
    "requisitos requisitos_previos prerrequisitos prérequis pré_requis المتطلبات المتطلبات_الأساسية متطلبات پیش_نیاز پیشنیاز پیش_نیازها",
  ),
  ...keys(
    "permalink",
    "enlace_permanente permalien lien_permanent الرابط_الدائم رابط_دائم پیوند_ثابت پیوند_یکتا",
  ),
  ...keys("parent", "padre المصدر الأصل الأب والد"),
  ...keys("breadcrumb", "migas migas_de_pan fil_d'ariane مسار_التنقل"),
  ...keys("activity", "actividad actividades activité activités النشاط نشاط فعالیت atividade"),
  ...keys("input", "aporte aportes insumo apport apports المدخلات مدخلات ورودی"),
  ...keys(
    "deepening",
    "profundización profundizacion approfondissement التعمق تعمق التعميق تعمیق aprofundamento",
  ),
  ...keys("synthesis", "síntesis sintesis synthèse الخلاصة خلاصة التوليف جمع_بندی síntese"),
  ...keys("duration", "duración duracion durée duree المدة مدة مدت duração длительность süre 时长"),
  ...keys(
    "audience",
    "público publico destinatarios destinataires public_cible الجمهور الفئة_المستهدفة مخاطب مخاطبان",
  ),
  ...keys("language", "idioma langue اللغة لغة زبان язык dil 语言"),
  ...keys("layout", "diseño plantilla mise_en_page التخطيط تخطيط تخطيط_الصفحة چیدمان قالب"),
  ...keys("licence", "licencia الترخيص رخصة مجوز"),
};

/** The two keys of a session in a stage list. */
const ITEM_KEYS: Readonly<Record<string, "name" | "url">> = {
  name: "name",
  title: "name",
  url: "url",
  link: "url",
  permalink: "url",
  ...keys("name", "nombre título titulo nom titre الاسم اسم العنوان عنوان نام nome"),
  ...keys("url", "enlace dirección lien adresse الرابط رابط پیوند نشانی"),
};

export interface KeyReading {
  readonly key: HeaderKey;
  readonly how: "known" | "translated" | "misspelled";
}

/** What a key means; undefined when it is none of ours. */
export function readHeaderKey(written: string): KeyReading | undefined {
  const folded = fold(written);
  const known = lookUp(KNOWN, folded);
  if (known !== undefined) return { key: known, how: "known" };
  const translated = lookUp(TRANSLATED, folded);
  if (translated !== undefined) return { key: translated, how: "translated" };
  // Short words are one letter away from too many others (`lever`, `data`).
  const near = folded.length < 5 ? undefined : findNearWord(folded, Object.keys(KNOWN), 1);
  const meant = near === undefined || near.length < 5 ? undefined : lookUp(KNOWN, near);
  return meant === undefined ? undefined : { key: meant, how: "misspelled" };
}

export function readItemKey(written: string): "name" | "url" | undefined {
  return lookUp(ITEM_KEYS, fold(written));
}

const KNOWN: Readonly<Record<string, HeaderKey>> = {
  ...ALIASES,
  ...Object.fromEntries(HEADER_KEYS.map((key) => [key, key])),
};

/** Own properties only: a key called `constructor` is none of ours. */
function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function fold(key: string): string {
  return key
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replaceAll("\u0640", "")
    .replace(/[\s\u200c-]+/g, "_");
}

function keys<T extends string>(meaning: T, words: string): Record<string, T> {
  return Object.fromEntries(words.split(" ").map((word) => [word.normalize("NFC"), meaning]));
}
