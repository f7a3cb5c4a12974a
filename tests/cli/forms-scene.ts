import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";

export let folder = "";

export async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

export async function readBook(path: string): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await readFile(join(folder, path))));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace("EPUB/", ""), strFromU8(bytes)]),
  );
}

export const picture = () =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: "#306090" } })
    .png()
    .toBuffer();

export const header = (title: string, rest = "") => `---\ntitle: ${title}\n${rest}---\n`;

export const module = (urls: readonly string[]) =>
  header(
    "Locks",
    `layout: module\ndate: 2020-01\ninput:\n${urls.map((url) => `  - url: ${url}\n`).join("")}`,
  );

export const nfd = (text: string) => text.normalize("NFD");

/** Before and after the tests of a file. */
export function prepare(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-forms-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
}
