import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

/** Khitan Small Script, which no font of ours draws. */
const UNDRAWN = "\u{18B00}\u{18B01}";

const PAGE = (title: string, text: string) =>
  `---\nlayout: module\ntitle: ${title}\npermalink: /tea/\ninput:\n  - name: Leaves\n    url: /leaves/\n---\n${text}\n`;
const SESSION = "---\ntitle: Leaves\npermalink: /leaves/\n---\nText.\n";

interface Found {
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

async function compare(configuration: string, module: string): Promise<readonly string[]> {
  const files = {
    "c/handpress.yaml": configuration,
    "c/tea.md": module,
    "c/leaves.md": SESSION,
  };
  const told: string[][] = [];
  for (const args of [
    ["build", "c", "--json", "--output", "out"],
    ["check", "c", "--json"],
  ]) {
    const fileSystem = overlayFileSystem(files);
    const { out } = await runHandpress(args, { cwd: MEMORY, fileSystem });
    const { diagnostics } = JSON.parse(out) as Found;
    told.push(diagnostics.map(({ code, message }) => `${code} ${message}`).sort());
  }
  const [built, checked] = told;
  assert.deepEqual(checked, built);
  return (built ?? []).map((one) => one.slice(0, 6));
}

test("`check` of EPUBs alone says what their build says", async () => {
  const inText = await compare("formats: [epub]\n", PAGE("Tea", UNDRAWN));
  assert.deepEqual(inText, []);
  const onCover = await compare("formats: [epub]\n", PAGE(`Tea ${UNDRAWN}`, "Text."));
  assert.ok(onCover.includes("FNT010"));
});

test("`check` of PDFs alone says what their build says", async () => {
  const inText = await compare("formats: [pdf]\n", PAGE("Tea", UNDRAWN));
  assert.ok(inText.includes("FNT001") || inText.includes("FNT002"));
});

test("`check` of both says what their build says", async () => {
  await compare("formats: [pdf, epub]\n", PAGE(`Tea ${UNDRAWN}`, `[a](nowhere/) ${UNDRAWN}`));
});
