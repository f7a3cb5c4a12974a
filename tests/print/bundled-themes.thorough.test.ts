import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Print, readPrint } from "../../src/pdf/read-print.ts";
import type { GlyphRun } from "../../src/pdf-file/glyph-run.ts";
import { listFonts } from "../../src/pdf-file/read-fonts.ts";
import { readGlyphRuns } from "../../src/pdf-file/read-glyphs.ts";
import { readPageInk } from "../support/page-ink.ts";
import { readTextPlaces } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { writeEverything } from "./everything.ts";

// One of everything, printed in each theme by the real browser.

const MILLIMETRE_PT = 72 / 25.4;

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-themes-"));
  await writeEverything(folder);
});
after(() => rm(folder, { recursive: true }));

const printed = new Map<string, Promise<Uint8Array>>();

/** Each book is printed once, for all that is asked of it. */
function print(theme: string, tag: string, ...options: readonly string[]): Promise<Uint8Array> {
  const key = [theme, tag, ...options].join(" ");
  const known = printed.get(key) ?? printNow(theme, tag, options, `output-${printed.size}`);
  printed.set(key, known);
  return known;
}

async function printNow(theme: string, tag: string, options: readonly string[], output: string) {
  const args = ["build", ".", "--format", "pdf", "--theme", theme, "--lang", tag, ...options];
  const { code, note } = await runHandpress([...args, "--output", output], { cwd: folder });
  assert.equal(code, 0, note);
  return new Uint8Array(await readFile(join(folder, output, tag, "brakes.pdf")));
}

function runsOf(book: Print): readonly GlyphRun[] {
  return book.pages
    .flatMap((page) => readGlyphRuns(book.document, page))
    .filter(({ text }) => text.trim() !== "");
}

/** The size in which most letters are set, in points. */
function mostUsedSize(runs: readonly GlyphRun[]): number {
  const counts = new Map<number, number>();
  for (const { sizePt, glyphCount } of runs) {
    const size = Math.round(sizePt * 20) / 20;
    counts.set(size, (counts.get(size) ?? 0) + glyphCount);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** Faces are set so that they look as large as each other: Vazirmatn at 98 in a hundred. */
const SIZES: readonly (readonly [theme: string, tag: string, sizePt: number])[] = [
  ["handout", "en", 10.5],
  ["low-ink", "en", 10],
  ["low-ink", "ar", 11.8],
  ["large-print", "en", 18],
  ["large-print", "ar", 18.6],
  ["large-print", "my", 18],
  ["pocket", "en", 8.75],
  ["pocket", "ar", 8.8],
  ["pocket", "my", 9.25],
];

for (const [theme, tag, sizePt] of SIZES) {
  test(`the text of ${theme} is set in its size: ${tag}`, async () => {
    const size = mostUsedSize(runsOf(await readPrint(await print(theme, tag))));
    assert.ok(Math.abs(size - sizePt) <= 0.05, `${size} pt`);
  });
}

/** A list's bullet, and a rule that is not fine. */
const LARGEST_MARK_PT = 4;
const THICKEST_RULE_PT = 1.6;

for (const tag of ["en", "ar"]) {
  test(`low-ink fills no area and has no colour: ${tag}`, async () => {
    const book = await readPrint(await print("low-ink", tag));
    for (const [index, page] of book.pages.entries()) {
      const { areas, hues, images, patterns } = readPageInk(book, page);
      const wide = areas.filter(
        ({ widthPt, heightPt }) =>
          Math.min(widthPt, heightPt) > THICKEST_RULE_PT &&
          Math.max(widthPt, heightPt) > LARGEST_MARK_PT,
      );
      assert.deepEqual(wide, [], `page ${index + 1}`);
      assert.deepEqual(hues, [], `page ${index + 1}`);
      assert.equal(patterns, 0, `page ${index + 1}`);
      for (const image of images) assert.equal(image, "grey", `page ${index + 1}`);
    }
  });
}

test("what is looked for in low-ink is there in handout", async () => {
  const book = await readPrint(await print("handout", "en"));
  const ink = book.pages.map((page) => readPageInk(book, page));
  assert.ok(
    ink.some(({ areas }) => areas.some(({ widthPt, heightPt }) => Math.min(widthPt, heightPt) > 5)),
  );
  assert.ok(ink.some(({ hues, images }) => hues.length > 0 || images.includes("colour")));
});

test("low-ink takes fewer pages than handout", async () => {
  const count = async (theme: string) => (await readPrint(await print(theme, "en"))).pages.length;
  assert.ok((await count("low-ink")) < (await count("handout")));
});

/** 18 points by name; the face of code is set at 92 in a hundred, because it is wide. */
const LARGE_PRINT_FLOOR_PT = 16.5;

for (const [tag, ...options] of [
  ["en"],
  ["ar"],
  ["my"],
  ["en", "--paper", "letter"],
  ["en", "--paper", "a5"],
] as const) {
  test(`large-print has no small letter and no slanted one: ${[tag, ...options].join(" ")}`, async () => {
    const book = await readPrint(await print("large-print", tag, ...options));
    const small = runsOf(book).filter(({ sizePt }) => sizePt < LARGE_PRINT_FLOOR_PT);
    assert.deepEqual(
      small.map(({ text, sizePt }) => `${sizePt} ${text}`),
      [],
    );
    for (const { name } of listFonts(book.document)) assert.doesNotMatch(name, /italic|oblique/i);
  });
}

for (const tag of ["en", "ar", "my"]) {
  test(`pocket is A6, and the outer 6 mm are empty: ${tag}`, async () => {
    const pages = await readTextPlaces(await print("pocket", tag));
    const edge = 6 * MILLIMETRE_PT - 0.5;
    for (const { widthPt, heightPt, places } of pages) {
      assert.ok(
        Math.abs(widthPt - 105 * MILLIMETRE_PT) < 1 && Math.abs(heightPt - 148 * MILLIMETRE_PT) < 1,
      );
      for (const { text, left, right, bottom, top } of places) {
        const inside =
          left >= edge && right <= widthPt - edge && bottom >= edge && top <= heightPt - edge;
        assert.ok(inside, `${text}: ${left} ${right} ${bottom} ${top}`);
      }
    }
  });
}

test("no letter of pocket is below 8 points but raised ones", async () => {
  const runs = runsOf(await readPrint(await print("pocket", "en")));
  // Numbers of notes.
  const small = runs.filter(({ sizePt, text }) => sizePt < 7.99 && !/^\d+$/.test(text.trim()));
  assert.deepEqual(
    small.map(({ text, sizePt }) => `${sizePt} ${text}`),
    [],
  );
});

test("a paper that is asked for goes before the theme's", async () => {
  const [page] = await readTextPlaces(await print("pocket", "en", "--paper", "a5"));
  assert.ok(Math.abs((page?.widthPt ?? 0) - 148 * MILLIMETRE_PT) < 1);
});
