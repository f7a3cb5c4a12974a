import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readPrint } from "../../src/pdf/read-print.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";
import { drawPage, readLines } from "./page-map.ts";

// Every page of a small book in every theme and on every paper, as text. UPDATE_GOLDEN=1 writes the
// maps anew; look at the pages, then read the difference.

interface PageMap {
  readonly theme: string;
  readonly paper: string;
  readonly sides?: "two";
  readonly books: readonly string[];
}

export const MAPS: readonly PageMap[] = [
  { theme: "handout", paper: "a4", books: ["en/brakes", "ar/brakes"] },
  { theme: "handout", paper: "a4", sides: "two", books: ["en/brakes", "ar/brakes"] },
  { theme: "handout", paper: "letter", books: ["en/brakes"] },
  { theme: "handout", paper: "a5", books: ["en/brakes", "ar/brakes"] },
  // A page that is wide and low: its stage marks stand nearer to each other.
  { theme: "handout", paper: "297x210", books: ["en/brakes"] },
  { theme: "low-ink", paper: "a4", books: ["en/brakes", "ar/brakes"] },
  { theme: "low-ink", paper: "letter", books: ["en/brakes"] },
  { theme: "large-print", paper: "a4", books: ["en/brakes", "ar/brakes"] },
  { theme: "large-print", paper: "letter", books: ["en/brakes"] },
  { theme: "pocket", paper: "a6", books: ["en/brakes", "ar/brakes"] },
];

const UPDATE = process.env.UPDATE_GOLDEN === "1";
export const EXPECTED = fileURLToPath(new URL("expected", import.meta.url));
export const nameOf = ({ theme, paper, sides }: PageMap, book: string) =>
  `${theme}-${paper}-${sides === undefined ? "" : "two-sided-"}${book.replace("/", "-")}.txt`;

export function testMaps(maps: readonly PageMap[]): void {
  let output = "";
  before(async () => {
    output = await mkdtemp(join(tmpdir(), "handpress-maps-"));
  });
  after(() => rm(output, { recursive: true }));

  for (const map of maps) {
    const { theme, paper, sides = "one", books } = map;
    test(`the pages of ${theme} on ${paper}, sides: ${sides}, are as expected`, async () => {
      const target = join(output, `${theme}-${paper}-${sides}`);
      const source = join(REPOSITORY, "tests/golden/books/bicycles");
      const languages = [...new Set(books.map((book) => book.slice(0, 2)))];
      for (const language of languages) {
        const args = [
          "build",
          source,
          "brakes",
          "--format",
          "pdf",
          "--theme",
          theme,
          "--paper",
          paper,
          "--sides",
          sides,
        ];
        const { code, note } = await runHandpress([...args, "--lang", language, "-o", target]);
        assert.equal(code, 0, note);
      }
      for (const book of books) {
        const print = await readPrint(readFileSync(join(target, `${book}.pdf`)));
        const drawn = print.pages
          .map((page, at) => drawPage(readLines(print.document, page), at + 1))
          .join("\n");
        const path = join(EXPECTED, nameOf(map, book));
        if (UPDATE) {
          mkdirSync(EXPECTED, { recursive: true });
          writeFileSync(path, drawn);
        }
        assert.equal(drawn, existsSync(path) ? readFileSync(path, "utf8") : "", path);
      }
    });
  }
}
