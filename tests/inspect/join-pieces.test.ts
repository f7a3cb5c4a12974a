import assert from "node:assert/strict";
import { test } from "node:test";
import { joinPieces } from "../../src/inspect/pdf/join-pieces.ts";
import { findInvisible } from "../../src/language/find-invisible.ts";

test("a frame around a digit and accents from a face of their own are no unseen signs", () => {
  for (const text of ["1\u2060\uFE0F\u2060 \u20E3", "1 \u20E3 then", "m \u0300b"])
    assert.equal(findInvisible([joinPieces(text)]), undefined, text);
});

test("a place where a line of Khmer may break is no unseen sign; in English it is", () => {
  assert.equal(
    findInvisible([joinPieces("\u17A2\u178F\u17D2\u1790\u200B \u1781\u17D2")]),
    undefined,
  );
  assert.notEqual(findInvisible([joinPieces("tea\u200B is")]), undefined);
});

test("a row of joiners stays what it is", () => {
  assert.notEqual(findInvisible([joinPieces("tea\u200B\u200C\u200B\u200C is")]), undefined);
});
