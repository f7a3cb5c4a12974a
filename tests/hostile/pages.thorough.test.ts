import assert from "node:assert/strict";
import { test } from "node:test";
import { readPageAttacks } from "./attack.ts";
import { testPages } from "./pages.ts";

testPages(/^/, ["en", "ar"], ["epub", "pdf"]);

test("there are at least sixty, and each says what it tries", async () => {
  const attacks = await readPageAttacks();
  assert.ok(attacks.length >= 60);
  assert.equal(new Set(attacks.map(({ what }) => what)).size, attacks.length);
});
