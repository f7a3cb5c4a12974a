import assert from "node:assert/strict";
import { test } from "node:test";
import type { FacePlan } from "../../src/font/choose-faces.ts";
import { parseRanges } from "../../src/font/code-points.ts";
import { partClusters } from "../../src/font/part-clusters.ts";

// One family in two slices, as its package comes: letters, and letters of Vietnamese with the marks.
const slice = (ranges: string) => ({
  family: "Serif",
  subset: "",
  weight: 400,
  style: "normal" as const,
  declared: parseRanges(ranges),
  fileName: "",
  bytes: new Uint8Array(),
  sizeAdjust: 100,
  postScriptName: "",
});
const PLAN: FacePlan = {
  chains: { text: ["Serif"], heads: ["Serif"], mono: ["Serif"] },
  files: [slice("U+0020-00FF,U+0304"), slice("U+0300-0301,U+1EA0-1EF9")],
  missing: [],
  unknownFamilies: [],
  textSizeAdjust: 100,
  rareClusters: new Set(),
  standIns: new Map(),
};

test("a letter and a mark that are in no one slice are parted by a sign that draws nothing", () => {
  assert.equal(partClusters("m\u0300b q\u0301.", PLAN), "m\u2060\u0300b q\u2060\u0301.");
});

test("what one slice draws stays together, also where it is written in parts", () => {
  for (const text of ["\u1EB9\u0301", "e\u0301", "x\u0304", "plain & <b>text</b>"]) {
    assert.equal(partClusters(text, PLAN), text);
  }
});
