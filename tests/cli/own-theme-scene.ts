import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { runHandpress } from "../support/run-handpress.ts";

export let folder = "";

export const PAGES = {
  "m.md":
    "---\nlayout: module\ntitle: Locks\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n",
  "s.md": "---\ntitle: Keys\npermalink: /keys/\nadids: Input\nduration: 20 minutes\n---\nText.\n",
};

export async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries({ ...PAGES, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

export const build = (...args: string[]) =>
  runHandpress(["build", ".", "--format", "epub", ...args], { cwd: folder });

export async function readBook(name: string): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(join(folder, "output/en/locks.epub"))));
  return strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
}

/** A second module, later in the order, of which a template can want what the first does not have. */
export const SECOND = {
  "z.md":
    "---\nlayout: module\ntitle: Zips\ndate: 2020-01\nlevel: Basic\npermalink: /zips/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n",
};

/** Before and after the tests of a file. */
export function prepare(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-theme-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
}
