import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { damagePdfs } from "./damaged-pdfs.ts";
import { finishSample, samplePdf } from "./sample-pdf.ts";

const damages = damagePdfs();
const fileOf = (name: string) => damages.find((one) => one.name === name)?.file ?? new Uint8Array();
const fileSystem = () =>
  overlayFileSystem({
    "good.pdf": finishSample(samplePdf()),
    "lost.pdf": fileOf("a link to nowhere"),
    "plain.pdf": fileOf("no tags at all"),
    "locked.pdf": fileOf("a lock"),
  });
const run = (...args: string[]) =>
  runHandpress(["inspect", ...args], { cwd: MEMORY, fileSystem: fileSystem() });

test("a good PDF: what it is, and a verdict as the last line", async () => {
  const { code, out, note } = await run("good.pdf");
  assert.equal(code, 0);
  assert.equal(note, "");
  assert.equal(
    out,
    `What it would tell a stranger
  Where made      no place is named
  Who             nobody is named
  Fetches         nothing by itself
  Runs            nothing
  Tracking        nothing that tells copies or readers apart
  Made with       no machine or program is named
  When            no date
  Files within    nothing that has no place there
  Hidden          nothing
  Remarks, forms  none
  Fonts           Names: Kettle
  Metadata        What a book says of itself: part, title, Lang

  Kind            PDF 1.7
  Pages           1 (A4, 210 × 297 mm)
  Page labels     none
  Language        en
  Pages turn      from left to right
  Window shows    the title
  PDF/UA          the file says that it keeps part 1

Metadata: what it says of itself
  pdfuaid:part    1
  dc:title        Kettles

Bookmarks: 1
  B

Links: 0 within the file, 1 to the web
  https://kettle.example/

Tags: yes
  Elements        1 Document, 1 Figure, 1 H1, 1 L, 1 LBody, 1 LI, 1 Lbl, 1 Link,
                  2 P, 1 TD, 1 TH, 1 TR, 1 Table
  Figures         1 of 1 described

Fonts: 1
  Kettle                               Type0     used letters only

Images: 1
  2 × 1          RGB           6 B

${out.slice(out.indexOf("Size:"), out.indexOf("good.pdf: clean"))}good.pdf: clean: tells nothing of anybody; no problems found.
`,
  );
  assert.ok(out.split("\n").every((line) => line.length <= 80));
});

test("a PDF with a link to nowhere: the page and what to do", async () => {
  const { code, out, note } = await run("lost.pdf", "--quiet");
  assert.equal(code, 0);
  assert.equal(
    note,
    `lost.pdf/page 1: warning PDF008: Unexpected link to \`b\`, which is nowhere, expected a page of this file
  hint: It does nothing when it is clicked. Make the file again.

`,
  );
  assert.equal(out, "lost.pdf: not clean: names nobody, but look at its problems; 1 warning.\n");
});

test("sheets for a printer have no tags: that is told once", async () => {
  const { code, out, note } = await run("plain.pdf");
  // The sample claims PDF/UA, and is held to it.
  assert.equal(code, 1);
  assert.equal(note.match(/error|warning/g)?.length, 1);
  assert.match(note, /error PDF010: Unexpected PDF without tags/);
  assert.match(out, /\nTags: none\n/);
});

test("a locked PDF is said to be locked, and nothing is said that its lock hides", async () => {
  const { code, out, note } = await run("locked.pdf");
  assert.equal(code, 1);
  assert.match(out, /^! Hidden {10}Locked: what is in it cannot be told/m);
  assert.doesNotMatch(out, /nobody|nothing by itself/);
  assert.match(out, /^locked\.pdf: not wholly searched: what its lock hides; 1 warning/m);
  assert.match(out, / {2}Locked {10}yes; what is in it cannot be told\n/);
  assert.doesNotMatch(out, /Kettles/);
  assert.equal(note.match(/warning/g)?.length, 1);
});

test("--json: all facts, and each finding with its page", async () => {
  const { out } = await run("lost.pdf", "--json");
  const { files, exitCode } = JSON.parse(out);
  assert.equal(exitCode, 0);
  const [{ kind, verdict, pdfua, pages, diagnostics }] = files;
  assert.deepEqual([kind, verdict, pages.count], ["pdf", "warnings", 1]);
  assert.deepEqual(pdfua, { claims: "1" });
  assert.equal(diagnostics[0].place.file, "lost.pdf/page 1");
});
