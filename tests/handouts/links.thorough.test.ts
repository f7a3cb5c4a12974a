import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { openBook, readText } from "../epub/open-book.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { type PdfFacts, readPdfFacts } from "../support/pdf-facts.ts";
import { type Copier, readCodes } from "../support/read-codes.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { CODED, LONG_ADDRESS, writeCurriculum } from "./curriculum.ts";

const MODES = ["notes", "inline", "qr", "none"] as const;
type Mode = (typeof MODES)[number];

interface Built {
  readonly note: string;
  readonly pdf: Uint8Array;
  readonly facts: PdfFacts;
  readonly epub: Uint8Array;
}

let folder = "";
const built = new Map<string, Built>();
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-links-"));
  await writeCurriculum(folder);
  for (const mode of MODES) {
    const args = ["build", folder, "walks", "--links", mode, "--output", join(folder, mode)];
    const { note } = await runHandpress(args, { cwd: folder });
    const read = async (ending: string) =>
      new Uint8Array(await readFile(join(folder, mode, `en/walks.${ending}`)));
    const pdf = await read("pdf");
    built.set(mode, { note, pdf, facts: await readPdfFacts(pdf), epub: await read("epub") });
  }
});
after(() => rm(folder, { recursive: true }));

const book = (mode: Mode) => built.get(mode) ?? assert.fail(mode);
/** The session on paper, without the lines' ends, in which addresses are broken. */
const paper = (mode: Mode) =>
  book(mode).facts.pageTexts.join("").replace(/\n/g, "").split("Credits and licence")[1] ?? "";
const screen = (mode: Mode) =>
  readText(openBook(book(mode).epub), "s1.xhtml").replace(/<wbr\/>|<\/?span[^>]*>/g, "");

test("notes: each address once, in the order of its first reference, footnotes among them", () => {
  const notes = screen("notes").split('class="footnotes"')[1] ?? "";
  const numbers = [...notes.matchAll(/<aside id="s1-note-(\d+)"/g)].map((one) => one[1]);
  assert.deepEqual(numbers, ["1", "2", "3", "4", "5"]);
  assert.equal(screen("notes").match(/href="#s1-note-1"/g)?.length, 2);
  assert.ok(paper("notes").includes(CODED[0]));
  assert.ok(paper("notes").includes("A footnote of the author"));
});

test("inline: the address stands in brackets behind the words, and footnotes are numbered alone", () => {
  const text = screen("inline");
  assert.ok(text.includes(`the river map</a> (${CODED[0].replace("&", "&amp;")})`));
  assert.match(text, /the map room<\/a> \(maps@example\.org\?subject=A map\)/);
  // It is there already: in letters, where the address has escapes.
  assert.doesNotMatch(text, /plain\.example\.org\/<\/a> \(/);
  const notes = text.split('class="footnotes"')[1] ?? "";
  // The footnote, and the address of the heading: brackets would stand in every list of headings.
  assert.deepEqual(notes.match(/<aside /g)?.length, 2);
  assert.match(notes, /note-address.*heading\.example\.org/);
  assert.ok(notes.includes("(https://notes.example.org/from-a-footnote)"));
  assert.ok(paper("inline").includes(`the river map (${CODED[0]})`));
  assert.ok(paper("inline").includes(LONG_ADDRESS));
});

test("none: no address is printed, links stay alive, footnotes stay", () => {
  const text = screen("none");
  assert.match(text, /the river map<\/a> and compare/);
  assert.match(text, /the map room<\/a>, or/);
  assert.match(text, /A footnote of the author, with <a href="[^"]*">an address<\/a>\./);
  assert.doesNotMatch(paper("none"), /maps\.example|long\.example|notes\.example|maps@/);
  const addresses = book("none").facts.links.flatMap(({ address }) => address ?? []);
  for (const one of [CODED[0], LONG_ADDRESS, "mailto:maps@example.org?subject=A%20map"]) {
    assert.ok(addresses.includes(one), one);
  }
});

test("qr: the codes on the pages are read as the addresses of the notes", async () => {
  const codes = await readCodes(book("qr").pdf);
  assert.deepEqual(codes.map(({ text }) => text).sort(), [...CODED].sort());
  for (const { moduleMm, text } of codes) {
    assert.ok(moduleMm >= 0.5 && moduleMm < 0.6, `${text}: ${moduleMm} mm`);
  }
});

test("qr: a copy of a copy on a bad machine is still read", async () => {
  const copy: Copier = (page) => page.blur(1.4).threshold(150);
  const codes = await readCodes(book("qr").pdf, copy);
  assert.equal(codes.length, CODED.length);
});

test("qr: a code says its address to those who do not see it", () => {
  const text = screen("qr");
  for (const address of CODED) {
    assert.ok(text.includes(`alt="QR code: ${address.replace("&", "&amp;")}"`), address);
  }
  assert.equal(book("qr").facts.tags.Figure, CODED.length);
});

test("qr: an address too long for a code is told, and stands without one", () => {
  const { note } = book("qr");
  assert.match(note, /en\/maps\.md:16:73: warning PUB006: Unexpected address of 255 characters/);
  assert.equal(note.match(/PUB006/g)?.length, 1);
  assert.ok(paper("qr").includes(LONG_ADDRESS));
  for (const mode of MODES) if (mode !== "qr") assert.doesNotMatch(book(mode).note, /PUB006/);
});

test("no line of paper ends with a hyphen of an address, and none has one more", () => {
  for (const mode of ["notes", "inline", "qr"] as const) {
    assert.ok(paper(mode).includes(LONG_ADDRESS), mode);
    for (const page of book(mode).facts.pageTexts) assert.doesNotMatch(page, /home-\n|way-\n/);
  }
});

test("EPUBs of every mode are valid, and nothing is found in them", async () => {
  for (const mode of MODES) {
    const { epub } = book(mode);
    assert.deepEqual(inspectFile(epub).diagnostics, [], mode);
    assert.deepEqual(findBookFaults(epub), [], mode);
    const report = await EpubCheck.validate(epub);
    assert.deepEqual(
      report.messages.filter(({ severity }) => severity !== "info"),
      [],
      mode,
    );
  }
});

test("the configuration says it for every book, and the command line wins", async () => {
  const { writeFile } = await import("node:fs/promises");
  const path = join(folder, "handpress.yaml");
  const before = await readFile(path, "utf8");
  await writeFile(path, `${before}links: inline\n`);
  const run = async (...args: string[]) => {
    const output = join(folder, "configured");
    const all = ["build", folder, "walks", "--format", "epub", "--output", output, ...args];
    await runHandpress(all, { cwd: folder });
    return readText(
      openBook(new Uint8Array(await readFile(join(output, "en/walks.epub")))),
      "s1.xhtml",
    );
  };
  assert.match(await run(), /the map room<\/a> \(.*A footnote/s);
  assert.match(await run(), /the river map<\/a> \(/);
  assert.match(await run("--links", "notes"), /the river map<\/a><sup class="note-ref-mark">/);
  await writeFile(path, `${before}links: footnotes\n`);
  const checked = await runHandpress(["check", folder], { cwd: folder });
  assert.match(
    checked.note,
    /CFG003: Unexpected `footnotes` in `links:`, expected notes, inline, qr/,
  );
  await writeFile(path, before);
});

test("another word than the four is a mistake in the command", async () => {
  const { code, note } = await runHandpress(["build", folder, "--links", "url"]);
  assert.equal(code, 2);
  assert.match(note, /Unexpected links `url`, expected notes, inline, qr or none/);
});
