import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CACHE,
  listCache,
  openSample,
  otherDot,
  type SampleFiles,
  sampleFiles,
} from "../build/finished-curriculum.ts";
import { MEMORY } from "../support/overlay-file-system.ts";
import { type RunOptions, runHandpress } from "../support/run-handpress.ts";

const text = (words: string) => new TextEncoder().encode(words);

function build(
  files: SampleFiles,
  args: readonly string[] = [],
  environment: RunOptions["environment"] = {},
  folder = "c",
) {
  return run("build", files, args, environment, folder);
}

/** Runs a command as a program of its own; `read` counts pages that were read to be parsed. */
async function run(
  command: "build" | "check",
  files: SampleFiles,
  args: readonly string[] = [],
  environment: RunOptions["environment"] = {},
  folder = "c",
) {
  let read = 0;
  const ended = await runHandpress([command, "--lang", "all", ...args], {
    cwd: `${MEMORY}/${folder}`,
    cacheFolder: CACHE,
    toolIdentity: "tool 1",
    environment,
    fileSystem: {
      ...files,
      readFile: (where, mostBytes) => {
        const path = typeof where === "string" ? where : where.at;
        if (path.endsWith(".md")) read += 1;
        return files.readFile(where, mostBytes);
      },
    },
  });
  return { ...ended, read };
}

/** The files of a curriculum that was built once, so that nothing is to be done any more. */
async function buildOnce(files: SampleFiles = openSample()) {
  const first = await build(files);
  assert.ok(first.read > 0);
  return { files, first };
}

describe("the same build of the same files", () => {
  it("says the same without reading a page", async () => {
    const { files, first } = await buildOnce();
    const before = new Map(files.memory.files);
    assert.deepEqual(await build(files), { ...first, read: 0 });
    assert.deepEqual(files.memory.files, before);
  });

  it("says again what is wrong, and ends alike", async () => {
    const faulty = "---\ntitle: T\npermalink: /three/\n---\n[nowhere](#nowhere) ![](gone.png)\n";
    const { files, first } = await buildOnce(
      openSample({ ...sampleFiles(), "c/en/three.md": faulty }),
    );
    assert.equal(first.code, 1);
    assert.match(first.note, /en\/three\.md/);
    assert.deepEqual(await build(files), { ...first, read: 0 });
    const checked = await run("check", files);
    assert.ok(checked.read > 0);
    assert.notEqual(checked.out + checked.note, first.out + first.note);
    assert.deepEqual(await run("check", files), { ...checked, read: 0 });
    assert.ok((await run("check", files, ["--theme", "pocket"])).read > 0);
  });
});

const changes: Readonly<Record<string, (files: Map<string, Uint8Array>) => void>> = {
  "a page": (files) => files.set(`${MEMORY}/c/en/one.md`, text("---\ntitle: One\n---\nNew.\n")),
  "a picture": (files) => files.set(`${MEMORY}/c/dot.png`, otherDot()),
  "a picture that is gone": (files) => files.delete(`${MEMORY}/c/dot.png`),
  "a new page": (files) => files.set(`${MEMORY}/c/en/new.md`, text("---\ntitle: N\n---\nNew.\n")),
  "a new page in a new folder": (files) =>
    files.set(`${MEMORY}/c/fr/new.md`, text("---\ntitle: N\n---\nNew.\n")),
  ...Object.fromEntries(
    ["constructor", "toString", "__proto__"].map((folder) => [
      `a new page in a folder called ${folder}`,
      (files: Map<string, Uint8Array>) =>
        files.set(
          `${MEMORY}/c/${folder}/x.md`,
          text("---\ntitle: X\npermalink: /one/\n---\nNew.\n"),
        ),
    ]),
  ),
  "the configuration": (files) =>
    files.set(`${MEMORY}/c/handpress.yaml`, text("title: Other\nformats: epub\n")),
  "a book that is gone": (files) => files.delete(`${MEMORY}/c/output/en/a.epub`),
  "a book that is another": (files) => files.set(`${MEMORY}/c/output/en/a.epub`, text("x")),
  "the list of sums": (files) => files.set(`${MEMORY}/c/output/SHA256SUMS`, text("x")),
  "the record": (files) => files.delete(`${MEMORY}/c/output/handpress-record.json`),
};

describe("a build is done again, with the same end as one that knows nothing", () => {
  for (const [what, change] of Object.entries(changes)) {
    it(what, async () => {
      const { files } = await buildOnce();
      await run("check", files);
      change(files.memory.files);
      const plain = openSample(
        Object.fromEntries(
          [...files.memory.files]
            .filter(([path]) => !path.startsWith(`${CACHE}/`))
            .map(([path, bytes]) => [path.slice(MEMORY.length + 1), bytes]),
        ),
      );
      assert.deepEqual(
        { ...(await run("check", files)), read: 0 },
        { ...(await run("check", plain)), read: 0 },
      );
      assert.deepEqual(await build(files), await build(plain));
      const written = (one: SampleFiles) =>
        [...one.memory.files].filter(([path]) => !path.startsWith(`${CACHE}/`)).sort();
      assert.deepEqual(written(files), written(plain));
    });
  }

  for (const folder of ["node_modules/c", "cache-of-mine", "cache/c"]) {
    it(`also of a curriculum in ${folder}`, async () => {
      const inFolder = Object.entries(sampleFiles()).map(
        ([path, content]) => [path.replace(/^c\b/, folder), content] as const,
      );
      const files = openSample(Object.fromEntries(inFolder));
      assert.ok((await build(files, [], {}, folder)).read > 0);
      assert.equal((await build(files, [], {}, folder)).read, 0);
      const page = "---\ntitle: One\npermalink: /one/\n---\nNew.\n";
      files.memory.files.set(`${MEMORY}/${folder}/en/one.md`, text(page));
      assert.ok((await build(files, [], {}, folder)).read > 0);
    });
  }

  it("for other words, another date, and without the cache", async () => {
    const { files } = await buildOnce();
    assert.ok((await build(files, ["--links", "none"])).read > 0);
    assert.ok((await build(files, [], { SOURCE_DATE_EPOCH: "86400" })).read > 0);
    assert.ok((await build(files, ["--no-cache"])).read > 0);
  });
});

it("a warning about the output folder is told once, when it holds", async () => {
  const { files } = await buildOnce();
  files.memory.files.set(`${MEMORY}/c/output/es/a.epub`, text("x"));
  const english = await build(files, ["--lang", "en"]);
  assert.match(english.note, /OUT004/);
  const again = await build(files, ["--lang", "en"]);
  assert.ok(again.read > 0, "what it says was not taken from the last time");
});

it("nothing is kept where the configuration says so", async () => {
  const configuration = "title: Sample\nformats: epub\ncache: false\n";
  const { files } = await buildOnce(
    openSample({ ...sampleFiles(), "c/handpress.yaml": configuration }),
  );
  assert.deepEqual(listCache(files), []);
  assert.ok((await build(files)).read > 0);
});
