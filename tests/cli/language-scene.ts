import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { strFromU8, unzipSync } from "fflate";

export let folder = "";

export const module = (title: string) =>
  `---\nlayout: module\ntitle: ${title}\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: ${title} 1\n    url: /keys/\n  - name: ${title} 2\n    url: /bolts/\n---\n`;

export const session = (title: string, permalink: string) =>
  `---\ntitle: ${title}\npermalink: ${permalink}\nadids: Input\nduration: 20 minutes\n---\nWords of ${title}.\n`;

export async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

export async function readBook(language: string): Promise<Record<string, string>> {
  const path = join(folder, "output", language, "locks.epub");
  const files = unzipSync(new Uint8Array(await readFile(path)));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace("EPUB/", ""), strFromU8(bytes)]),
  );
}

export const SOURCE = {
  "m.md": module("Locks"),
  "keys.md": session("Keys", "/keys/"),
  "bolts.md": session("Bolts", "/bolts/"),
};

export const TRANSLATED = { "m.md": module("أقفال"), "keys.md": session("مفاتيح", "/keys/") };

export const under = (prefix: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text]));

export const suffixed = Object.fromEntries(
  Object.entries(TRANSLATED).map(([name, text]) => [name.replace(".md", ".ar.md"), text]),
);

export const LAYOUTS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    "a folder for each language",
    { ...under("content/", SOURCE), ...under("content/ar/", TRANSLATED) },
  ],
  [
    "a folder beside content",
    { ...under("content/", SOURCE), ...under("content.ar/", TRANSLATED) },
  ],
  ["a suffix", { ...under("content/", SOURCE), ...under("content/", suffixed) }],
];

export const RARE_TEXTS = [
  "Mɔbéko: kɔ\u0301tisa mɔ\u0302kɔ\u0301 ɛ\u0302ngɛ mɔ\u030Ckɔ\u0301",
  "Ɖevi le aƒe me, ʋu la, ŋkɔ kple ɣeyiɣi, mɔ\u0303",
  "Ɗan ƙasa ya ɗauki ɓarawo, ƴan uwa",
  "Mɔgɔ bɛɛ bɛ ɲɛ sɔrɔ, dɔ\u0300n",
  "Kɔ\u0308c ŋïc wɛ\u0308t de tɔ\u0308ŋ, ɛ\u0331\u0308",
  "Ẹ\u0300kọ\u0301 ọ\u0300rọ\u0300 m\u0300bọ\u0300, q\u0301, ṣ\u0301",
  "ǃkung, ǁkhau, ǂnū, n\u0308",
  "Әр адам өз құпиясын сақтайды, ӈ, а\u0304",
];

export const PASHTO = {
  "m.md":
    "---\nlayout: module\ntitle: کیلۍ\ndate: 2020-01\npermalink: /locks/\ninput:\n  - url: /keys/\n---\n",
  "keys.md":
    "---\ntitle: پټنوم\npermalink: /keys/\nadids: Input\n---\nپټنوم پر کاغذ مه لیکئ او هېچا ته یې مه ورکوئ.\n",
};

/** Before and after the tests of a file. */
export function prepare(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-languages-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
}
