import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { FontPlan } from "../../src/font/choose-fonts.ts";
import { parseRanges } from "../../src/font/code-points.ts";
import { partClusters } from "../../src/font/part-clusters.ts";

const { resolve } = createRequire(import.meta.url);

// One family in two slices, as its package comes: letters, and letters of Vietnamese with the marks.
const slice = (subset: string, ranges: string) => ({
  family: "Serif",
  subset,
  weight: 400,
  style: "normal" as const,
  declared: parseRanges(ranges),
  fileName: "",
  bytes: readFileSync(
    resolve(`@fontsource/source-serif-pro/files/source-serif-pro-${subset}-400-normal.woff2`),
  ),
  sizeAdjust: 100,
  postScriptName: "",
});
const PLAN: FontPlan = {
  chains: { text: ["Serif"], heads: ["Serif"], mono: ["Serif"] },
  files: [
    slice("latin", "U+0020-00FF,U+0304"),
    slice("vietnamese", "U+0300-0301,U+1EA0-1EF9,U+20A0-20CF"),
  ],
  missing: [],
  unknownFamilies: [],
  textSizeAdjust: 100,
  rareClusters: new Set(),
  standIns: new Map(),
};

test("a letter and a mark that are in no one slice are parted by a sign that draws nothing", () => {
  assert.equal(partClusters("m\u0300b q\u0301.", PLAN), "m\u2060\u0300b q\u2060\u0301.");
});

test("what one slice draws stays together, and is written as one letter where there is one", () => {
  for (const text of ["\u1EB9\u0301", "e\u0301", "x\u0304", "plain & <b>text</b>"]) {
    assert.equal(partClusters(text, PLAN), text.normalize("NFC"));
  }
  assert.equal(partClusters("e\u0302\u0301", PLAN), "\u1EBF");
});

test("what a slice declares and does not draw is no reason to keep a mark with its letter", () => {
  // COMBINING ENCLOSING CIRCLE BACKSLASH, on a sign that the slice has.
  assert.equal(partClusters("\u20AB\u20E0", PLAN), "\u20AB\u2060\u20E0");
});

test("a sign that chooses a form is no mark", () => {
  assert.equal(partClusters("a\uFE0F b\u{E0101}", PLAN), "a\uFE0F b\u{E0101}");
});

test("joined pictures that no file draws stand side by side", () => {
  assert.equal(
    partClusters("a \u2764\uFE0F\u200D\u{1F525} b", PLAN),
    "a \u2764\uFE0F\u2060\u{1F525} b",
  );
  assert.equal(
    partClusters("\u{1F469}\u{1F3FD}\u200D\u{1F692}", PLAN),
    "\u{1F469}\u{1F3FD}\u2060\u{1F692}",
  );
});

test("a picture and a colour of skin that no file draws stand side by side", () => {
  assert.equal(partClusters("a \u{1F44D}\u{1F3FD} b", PLAN), "a \u{1F44D}\u2060\u{1F3FD} b");
});

test("marks of a script of its own are never parted from its letters", () => {
  for (const word of ["ខ្មែរ", "မြန်မာ", "ไทย", "हिन्दी"])
    assert.equal(partClusters(word, PLAN), word);
});
