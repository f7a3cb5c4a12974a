import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { assertTranscript } from "../support/transcript.ts";
import { CAUSES, headsOf, LINKS, LIST, run, session } from "./unread-world.ts";

test("check tells what keeps pages from being read before what follows from it", async () => {
  const args = ["check", "c"];
  const result = await run(...args);
  assert.deepEqual(headsOf(result.note), [
    ...CAUSES,
    "en/z-frames.md HDR014",
    ...LINKS.map(() => "en/locks/a-doors.md MRK011"),
    ...CAUSES.map(() => "en/locks/locks.md LNK002"),
  ]);
  // Nobody is told to correct an address that is right.
  for (const file of [...CAUSES, "en/z-frames.md"].map((one) => one.split(" ")[0])) {
    assert.ok(result.note.includes(`the page is there. Mend ${file} first`), file);
  }
  assertTranscript("check-unread-pages", [args, result]);
});

test("a folder that cannot be opened is named for the pages and pictures that may be in it", async () => {
  const fileSystem = overlayFileSystem({
    "c/locks.md": `---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n${LIST[0]}---\n[b](/locks/bolts/) ![a](locks/a.png) [c](/elsewhere/)\n`,
    "c/locks/keys.md": session("Keys"),
  });
  fileSystem.memory.faults.set(`${MEMORY}/c/locks`, "permission");
  const args = ["check", "c"];
  assertTranscript("check-closed-folder", [
    args,
    await runHandpress(args, { cwd: MEMORY, fileSystem }),
  ]);
});

test("list says which sessions and modules are there and could not be read", async () => {
  assertTranscript("list-unread-pages", [["list", "c"], await run("list", "c")]);
});

test("two pages of one permalink are told before the links that cannot choose", async () => {
  const fileSystem = overlayFileSystem({
    "c/a.md": `---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n${LIST[0]}---\n[keys](/locks/keys/)\n`,
    "c/x.md": session("Keys"),
    "c/y.md": session("Keys"),
  });
  const runs = [];
  for (const args of [
    ["check", "c"],
    ["check", "c", "locks"],
    ["build", "c", "locks", "-f", "epub"],
    ["list", "c"],
  ]) {
    runs.push([args, await runHandpress(args, { cwd: MEMORY, fileSystem })] as const);
  }
  assertTranscript("two-pages-of-one-permalink", ...runs);
});

test("a translation that cannot be read is told where its source stands for it", async () => {
  const fileSystem = overlayFileSystem({
    "c/en/locks/locks.md":
      "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /locks/keys/\n---\nText.\n",
    "c/en/locks/keys.md": session("Keys"),
    "c/fr/locks/locks.md":
      "---\nlayout: module\ntitle: Serrures\npermalink: /locks/\ninput:\n  - name: Clefs\n    url: /locks/keys/\n---\nTexte.\n",
    "c/fr/locks/keys.md": session("Keys", "Texte.", "level: a : b\n"),
  });
  const args = ["build", "c", "--lang", "fr", "--format", "epub", "--output", "o"];
  const result = await runHandpress(args, { cwd: MEMORY, fileSystem });
  assertTranscript("build-unread-translation", [args, result]);
});

test("a folder whose pages are no module is told how a page becomes one", async () => {
  const fileSystem = overlayFileSystem({ "c/a.md": "---\ntitle: A\n---\nText.\n" });
  const args = ["build", "c"];
  const result = await runHandpress(args, { cwd: MEMORY, fileSystem });
  assertTranscript("build-without-module", [args, result]);
});
