import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostic, sortDiagnostics } from "../../src/diagnostics/format-diagnostic.ts";

const TEXT = "title: Locks\nactivity:\n - name: Doors\n   url: /gone/\n";
const dangling: Diagnostic = {
  code: "LNK002",
  severity: "error",
  message: "Unexpected session link `/gone/`, expected the permalink of a page",
  place: { file: "locks.md", line: 4, column: 9, length: 6 },
  hint: "a page with a near name is at `/doors/`\nwrite that instead",
};
const format = (diagnostic: Diagnostic, colour = false, text = TEXT) =>
  formatDiagnostic(diagnostic, { prefix: "content/", textOf: () => text, colour });

test("a diagnostic shows place, line, caret and hint", () => {
  assert.equal(
    format(dangling),
    [
      "content/locks.md:4:9: error LNK002: Unexpected session link `/gone/`, expected the permalink of a page",
      "    4 |    url: /gone/",
      "      |         ^^^^^^",
      "  hint: a page with a near name is at `/doors/`",
      "        write that instead",
    ].join("\n"),
  );
});

test("what is to be typed keeps its own columns; other lines of a hint stand below its first", () => {
  const hint = "Keep one:\n  - url: /a/\nb: c\n\nElse delete it.\nOr this.";
  const lines = formatDiagnostic(
    { ...dangling, hint },
    { prefix: "", textOf: () => undefined, colour: false },
  );
  assert.equal(
    lines.slice(lines.indexOf("  hint:")),
    "  hint: Keep one:\n  - url: /a/\nb: c\n\n        Else delete it.\n        Or this.",
  );
});

test("a long line is cut around the caret", () => {
  const text = `${"x".repeat(400)}HERE${"y".repeat(400)}`;
  const place = { file: "a.md", line: 1, column: 401, length: 4 };
  const lines = format({ ...dangling, place }, false, text).split("\n");
  assert.ok((lines[1] ?? "").length < 180);
  const caret = (lines[2] ?? "").indexOf("^");
  assert.equal((lines[1] ?? "").slice(caret, caret + 4), "HERE");
});

test("wide and combining characters do not move the caret", () => {
  const text = "標題: e\u0301x";
  const place = { file: "a.md", line: 1, column: 7, length: 1 };
  const caret = (format({ ...dangling, place }, false, text).split("\n")[2] ?? "").slice(8);
  assert.equal(caret, `${" ".repeat(7)}^`);
});

test("content cannot steer the terminal", () => {
  const evil: Diagnostic = { ...dangling, message: "a\u001b[31mb\u202Ec", hint: "\u0007" };
  const shown = format(evil, false, "\n\n\n x \u001b[2J\u202E y");
  assert.doesNotMatch(shown, /(?!\n)\p{Cc}|\u202E/u);
  assert.match(shown, /a<U\+001B>\[31mb<U\+202E>c/);
});

test("diagnostics come in the order of the files and lines, each once", () => {
  const at = (file: string, line: number) => ({ ...dangling, place: { file, line } });
  const sorted = sortDiagnostics([at("b.md", 1), at("a.md", 10), at("a.md", 9), at("b.md", 1)]);
  assert.deepEqual(
    sorted.map(({ place }) => `${place.file}:${place.line}`),
    ["a.md:9", "a.md:10", "b.md:1"],
  );
});
