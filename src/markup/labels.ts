/**
 * The headings that shape a session, in the words of the five languages that Handpress speaks.
 * All languages are tried on every page: a translation in progress mixes them.
 */

const TRAINER_NOTES: readonly string[] = [
  // en
  "trainers? ?'?s? notes?",
  "notes? (?:for|to) (?:the )?(?:trainers?|facilitators?)",
  "(?:facilitator|instructor)'?s?'? notes?",
  // es
  "notas? (?:para|de|del|de la|de los) (?:(?:el|la|las|los) )?(?:personas? )?(?:facilitador(?:a|es|as)?|formador(?:a|es|as)?|capacitador(?:a|es|as)?|entrenador(?:a|es|as)?|instructor(?:a|es|as)?)",
  "notas? para quien(?:es)? (?:facilitan?|capacitan?|forman?|imparten?)(?: (?:la|el) \\S+)?",
  // fr
  "notes? (?:pour|à l'attention|à l'intention|du|de|de la|des)(?: (?:de|du|des|le|la|les))?(?: |(?<=l'))?(?:l')?(?:formateurs?|formatrices?|formateurs?[-·./]?(?:rice|trice)s?|animateurs?|animatrices?|personne(?: qui|s qui)? \\S+)",
  // ar
  "(?:ملاحظة|ملاحظات|ملحوظة) (?:(?:ل|ال|لل)?(?:مدرب|مدربين|مدربة|مدربات|ميسر|ميسرة|ميسرين|ميسرات))",
  // fa
  "(?:یادداشت|یادداشتهای|یادداشت های|نکته|نکات) (?:(?:برای|به) )?(?:مربی|مربیان|آموزشگر|آموزشگران|مدرس|تسهیلگر|تسهیل گر)",
];

const MATERIALS: readonly string[] = [
  "(?:additional |optional |required )?materials?(?: (?:to (?:prepare|bring|print)|needed|required|and equipment))?",
  "what you(?: wi|')ll need",
  "what you need",
  "(?:materiales|material)(?: (?:para|por|que|a) (?:preparar|llevar|imprimir|se necesitan?)| (?:necesarios?|requeridos?|adicionales|adicional))?",
  "(?:matériels?|matériaux|fournitures)(?: (?:à (?:préparer|prévoir|apporter|imprimer)|nécessaires?|requis|supplémentaires?))?",
  "(?:ال)?(?:مواد|مستلزمات|أدوات)(?: (?:(?:ال)?(?:مطلوبة|مطلوب(?: (?:تحضيرها|إعدادها|اعدادها|تجهيزها|إحضارها))?|لازمة|إضافية|اضافية)|للتحضير|للتجهيز|التحضير|(?:التي )?(?:يجب|ينبغي) \\S+))?",
  "(?:مواد|وسایل|ملزومات|لوازم)(?: (?:مورد نیاز|لازم|اضافی|برای آماده ?سازی|برای آماده کردن))?",
];

const ORDINALS =
  "الأولى|الاولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة|العاشرة|اول|یکم|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم";

const STEP =
  `(?:\\([^()]{1,24}\\)\\s*)?` +
  `(?:step|paso|étape|etape|خطوة|الخطوة|گام|مرحله)\\s*` +
  `(?:#|n[°º]\\s*)?(?:[0-9٠-٩۰-۹]{1,3}[a-d]?|[ivx]{1,5}(?![\\p{L}])|${ORDINALS})(?![\\p{L}\\p{N}])`;

const SEPARATOR = "[:：|.\\-–—]";

const NOTE_PATTERN = new RegExp(`^(?:${TRAINER_NOTES.join("|")})(?=\\s*(?:${SEPARATOR}|$))`, "iu");
const MATERIALS_PATTERN = new RegExp(
  `^(?:${MATERIALS.join("|")})\\s*(?:\\([^()]{1,40}\\)\\s*)?[:：]?$`,
  "iu",
);
const STEP_PATTERN = new RegExp(`^(${STEP})(\\s*(?:${SEPARATOR})+\\s*|\\s*$|\\s+)`, "iu");
const STEP_PREFIX = new RegExp(`^${STEP}\\s*(?:${SEPARATOR}|$)`, "iu");

/**
 * One spelling for comparisons, of the same length as the text so that places stay right: straight
 * apostrophes, plain spaces, and Persian or Arabic letters in their common form.
 */
function levelled(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replace(/[\u00A0\u202F\u2009\u200C]/g, " ")
    .replaceAll("ي", "ی")
    .replaceAll("ك", "ک");
}

/** Arabic vowel signs and the letter stretcher, which authors put in or leave out. */
const ARABIC_MARKS = /[\u064B-\u065F\u0670\u0640]/;

/** The text without Arabic vowel signs, and where each of its characters stood. */
function withoutMarks(text: string): { plain: string; places: number[] } {
  const places: number[] = [];
  let plain = "";
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (ARABIC_MARKS.test(character)) continue;
    plain += character;
    places.push(index);
  }
  places.push(text.length);
  return { plain, places };
}

// The patterns themselves are written as authors type, so they are levelled in the same way.
const NOTE = new RegExp(levelled(NOTE_PATTERN.source), "iu");
const MATERIAL = new RegExp(levelled(MATERIALS_PATTERN.source), "iu");

/** Only the beginning of a text can be a label. */
const WINDOW = 120;

/**
 * Length of the "Trainer's Note" at the beginning of a text, in UTF-16 code units; 0 where there
 * is none.
 */
export function matchTrainerNote(text: string): number {
  const { plain, places } = withoutMarks(levelled(text.slice(0, WINDOW)));
  const found = NOTE.exec(plain);
  return found === null ? 0 : (places[found[0].length] ?? 0);
}

/** True for the heading of a list of things to bring. */
export function isMaterialsHeading(text: string): boolean {
  if (text.length > WINDOW) return false;
  return MATERIAL.test(withoutMarks(levelled(text.trim())).plain);
}

/** A step's label at the beginning of a text. */
export interface StepLabel {
  /** "Step 3", as the author writes it. */
  readonly label: string;
  /** Length of label, separator and the white space around it. */
  readonly length: number;
  /** True where a colon, a bar, a dash or the end follows. */
  readonly isSeparated: boolean;
}

/** Reads "Step 3: ", "Paso 3 |", "Étape 3 –", "الخطوة ٣:", "گام سوم". */
export function matchStep(text: string): StepLabel | undefined {
  const start = text.slice(0, WINDOW);
  const found = STEP_PATTERN.exec(start);
  if (found?.[1] === undefined) return undefined;
  return {
    label: found[1],
    length: found[0].length,
    isSeparated: STEP_PREFIX.test(start),
  };
}
