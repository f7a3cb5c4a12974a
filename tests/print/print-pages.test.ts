import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "../../src/language/language.ts";
import { parsePaper } from "../../src/print/paper.ts";
import {
  type BookFurniture,
  counterStyleOf,
  quoteCss,
  shareLine,
  shorten,
  writePageStylesheet,
} from "../../src/print/print-pages.ts";

test("papers are read by name and by size, within limits", () => {
  assert.deepEqual(parsePaper(" A4 "), { name: "a4", widthMm: 210, heightMm: 297, size: "large" });
  assert.equal(parsePaper("210x297mm")?.name, "a4");
  assert.equal(parsePaper("148 × 210 mm")?.name, "a5");
  assert.deepEqual(parsePaper("200.5x300"), {
    name: "custom",
    widthMm: 200.5,
    heightMm: 300,
    size: "large",
  });
  assert.equal(parsePaper("letter")?.widthMm, 215.9);
  for (const bad of ["", "a44", "69x300", "300x601", "210", "x", "-210x297", "1e2x200"]) {
    assert.equal(parsePaper(bad), undefined, bad);
  }
});

test("titles cannot leave their CSS string or the style element", () => {
  const hostile = 'a"b\\c\nd</style><script>';
  const quoted = quoteCss(hostile);
  assert.equal(quoted, '"a\\22 b\\5c c\\a d\\3c /style\\3e \\3c script\\3e "');
  assert.doesNotMatch(quoted.slice(1, -1), /["<>\n]/);
});

const book = (direction: "ltr" | "rtl"): BookFurniture => ({
  paper: { name: "a4", widthMm: 210, heightMm: 297, size: "large" },
  direction,
  foot: "The Hinge",
  counterStyle: "decimal",
  pages: [
    {
      name: "p-s1",
      book: "Locks",
      chapter: "Doors",
      stage: { stage: "deepening", label: "Deepening" },
    },
  ],
});

test("a book from right to left is the mirror of one from left to right", () => {
  const mirror = (css: string) =>
    css
      .replace(/\b(left|right)\b/g, (side) => (side === "left" ? "right" : "left"))
      .replaceAll("direction:ltr", "direction:rtl");
  const leftToRight = writePageStylesheet(book("ltr"));
  assert.equal(mirror(leftToRight), writePageStylesheet(book("rtl")));
  assert.match(leftToRight, /@right-top\{content:"Deepening"/);
  assert.match(leftToRight, /2\*var\(--tab-pitch,var\(--tab-step\)\)/);
  assert.match(leftToRight, /size:210mm 297mm/);
});

test("on two sides, left-hand pages mirror right-hand ones, whichever comes first", () => {
  for (const direction of ["ltr", "rtl"] as const) {
    const css = writePageStylesheet({ ...book(direction), sides: "two" });
    const [, right = "", left = ""] =
      /:right\{([\s\S]*)@page :left\{([\s\S]*)@page handpress-blank\{/.exec(css) ?? [];
    assert.match(right, /Deepening/);
    const mirrored = left.replace(/\b(left|right)\b/g, (side) =>
      side === "left" ? "right" : "left",
    );
    assert.equal(
      mirrored.replace(/^@page .*\n/gm, "").trim(),
      right.replace(/^@page .*\n/gm, "").trim(),
    );
    assert.match(css, /@page :right\{[^}]*margin-left:var\(--margin-gutter\)/);
    assert.match(css, /@page p-s1:left\{[\s\S]*@bottom-left\{content:counter/);
    assert.match(css, /@page p-s1:right\{[\s\S]*@bottom-right\{content:counter/);
  }
});

test("a short head leaves its room to the one across", () => {
  assert.deepEqual(shareLine("Backup", "Learning how to backup", 28), [
    "Backup",
    "Learning how to backup",
  ]);
  assert.deepEqual(shareLine("Backup", "Learning how to backup", 24), [
    "Backup",
    "Learning how to…",
  ]);
  const long = "Analysing a harmful letter";
  assert.deepEqual(shareLine(long, long, 28), ["Analysing a…", "Analysing a…"]);
});

test("long heads are shortened at a word", () => {
  assert.equal(shorten("Short", 10), "Short");
  assert.equal(shorten("Analysing a harmful letter", 14), "Analysing a…");
  assert.equal(shorten("Donaudampfschifffahrt", 10), "Donaudamp…");
});

test("folios are counted in the language's numerals", () => {
  assert.equal(counterStyleOf(languageOf("en")), "decimal");
  assert.equal(counterStyleOf(languageOf("ar")), "arabic-indic");
  assert.equal(counterStyleOf(languageOf("fa")), "persian");
});
