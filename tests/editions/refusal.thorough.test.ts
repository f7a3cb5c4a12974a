import assert from "node:assert/strict";
import { test } from "node:test";
import { build, finnish, prepare } from "./refusal-scene.ts";

prepare();

test("a heading where the source has a trainer's note keeps the edition from being made", async () => {
  const body = "Avaa se.\n\n### Huomio ohjaajalle\n\nTuo avaimet.\n\n### Katso\n\nSitä.";
  const { code, found, output } = await build(finnish(body), "fi");
  assert.deepEqual(found, [
    "fi/doors.md:8:1: error PUB021: Unexpected `Huomio ohjaajalle` where en/doors.md has a part for trainers, expected one here too",
    "not built: fi/locks-participant (a part of it may be for trainers, see above)",
  ]);
  assert.equal(code, 1);
  assert.deepEqual(output, ["locks.epub"]);
});

test("the author's marks settle it: a block for trainers, an empty one, all", async () => {
  const bodies = [
    "Avaa se.\n\n:::trainer\n### Huomio ohjaajalle\n\nTuo avaimet.\n:::\n\n### Katso\n\nSitä.",
    "Avaa se.\n\n:::trainer\n:::\n\n### Katso\n\nSitä.",
    "Avaa se.\n\n### Huomio {.all}\n\nTuo avaimet.\n\n### Katso\n\nSitä.",
  ];
  for (const body of bodies) {
    const { found, output } = await build(finnish(body), "fi");
    assert.deepEqual([found, output], [[], ["locks-participant.epub", "locks.epub"]]);
  }
});

test("words of the configuration are known; handpress.yaml names the edition, check tells", async () => {
  const words =
    "editions: [trainer, participant]\nvocabulary:\n  fi:\n    trainers: [ohjaajalle]\n    notes: huomio\n";
  const body = "Avaa se.\n\n### Huomio ohjaajalle\n\nTuo avaimet.\n\n### Katso\n\nSitä.";
  const known = await build({ ...finnish(body), "handpress.yaml": words }, "fi");
  assert.deepEqual(known.found, []);
  const without = { ...finnish(body), "handpress.yaml": "editions: [trainer, participant]\n" };
  const told = await build(without, "all", "check");
  assert.match(told.found.join("\n"), /^fi\/doors\.md:8:1: error PUB021[^\n]*$/);
  assert.deepEqual((await build(finnish(body), "all", "check")).found, []);
});
