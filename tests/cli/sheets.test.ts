import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { unzipSync } from "fflate";
import { readPrint } from "../../src/pdf/read-print.ts";
import { listColours } from "../../src/pdf-file/read-colours.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-sheets-"));
  await mkdir(join(folder, "c"));
  const files = {
    "handpress.yaml": "title: Ropes\ngreyscale: true\n",
    "m.md":
      "---\nlayout: module\ntitle: Knots\ndate: 2020-01\npermalink: /knots/\ninput:\n  - name: Bends\n    url: /bends/\n  - name: Hitches\n    url: /hitches/\n---\nTie them.\n",
    "b.md":
      "---\ntitle: Bends\npermalink: /bends/\nadids: Input\nduration: 30 minutes\n---\nTwo ropes. See [hitches](/hitches/).\n\n:::trainer\nBring spare rope.\n:::\n",
    "h.md":
      "---\ntitle: Hitches\npermalink: /hitches/\nadids: Input\nduration: 30 minutes\n---\nOne rope and a post.\n",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, "c", name), text);
});
after(() => rm(folder, { recursive: true }));

async function build(output: string, ...args: readonly string[]) {
  const result = await runHandpress(["build", "c", "-o", output, ...args], { cwd: folder });
  assert.equal(result.note, "");
  assert.equal(result.code, 0);
  const path = join(folder, output, "en");
  return {
    ...result,
    files: (await readdir(path)).sort(),
    read: async (name: string) => new Uint8Array(await readFile(join(path, name))),
  };
}

test("a booklet lies beside the book; an EPUB made with it lists no pages", async () => {
  const plain = await build("o1");
  assert.deepEqual(plain.files, ["knots.epub", "knots.pdf"]);
  assert.match(plain.out, /^o1\/en\/knots\.pdf {3}7 pages, 7 sheets, \d+ kB$/m);
  const { out, files, read } = await build("o1", "--booklet");
  assert.deepEqual(files, ["knots-booklet.pdf", "knots.epub", "knots.pdf"]);
  assert.match(out, /^o1\/en\/knots-booklet\.pdf {2}\d pages, 2 sheets to fold, \d+ kB$/m);
  assert.match(out, /flip on the short edge, fold in the middle\.\n$/);
  const epub = Object.keys(unzipSync(await read("knots.epub")));
  const texts = Object.values(unzipSync(await read("knots.epub"))).map((one) =>
    Buffer.from(one).toString("utf8"),
  );
  assert.ok(epub.length > 5);
  assert.ok(!texts.some((text) => text.includes("pageBreakSource")));
  const facts = await readPdfFacts(await read("knots-booklet.pdf"));
  assert.deepEqual(facts.pageSizes[0], { widthPt: 841.9, heightPt: 595.3 });
  assert.equal(facts.pageSizes.length, 4);
  const { document } = await readPrint(await read("knots-booklet.pdf"));
  assert.deepEqual(listColours(document), [], "the configuration asks for greys");
});

test("what is asked of a PDF where none is made is said to change nothing", async () => {
  const options = ["--greyscale", "--sides", "two", "--participants", "9", "--format", "epub"];
  const { code, note } = await runHandpress(["build", ".", "--output", "idle", ...options], {
    cwd: folder,
  });
  assert.equal(code, 0);
  assert.equal(
    note,
    ["--sides", "--greyscale", "--participants"]
      .map((one) => `note: \`${one}\` changes nothing here: it is for PDF, and none is made.\n`)
      .join(""),
  );
});

test("on two sides chapters open on odd pages, and the EPUB names that print", async () => {
  const { out, read } = await build("o2", "--sides", "2", "--paper", "letter");
  assert.match(out, /knots\.pdf {3}(\d+) pages, (\d+) sheets on both sides, /);
  assert.match(out, /\nPrint on both sides, flip on the long edge\.\n$/);
  const { destinations, pageTexts } = await readPdfFacts(await read("knots.pdf"));
  for (const id of ["m", "s1", "s2", "credits"]) {
    assert.equal((destinations[id] ?? 0) % 2, 1, `${id} on ${destinations[id]}`);
  }
  assert.equal(destinations.contents, undefined, "no name that no link leads to");
  const blanks = pageTexts.flatMap((text, at) => (text.trim() === "" ? [at + 1] : []));
  assert.ok(blanks.length > 0 && blanks.every((page) => page % 2 === 0), String(blanks));
  const files = unzipSync(await read("knots.epub"));
  const epub = Buffer.from(files["EPUB/package.opf"] ?? []).toString("utf8");
  assert.match(epub, /\(PDF, Letter, two-sided\)/);
});

test("sheets are counted for everybody, in words and in JSON", async () => {
  const both = ["-f", "pdf", "--edition", "all", "--nup", "2", "--participants", "20"] as const;
  const { out, files } = await build("o3", ...both);
  assert.deepEqual(files, ["knots-2up.pdf", "knots-participant-2up.pdf"]);
  assert.match(out, /knots-2up\.pdf {14}7 pages, 4 sheets, 4 for the trainer, /);
  assert.match(out, /knots-participant-2up\.pdf {2}7 pages, 4 sheets, 80 for 20 people, /);
  const json = JSON.parse((await build("o3", ...both, "--json")).out);
  assert.equal(json.printing, undefined, "one side needs no advice");
  const needs = json.built.map(({ files: [file] }: { files: object[] }) => file);
  assert.deepEqual(
    needs.map(({ pageCount, sheets, sheetsForParticipants }: Record<string, number>) => [
      pageCount,
      sheets,
      sheetsForParticipants,
    ]),
    [
      [7, 4, 4],
      [7, 4, 80],
    ],
  );
  const folded = ["-f", "pdf", "--booklet"];
  const told = await build("o3", ...folded);
  const { printing } = JSON.parse((await build("o3", ...folded, "--json")).out);
  assert.match(printing, /flip on the short edge, fold in the middle\.$/);
  assert.ok(told.out.includes(`\n${printing}\n`), told.out);
  const alone = await build("o3", "-f", "pdf", "--participants", "1");
  assert.match(alone.out, /knots\.pdf {2}7 pages, 7 sheets, 14 for 1 person and trainer, /);
});
