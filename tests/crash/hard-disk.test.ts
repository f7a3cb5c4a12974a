import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { TSX, writing } from "./hard-disk-scene.ts";
import { withFolder } from "./two-books.ts";

test("a write that breaks off in the middle leaves the earlier file and no part", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "output/book.pdf");
    await mkdir(join(folder, "output"));
    await writeFile(path, "earlier");
    // No file may grow beyond 64 blocks: the system takes the beginning and refuses the rest.
    const limited = ["-c", 'ulimit -f 64; exec "$0" "$@"', process.execPath, ...TSX, writing(path)];
    const { stdout } = spawnSync("sh", limited, { encoding: "utf8" });
    assert.equal(stdout, "FileSystemError other\n");
    assert.deepEqual(readdirSync(join(folder, "output")), ["book.pdf"]);
    assert.equal(await readFile(path, "utf8"), "earlier");
  });
});

test("a folder that was closed to us keeps the earlier file, and the reason is told", async () => {
  await withFolder(async (folder) => {
    const output = join(folder, "output");
    const path = join(output, "book.pdf");
    await mkdir(output);
    await writeFile(path, "earlier");
    chmodSync(output, 0o555);
    // To root nothing is closed: somebody else tries.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      for (const one of [folder, output, path]) chownSync(one, 65534, 65534);
    }
    const { stdout, stderr } = spawnSync(process.execPath, [...TSX, writing(path)], {
      encoding: "utf8",
      env: { ...process.env, TMPDIR: "/tmp" },
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    });
    assert.equal(stdout, "FileSystemError permission\n", stderr);
    assert.deepEqual(readdirSync(output), ["book.pdf"]);
    assert.equal(await readFile(path, "utf8"), "earlier");
    chmodSync(output, 0o755);
  });
});
