import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";

export let folder = "";

export async function build(output: string, ...args: readonly string[]) {
  const result = await runHandpress(["build", "c", "-o", output, ...args], { cwd: folder });
  assert.equal(result.note, "");
  assert.equal(result.code, 0);
  const path = join(folder, output, "en");
  return {
    ...result,
    files: (await readdir(path)).sort(),
    read: async (name: string) => new Uint8Array(await readFile(join(path, name))),
  };
}

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-sheets-"));
    await mkdir(join(folder, "c"));
    const files = {
      "handpress.yaml": "title: Ropes\ngreyscale: true\n",
      "m.md":
        "---\nlayout: module\ntitle: Knots\ndate: 2020-01\npermalink: /knots/\ninput:\n  - name: Bends\n    url: /bends/\n  - name: Hitches\n    url: /hitches/\n---\nTie them.\n",
      "b.md":
        "---\ntitle: Bends\npermalink: /bends/\nadids: Input\nduration: 30 minutes\n---\nTwo ropes. See [hitches](/hitches/).\n\n:::trainer\nBring spare rope.\n:::\n",
      "h.md":
        "---\ntitle: Hitches\npermalink: /hitches/\nadids: Input\nduration: 30 minutes\n---\nOne rope and a post.\n",
    };
    for (const [name, text] of Object.entries(files))
      await writeFile(join(folder, "c", name), text);
  });
  after(() => rm(folder, { recursive: true }));
}
