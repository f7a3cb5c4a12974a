import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findTags, outlineTags, readPdfStructure } from "../support/pdf-structure.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";

// The sample curriculum in all its languages, as it is handed out.

let output = "";
let books: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [];
before(async () => {
  output = await mkdtemp(join(tmpdir(), "handpress-tags-"));
  await runHandpress(["build", "--lang", "all", "--format", "pdf", "--output", output], {
    cwd: REPOSITORY,
  });
  const names = (await readdir(output, { recursive: true })).filter((name) =>
    name.endsWith(".pdf"),
  );
  books = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(output, name)) })),
  );
});
after(() => rm(output, { recursive: true }));

/** What a structure of PDF 1.7 may have in what (ISO 32000-1 §14.8.4). */
const PARENTS: Readonly<Record<string, RegExp>> = {
  LI: /^L$/,
  Lbl: /^(LI|TOCI|Note)$/,
  LBody: /^LI$/,
  TOCI: /^TOC$/,
  TR: /^(Table|THead|TBody)$/,
  TH: /^TR$/,
  TD: /^TR$/,
  THead: /^Table$/,
  TBody: /^Table$/,
};

describe("every sample book", () => {
  test("paints nothing outside of content and artifacts, and its tags lead both ways", async () => {
    assert.ok(books.length >= 5);
    for (const { name, bytes } of books) {
      const { faults } = await readPdfStructure(bytes);
      assert.deepEqual(faults, [], name);
    }
  });

  test("has each tag in its place, none empty, and no rank of headings skipped", async () => {
    for (const { name, bytes } of books) {
      const { root } = await readPdfStructure(bytes);
      const path: string[] = [];
      let rank = 0;
      for (const line of outlineTags(root)) {
        const type = line.trim();
        path.length = (line.length - type.length) / 2;
        const parent = path.at(-1) ?? "";
        assert.match(parent, PARENTS[type] ?? /^/, `${name}: ${type} in ${parent}`);
        path.push(type);
        const own = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
        assert.ok(own <= rank + 1, `${name}: H${own} behind H${rank}`);
        if (own > 0) rank = own;
      }
      for (const type of ["P", "Span", "Link", "LBody", "Sect", "Div", "Lbl", "Note"]) {
        for (const tag of findTags(root, type)) assert.ok(tag.kids.length > 0, `${name}: ${type}`);
      }
      assert.equal(findTags(root, "NonStruct").length, 0, name);
    }
  });
});
