import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { build, prepare } from "./sheet-scene.ts";

prepare();

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
