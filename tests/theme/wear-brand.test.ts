import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyBrand, readAccent } from "../../src/theme/apply-brand.ts";
import { contrast } from "../../src/theme/cover-colours.ts";
import type { Theme } from "../../src/theme/theme.ts";
import { sameCases } from "../support/seed.ts";

const THEME = {
  name: "plain",
  cover: { paper: "#ffffff", ink: "#111111", accent: "#00596b" },
} as Theme;

const given = (colour: string, line = 3) => ({ colour, place: { file: "handpress.yaml", line } });

test("whatever colour is taken, marks and words in it and on it can be seen", () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((n) => `#${n.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(colour, (written) => {
      const accent = readAccent(written);
      assert.equal(accent === undefined, contrast(written, "#ffffff") < 3);
      if (accent === undefined) return;
      assert.ok(contrast(accent.words, "#ffffff") >= 4.5);
      assert.ok(contrast(accent.on, accent.mark) >= 4.5);
    }),
    sameCases(),
  );
});

test("colours of a brand stand for those of the theme, on covers and in print", () => {
  const { value, diagnostics } = applyBrand(THEME, { accent: given("#803300") });
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(value.cover, { ...THEME.cover, accent: "#803300" });
  assert.deepEqual(value.accent, { mark: "#803300", words: "#803300", on: "#ffffff" });
});

test("ink that is lost on the brand's paper: one message, and the theme's own cover", () => {
  const { value, diagnostics } = applyBrand(THEME, {
    ink: given("#777777", 4),
    paper: given("#888888", 5),
  });
  assert.deepEqual(value.cover, THEME.cover);
  assert.equal(diagnostics.length, 1);
  assert.equal(diagnostics[0]?.code, "THM012");
  assert.equal(diagnostics[0].place.line, 4);
  assert.match(
    diagnostics[0].message,
    /ink #777777 .* a cover's #888888 .* 1\.\d to 1, expected at least 4\.5/,
  );
});

test("paper alone that is too dark for the theme's ink is told at its line", () => {
  const { diagnostics } = applyBrand(THEME, { paper: given("#222222", 7) });
  assert.equal(diagnostics[0]?.place.line, 7);
});
