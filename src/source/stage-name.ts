import { STAGES, type Stage } from "./page.ts";

/**
 * What the four stages are called in headers and before titles, with the misspelling that the
 * content has ("Activty"). Folded: lower case, `and` and `&` dropped, no punctuation.
 */
const NAMES: Readonly<Record<Stage, readonly string[]>> = {
  activity: [
    "activity",
    "activities",
    "activty",
    "activity discussion",
    "activty discussion",
    "activities discussion",
    "actividad",
    "actividades",
    "actividad discusión",
    "actividad discusion",
    "actividad debate",
    "activité",
    "activités",
    "activite",
    "activité discussion",
    "activités discussion",
    "activite discussion",
    "نشاط",
    "النشاط",
    "نشاط مناقشة",
    "نشاط نقاش",
    "النشاط المناقشة",
    "النشاط النقاش",
    "أنشطة",
    "فعالیت",
    "فعالیت بحث",
    "فعالیت گفتگو",
    "فعالیت گفت گو",
    "atividade",
    "atividade discussão",
  ],
  input: [
    "input",
    "inputs",
    "aporte",
    "aportes",
    "insumo",
    "insumos",
    "entrada",
    "contenido",
    "contenidos",
    "apport",
    "apports",
    "contenu",
    "contenus",
    "intrant",
    "مدخلات",
    "المدخلات",
    "مدخل",
    "المدخل",
    "معلومات",
    "ورودی",
    "درونداد",
    "محتوا",
  ],
  deepening: [
    "deepening",
    "deepenings",
    "deepening session",
    "profundización",
    "profundizacion",
    "approfondissement",
    "approfondissements",
    "تعمق",
    "التعمق",
    "تعميق",
    "التعميق",
    "تعمیق",
    "ژرفا",
    "aprofundamento",
  ],
  synthesis: [
    "synthesis",
    "syntheses",
    "sythesis",
    "synthsis",
    "síntesis",
    "sintesis",
    "synthèse",
    "synthese",
    "synthèses",
    "خلاصة",
    "الخلاصة",
    "توليف",
    "التوليف",
    "تلخيص",
    "التلخيص",
    "جمع بندی",
    "جمعبندی",
    "ترکیب",
    "síntese",
  ],
};
/** Short forms stand only before a colon and in capitals: "AD: Software Treasure Hunt". */
const SHORT: Readonly<Record<string, Stage>> = {
  A: "activity",
  AD: "activity",
  I: "input",
  D: "deepening",
  S: "synthesis",
};

const STAGE_OF = new Map(
  STAGES.flatMap((stage) => NAMES[stage].map((name) => [name, stage] as const)),
);

/** The stage that a header's `adids:` names; undefined when it names none. */
export function readStage(text: string): Stage | undefined {
  return (
    SHORT[
      text
        .trim()
        .replace(/\s*&\s*/, "")
        .toUpperCase()
    ] ?? STAGE_OF.get(fold(text))
  );
}

/** A title without the name of its stage: "Input: Malware 101" is "Malware 101". */
export function stripStage(title: string): string {
  const match = /^([^:：]{1,40}?)\s*[:：]\s*(\S.*)$/u.exec(title);
  const [, prefix = "", rest = ""] = match ?? [];
  if (match === null) return title;
  return STAGE_OF.has(fold(prefix)) || Object.hasOwn(SHORT, prefix) ? rest : title;
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/&|[/_+-]|(?<=\s)(?:and|y|et|e|و)(?=\s)/gu, " ")
    .replace(/(?<=\s)و(?=\p{L})/gu, "")
    .replace(/\u200c/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
