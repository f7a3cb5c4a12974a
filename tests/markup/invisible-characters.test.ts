import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./reading.ts";

const ROW = "\u200B\u200C\u200C\u200B\u200C\u200B\u200B\u200C";
const AS_REFERENCES = "&#x200B;&zwnj;&#8204;&#x200B;&zwnj;";

test("what numbers a copy is left out of the page, and told once with its line", () => {
  const { xhtml, diagnostics } = read(
    `one\n\ntwo${ROW} three\n\n## He${ROW}ad\n\nfour[^1]\n\n[^1]: five${ROW}`,
  );
  assert.equal(diagnostics.length, 1);
  assert.equal(diagnostics[0]?.code, "MRK084");
  assert.equal(diagnostics[0]?.place.line, 13);
  assert.equal(
    diagnostics[0]?.message,
    "Unexpected signs that nobody sees (U+200B 12 times, U+200C 12 times; lines 13, 15 and 19), expected letters",
  );
  assert.match(xhtml, /<p>two three<\/p>[\s\S]*>Head</);
});

for (const [name, body] of [
  ["as references", `two${AS_REFERENCES} three`],
  ["in HTML", `<p>two${AS_REFERENCES}<b>three${ROW}</b></p>`],
  ["in code", `\`two${ROW}\``],
  ["in a link's words", `[two${ROW}](https://a.example)`],
  ["in the words for an image", `![two${ROW}](/lock.png)`],
  ["in the heading of a block", `:::tip[two${ROW}]\nthree\n:::`],
  ["in an abbreviation", `*[HTML]: two${ROW}\n\nHTML`],
] as const)
  test(`${name} too`, () => {
    const { xhtml, diagnostics } = read(body);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["MRK084"],
    );
    assert.doesNotMatch(xhtml, /[\u200B\u200C]/);
    assert.match(xhtml, /two/);
  });

test("all signs are told, and the first lines that have them", () => {
  const body = ["a\u200B b&#x2060;", "c\u2060\u2060 d", "e\u200B f", "g\u200B h"].join("\n\n");
  assert.match(
    read(body).diagnostics[0]?.message ?? "",
    /\(U\+200B 3 times, U\+2060 3 times; lines 11, 13, 15 and 1 more\)/,
  );
  assert.match(read("a\u200B b").diagnostics[0]?.message ?? "", /\(U\+200B once; line 11\)/);
});

test("a sign of private use is told once, and stays", () => {
  const { xhtml, diagnostics } = read("one\n\ntwo \uE0A1 three \u{F0000}");
  assert.deepEqual(
    diagnostics.map(({ code, place }) => [code, place.line]),
    [["MRK111", 13]],
  );
  assert.match(xhtml, /two \uE0A1 three \u{F0000}/u);
});
