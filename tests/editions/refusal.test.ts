import assert from "node:assert/strict";
import { test } from "node:test";
import { build, ENGLISH, finnish, module, prepare, session } from "./refusal-scene.ts";

prepare();

test("where headings do not go side by side, the page is told", async () => {
  const { found } = await build(finnish("Avaa se. Tuo avaimet."), "fi");
  assert.match(
    found[0] ?? "",
    /^fi\/doors\.md:1:1: error PUB021: Unexpected page with nothing for trainers, expected 1 part/,
  );
});

test("an audience that nobody knows, and a session called a note for trainers", async () => {
  const files = (more: string) => ({
    "en/locks.md": module("Locks", "doors", "notes"),
    "en/doors.md": ENGLISH["en/doors.md"],
    "en/notes.md": session("Notes", "Bring keys.", more).replace(
      "title: Notes",
      "title: Notes for the trainer",
    ),
  });
  const unclear = await build(files("audience: journalists\n"), "en");
  assert.match(unclear.found[0] ?? "", /^en\/notes\.md:5:11: error PUB022/);
  const named = await build(files(""), "en");
  assert.match(named.found[0] ?? "", /^en\/notes\.md:1:1: error PUB023/);
  for (const audience of ["trainer", "all"]) {
    assert.deepEqual((await build(files(`audience: ${audience}\n`), "en")).found, []);
  }
});
