import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { runHandpress } from "../support/run-handpress.ts";

// An organisation's marks come from handpress.yaml alone.

export let folder = "";

export const PAGES = {
  "m.md":
    "---\nlayout: module\ntitle: Locks\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n",
  "s.md": "---\ntitle: Keys\npermalink: /keys/\nadids: Input\nduration: 20 minutes\n---\nText.\n",
};

export async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries({ ...PAGES, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

export const build = (...args: string[]) => runHandpress(["build", ".", ...args], { cwd: folder });

export const readPdf = async () =>
  new Uint8Array(await readFile(join(folder, "output/en/locks.pdf")));

export async function readBook(name: string): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(join(folder, "output/en/locks.epub"))));
  return strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
}

export const redLogo = () =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: "#c03030" } })
    .png()
    .toBuffer();

/** Before and after the tests of a file. */
export function prepare(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-brand-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
}
