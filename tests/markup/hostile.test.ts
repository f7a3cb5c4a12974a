import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarkup } from "../../src/markup/markup.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";
import { WORDING } from "../support/wording.ts";
import { testAnyPages, testHostilePages } from "./hostile-pages.ts";
import { RESOLVER, read } from "./reading.ts";

testHostilePages(0.02);

test("nesting is reported", () => {
  assert.deepEqual(read(">".repeat(200)).found, ["MRK002 11:-"]);
  assert.deepEqual(read("<b>".repeat(200)).found, ["MRK002 11:-"]);
  const deep = (levels: number) => `${">".repeat(levels)} word`;
  for (const nesting of [10, 20, 50]) {
    const told = (levels: number) => {
      const page = { path: "a.md", body: deep(levels), bodyLine: 1, header: { title: "" } };
      return readMarkup(page, RESOLVER, WORDING, { ...DEFAULT_LIMITS, nesting }).diagnostics;
    };
    assert.deepEqual(told(nesting - 3), []);
    assert.match(told(nesting)[0]?.message ?? "", new RegExp(`more than ${nesting} levels`));
    assert.match(told(nesting)[0]?.hint ?? "", /`--limit nesting=NUMBER`/);
  }
});

test("a page of too many parts is cut off there, closed, and told once", () => {
  const page = (body: string) => ({ path: "a.md", body, bodyLine: 1, header: { title: "" } });
  const limits = { ...DEFAULT_LIMITS, pageParts: 1000 };
  for (const piece of [
    "a\n: b\n\n",
    "- a\n",
    "> a\n\n",
    "word\n\n",
    ":::tip\na\n:::\n",
    "1. - a\n",
    "|-\n",
    "| a |\n|-\n| b |\n| c |\n",
  ]) {
    const long = readMarkup(
      page(`First.\n\n${piece.repeat(5000)}\nLast.\n`),
      RESOLVER,
      WORDING,
      limits,
    );
    const [found, ...others] = long.diagnostics.filter(({ code }) => code === "MRK004");
    assert.deepEqual([found?.severity, others], ["error", []], piece);
    assert.match(found?.hint ?? "", /`--limit page-parts=NUMBER`/);
    assert.ok((found?.place.line ?? 0) > 100, `line ${found?.place.line}`);
    const xhtml = JSON.stringify(long.value);
    assert.ok(xhtml.includes("First.") && !xhtml.includes("Last."), piece);
    const short = readMarkup(page(`${piece.repeat(20)}\nLast.\n`), RESOLVER, WORDING, limits);
    assert.ok(JSON.stringify(short.value).includes("Last."), piece);
  }
});

test("of one kind of problem a page tells a hundred", () => {
  const { found } = read("a [^gone]\n\n".repeat(5000));
  assert.equal(found.length, 101);
});

testAnyPages(500, 150);
