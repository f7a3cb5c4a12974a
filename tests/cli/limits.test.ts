import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

const FILES = {
  "c/handpress.yaml": "title: C\nlimits:\n  header-size: 200kB\n",
  "c/a.md": "---\nlayout: module\ntitle: A\npermalink: /a/\n---\nText.\n",
  "c/b.md": `---\ntitle: B\npermalink: /b/\nsummary: ${"word ".repeat(30_000)}\n---\nText.\n`,
};

async function check(...options: readonly string[]) {
  const fileSystem = overlayFileSystem(FILES);
  return await runHandpress(["check", "c", ...options], { cwd: MEMORY, fileSystem });
}

test("what content asks for beyond its limits it does not get; the command line raises them, and says so", async () => {
  const asked = await check();
  assert.match(asked.note, /^c\/handpress\.yaml:3:16: warning CFG005/m);
  assert.match(asked.note, /^ {2}hint: .*add to the command: --limit header-size=200kB$/m);
  assert.match(asked.note, /^c\/b\.md:\d+:\d+: error HDR013/m);
  const raised = await check("--limit", "header-size=200kB", "--limit", "nesting=30");
  assert.doesNotMatch(raised.note, /HDR013|CFG005/);
  assert.match(raised.note, /^Limits raised by --limit: header-size 200kB \(else 100kB\)\.$/m);
});

test("a limit that is none, or out of its range, is told with what can be typed", async () => {
  for (const [written, told] of [
    ["page-size=1GB", /expected a size from 1kB to 20MB/],
    ["nesting=500", /expected a whole number from 10 to 50/],
    ["page-sise=3MB", /Did you mean page-size=…\?/],
    ["3MB", /The names are page-size, /],
  ] as const) {
    const { code, note } = await check("--limit", written);
    assert.equal(code, 2);
    assert.match(note, told);
  }
});
