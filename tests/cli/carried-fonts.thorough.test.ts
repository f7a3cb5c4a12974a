import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

const MODULE = "---\nlayout: module\ntitle: ဖုန်း\npermalink: /m/\ninput:\n  - url: /s/\n---\n";
const SESSION = "---\ntitle: စကား\npermalink: /s/\nadids: Input\n---\nဖုန်းများ\n";

async function listFonts(configuration: string, ...options: string[]): Promise<readonly string[]> {
  const fileSystem = overlayFileSystem({
    "c/m.md": MODULE,
    "c/s.md": SESSION,
    "c/handpress.yaml": `language: my\n${configuration}\n`,
  });
  const args = ["build", "c", "--format", "epub", "--output", "out", ...options];
  const { code, note } = await runHandpress(args, { fileSystem, cwd: MEMORY });
  assert.equal(code, 0, note);
  const epub = await fileSystem.readFile(`${MEMORY}/out/my/m.epub`);
  return Object.keys(unzipSync(epub)).filter((name) => name.endsWith(".ttf"));
}

test("a Burmese book carries its fonts, unless the configuration forbids; the option decides", async () => {
  assert.equal((await listFonts("")).length, 2);
  assert.deepEqual(await listFonts("fonts: never"), []);
  assert.deepEqual(await listFonts("fonts: always", "--fonts", "never"), []);
  assert.ok((await listFonts("fonts: never", "--fonts", "ALWAYS")).length > 2);
});
