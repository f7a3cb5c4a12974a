import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { loadCurriculum } from "../../src/build/load/load-curriculum.ts";
import { listFontNeeds, openFonts } from "../../src/build/load/open-fonts.ts";
import { openTheme } from "../../src/build/load/open-theme.ts";
import type { BuiltBook } from "../../src/build/make/book-tools.ts";
import { createLazyBrowser } from "../../src/build/make/lazy-browser.ts";
import { makeBook } from "../../src/build/make/make-book.ts";
import { settleBuild } from "../../src/build/plan/build-settings.ts";
import { listBooks } from "../../src/build/plan/select-books.ts";
import { sumCurriculum } from "../../src/build/record/describe-origin.ts";
import { createDocumentStore } from "../../src/build/stores/document-store.ts";
import { openPageMemory } from "../../src/build/stores/page-memory.ts";
import { createPictureStore } from "../../src/build/stores/picture-store.ts";
import type { Host } from "../../src/host/host.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { type Fault, makeFaultyBrowser } from "./faulty-browser.ts";
import { withFolder, writeTwoBooks } from "./two-books.ts";

const WORD = "Guiltyword";
/** Enough for a harmless book, and for a new browser, on a machine that is busy with other things. */
const MOST_SECONDS = 8;

/** Builds with a browser that fails, and again with one that does not, elsewhere. */
async function buildBoth(folder: string, fault: Fault, times: number) {
  await writeTwoBooks(join(folder, "c"), WORD);
  const faulty = await makeFaultyBrowser(join(folder, "browser"), fault, times, WORD);
  const args = ["build", "c", "--browser", faulty.path, "--output"];
  const result = await runHandpress([...args, "harmed"], { cwd: folder });
  const remaining = faulty.left();
  const starts = faulty.starts();
  const healthy = await makeFaultyBrowser(join(folder, "browser"), fault, 0, WORD);
  const sound = await runHandpress([...args, "sound"], { cwd: folder });
  assert.equal(sound.code, 0, sound.note);
  assert.equal(healthy.starts(), 1);
  const read = (output: string, name: string) => readFile(join(folder, output, "en", name));
  const isSame = async (name: string) =>
    (await read("harmed", name)).equals(await read("sound", name));
  assert.deepEqual(readdirSync(join(folder, "temporary")), []);
  return { ...result, isSame, faults: times - remaining, starts, folder };
}

const listBuilt = (folder: string) => readdirSync(join(folder, "harmed/en")).sort();
const ALL = ["doors.epub", "doors.pdf", "locks.epub", "locks.pdf"];

test("a browser that dies in a print is started again, and the books are what they would be", async () => {
  await withFolder(async (folder) => {
    const { code, note, isSame, faults, starts } = await buildBoth(folder, "die", 1);
    assert.equal(code, 0, note);
    assert.equal(note, "");
    assert.equal(faults, 1);
    assert.ok(starts > 1);
    assert.deepEqual(listBuilt(folder), ALL);
    for (const name of ALL) assert.ok(await isSame(name), name);
  });
});

test("a book that ends the browser each time is told, and every other book is made", async () => {
  await withFolder(async (folder) => {
    const { code, note, isSame, faults } = await buildBoth(folder, "die", 99);
    assert.equal(code, 3);
    assert.equal(faults, 2, "printed once more, and not again and again");
    assert.match(note, /^c\/locks\.md:1:1: error OUT002: The browser crashed twice/m);
    assert.match(note, /It may lack memory: close other programs/);
    assert.match(note, /This PDF was not made; an earlier one is untouched/);
    assert.equal(note.match(/OUT002/g)?.length, 1, note);
    assert.deepEqual(
      listBuilt(folder),
      ALL.filter((name) => name !== "locks.pdf"),
    );
    for (const name of ["doors.pdf", "doors.epub"]) assert.ok(await isSame(name), name);
  });
});

test("a browser that is killed while it starts is started once more", async () => {
  await withFolder(async (folder) => {
    const { code, note, starts } = await buildBoth(folder, "die-at-start", 1);
    assert.equal(code, 0, note);
    assert.equal(starts, 2);
    assert.deepEqual(listBuilt(folder), ALL);
  });
});

test("a browser that is killed at each start stops the PDFs alone", async () => {
  await withFolder(async (folder) => {
    const { code, note, starts } = await buildBoth(folder, "die-at-start", 99);
    assert.equal(code, 3);
    assert.equal(starts, 2);
    assert.match(note, /no PDF was made\. The browser stopped as soon as it was started/);
    assert.match(note, /the browser was killed/);
    assert.deepEqual(listBuilt(folder), ["doors.epub", "locks.epub"]);
  });
});

/** As the command does, with a limit that a test can wait for. */
async function buildWithin(
  folder: string,
  fault: Fault,
  mostSeconds: number,
): Promise<{ readonly built: readonly BuiltBook[]; readonly starts: number }> {
  await writeTwoBooks(join(folder, "c"), WORD);
  const faulty = await makeFaultyBrowser(join(folder, "browser"), fault, 1, WORD);
  const machine: Host = {
    fileSystem: nodeFileSystem,
    cwd: folder,
    command: "./handpress",
  };
  const loaded = await loadCurriculum(machine, join(folder, "c"), "");
  const printLimits = { mostPages: 100, mostSeconds };
  const press = createLazyBrowser(faulty.path, printLimits);
  const theme = await openTheme(machine, loaded, undefined);
  const tools = {
    host: machine,
    loaded,
    settings: { ...settleBuild(machine, loaded, {}), printLimits },
    theme,
    fonts: await openFonts(machine, listFontNeeds(loaded, theme)),
    pages: await openPageMemory(machine),
    browser: press,
    documents: createDocumentStore(loaded, loaded.wording),
    pictures: createPictureStore(machine, () => loaded),
    version: "0.0.0-test",
    curriculumSum: sumCurriculum(loaded),
  };
  try {
    const built: BuiltBook[] = [];
    // The guilty one first.
    for (const book of [...listBooks(loaded.curriculum, "all")].reverse()) {
      built.push(await makeBook(tools, book));
    }
    return { built, starts: faulty.starts() };
  } finally {
    await press.close();
  }
}

for (const [fault, what, starts] of [
  ["page-hangs", "a page that does not answer is closed, and the browser goes on", 1],
  ["browser-hangs", "a browser that does not answer is ended, and the others get a new one", 2],
] as const) {
  test(`${what}; the message names the limit`, async () => {
    await withFolder(async (folder) => {
      const result = await buildWithin(folder, fault, MOST_SECONDS);
      assert.equal(result.starts, starts);
      const files = result.built.flatMap((one) => one.files.map(({ path }) => path.slice(-10)));
      assert.deepEqual(files.sort(), ["doors.epub", "/doors.pdf", "locks.epub"].sort());
      const [told, ...more] = result.built.flatMap((one) => one.diagnostics);
      assert.deepEqual(more, []);
      assert.equal(told?.code, "OUT002");
      assert.equal(told?.place?.file, "locks.md");
      assert.match(told?.message ?? "", /not done after 8 seconds.*limit `book-seconds: 8`/);
      assert.ok(result.built.every((one) => !one.machineFault && one.defect === undefined));
      assert.deepEqual(readdirSync(join(folder, "temporary")), []);
    });
  });
}

test("a folder of temporary files that is not there stops the PDFs alone", async () => {
  await withFolder(async (folder) => {
    await writeTwoBooks(join(folder, "c"), WORD);
    process.env.TMPDIR = join(folder, "nowhere");
    const { code, note } = await runHandpress(["build", "c"], { cwd: folder });
    assert.equal(code, 3, note);
    assert.match(
      note,
      /no PDF was made\. The browser cannot write into the folder for temporary files, .*nowhere/,
    );
    assert.match(note, /name another folder in the environment variable TMPDIR/);
    assert.deepEqual(readdirSync(join(folder, "output/en")), ["doors.epub", "locks.epub"]);
  });
});
