import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { EXPECTED, MAPS, nameOf, testMaps } from "./page-maps.ts";

testMaps(MAPS.slice(1));

test("every expected map is made", () => {
  const made = MAPS.flatMap((map) => map.books.map((book) => nameOf(map, book)));
  assert.deepEqual(readdirSync(EXPECTED).sort(), made.sort());
});
