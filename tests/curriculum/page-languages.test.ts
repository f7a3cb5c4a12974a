import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCurriculum, listModules } from "../../src/curriculum/curriculum.ts";
import { configure, type Files, read, report } from "../source/files.ts";

/** One sentence each, long enough to tell a language by. */
const TEXT = {
  ar: "لا تكتب كلمة المرور على ورقة، ولا تعطها إلى أحد. هذا الباب مغلق أمام كل من يسأل عن مفاتيح البيت.",
  el: "Μην γράφετε τον κωδικό σε χαρτί και μην τον δίνετε σε κανέναν που τον ζητά.",
  en: "Do not write the password on paper, and do not give it to anybody who asks you for the keys.",
  fa: "رمز را روی کاغذ ننویسید و آن را به کسی ندهید. این در برای هر که کلید خانه را بپرسد بسته است.",
  he: "אל תכתבו את הסיסמה על נייר ואל תתנו אותה לאיש. הדלת הזאת סגורה לכל מי ששואל על המפתחות.",
  ja: "パスワードを紙に書かないでください。鍵について尋ねる人には誰にも教えないでください。",
  ko: "비밀번호를 종이에 쓰지 말고 열쇠를 묻는 누구에게도 주지 마십시오. 이 문은 닫혀 있습니다.",
  my: "စကားဝှက်ကို စာရွက်ပေါ်တွင် မရေးပါနှင့်။ သော့အကြောင်း မေးသူ မည်သူ့ကိုမျှ မပေးပါနှင့်။",
  ps: "پټنوم پر کاغذ مه لیکئ او هېچا ته یې مه ورکوئ. دا ور د هر هغه چا پر مخ تړلی دی چې کیلۍ غواړي.",
  ru: "Не записывайте пароль на бумаге и не отдавайте его тому, кто спрашивает о ключах от дома.",
  th: "อย่าเขียนรหัสผ่านลงบนกระดาษและอย่าให้ใครที่ถามถึงกุญแจบ้าน ประตูบานนี้ปิดสำหรับทุกคน",
  ur: "پاس ورڈ کاغذ پر نہ لکھیں اور کسی کو نہ دیں۔ یہ دروازہ ہر اس شخص کے لیے بند ہے جو گھر کی چابی سے متعلق پوچھتا ہے۔",
  zh: "不要把密码写在纸上，也不要给任何问钥匙的人。这扇门对他们都是关着的，请记住这个说明。",
} as const;
type Tag = keyof typeof TEXT;

const TITLE: Readonly<Partial<Record<Tag, string>>> = {
  ar: "مفاتيح",
  en: "Keys",
  fa: "کلیدها",
  he: "מפתחות",
};
const titleOf = (tag: Tag) => TITLE[tag] ?? TEXT[tag].slice(0, 8);

function session(tag: Tag, link: string, header = "", body: string = TEXT[tag]): string {
  return `---\ntitle: "${titleOf(tag)}"\nadids: Input\npermalink: ${link}\n${header}---\n${body}\n`;
}

function module(tag: Tag, links: readonly string[], header = "", body = ""): string {
  const list = links.map((url) => `  - url: ${url}\n`).join("");
  return `---\nlayout: module\ntitle: "${titleOf(tag)}"\n${header}input:\n${list}---\n${body}\n`;
}

function settle(files: Files, { yaml = "", asked = [] as readonly string[] } = {}) {
  const { value, unreadable } = read(files, yaml);
  const { value: curriculum, diagnostics } = buildCurriculum(
    value,
    Object.keys(files),
    configure(yaml),
    unreadable,
    asked,
  );
  const tags = curriculum.pages.map(({ path, language }) => [path, language]);
  return { curriculum, tags: Object.fromEntries(tags), told: report(diagnostics), diagnostics };
}

test("letters that are one language's say which it is; others say their script", () => {
  const expected: Readonly<Record<Tag, string>> = {
    ar: "ar",
    el: "el",
    en: "en",
    fa: "fa",
    he: "he",
    ja: "ja",
    ko: "ko",
    my: "my",
    ps: "und-Arab",
    ru: "und-Cyrl",
    th: "th",
    ur: "ur",
    zh: "zh-Hans",
  };
  for (const [tag, language] of Object.entries(expected)) {
    const { tags } = settle({ "a.md": session(tag as Tag, "/a/") });
    assert.deepEqual(tags, { "a.md": language });
  }
});

test("a module and its sessions are one book, in the language of all their letters", () => {
  const { curriculum, told } = settle({
    "m.md": module("fa", ["/a/", "/b/"], "", "کوتاه"),
    "x/a.md": session("fa", "/a/"),
    "x/b.md": session("fa", "/b/", "", "متن"),
  });
  assert.deepEqual(curriculum.languages, ["fa"]);
  const [book] = listModules(curriculum, "fa");
  assert.equal(book?.untranslatedCount, 0);
  assert.deepEqual(told, []);
});

test("the module that lists a page comes before its siblings, and these before its letters", () => {
  const short = (link: string) => session("ar", link, "", "باب");
  const { tags } = settle({
    "lists/m.md": module("fa", ["/a/", "x/b.md"], "language: fa\n"),
    "x/a.md": short("/a/"),
    "x/b.md": short("/b/"),
    "x/c.md": session("ar", "/c/", "language: ar\n"),
    "x/d.md": short("/d/"),
    "y/e.md": short("/e/"),
  });
  assert.equal(tags["x/a.md"], "fa");
  assert.equal(tags["x/b.md"], "fa");
  assert.equal(tags["x/d.md"], "ar");
  // Two languages are as near: its letters are too few to say more than their script.
  assert.equal(tags["y/e.md"], "und-Arab");
});

test("neither module nor siblings stand against a page's own letters", () => {
  const { tags, curriculum } = settle({
    "m.md": module("ar", ["/a/", "/b/"], "language: ar\n", TEXT.ar),
    "a.md": session("fa", "/a/"),
    "b.md": session("he", "/b/"),
  });
  assert.deepEqual([tags["a.md"], tags["b.md"]], ["fa", "he"]);
  const [book] = listModules(curriculum, "ar");
  assert.deepEqual([book?.missingCount, book?.untranslatedCount], [0, 2]);
});

test("a session in another language than any other page is found by the module that lists it", () => {
  const { curriculum, told } = settle({
    "m.md": module("ar", ["/a/", "/b/"], "language: ar\n"),
    "a.md": session("ar", "/a/", "language: ar\n"),
    "b.md": session("he", "/b/", "language: he\n"),
  });
  assert.deepEqual(told, []);
  const sessions = listModules(curriculum, "ar")[0]?.stages.input ?? [];
  assert.deepEqual(
    sessions.map((one) => one.kind === "session" && [one.page.language, one.translated]),
    [
      ["ar", true],
      ["he", false],
    ],
  );
});

test("the command line names what nothing else does", () => {
  const files = { "m.md": module("ps", ["/a/"]), "a.md": session("ps", "/a/") };
  assert.deepEqual(Object.values(settle(files).tags), ["und-Arab", "und-Arab"]);
  const asked = settle(files, { asked: ["ps"] });
  assert.deepEqual(Object.values(asked.tags), ["ps", "ps"]);
  assert.deepEqual(asked.told, []);
  // Not in letters that the language is not written in, nor where it is there already.
  assert.deepEqual(Object.values(settle(files, { asked: ["en"] }).tags), ["und-Arab", "und-Arab"]);
  const beside = { ...files, "ps/z.md": session("ps", "/z/"), "he.md": session("he", "/h/") };
  assert.equal(settle(beside, { asked: ["ps"] }).tags["he.md"], "he");
});

test("a language that only its script tells is told once, with what to type", () => {
  const { diagnostics, told } = settle({
    "a.md": session("ps", "/a/"),
    "b.md": session("ps", "/b/"),
  });
  assert.match(told.join("\n"), /^a\.md:1:1 warning LNK022 .* Arabic letters in 2 pages without/);
  assert.match(diagnostics[0]?.hint ?? "", /\nlanguage: ar\n.*ps.*\n.*a\.md, b\.md$/);
});

test("a page in two languages is in the one of its title, and no error", () => {
  const both = `${TEXT.fa}\n\n${TEXT.en}`;
  for (const header of ["", "language: fa\n"]) {
    const { tags, told } = settle({ "a.md": session("fa", "/a/", header, both) });
    assert.deepEqual([tags, told], [{ "a.md": "fa" }, []]);
  }
  for (const header of ["", "language: en\n"]) {
    const { tags, told } = settle({ "a.md": session("en", "/a/", header, both) });
    assert.deepEqual([tags, told], [{ "a.md": "en" }, []]);
  }
});

test("code, addresses and tags are nobody's language", () => {
  const latin =
    "```\nsudo apt install something-long\n```\n<!-- a remark in English, of some length -->\n" +
    "[x](https://example.org/a/long/path) `gpg --encrypt --recipient somebody`\n";
  const { tags } = settle({ "a.md": session("fa", "/a/", "", `${latin.repeat(5)}${TEXT.fa}`) });
  assert.equal(tags["a.md"], "fa");
});

test("a named language and letters that are none of it are an error, with the line to type", () => {
  const cases: readonly [Files, string, RegExp, RegExp][] = [
    [
      { "a.md": session("fa", "/a/", "language: en\n") },
      "",
      /^a\.md:5:11 error LNK020/,
      /\nlanguage: fa$/,
    ],
    [
      { "en/a.md": session("ar", "/a/") },
      "",
      /^en\/a\.md:1:1 error LNK020/,
      /folder.* en\..*\nlanguage: ar$/,
    ],
    [
      { "a.th.md": session("ru", "/a/") },
      "",
      /^a\.th\.md:1:1 error LNK020/,
      /\nlanguage: ru\n\(ru, uk/,
    ],
    [
      { "a.md": session("fa", "/a/"), "b.md": session("en", "/b/") },
      "language: en",
      /^a\.md:1:1 error LNK020/,
      /handpress\.yaml says language: en.*\nlanguage: fa$/,
    ],
    [
      { "a.md": session("fa", "/a/"), "b.md": session("fa", "/b/") },
      "language: en",
      /^handpress\.yaml:1:11 error LNK020/,
      /^Type:\nlanguage: fa\n.*a\.md, b\.md$/,
    ],
    [{ "a.md": session("ar", "/a/", "language: az\n") }, "", /LNK020/, /\nlanguage: az-Arab$/],
  ];
  for (const [files, yaml, where, hint] of cases) {
    const { told, diagnostics } = settle(files, { yaml });
    assert.equal(told.length, 1, told.join("\n"));
    assert.match(told[0] ?? "", where);
    assert.match(diagnostics[0]?.hint ?? "", hint);
  }
});

test("a language that is written in several scripts is believed in each that runs the same way", () => {
  for (const header of ["language: sr\n", "language: uz\n"]) {
    assert.deepEqual(settle({ "a.md": session("en", "/a/", header) }).told, []);
    assert.deepEqual(settle({ "a.md": session("ru", "/a/", header) }).told, []);
  }
});

test("a page that lies ready for a translator is not translated, and no error", () => {
  const { curriculum, told } = settle({
    "en/m.md": module("en", ["/a/", "/b/"], "permalink: /m/\n", TEXT.en),
    "en/a.md": session("en", "/a/"),
    "en/b.md": session("en", "/b/"),
    "fa/m.md": module("fa", ["/a/", "/b/"], "permalink: /m/\n", TEXT.fa),
    "fa/a.md": session("fa", "/a/"),
    "fa/b.md": session("en", "/b/"),
  });
  assert.deepEqual(told, [
    "fa/b.md:1:1 warning LNK021 Unexpected Latin letters in a page in `fa`, expected Arabic ones",
  ]);
  const [book] = listModules(curriculum, "fa");
  assert.equal(book?.untranslatedCount, 1);
  const shown = book?.stages.input[1];
  assert.ok(shown?.kind === "session");
  assert.deepEqual([shown.page.path, shown.translated], ["en/b.md", false]);
});

test("a module's page that lies ready is shown in the source's language", () => {
  const { curriculum } = settle({
    "en/m.md": module("en", ["/a/"], "permalink: /m/\n", TEXT.en),
    "en/a.md": session("en", "/a/"),
    "fa/m.md": module("en", ["/a/"], "permalink: /m/\n", TEXT.en),
    "fa/a.md": session("fa", "/a/"),
  });
  const [book] = listModules(curriculum, "fa");
  assert.deepEqual([book?.language, book?.page.language, book?.untranslatedCount], ["fa", "en", 0]);
});

test("a page that could not be read is in the language of those beside it", () => {
  const { curriculum } = settle({
    "a.md": session("fa", "/a/"),
    "b.md": "---\ntitle: در: باز\nlayout: module\n---\n",
  });
  assert.deepEqual(
    curriculum.unreadable.map(({ language }) => language),
    ["fa"],
  );
});
