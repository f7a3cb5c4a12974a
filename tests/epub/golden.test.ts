import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { renderEpub } from "../../src/epub/render-epub.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { openBook } from "./open-book.ts";
import { loadHandout, makeArabicBook, makeImages, makeSampleBook } from "./sample-book.ts";

/**
 * The texts of two small books as they are packed. After a change that is meant:
 * `UPDATE_GOLDEN=1 node tests/run.mjs epub/golden`, then read the difference.
 */
const folder = fileURLToPath(new URL("golden/", import.meta.url));
const isUpdate = process.env.UPDATE_GOLDEN === "1";
const books = { "one-of-everything": makeSampleBook(), "right-to-left": makeArabicBook() };

for (const [name, publication] of Object.entries(books)) {
  test(`the texts of the book "${name}" are as they were`, async () => {
    const images = makeImages("lessons/Walk.PNG");
    const epub = await renderEpub(publication, await loadHandout(), images, { coverFonts: [] });
    assert.deepEqual(inspectFile(epub).diagnostics, [], "what our rules find");
    assert.deepEqual(findBookFaults(epub), [], "what validators would find");
    // The stylesheet is the theme's own file, and is read there.
    const texts = new Map(
      [...openBook(epub)].flatMap(([path, text]) =>
        typeof text === "string" && !path.endsWith(".css") ? [[path, text] as const] : [],
      ),
    );
    const root = join(folder, name);
    if (isUpdate) {
      rmSync(root, { recursive: true, force: true });
      for (const [path, text] of texts) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    }
    const expected = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll("\\", "/"),
      );
    assert.deepEqual(expected.sort(), [...texts.keys()].sort(), "files that are not in the book");
    for (const [path, text] of texts) {
      assert.equal(text, readFileSync(join(root, path), "utf8"), path);
    }
  });
}

test("there is no expectation for a book that is not built", () => {
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(books).sort());
});
