import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { build, built, KEYS, MODULE, output, prepare } from "./edition-scene.ts";

prepare();

test("both editions are built in both formats, each under its own name", async () => {
  assert.deepEqual((await readdir(join(output, "en"))).sort(), [
    "locks-participant.epub",
    "locks-participant.pdf",
    "locks.epub",
    "locks.pdf",
  ]);
  assert.match(built.out, /locks-participant\.pdf +\d+ pages/);
  assert.match(built.out, /8 files of 4 books/);
});

test("a module whose sessions are all for trainers has no participant's edition, and it is said", async () => {
  const files = { "m.md": MODULE, "k.md": KEYS };
  const { note, code, titles } = await build(files, "build", "-f", "epub", "--edition", "all");
  assert.deepEqual(titles, ["en/locks.epub"]);
  assert.match(note, /m\.md:1:1: warning PUB005: Unexpected module whose sessions are all/);
  assert.match(note, /not built: en\/locks-participant \(it is for trainers only\)/);
  assert.equal(code, 0);
  assert.match((await build(files, "check")).note, /PUB005/);
  const meant = { ...files, "m.md": MODULE.replace("title:", "audience: trainer\ntitle:") };
  const silent = await build(meant, "build", "-f", "epub", "--edition", "participant", "--json");
  assert.deepEqual(silent.titles, []);
  const { notBuilt, diagnostics } = JSON.parse(silent.out);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    [notBuilt[0].module, notBuilt[0].edition, notBuilt[0].forTrainersOnly],
    ["locks", "participant", true],
  );
});

test("handpress.yaml names the editions; where it names both, each book says which it is", async () => {
  const files = { "m.md": MODULE, "k.md": KEYS.replace("audience: trainer\n", "") };
  const args = ["build", "-f", "epub"];
  const both = { ...files, "handpress.yaml": "editions: [trainer, participant]\n" };
  assert.deepEqual((await build(both, ...args)).titles, [
    "en/locks-participant.epub Participant’s edition",
    "en/locks.epub Trainer’s edition",
  ]);
  assert.deepEqual((await build(both, ...args, "--edition", "trainer")).titles, [
    "en/locks.epub Trainer’s edition",
  ]);
  const one = { ...files, "handpress.yaml": "editions: participant\n" };
  assert.deepEqual((await build(one, ...args)).titles, [
    "en/locks-participant.epub Participant’s edition",
  ]);
  assert.deepEqual((await build(files, ...args)).titles, ["en/locks.epub"]);
  const wrong = await build({ ...files, "handpress.yaml": "editions: student\n" }, ...args);
  assert.match(wrong.note, /CFG003: Unexpected `student` in `editions:`, expected trainer, part/);
});
