import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findModelFaults } from "../content-model/check-content-model.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { type OutlineFact, type PdfFacts, readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";

// Source folder in, everything that a person can read of the books out. UPDATE_GOLDEN=1 writes the
// expected files anew; read the difference before you commit it.

const UPDATE = process.env.UPDATE_GOLDEN === "1";
const HERE = fileURLToPath(new URL(".", import.meta.url));
export const BOOKS = readdirSync(join(HERE, "books")).sort();

export function testBooks(books: readonly string[]): void {
  let output = "";
  before(async () => {
    output = await mkdtemp(join(tmpdir(), "handpress-golden-"));
  });
  after(() => rm(output, { recursive: true }));

  for (const book of books) {
    test(`the book ${book} is as expected`, async () => {
      const found = await describeBooks(join(HERE, "books", book), join(output, book));
      const folder = join(HERE, "expected", book);
      if (UPDATE) rmSync(folder, { recursive: true, force: true });
      for (const [name, text] of found) {
        const path = join(folder, name);
        if (UPDATE) {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, text);
        }
        assert.equal(text, existsSync(path) ? readFileSync(path, "utf8") : "", `${book}/${name}`);
      }
      const expected = existsSync(folder) ? listFiles(folder) : [];
      assert.deepEqual(expected, [...found.keys()].sort(), "every expected file is made");
    });
  }
}

async function describeBooks(source: string, target: string): Promise<Map<string, string>> {
  const args = ["build", source, "--lang", "all", "--output", target];
  const { code, out, note } = await runHandpress(args, { cwd: source });
  const files = new Map<string, string>();
  const shownTarget = relative(source, target).replaceAll("\\", "/");
  const shown = `${note}${out}`.replaceAll(shownTarget, "OUTPUT").replaceAll(target, "OUTPUT");
  // Sizes of compressed files change with the version of zlib in Node.js.
  const printed = shown.replace(/\d+ kB/g, "… kB");
  files.set("messages.txt", `${printed}exit code ${code}\n`);
  // What is in them changes with the bytes of the books, and these with the version of zlib.
  const aside = ["SHA256SUMS", "handpress-record.json"];
  const made = listFiles(target);
  assert.deepEqual(made.filter((name) => !/\.(epub|pdf)$/.test(name)).sort(), aside);
  for (const name of made.filter((one) => !aside.includes(one))) {
    const bytes = readFileSync(join(target, name));
    if (name.endsWith(".epub")) describeEpub(name, bytes, files);
    else await describePdf(name, new Uint8Array(bytes), files);
  }
  return files;
}

function describeEpub(name: string, bytes: Uint8Array, files: Map<string, string>): void {
  assert.deepEqual(inspectFile(bytes).diagnostics, [], name);
  assert.deepEqual(findModelFaults(bytes), [], name);
  assert.deepEqual(findBookFaults(bytes), [], name);
  const listed: string[] = [];
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    listed.push(path);
    // The stylesheet is the theme's, word for word.
    if (!/\.(png|jpg|css)$/.test(path))
      files.set(`${name}/${path}`, new TextDecoder().decode(content));
  }
  files.set(`${name}/files.txt`, `${listed.join("\n")}\n`);
}

async function describePdf(name: string, bytes: Uint8Array, files: Map<string, string>) {
  const facts = await readPdfFacts(bytes);
  files.set(`${name}.facts.txt`, listFacts(facts));
  checkContents(name, facts);
  // pdf.js gives Arabic in the order of the glyphs: nothing that a person could review.
  if (name.startsWith("ar/")) return;
  const pages = facts.pageTexts.map((text, at) => `--- page ${at + 1}\n${text}\n`);
  files.set(`${name}.pages.txt`, pages.join(""));
}

/** The folio at the end of every line of the contents is that of the page it leads to. */
function checkContents(name: string, facts: PdfFacts): void {
  const page = facts.links.find(({ destination }) => destination === "m")?.page ?? 0;
  const led = facts.links
    .filter((link) => link.page === page && link.destination !== undefined)
    .map(({ destination }) => facts.destinations[destination ?? ""]);
  const lines = (facts.pageTexts[page - 1] ?? "").split("\n");
  if (name.startsWith("ar/")) {
    // Right to left, pdf.js tears lines apart: the folios are there, in the book's own numerals.
    const folios: readonly string[] = lines.join(" ").match(/[٠-٩]+/g) ?? [];
    const numeral = (folio = 0) =>
      String(folio).replace(/\d/g, (one) => "٠١٢٣٤٥٦٧٨٩"[Number(one)] ?? "");
    assert.deepEqual(
      led.map(numeral).filter((folio) => !folios.includes(folio)),
      [],
    );
    return;
  }
  const folios = lines.flatMap((line) => /\s(\d+)\s*$/.exec(line)?.[1] ?? []).map(Number);
  assert.deepEqual([...new Set(folios)], [...new Set(led)], `${name}: contents`);
}

function listFacts(facts: PdfFacts): string {
  const sizes = new Set(facts.pageSizes.map((size) => `${size.widthPt} × ${size.heightPt} pt`));
  const links = facts.links.map(
    ({ page, address, destination }) =>
      `  ${page}: ${address ?? `#${destination} on page ${facts.destinations[destination ?? ""]}`}`,
  );
  return [
    `pages ${facts.pageCount}, ${[...sizes].join(", ")}`,
    `language ${facts.language}, tagged ${facts.isTagged}`,
    `information ${JSON.stringify(facts.information, undefined, 2)}`,
    `fonts`,
    ...facts.fonts.map((font) => `  ${font.name}${font.embedded ? "" : " NOT EMBEDDED"}`),
    `tags`,
    ...Object.entries(facts.tags)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([tag, count]) => `  ${tag} ${count}`),
    `outline`,
    ...listOutline(facts.outline, 1),
    `links`,
    ...links,
    "",
  ].join("\n");
}

function listOutline(outline: readonly OutlineFact[], depth: number): string[] {
  return outline.flatMap(({ title, page, items }) => [
    `${"  ".repeat(depth)}${title} … ${page}`,
    ...listOutline(items, depth + 1),
  ]);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
