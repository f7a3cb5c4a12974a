import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { readPrint } from "../../src/pdf/read-print.ts";
import { listColours } from "../../src/pdf-file/read-colours.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { build, folder, prepare } from "./sheet-scene.ts";

prepare();

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
