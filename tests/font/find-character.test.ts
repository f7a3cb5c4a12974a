import assert from "node:assert/strict";
import { test } from "node:test";
import { findCharacter } from "../../src/font/find-character.ts";

const find = (character: string, text: string) =>
  findCharacter(character, [{ file: "a.md", text }]).map(({ line, column }) => [line, column]);

test("a character is found in each line, once", () => {
  assert.deepEqual(find("你", "one\r\ntwo 你好 你\n\n你"), [
    [2, 5],
    [4, 1],
  ]);
  assert.deepEqual(find("x", "one"), []);
});

test("a letter is found where its marks are written apart, in the author's columns", () => {
  assert.deepEqual(find("\u1EBF", "caf\u0065\u0301 t\u0065\u0302\u0301t"), [[1, 8]]);
});

test("a mark is found under its letter", () => {
  assert.deepEqual(find("\u0332", "no\u0332w"), [[1, 2]]);
});

test("a character that is written by its number is found", () => {
  assert.deepEqual(find("你", "a &#x4f60; b"), [[1, 3]]);
  assert.deepEqual(find("你", "a\nb &#20320;"), [[2, 3]]);
});
