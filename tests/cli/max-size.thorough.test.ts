import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { runHandpress } from "../support/run-handpress.ts";

let folder = "";

/** Soft tones with a grain: as a camera makes them. */
async function makePhoto(seed: number, width: number, height: number): Promise<Uint8Array> {
  let state = seed;
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return 30 + (Math.floor(at / 3) % width) / 8 + ((state >> 16) & 63);
  });
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-size-"));
  const header = "layout: module\ntitle: Masts\ndate: 2020-01\npermalink: /masts/";
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "m.md": `---\n${header}\ninput:\n  - name: One\n    url: /one/\n---\n![A hill](a/hill.jpg)\n`,
    "one.md":
      "---\ntitle: One\npermalink: /one/\nadids: Input\n---\n![A hill](b/hill.jpg)\n\n![A town](c/Hill.jpg)\n\n![A line](line.svg)\n",
    "a/hill.jpg": await makePhoto(1, 900, 600),
    "c/Hill.jpg": await makePhoto(2, 1200, 800),
    "line.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 9"><path d="M0 4H90" stroke="#000"/></svg>',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await mkdir(join(folder, "b"), { recursive: true });
  await writeFile(join(folder, "b/hill.jpg"), files["a/hill.jpg"] ?? "");
});
after(() => rm(folder, { recursive: true }));

async function build(...options: string[]) {
  const args = ["build", folder, "--format", "epub", "--output", join(folder, "out"), ...options];
  const result = await runHandpress(args, { cwd: folder });
  const epub = new Uint8Array(await readFile(join(folder, "out/en/masts.epub")));
  const names = Object.keys(unzipSync(epub)).filter((name) => name.startsWith("EPUB/images/"));
  return { ...result, epub, names };
}

test("a book is made smaller to fit, and says what was made smaller", async () => {
  const whole = await build();
  assert.doesNotMatch(whole.note, /IMG00/);
  // The same bytes under two paths are one file; names that differ in case are two.
  assert.deepEqual(whole.names, [
    "EPUB/images/hill.jpg",
    "EPUB/images/hill-2.jpg",
    "EPUB/images/line.svg",
  ]);
  const half = Math.floor(whole.epub.byteLength / 2);
  const fitted = await build("--max-size", `${half}`);
  assert.equal(fitted.code, 0);
  assert.ok(fitted.epub.byteLength <= half, `${fitted.epub.byteLength} of ${half}`);
  assert.ok(fitted.epub.byteLength > half / 2, "smaller than it had to be");
  assert.match(
    fitted.note,
    /m\.md: warning IMG005: Unexpected size of masts\.epub, \d+ kB, expected/,
  );
  assert.match(fitted.note, /c\/Hill\.jpg: \d+ kB → \d+ kB \(1200 × 800/);
  assert.doesNotMatch(fitted.note, /IMG006|line\.svg/);
  assert.deepEqual(fitted.names, whole.names);
  const { messages } = await EpubCheck.validate(fitted.epub);
  assert.deepEqual(messages, []);
  const again = await build("--max-size", `${half}`);
  assert.deepEqual(again.epub, fitted.epub);
  const inPlenty = await build("--max-size", "9MB");
  assert.deepEqual(inPlenty.epub, whole.epub);
  assert.doesNotMatch(inPlenty.note, /IMG00/);
});

test("a book that cannot be so small is built, and says what to do", async () => {
  const { code, note, out } = await build("--max-size", "2kB");
  assert.equal(code, 0);
  assert.match(note, /warning IMG005/);
  assert.match(
    note,
    /warning IMG006: Unexpected size of masts\.epub, \d+ kB, expected at most 2 kB\n/,
  );
  assert.match(note, /Allow more, such as `--max-size \d+0kB`/);
  assert.match(out, /masts\.epub {2}\d+ kB/);
});

test("the size may stand in handpress.yaml; the option counts before it", async () => {
  await writeFile(join(folder, "handpress.yaml"), "maxSize: 30 kB\n");
  try {
    assert.match((await build()).note, /expected at most 30 kB/);
    assert.doesNotMatch((await build("--max-size", "5MB")).note, /IMG00/);
    for (const text of ["small", "2"]) {
      await writeFile(join(folder, "handpress.yaml"), `maxSize: ${text}\n`);
      const { note } = await build();
      assert.ok(
        note.includes(`CFG003: Unexpected \`${text}\` in \`maxSize:\`, expected a size`),
        note,
      );
    }
  } finally {
    await rm(join(folder, "handpress.yaml"));
  }
});

test("a size that is none is a mistake on the command line", async () => {
  const result = await runHandpress(["build", folder, "--max-size", "tiny"], { cwd: folder });
  assert.equal(result.code, 2);
  assert.match(result.note, /Unexpected size `tiny`, expected one such as 500kB/);
});
