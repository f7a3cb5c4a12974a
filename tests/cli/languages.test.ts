import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-languages-"));
});
afterEach(() => rm(folder, { recursive: true }));

const module = (title: string) =>
  `---\nlayout: module\ntitle: ${title}\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: ${title} 1\n    url: /keys/\n  - name: ${title} 2\n    url: /bolts/\n---\n`;
const session = (title: string, permalink: string) =>
  `---\ntitle: ${title}\npermalink: ${permalink}\nadids: Input\nduration: 20 minutes\n---\nWords of ${title}.\n`;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function readBook(language: string): Promise<Record<string, string>> {
  const path = join(folder, "output", language, "locks.epub");
  const files = unzipSync(new Uint8Array(await readFile(path)));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace("EPUB/", ""), strFromU8(bytes)]),
  );
}

const SOURCE = {
  "m.md": module("Locks"),
  "keys.md": session("Keys", "/keys/"),
  "bolts.md": session("Bolts", "/bolts/"),
};
const TRANSLATED = { "m.md": module("أقفال"), "keys.md": session("مفاتيح", "/keys/") };
const under = (prefix: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text]));
const suffixed = Object.fromEntries(
  Object.entries(TRANSLATED).map(([name, text]) => [name.replace(".md", ".ar.md"), text]),
);

const LAYOUTS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    "a folder for each language",
    { ...under("content/", SOURCE), ...under("content/ar/", TRANSLATED) },
  ],
  [
    "a folder beside content",
    { ...under("content/", SOURCE), ...under("content.ar/", TRANSLATED) },
  ],
  ["a suffix", { ...under("content/", SOURCE), ...under("content/", suffixed) }],
];

for (const [name, files] of LAYOUTS) {
  test(`translations in ${name}: what is not translated stands in the source, and says so`, async () => {
    await write(files);
    const args = ["build", "--lang", "all", "--format", "epub"];
    const { code, note } = await runHandpress(args, { cwd: folder });
    assert.equal(code, 0, note);
    const english = await readBook("en");
    assert.doesNotMatch(`${english["nav.xhtml"]}${english["s1.xhtml"]}`, /[\u0600-\u06FF]/);
    const arabic = await readBook("ar");
    assert.match(arabic["package.opf"] ?? "", /page-progression-direction="rtl"/);
    assert.match(arabic["s1.xhtml"] ?? "", /مفاتيح/);
    const borrowed = arabic["s2.xhtml"] ?? "";
    assert.match(borrowed, /lang="en"[^>]*dir="ltr"/);
    assert.match(borrowed, /Words of Bolts/);
    assert.match(borrowed, /class="notice/);
    const listed = await runHandpress(["list", "--lang", "ar"], { cwd: folder });
    assert.match(listed.out, /أقفال 2 .*in en/);
  });
}

test("without a language the curriculum's own is built, and one that is not there is a usage error", async () => {
  await write(under("content/", { ...SOURCE, ...under("ar/", TRANSLATED) }));
  const own = await runHandpress(["build", "--format", "epub"], { cwd: folder });
  assert.match(own.out, /output\/en\/locks\.epub/);
  assert.doesNotMatch(own.out, /output\/ar/);
  const { code, note } = await runHandpress(["build", "--lang", "fr"], { cwd: folder });
  assert.equal(code, 2);
  assert.match(note, /hint: There is en, ar, or `all`/);
});

test("a configuration inside content/ counts although translations lie beside it", async () => {
  await write({
    ...under("content/", { ...SOURCE, "handpress.yaml": "title: The Lock Course\n" }),
    ...under("content.ar/", TRANSLATED),
  });
  const { out } = await runHandpress(["list", "--lang", "all"], { cwd: folder });
  assert.match(out, /^The Lock Course: 5 pages/);
});

test("a folder whose only module has no sessions is told in any choice of languages", async () => {
  await write({ "m.md": "---\nlayout: module\ntitle: Locks\npermalink: /locks/\n---\n" });
  for (const command of ["build", "check"]) {
    for (const choice of [[], ["--lang", "all"]]) {
      const { code, note, out } = await runHandpress([command, ".", ...choice], { cwd: folder });
      assert.equal(code, 1, `${command} ${choice}`);
      assert.match(note + out, /LNK005/, `${command} ${choice}`);
    }
  }
});

test("a module has the same place in its series in every language", async () => {
  const earlier = {
    "a.md": module("Alarms").replace("/locks/", "/alarms/"),
    "handpress.yaml": "title: The Lock Course\n",
  };
  await write(under("content/", { ...SOURCE, ...earlier, ...under("ar/", TRANSLATED) }));
  await runHandpress(["build", "locks", "--lang", "all", "--format", "epub"], { cwd: folder });
  for (const language of ["en", "ar"]) {
    const { "package.opf": text = "" } = await readBook(language);
    assert.match(text, /property="belongs-to-collection" id="series">The Lock Course</, language);
    assert.match(text, /property="group-position">2</, language);
  }
});

const RARE_TEXTS = [
  "Mɔbéko: kɔ\u0301tisa mɔ\u0302kɔ\u0301 ɛ\u0302ngɛ mɔ\u030Ckɔ\u0301",
  "Ɖevi le aƒe me, ʋu la, ŋkɔ kple ɣeyiɣi, mɔ\u0303",
  "Ɗan ƙasa ya ɗauki ɓarawo, ƴan uwa",
  "Mɔgɔ bɛɛ bɛ ɲɛ sɔrɔ, dɔ\u0300n",
  "Kɔ\u0308c ŋïc wɛ\u0308t de tɔ\u0308ŋ, ɛ\u0331\u0308",
  "Ẹ\u0300kọ\u0301 ọ\u0300rọ\u0300 m\u0300bọ\u0300, q\u0301, ṣ\u0301",
  "ǃkung, ǁkhau, ǂnū, n\u0308",
  "Әр адам өз құпиясын сақтайды, ӈ, а\u0304",
];

for (const theme of ["handout", "low-ink", "large-print"]) {
  test(`rare letters and their marks are printed and read back as written: ${theme}`, async () => {
    const body = RARE_TEXTS.map((text) => `${text}\n\n**${text}**`).join("\n\n");
    const page = SOURCE["keys.md"].replace("Words", `${body}\n\nWords`);
    await write({ ...SOURCE, "keys.md": page });
    const args = ["build", ".", "--format", "pdf", "--theme", theme];
    const { code, note } = await runHandpress(args, { cwd: folder });
    assert.equal(code, 0, note);
    assert.doesNotMatch(note, /FNT/);
    const bytes = new Uint8Array(await readFile(join(folder, "output/en/locks.pdf")));
    const { pageTexts, fonts } = await readPdfFacts(bytes);
    const shown = pageTexts.join("\n").replaceAll(/\s+/g, " ").normalize("NFC");
    for (const text of RARE_TEXTS) {
      assert.equal(shown.split(text.normalize("NFC")).length, 3, `${text} in ${shown}`);
    }
    assert.ok(fonts.every(({ embedded }) => embedded));
    assert.ok(!/\u2060|\[U\+/.test(shown));
  });
}

const PASHTO = {
  "m.md":
    "---\nlayout: module\ntitle: کیلۍ\ndate: 2020-01\npermalink: /locks/\ninput:\n  - url: /keys/\n---\n",
  "keys.md":
    "---\ntitle: پټنوم\npermalink: /keys/\nadids: Input\n---\nپټنوم پر کاغذ مه لیکئ او هېچا ته یې مه ورکوئ.\n",
};

test("pages that name no language are laid out as their letters run, and every command says the same", async () => {
  await write(PASHTO);
  const listed = await runHandpress(["list"], { cwd: folder });
  assert.match(listed.out, /2 pages, und-Arab\n[\s\S]*locks {2}und-Arab/);
  const checked = await runHandpress(["check"], { cwd: folder });
  assert.deepEqual([checked.code, checked.note.match(/\b[A-Z]{3}\d{3}\b/g)], [0, ["LNK022"]]);
  for (const choice of [[], ["--lang", "all"]]) {
    const { code, note } = await runHandpress(["build", ...choice], { cwd: folder });
    assert.equal(code, 0, note);
    const book = await readBook("und-Arab");
    assert.match(book["s1.xhtml"] ?? "", /<html[^>]* lang="und-Arab"[^>]* dir="rtl"/);
    assert.doesNotMatch(book["s1.xhtml"] ?? "", /class="notice/);
    // What the book says for itself is Arabic, and says so.
    assert.match(book["nav.xhtml"] ?? "", /lang="ar"/);
    assert.doesNotMatch(book["nav.xhtml"] ?? "", />Contents</);
  }
  const facts = await readPdfFacts(
    new Uint8Array(await readFile(join(folder, "output/und-Arab/locks.pdf"))),
  );
  assert.equal(facts.language, "und-Arab");
});

test("a language that the command line names is that of pages that name none, also when they are built again", async () => {
  await write(PASHTO);
  const args = ["build", "--lang", "ps", "--format", "epub"];
  const { code, note } = await runHandpress(args, { cwd: folder });
  assert.equal(code, 0, note);
  assert.doesNotMatch(note, /LNK022/);
  assert.match((await readBook("ps"))["s1.xhtml"] ?? "", /<html[^>]* lang="ps"[^>]* dir="rtl"/);
  const again = await runHandpress(["verify", "output", "--rebuild", "."], { cwd: folder });
  assert.equal(again.code, 0, again.note + again.out);
});
