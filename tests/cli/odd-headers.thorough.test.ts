import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";

test("odd values of a header print: signs alone, no place to break, another script", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-odd-"));
  const long = "x".repeat(400);
  await writeFile(
    join(folder, "m.md"),
    `---\nlayout: module\ntitle: "?!"\ndate: ربيع ٢٠٢٠\nplatforms: ${long}\npermalink: /odd/\ninput:\n  - name: "\\u202Ereversed"\n    url: /s/\n---\nText.\n`,
  );
  await writeFile(
    join(folder, "s.md"),
    `---\ntitle: ${long}\npermalink: /s/\nadids: Input\nduration: حوالي ${long}\nlicence: ${long}\n---\nText.\n`,
  );
  try {
    const { note } = await runHandpress(["build", ".", "--format", "pdf"], { cwd: folder });
    assert.doesNotMatch(note, /OUT002/);
    const bytes = new Uint8Array(await readFile(join(folder, "output/en/odd.pdf")));
    assert.ok((await readPdfFacts(bytes)).pageCount >= 5);
  } finally {
    await rm(folder, { recursive: true });
  }
});
