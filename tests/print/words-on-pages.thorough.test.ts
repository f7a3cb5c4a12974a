import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { build } from "./tea-book.ts";

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
