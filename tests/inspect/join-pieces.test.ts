import assert from "node:assert/strict";
import { test } from "node:test";
import { joinPieces } from "../../src/inspect/pdf/join-pieces.ts";
import { findUnseenSigns } from "../../src/language/find-unseen-signs.ts";

test("a frame around a digit and accents from a face of their own are no unseen signs", () => {
  for (const text of ["1\u2060\uFE0F\u2060 \u20E3", "1 \u20E3 then", "m \u0300b"])
    assert.equal(findUnseenSigns([joinPieces(text)]), undefined, text);
});

test("a row of joiners stays what it is", () => {
  assert.notEqual(findUnseenSigns([joinPieces("tea\u200B\u200C\u200B\u200C is")]), undefined);
});
