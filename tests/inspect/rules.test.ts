import assert from "node:assert/strict";
import { test } from "node:test";
import { EPUB_RULES } from "../../src/inspect/epub/rules.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { damageBooks } from "./damaged-books.ts";

const damages = damageBooks();

for (const { name, codes, book } of damages) {
  test(`${name}: ${codes.join(", ") || "nothing is found"}`, () => {
    const { diagnostics } = inspectFile(book);
    const isBook = !diagnostics.some(({ code }) => code === "EPB001");
    const all = [...diagnostics, ...(isBook ? findBookFaults(book) : [])];
    const found = [...new Set(all.map(({ code }) => code))].sort();
    assert.deepEqual(found, codes, all.map(({ message }) => message).join("\n"));
    for (const { message } of all) assert.match(message, /^Unexpected .*, expected .*[^.]$/);
    for (const { message, place } of diagnostics) {
      assert.doesNotMatch(message, /undefined|\.$/);
      assert.equal(place.line === undefined, place.column === undefined);
    }
  });
}

test("every code has a damaged book that shows it", () => {
  // The archive's own faults are in archives.test.ts.
  const shown = new Set(["EPB001", "EPB007", ...damages.flatMap(({ codes }) => codes)]);
  const missing = Object.keys(EPUB_RULES).filter((code) => !shown.has(code));
  assert.deepEqual(missing, []);
});

test("a finding names the line and column of the element", () => {
  const book =
    damages.find(({ name }) => name === "an address of nothing")?.book ?? new Uint8Array();
  const [found] = inspectFile(book).diagnostics;
  assert.deepEqual(found?.place, { file: "B/a.xhtml", line: 8, column: 4 });
});
