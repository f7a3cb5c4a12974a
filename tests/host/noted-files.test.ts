import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import type { FileSystem } from "../../src/host/file-system.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { isAsNoted, noteFiles } from "../../src/host/noted-files.ts";

/** A folder with two pages in it; `skipped` is never entered. */
async function withPages(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "handpress-noted-")));
  const write = (path: string, text: string) => writeInto(folder, path, text);
  try {
    write("a.md", "a");
    write("in/b.md", "b");
    write("skipped/c.md", "c");
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeInto(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const enter = (folder: string) => !folder.startsWith("skipped");

/** Reads as a build does, and writes a book and its sums below `output`. */
async function work(fileSystem: FileSystem, folder: string): Promise<void> {
  const { files } = await fileSystem.listFiles(folder, { enter });
  for (const file of files) await fileSystem.readFile(file);
  await fileSystem.stat(join(folder, "output"));
  await fileSystem.stat(join(folder, "nowhere"));
  await fileSystem.readFile(join(folder, "absent")).catch(() => {});
  await fileSystem.listFiles(join(folder, "closed"), { enter }).catch(() => {});
  await fileSystem.writeFile(join(folder, "output/book"), new Uint8Array([1]));
  const made = await fileSystem.listFiles(join(folder, "output"), { enter });
  for (const file of made.files) await fileSystem.hashFile(file);
}

const changes: Readonly<Record<string, (folder: string) => void>> = {
  "a page": (folder) => writeInto(folder, "in/b.md", "B"),
  "a new page": (folder) => writeInto(folder, "in/new.md", "n"),
  "a new folder": (folder) => writeInto(folder, "new/a.md", "n"),
  "a page that is gone": (folder) => rmSync(join(folder, "a.md")),
  "a file that was looked for": (folder) => writeInto(folder, "absent", ""),
  "a file that was asked about": (folder) => writeInto(folder, "nowhere", ""),
  "a folder that was not there": (folder) => mkdirSync(join(folder, "closed")),
  "what was written": (folder) => writeInto(folder, "output/book", "x"),
  "the folder of what was written": (folder) => rmSync(join(folder, "output"), { recursive: true }),
  everything: (folder) => rmSync(folder, { recursive: true }),
};

describe("files that were noted while they were read", () => {
  it("are as noted, also in what was never looked at", async () => {
    await withPages(async (folder) => {
      const noting = noteFiles(nodeFileSystem, () => true);
      await work(noting.fileSystem, folder);
      const noted = await noting.settle();
      assert.ok(noted);
      assert.ok(await isAsNoted(nodeFileSystem, JSON.parse(JSON.stringify(noted))));
      writeInto(folder, "skipped/d.md", "d");
      assert.ok(await isAsNoted(nodeFileSystem, noted));
    });
  });
  for (const [what, change] of Object.entries(changes)) {
    it(`are not as noted: ${what}`, async () => {
      await withPages(async (folder) => {
        const noting = noteFiles(nodeFileSystem, () => true);
        await work(noting.fileSystem, folder);
        const noted = await noting.settle();
        assert.ok(noted);
        change(folder);
        assert.equal(await isAsNoted(nodeFileSystem, noted), false);
      });
    });
  }
  it("are not settled where somebody else has written meanwhile", async () => {
    for (const path of ["new.md", "nowhere"]) {
      await withPages(async (folder) => {
        const noting = noteFiles(nodeFileSystem, () => true);
        await work(noting.fileSystem, folder);
        writeInto(folder, path, "x");
        assert.equal(await noting.settle(), undefined);
      });
    }
  });
  it("are none that something else answers for", async () => {
    await withPages(async (folder) => {
      const noting = noteFiles(nodeFileSystem, (path) => !path.startsWith(folder));
      await work(noting.fileSystem, folder);
      assert.deepEqual(await noting.settle(), { files: {}, stats: {}, listings: [], tidied: [] });
    });
  });
});
