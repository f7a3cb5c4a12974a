import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { copyWords } from "../support/copied-words.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { listUnnamedGlyphs } from "../support/unnamed-glyphs.ts";

/** By language: words whose signs are not one glyph each, and plain ones beside them. */
const WORDS = {
  fa: "می‌نویسم خانه‌ها دربارهٔ نامهٔ بی‌نام سلام لانه کلاه مؤمن رأی آینه پیام‌رسان‌ها",
  ar: "كِتَابٌ مُدَرِّسٌ السَّلَامُ لِلْأَمْنِ الْآنَ إِلَّا اللهِ هٰذا شُكْرًا لا بلا الأمان سؤال",
  ur: "ٹیلی‌گرام اِدارہ اُستاد ہوئے جذبۂ لاہور تصویریں",
  he: "שָׁלוֹם בְּרֵאשִׁית מְדַבְּרִים סִיסְמָה פשוט",
  ckb: "ئێوە لاپەڕە ڕۆژنامەوان نه‌وه",
  ug: "لايىھە گۇرۇپپا بىخەتەرلىك",
} as const;
export type Language = keyof typeof WORDS;

export const LANGUAGES = Object.keys(WORDS) as Language[];
/** Tested with the quick tests: letters that join, and letters with marks. */
export const FIRST: readonly Language[] = ["fa", "he"];

/** Prints a book of each language, and says its words as programs copy them. */
export function testCopies(languages: readonly Language[]): void {
  const books = new Map<Language, Uint8Array>();
  before(async () => {
    const files = Object.fromEntries(
      languages.flatMap((language) => {
        const words = WORDS[language];
        const [title = ""] = words.split(" ");
        const module = `---\nlayout: module\ntitle: "${title}"\npermalink: /m/\nactivity:\n  - name: "${title}"\n    url: /m/activity/s/\n---\n${title}\n`;
        const session = `---\nlayout: content-page\ntitle: "${title}"\npermalink: /m/activity/s/\nadids: Activity\nparent: "${title}"\n---\n## ${title}\n\n${words}\n\n| ${words.split(" ").slice(0, 3).join(" | ")} |\n|---|---|---|\n| a | b | c |\n`;
        return [
          [`${language}/m/m.md`, module],
          [`${language}/m/s.md`, session],
        ];
      }),
    );
    const fileSystem = overlayFileSystem(files);
    const output = `${MEMORY}/output`;
    const { note } = await runHandpress(
      ["build", MEMORY, "--format", "pdf", "--lang", "all", "--output", output],
      { cwd: MEMORY, fileSystem },
    );
    for (const language of languages) {
      books.set(language, await fileSystem.readFile(`${output}/${language}/m.pdf`));
      assert.ok((books.get(language)?.length ?? 0) > 0, note);
    }
  });

  for (const language of languages) {
    describe(`a book in ${language}`, () => {
      const wanted = WORDS[language].normalize("NFC").split(" ");
      const bytesOf = () => books.get(language) ?? new Uint8Array();

      test("has its words as they were written, for readers that turn lines round", async () => {
        const copied = new Set(await copyWords(bytesOf()));
        assert.deepEqual(
          wanted.filter((word) => !copied.has(word)),
          [],
        );
      });

      test("has them for PDFium", async () => {
        const library = await PDFiumLibrary.init();
        const document = await library.loadDocument(bytesOf());
        const pages = [...document.pages()].map((page) => page.getText());
        document.destroy();
        library.destroy();
        // It gives two marks of one letter in either order, which is the same text (UAX #15).
        const copied = new Set(pages.join("\n").normalize("NFC").split(/\s+/));
        assert.deepEqual(
          wanted.filter((word) => !copied.has(word)),
          [],
        );
      });

      test("says a text for every glyph, and hides none", () => {
        const { disclosure, diagnostics } = inspectFile(bytesOf());
        assert.deepEqual(listUnnamedGlyphs(bytesOf()), []);
        assert.deepEqual(diagnostics, []);
        assert.doesNotMatch(JSON.stringify(disclosure), /TEL4/);
      });
    });
  }
}
