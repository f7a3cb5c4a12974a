import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { assertTranscript } from "../support/transcript.ts";

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
  const raise = ["--limit", "header-size=200kB", "--limit", "nesting=30"];
  assertTranscript(
    "check-limits",
    [["check", "c"], await check()],
    [["check", "c", ...raise], await check(...raise)],
  );
});

test("a limit that is none, or out of its range, is told with what can be typed", async () => {
  const runs = [];
  for (const written of ["page-size=1GB", "nesting=500", "page-sise=3MB", "3MB"]) {
    const args = ["check", "c", "--limit", written];
    runs.push([args, await check("--limit", written)] as const);
  }
  assertTranscript("wrong-limits", ...runs);
});
