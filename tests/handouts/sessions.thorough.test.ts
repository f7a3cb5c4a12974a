import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { openBook, readText } from "../epub/open-book.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { writeCurriculum } from "./curriculum.ts";

let folder = "";
let all: { code: number; out: string; note: string };
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-sessions-"));
  await writeCurriculum(folder);
  all = await build("routes", "--session", "maps,signs", "--lang", "all");
});
after(() => rm(folder, { recursive: true }));

/** In `output/` of the curriculum. */
const build = (...args: string[]) =>
  runHandpress(["build", folder, "--output", join(folder, "output"), ...args], { cwd: folder });
const bytesOf = async (name: string) =>
  new Uint8Array(await readFile(join(folder, "output", name)));
const chapterOf = async (name: string) =>
  readText(openBook(await bytesOf(`${name}.epub`)), "s1.xhtml").replace(/<[^>]*>/g, "");

test("each session is a handout of its own, in each language that the module has", async () => {
  // Other sessions that are missing are nobody's business here.
  assert.equal(all.note, "");
  assert.equal(all.code, 0);
  assert.deepEqual((await readdir(join(folder, "output/en"))).sort(), [
    "routes-maps.epub",
    "routes-maps.pdf",
    "routes-signs.epub",
    "routes-signs.pdf",
  ]);
  assert.deepEqual((await readdir(join(folder, "output/ar"))).sort(), [
    "routes-maps.epub",
    "routes-maps.pdf",
  ]);
});

test("on paper it is a few pages: a head that says whose it is, the text, the credits", async () => {
  const facts = await readPdfFacts(await bytesOf("en/routes-maps.pdf"));
  const [first = ""] = facts.pageTexts;
  assert.ok(facts.pageCount <= 2, String(facts.pageCount));
  for (const said of [
    "Field course",
    "Finding Routes",
    "Synthesis",
    "What a map leaves out.",
    "20–30 minutes",
    "Written by",
    "Ben Example",
    "May 2021",
    "CC BY-SA 4.0",
    "Drawn after a map of the Commons",
  ]) {
    assert.ok(first.includes(said), said);
  }
  // Neither a page of contents, nor the module's text, nor another session's author.
  assert.doesNotMatch(facts.pageTexts.join(), /Contents|of the module\.|Cleo|Ana Example/);
  assert.equal(facts.information.Title, "Maps");
  const titles = facts.outline.map(({ title, items }) => [title, items.map((one) => one.title)]);
  assert.deepEqual(titles, [["Finding Routes", ["Maps", "Credits and licence"]]]);
});

test("links to what the handout does not hold are words that say where it is", async () => {
  const text = await chapterOf("en/routes-maps");
  assert.match(text, /another place \(in the session “Signs”\)/);
  assert.match(text, /See Signs \(in another session of this module\) first/);
  assert.match(text, /the module \(not in this book\)/);
  const { links } = await readPdfFacts(await bytesOf("en/routes-maps.pdf"));
  const led = links.flatMap(({ destination }) => destination ?? []);
  assert.deepEqual(
    [...new Set(led)].filter((one) => !one.startsWith("s1-")),
    [],
  );
});

test("a handout has the session's own licence, and an identifier of its own", async () => {
  const packageOf = async (name: string) =>
    readText(openBook(await bytesOf(`${name}.epub`)), "package.opf");
  const [maps, signs, arabic] = await Promise.all(
    ["en/routes-maps", "en/routes-signs", "ar/routes-maps"].map(packageOf),
  );
  assert.match(signs ?? "", /<dc:rights>CC0 1\.0<\/dc:rights>/);
  assert.match(signs ?? "", /<dc:creator [^>]*>Cleo Example</);
  assert.match(maps ?? "", /belongs-to-collection" id="series">Finding Routes</);
  assert.match(signs ?? "", /group-position">2</);
  // It names no date of its own: the module's counts.
  assert.match(signs ?? "", /<dc:date>2020-01<\/dc:date>/);
  const identifier = (text = "") => /urn:uuid:[\w-]+/.exec(text)?.[0];
  assert.equal(new Set([maps, signs, arabic].map(identifier)).size, 3);
});

test("the EPUB begins with the session, is valid, and nothing is found in it", async () => {
  for (const name of ["en/routes-maps", "en/routes-signs", "ar/routes-maps"]) {
    const epub = await bytesOf(`${name}.epub`);
    assert.deepEqual(inspectFile(epub).diagnostics, [], name);
    assert.deepEqual(findBookFaults(epub), [], name);
    const { messages } = await EpubCheck.validate(epub);
    assert.deepEqual(
      messages.filter(({ severity }) => severity !== "info"),
      [],
      name,
    );
    const files = openBook(epub);
    const spine = [...readText(files, "package.opf").matchAll(/<itemref idref="([^"]*)"/g)];
    assert.deepEqual(
      spine.map((one) => one[1]),
      ["s1", "credits", "colophon"],
    );
    assert.match(readText(files, "nav.xhtml"), /href="s1\.xhtml#page-1"/);
  }
});

test("without a module, every module that has the session gives one; any name of it will do", async () => {
  for (const name of ["maps", "/routes/maps/", "en/maps.md", "MAPS", "Maps for walks"]) {
    const { out } = await build("--session", name, "--format", "epub", "--json");
    const { built } = JSON.parse(out);
    const found = built.map((one: { module: string; session: string }) => [
      one.module,
      one.session,
    ]);
    const both = [
      ["routes", "maps"],
      ["walks", "maps"],
    ];
    assert.deepEqual(found, name === "Maps for walks" ? both.slice(1) : both, name);
  }
});

test("an unknown session: the nearest is named, and those of the module are listed", async () => {
  const { code, note } = await build("routes", "--session", "singns");
  assert.equal(code, 2);
  assert.equal(
    note,
    "handpress: Unexpected session `singns`, expected the name of a session of routes\n" +
      "  hint: Did you mean signs?\n        The sessions of routes: maps, signs, room.\n",
  );
  assert.match((await build("walks", "--session", "signs")).note, /hint: routes has it, in en\./);
  assert.match(
    (await build("--session", "singns")).note,
    /Did you mean signs\?\n.*Name the module/,
  );
  // A session that the module names and the curriculum lacks.
  assert.match((await build("--session", "gone")).note, /Unexpected session `gone`/);
});

test("participants get no session for trainers, and hear of none", async () => {
  const refused = await build("--session", "room", "--edition", "participant");
  assert.equal(refused.code, 2);
  assert.match(refused.note, /Unexpected session `room` in a participant's edition/);
  const both = await build("--session", "room", "--edition", "all", "--format", "epub");
  assert.match(both.out, /routes-room\.epub/);
  assert.match(both.note, /not built: en\/routes-room-participant \(it is for trainers only\)/);
  assert.equal(both.code, 0);
  const maps = await build("routes", "--session", "maps", "--edition", "participant");
  assert.match(maps.note, /warning PUB004: Unexpected link `the trainers`/);
  assert.match(await chapterOf("en/routes-maps-participant"), /ask the trainers, go/);
  for (const name of ["epub", "pdf"]) {
    const bytes = await bytesOf(`en/routes-maps-participant.${name}`);
    const text =
      name === "epub"
        ? [...openBook(bytes).values()].filter((one) => typeof one === "string").join()
        : JSON.stringify(await readPdfFacts(bytes));
    assert.doesNotMatch(text, /kiwi/);
  }
  assert.match(await chapterOf("en/routes-maps"), /kiwi/);
});

test("the same handout gives the same bytes", async () => {
  const before = await bytesOf("en/routes-maps.pdf");
  await build("routes", "--session", "maps", "--format", "pdf");
  assert.deepEqual(await bytesOf("en/routes-maps.pdf"), before);
});
