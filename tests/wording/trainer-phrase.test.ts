import assert from "node:assert/strict";
import { test } from "node:test";
import { isMaterialsHeading, matchStep } from "../../src/wording/labels.ts";
import { matchTrainerPhrase, readPerson } from "../../src/wording/trainer-phrase.ts";
import { compileWording } from "../../src/wording/wording.ts";
import { WORDING } from "../support/wording.ts";

/** The label that a text begins with; "… and more" where other words follow it. */
function labelOf(text: string): string | undefined {
  const found = matchTrainerPhrase(WORDING, text);
  if (found === undefined) return undefined;
  return text.slice(0, found.length) + (found.kind === "label" ? "" : " … and more");
}

const WHOLE: readonly string[] = [
  "Trainer's Note",
  "TRAINERS’ NOTES",
  "For the trainer",
  "Tip for the facilitator",
  "Trainers only",
  "Leader's note",
  "Advice to moderators",
  "(Trainer's note)",
  "📌 Trainer's Note",
  "3. Trainer's Note (optional)",
  "Nota para la persona facilitadora",
  "Notas para l@s facilitador@s",
  "Consejo para facilitadores/as",
  "Note aux formateurs",
  "Note à l’animateur·rice",
  "Remarque pour le formateur",
  "Note à l'attention des formateurs et formatrices",
  "Hinweis für Trainer*innen",
  "Hinweise für Trainer:innen",
  "Trainerhinweis",
  "Nota para a pessoa facilitadora",
  "Dica para o(a) facilitador(a)",
  "Заметка для тренера",
  "Советы фасилитаторам",
  "Примітка для тренерки",
  "הערה למנחה",
  "טיפ למדריכה",
  "ملاحظة للمدرّب",
  "ملاحظات للمدربين والمدربات",
  "یادداشت مربی",
  "نکته برای تسهیل‌گر",
  "Eğitmen notu",
  "Kolaylaştırıcıya not",
  "培训师注意事项",
  "給培訓師的提示",
  "【講師用メモ】",
  "강사를 위한 메모",
  "Ghi chú cho giảng viên",
  "Catatan untuk fasilitator",
  "प्रशिक्षक के लिए नोट",
  "ٹرینر کے لیے نوٹ",
  "သင်တန်းဆရာအတွက် မှတ်စု",
  "ማስታወሻ ለአሰልጣኝ",
  "หมายเหตุสำหรับวิทยากร",
  "Maelezo kwa mkufunzi",
  "د روزونکي لپاره یادښت",
  "Not ji bo perwerdekar",
  "تێبینی بۆ ڕاهێنەر",
  "Nota per il formatore",
  "Tip voor begeleiders",
  "Wskazówki dla osób prowadzących",
];
for (const text of WHOLE) {
  test(`${text} is a label for trainers, also before a colon`, () => {
    assert.equal(labelOf(text), text);
    assert.equal(labelOf(`${text}: Open 2 doors`), text);
    // Pages come composed; accents apart from their letters do no harm all the same.
    const apart = text.replace(/[^가-힣]/g, (sign) => sign.normalize("NFD"));
    assert.equal(labelOf(apart), apart);
  });
}

test("what only begins like one, and what is none", () => {
  assert.equal(labelOf("Notes for trainers on time"), "Notes for trainers … and more");
  assert.equal(labelOf("For leaders"), "For leaders … and more");
  const others = ["Training notes", "Notes for trainees", "Discussion", "Note", "Not for locks"];
  for (const text of others) assert.equal(labelOf(text), undefined, text);
});

test("every language has words for trainers and for a note", () => {
  assert.equal(WORDING.length, 28);
  for (const { written } of WORDING) {
    assert.ok(written.trainers.length > 0 && written.notes.length > 0 && written.steps.length > 0);
  }
});

test("words of a user are compared, and are no patterns", () => {
  const words = { trainers: ["(a+)+", "guide*"], notes: ["["], steps: ["(x{n}"] };
  const wording = compileWording([{ language: "en", words }]);
  assert.equal(matchTrainerPhrase(wording, `${"a".repeat(200)}!`), undefined);
  assert.equal(matchStep(wording, "x3")?.label, "x3");
});

for (const [text, label] of [
  ["Step 3: Ask", "Step 3"],
  ["Step one", "Step one"],
  ["Schritt 3", "Schritt 3"],
  ["Erster Schritt: los", "Erster Schritt"],
  ["Passo 3:", "Passo 3"],
  ["Шаг 3", "Шаг 3"],
  ["שלב 3: שאלו", "שלב 3"],
  ["步骤 3", "步骤 3"],
  ["第三步：打开", "第三步"],
  ["ステップ3", "ステップ3"],
  ["3단계: 열기", "3단계"],
  ["3. Adım: Sor", "3. Adım"],
  ["الخطوة ٣: افتح", "الخطوة ٣"],
  ["အဆင့် ၃", "အဆင့် ၃"],
  ["ደረጃ ፫", "ደረጃ ፫"],
  ["Steps 3", undefined],
  ["Stepping in", undefined],
] as const) {
  test(`the step of ${text}`, () => assert.equal(matchStep(WORDING, text)?.label, label));
}

test("lists of things to bring", () => {
  const headings = [
    "Materials to Prepare",
    "Benötigte Materialien:",
    "Материалы",
    "ציוד",
    "准备材料",
  ];
  for (const text of headings) assert.equal(isMaterialsHeading(WORDING, text), true, text);
  for (const text of ["Material science", "Needed"]) {
    assert.equal(isMaterialsHeading(WORDING, text), false, text);
  }
});

test("whom a word means", () => {
  const words = [
    "formadora",
    "للمدربين",
    "מנחה",
    "facilitator-tips",
    "trainee",
    "todas",
    "moderator",
  ];
  assert.deepEqual(
    words.map((word) => readPerson(WORDING, word)),
    ["trainer", "trainer", "trainer", "trainer", "participant", "all", undefined],
  );
});
