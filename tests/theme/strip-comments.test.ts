import assert from "node:assert/strict";
import { test } from "node:test";
import { stripComments } from "../../src/theme/strip-comments.ts";

test("comments go, and the lines that they leave empty; rules stay as they are", () => {
  assert.equal(
    stripComments("/* by Mina,\n * at home */\np { margin: 0; } /* so */\n\n\nb::before {}\n"),
    "p { margin: 0; }\nb::before {}\n",
  );
});

test("what only looks like a comment stays: strings and addresses", () => {
  const sheet = 'p::before { content: "/* no */"; background: url(data:,/*x*/); }\n';
  assert.equal(stripComments(sheet), sheet);
});

test("two words that a comment parts stay two", () => {
  assert.equal(stripComments("p{margin:1em/* and */2em}"), "p{margin:1em/**/2em}");
});
