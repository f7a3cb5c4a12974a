import assert from "node:assert/strict";
import { test } from "node:test";
import { toAsciiDigits } from "../../src/source/digits.ts";
import { read } from "./reading.ts";

/** Lists in short: `ol(a|b)`, `ul(a|b)`, `typed(…)`, `tasks(open a|done b)`; paragraphs bare. */
function outline(markdown: string, language = "en"): string {
  return read(markdown, "The page", language)
    .xhtml.replaceAll("\n", " ")
    .replace(/ ?<\/?p> ?/g, "/")
    .replace(/<ol(?: start="(\d+)")?>/g, (_, start) => `ol${start ?? ""}(`)
    .replace(/<ul(?: class="(\w+)")?>/g, (_, name) => `${name ?? "ul"}(`)
    .replace(/<li(?: class="(\w+)")?>\/?/g, (_, state) => (state === undefined ? "" : `${state} `))
    .replace(/\/? ?<\/li> ?/g, "|")
    .replace(/\|? ?<\/[ou]l>/g, ")")
    .replace(/<(\/?)h2[^>]*> ?/g, (_, end) => (end === "" ? "#" : "#"))
    .replace(/\/+/g, "/")
    .replace(/^\/|\/$/g, "")
    .trim();
}

/** name, Markdown, outline, language */
const CASES: readonly (readonly [string, string, string, string?])[] = [
  ["dots below a line", "Bring:\n• flour\n• salt", "Bring:/ul(flour|salt)"],
  ["dots of other kinds", "▪ flour\n▪ salt\n\nand\n\n‣\tyeast", "ul(flour|salt)/and/ul(yeast)"],
  ["Word's dots", "\uF0B7\tflour\n\uF0B7\tsalt\no\trye", "ul(flour|salt|rye)"],
  [
    "Word's dots with its wide gaps",
    "·       flour\n\n·       salt\n\no   rye\n\n§  oats",
    "ul(flour|salt|rye|oats)",
  ],
  [
    "Word's letters for dots",
    "Ø  flour\nØ  salt\n\no\u00A0\u00A0\u00A0 rye\nü  oats",
    "ul(flour|salt|rye|oats)",
  ],
  [
    "numbers as in Spain",
    "1.- amasar\n2.- hornear\n\na.- sal\nb.- agua",
    "ol(amasar|hornear) typed(a.- sal|b.- agua)",
  ],
  ["one letter with a gap", "flour\no  salt", "flour o salt"],
  ["wide gaps are no code", "1.      knead\n2.      bake", "ol(knead|bake)"],
  ["wide gaps with a list below", "-       dough\n    - rye\n-\t\tsalt", "ul(doughul(rye)|salt)"],
  ["dots without a space", "•flour\n•salt", "ul(flour|salt)"],
  ["dots with empty lines between", "• flour\n\n• salt", "ul(flour|salt)"],
  ["dots below dots", "• flour\n  ◦ rye\n  ◦ wheat\n• salt", "ul(flourul(rye|wheat)|salt)"],
  ["in a quotation", "> • flour\n> • salt", "<blockquote>ul(flour|salt) </blockquote>"],
  ["below an item", "- dough\n  • flour\n  • salt", "ul(doughul(flour|salt))"],
  ["boxes", "☐ knead\n☑ bake\n☒ eat", "tasks(open knead|done bake|done eat)"],
  ["boxes in brackets", "[ ] knead\n[x] bake", "tasks(open knead|done bake)"],
  ["boxes of a form", "☐ yes ☐ no", "☐ yes ☐ no"],
  ["letters", "Then:\na) knead\nb) bake", "Then:/typed(a) knead|b) bake)"],
  [
    "another list behind one within a list",
    "▪ knead\n▪ wait\n  ▪ warm\n\nA. oil\nB. salt",
    "ul(knead|waitul(warm)) typed(A. oil|B. salt)",
  ],
  ["capitals", "A. knead\nB. bake", "typed(A. knead|B. bake)"],
  ["Roman numerals", "i. knead\nii. wait\niii. bake", "typed(i. knead|ii. wait|iii. bake)"],
  ["Cyrillic letters", "а) месить\nб) печь", "typed(а) месить|б) печь)", "ru"],
  ["Hebrew letters", "א. ללוש\nב. לאפות", "typed(א. ללוש|ב. לאפות)", "he"],
  ["Arabic letters", "أ) اعجن\nب) اخبز", "typed(أ) اعجن|ب) اخبز)", "ar"],
  ["an Arabic letter's name", "الف) خمیر\nب) نان\nپ) نمک", "typed(الف) خمیر|ب) نان|پ) نمک)", "fa"],
  ["Hebrew letters with a geresh", "א׳ ללוש\nב׳ לאפות", "typed(א׳ ללוש|ב׳ לאפות)", "he"],
  ["Ethiopic syllables", "ሀ) አቡካ\nለ) ጋግር\nሐ) ብላ", "typed(ሀ) አቡካ|ለ) ጋግር|ሐ) ብላ)", "am"],
  ["Ethiopic numerals", "፱፡ አቡካ\n፲፡ ጋግር\n፲፩፡ ብላ", "typed(፱፡ አቡካ|፲፡ ጋግር|፲፩፡ ብላ)", "am"],
  ["Korean syllables", "가. 반죽\n나. 굽기\n다. 먹기", "typed(가. 반죽|나. 굽기|다. 먹기)", "ko"],
  ["Korean words", "물. 밀가루\n불. 소금", "물. 밀가루 불. 소금", "ko"],
  [
    "letters and numbers with a stroke",
    "a/ nhào\nb/ nướng\n\nvà\n\n1/ ăn\n2/ rửa",
    "typed(a/ nhào|b/ nướng)/và/ol(ăn|rửa)",
    "vi",
  ],
  ["fractions are no list", "1/2 cup\n2/3 cup", "1/2 cup 2/3 cup"],
  ["Chinese numerals", "一、揉\n二、烤", "typed(一、揉|二、烤)", "zh-Hans"],
  ["numbers in circles", "① knead\n② bake", "typed(① knead|② bake)"],
  ["one initial is a name", "A. Baker kneads\nfor long.", "A. Baker kneads for long."],
  ["names with initials", "J. Baker\nA. Miller", "J. Baker A. Miller"],
  ["what people say", "– Is it hot?\n– It is.", "typed(– Is it hot?|– It is.)"],
  ["a dash within a text", "It is\n– I hope – hot.", "It is – I hope – hot."],
  ["hyphens without a space", "-Knead it\n-Bake it", "ul(Knead it|Bake it)"],
  ["options of a program", "-h help\n--all everything", "typed(-h help|--all everything)"],
  ["numbers in brackets", "(1) knead\n(2) bake", "ol(knead|bake)"],
  ["numbers with a hyphen", "1- knead\n2- bake", "ol(knead|bake)"],
  ["bold numbers", "**1.** knead\n**2.** bake", "ol(knead|bake)"],
  ["escaped numbers", "1\\. knead\n2\\. bake", "ol(knead|bake)"],
  ["full-width numbers", "１．knead\n２．bake", "ol(knead|bake)"],
  ["numbers without a space", "1、揉\n2、烤", "ol(揉|烤)", "zh-Hans"],
  ["measures are no list", "10.5 kg\n11.2 kg", "10.5 kg 11.2 kg"],
  ["a year is no list", "۱۴۰۲. سال بد", "۱۴۰۲. سال بد", "fa"],
  ["Persian digits", "۱. الف\n۲. ب\n۳. پ", "ol(الف|ب|پ)", "fa"],
  ["Persian digits with a hyphen", "۱- الف\n۲- ب", "ol(الف|ب)", "fa"],
  ["Arabic digits", "١) أ\n٢) ب", "ol(أ|ب)", "ar"],
  ["Burmese digits", "၁။ က\n၂။ ခ", "ol(က|ခ)", "my"],
  ["digits that lists of the language do not have", "१. एक\n२. दो", "typed(१. एक|२. दो)", "hi"],
  ["a count that goes on", "text\n۳. پ\n۴. ت", "text/ol3(پ|ت)", "fa"],
  ["a count that goes on in Markdown", "text\n3. c\n4. d", "text/ol3(c|d)"],
  ["one number within a text", "in the year\n1969. Then", "in the year 1969. Then"],
  ["items below a number", "۱. الف\n   - ب\n۲. پ", "ol(الفul(ب)|پ)", "fa"],
  [
    "lists that follow each other",
    "۱. a\n۲. b\n\n**۱-** c\n**۲-** d\n\n• e\n\n☐ f",
    "ol(a|b) ol(c|d) ul(e) tasks(open f)",
    "fa",
  ],
  [
    "no-break spaces",
    "##\u00A0Dough\n\n-\u00A0flour\n-\u00A0salt\n\n1.\u00A0knead",
    "#Dough#ul(flour|salt) ol(knead)",
  ],
  [
    "other wide spaces",
    "##\u3000Dough\n\n-\u2003flour\n>\u00A0-\u202Fsalt",
    "#Dough#ul(flour) <blockquote>ul(salt) </blockquote>",
  ],
  ["wide spaces before a mark", "- dough\n\u00A0\u00A0- flour", "ul(doughul(flour))"],
  [
    "signs without width",
    "\u200F- flour\n\u200F- salt\n\n\uFEFF## Dough",
    "ul(flour|salt) #Dough#",
  ],
  ["a full-width heading", "＃＃ 面团", "#面团#", "zh-Hans"],
];

for (const [name, markdown, expected, language] of CASES) {
  test(`typed lists: ${name}`, () => {
    assert.equal(outline(markdown, language), expected);
  });
}

test("typed marks in code are code", () => {
  const code = "• a\n• b\n१. c\n##\u00A0d";
  const { xhtml } = read(`\`\`\`\n${code}\n\`\`\`\n\n    • a\n    • b`);
  const seen = code.replaceAll("\u00A0", " ");
  assert.equal(xhtml, `<pre><code>${seen}</code></pre>\n<pre><code>• a\n• b</code></pre>`);
});

test("a column in a typed list is the author's", () => {
  assert.deepEqual(read("a) see [b]()\nb) see [c]()").found, ["MRK010 11:8", "MRK010 12:8"]);
  assert.deepEqual(read("(1) see [b]()\n(2) see").found, ["MRK010 11:9"]);
});

test("a line of hyphens below a sentence is a rule, below a title it makes a heading", () => {
  assert.equal(
    read("Bake it very well.\n---\nEat").xhtml,
    "<p>Bake it very well.</p>\n<hr/>\n<p>Eat</p>",
  );
  assert.equal(read("Two\nlines\n---").xhtml, "<p>Two\nlines</p>\n<hr/>");
  assert.equal(read("Dough\n---").xhtml, '<h2 id="h1">Dough</h2>');
});

test("digits of every script are read", () => {
  for (const zero of [
    0x660, 0x6f0, 0x7c0, 0x966, 0xae6, 0xbe6, 0xed0, 0xf20, 0x1040, 0x1e950, 0xff10,
  ]) {
    const digits = String.fromCodePoint(zero, zero + 3, zero + 9);
    assert.equal(toAsciiDigits(digits), "039");
  }
});
