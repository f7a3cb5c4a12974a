import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Print, readPrint } from "../../src/pdf/read-print.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";
import { type Line, type ReadPage, readLines } from "./page-map.ts";

// What must hold on every page, whatever stands on it, found by where the glyphs are.

interface Book {
  readonly print: Print;
  readonly pages: readonly ReadPage[];
  /** Pages, from 1, on which a chapter begins. */
  readonly starts: ReadonlySet<number>;
}

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-rules-"));
});
after(() => rm(folder, { recursive: true }));

async function build(
  source: string,
  module: string,
  language: string,
  paper: string,
): Promise<Book> {
  const target = join(folder, `${module}-${language}-${paper}`);
  const args = ["build", source, module, "--format", "pdf", "--lang", language];
  const { code, note } = await runHandpress([...args, "--paper", paper, "-o", target]);
  assert.equal(code, 0, note);
  const print = await readPrint(readFileSync(join(target, language, `${module}.pdf`)));
  const starts = [...print.destinations].filter(([id]) => /^(?:m|s\d+|credits)$/.test(id));
  return {
    print,
    pages: print.pages.map((page) => readLines(print.document, page)),
    starts: new Set(starts.map(([, page]) => page)),
  };
}

/** Between the running heads and the folios. */
function textLines({ lines, heightMm }: ReadPage): readonly Line[] {
  return lines.filter(({ topMm }) => topMm > 14 && topMm < heightMm - 12);
}

const isHeading = ({ font, sizePt }: Line, bodySizePt: number) =>
  /^(?:SourceSans3|Vazirmatn).*Bold$/.test(font) && sizePt >= bodySizePt * 1.02;

const SAMPLE = join(REPOSITORY, "content");

/** The body's size, and what the text's face has of it: Arabic faces are adjusted to Latin ones. */
const SIZES = [
  ["en", "a4", 10.5, 10.5],
  ["en", "letter", 10.5, 10.5],
  ["en", "a5", 9.45, 9.45],
  ["ar", "a4", 10.5, 12.39],
] as const;

for (const [language, paper, bodySizePt, textSizePt] of SIZES) {
  test(`${language} on ${paper}: no heading is left behind, no caption parted from its picture`, async () => {
    const { pages, starts } = await build(SAMPLE, "tails", language, paper);
    for (const [index, page] of pages.entries()) {
      const place = `page ${index + 1}`;
      const lines = textLines(page);
      // What is left of a chapter may be a single line.
      if (index > 2 && !starts.has(index + 2) && index + 1 < pages.length) {
        const heading = lines.findLastIndex((line) => isHeading(line, bodySizePt));
        const bottomMm = lines[heading]?.topMm ?? 0;
        const below = page.pictures.some(({ yPt }) => page.heightMm - (yPt / 72) * 25.4 > bottomMm);
        if (heading >= 0 && !below) assert.ok(lines.length - heading > 2, `${place}: heading`);
      }
      for (const { yPt } of page.pictures) {
        const footMm = page.heightMm - (yPt / 72) * 25.4;
        const caption = lines.find(({ topMm }) => topMm > footMm && topMm < footMm + 10);
        assert.ok(caption, `${place}: caption`);
      }
    }
  });

  test(`${language} on ${paper}: the text has the size of the theme`, async () => {
    const { pages } = await build(SAMPLE, "tails", language, paper);
    const weights = new Map<number, number>();
    for (const { run } of pages.flatMap((page) => page.lines.flatMap(({ pieces }) => pieces))) {
      if (!/^(?:SourceSerifPro|Scheherazade)/.test(run.font.name)) continue;
      const size = Math.round(run.sizePt * 100) / 100;
      weights.set(size, (weights.get(size) ?? 0) + run.glyphCount);
    }
    const [most] = [...weights].sort((a, b) => b[1] - a[1]);
    assert.ok(Math.abs((most?.[0] ?? 0) - textSizePt) < 0.02, `${most?.[0]} pt`);
  });
}

test("no letter of code is cut off, on any paper", async () => {
  const source = join(folder, "source");
  cpSync(join(REPOSITORY, "tests/golden/books/bicycles"), source, { recursive: true });
  const lines = [
    "short",
    `curl ${"--header=value-that-goes-on ".repeat(20)}end-of-line`,
    `${"unbroken".repeat(60)}-end`,
    `\t\ttabbed ${"x".repeat(200)}`,
  ];
  mkdirSync(join(source, "_pages/bikes/code"), { recursive: true });
  const page = (header: string, body: string) => `---\n${header}\n---\n${body}\n`;
  writeFileSync(
    join(source, "_pages/bikes/code/code.md"),
    page(
      "layout: module\ntitle: Code\nsummary: Of lines.\npermalink: /bikes/code/\nactivity:\n - name: Lines\n   url: /bikes/lines/",
      "Text.",
    ),
  );
  writeFileSync(
    join(source, "_pages/bikes/code/lines.md"),
    page(
      "layout: page\ntitle: Lines\nadids: Activity\nduration: 5 minutes\npermalink: /bikes/lines/",
      `Text.\n\n\`\`\`\n${lines.join("\n")}\n\`\`\``,
    ),
  );
  for (const [paper, outerMm] of [
    ["a4", 30],
    ["letter", 33],
    ["a5", 19],
  ] as const) {
    const { pages, starts } = await build(source, "code", "en", paper);
    const first = Math.max(...[...starts].filter((start) => start < pages.length));
    const pieces = pages
      .slice(first - 1, -1)
      .flatMap((one) => one.lines.flatMap((line) => line.pieces.map((piece) => ({ one, piece }))))
      .filter(({ piece }) => piece.run.font.name.startsWith("SourceCodePro"));
    const found = pieces.map(({ piece }) => piece.text).join("");
    assert.equal(found.replace(/\s/g, ""), lines.join("").replace(/\s/g, ""), paper);
    for (const { one, piece } of pieces) {
      const edgeMm = piece.rightMm + piece.run.sizePt * 0.6 * (25.4 / 72);
      assert.ok(edgeMm <= one.widthMm - outerMm + 0.5, `${paper}: ${piece.text}`);
    }
  }
});
