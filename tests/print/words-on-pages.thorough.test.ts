import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { copyWords } from "../support/copied-words.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

const session = (language: "en" | "ar") => {
  const body = {
    en: "### Step 1: Fill the kettle\n\nWith water[^1] from the well.\n\n[^1]: Or from the rain.\n\n### Step 2: Wait\n\n| Cup | Sugar |\n|---|---|\n| red | none |\n",
    ar: "### الخطوة 1: املأ الإبريق\n\nبالماء من البئر.\n",
  }[language];
  return `---\nlayout: content-page\ntitle: "Tea"\npermalink: /m/activity/s/\nadids: Activity\nparent: "Kettles"\nduration: 20 minutes\n---\n${body}`;
};
const MODULE =
  '---\nlayout: module\ntitle: "Kettles"\npermalink: /m/\nactivity:\n  - name: "Tea"\n    url: /m/activity/s/\n---\nAll about tea.\n';

async function build(theme: string, css = "", language: "en" | "ar" = "en") {
  const fileSystem = overlayFileSystem({
    "handpress.yaml": `title: Kitchen\nlanguage: ${language}\n`,
    [`${language}/m/m.md`]: MODULE,
    [`${language}/m/s.md`]: session(language),
    "own/theme.yaml": "title: Own\ndescription: Own.\nextends: handout\n",
    "own/print.css": css,
  });
  const output = `${MEMORY}/output`;
  const args = ["build", MEMORY, "--format", "pdf", "--theme", theme, "--output", output];
  const { code, note } = await runHandpress(args, { cwd: MEMORY, fileSystem });
  return { code, note, read: () => fileSystem.readFile(`${output}/${language}/m.pdf`) };
}

describe("a label that hangs beside a heading without one above it", () => {
  for (const theme of ["handout", "low-ink", "large-print", "pocket"]) {
    test(`is on the page in ${theme}`, async () => {
      const { code, note, read } = await build(theme);
      assert.equal(code, 0, note);
      const words = (await copyWords(await read())).join(" ");
      assert.match(words, /Step 1.{0,20}Fill the kettle/);
      assert.match(words, /Step 2.{0,20}Wait/);
    });
  }
});

describe("words that a theme keeps from the page are told, with their place", () => {
  const hidden: readonly (readonly [css: string, words: string, place: string])[] = [
    [".step-label { display: none }", "Step 1", "en/m/s.md:9:5"],
    [".step-label { position: absolute; inset-inline-start: -99mm }", "Step 1", "en/m/s.md:9:5"],
    [".body p { opacity: 0 }", "All about tea.", "en/m/m.md:9:1"],
    [".body p { margin-inline-start: -300mm }", "All about tea.", "en/m/m.md:9:1"],
    [".body td { visibility: hidden }", "red", "en/m/s.md:19:3"],
    [".notes { display: none }", "Notes", "en/m/m.md:1:1"],
    [".fact-label { font-size: 0 }", "Language", "en/m/m.md:1:1"],
  ];
  for (const [css, words, place] of hidden) {
    test(css, async () => {
      const { code, note } = await build("./own", css);
      assert.equal(code, 1, note);
      assert.ok(note.includes(`${place}: error OUT010: Unexpected absence of "${words}" on`), note);
    });
  }

  test("also in a script from the right", async () => {
    const { note } = await build("./own", ".step-label { display: none }", "ar");
    assert.match(note, /ar\/m\/s\.md:9:5: error OUT010: Unexpected absence of "الخطوة 1" on/);
  });
});

describe("words that only look otherwise are on the page", () => {
  for (const css of [
    ".body h3 { opacity: 0.5; text-transform: uppercase; letter-spacing: 0.2em }",
    ".body { column-count: 2 } .body p::first-letter { font-size: 2em }",
    ".body p { transform: rotate(2deg) } .cover-foot { display: none }",
  ]) {
    test(css, async () => {
      const { code, note } = await build("./own", css);
      assert.equal(code, 0, note);
    });
  }
});
