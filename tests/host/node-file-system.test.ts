import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { FileSystemError } from "../../src/host/file-system.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { memoryFileSystem } from "../support/memory-file-system.ts";

let folder = "";
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "handpress-world-")));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

test("files are listed in one order, skipped folders are not entered", async () => {
  await mkdir(join(folder, "b/c"), { recursive: true });
  await mkdir(join(folder, "skip"));
  await writeFile(join(folder, "b/c/two.md"), "22");
  await writeFile(join(folder, "b.md"), "1");
  await writeFile(join(folder, "skip/three.md"), "");
  const listing = await nodeFileSystem.listFiles(folder, { enter: (path) => path !== "skip" });
  assert.deepEqual(listing, {
    files: [
      { path: "b.md", sizeBytes: 1, at: join(folder, "b.md") },
      { path: "b/c/two.md", sizeBytes: 2, at: join(folder, "b/c/two.md") },
    ],
    unreadable: [],
  });
});

test("a file is summed in pieces, and one that is not there is told", async () => {
  const content = new Uint8Array(300_000).fill(7);
  await writeFile(join(folder, "book"), content);
  const expected = createHash("sha256").update(content).digest("hex");
  assert.equal(await nodeFileSystem.hashFile(join(folder, "book")), expected);
  assert.equal(await memoryFileSystem({ "/book": content }).hashFile("/book"), expected);
  await assert.rejects(nodeFileSystem.hashFile(join(folder, "none")), { reason: "missing" });
});

test("a link that leaves the folder is told and not followed; one that stays is followed", async () => {
  const outside = await mkdtemp(join(tmpdir(), "handpress-outside-"));
  await writeFile(join(outside, "secret.md"), "secret");
  await mkdir(join(folder, "in"));
  await writeFile(join(folder, "in/page.md"), "page");
  await symlink(outside, join(folder, "out"));
  await symlink(join(outside, "secret.md"), join(folder, "secret.md"));
  await symlink(join(folder, "in/page.md"), join(folder, "same.md"));
  await symlink(join(folder, "in"), join(folder, "again"));
  await symlink(join(folder, "nowhere"), join(folder, "dead.md"));
  const listing = await nodeFileSystem.listFiles(folder, { enter: () => true });
  assert.deepEqual(
    listing.files.map(({ path }) => path),
    ["in/page.md", "same.md"],
  );
  assert.deepEqual(listing.unreadable, [
    { path: "dead.md", reason: "missing" },
    { path: "out", reason: "outside" },
    { path: "secret.md", reason: "outside" },
  ]);
  await rm(outside, { recursive: true });
});

test("what is no regular file is told and never opened", async () => {
  execFileSync("mkfifo", [join(folder, "pipe.md")]);
  const listing = await nodeFileSystem.listFiles(folder, { enter: () => true });
  assert.deepEqual(listing, { files: [], unreadable: [{ path: "pipe.md", reason: "special" }] });
  const pipe = join(folder, "pipe.md");
  for (const path of [pipe, "/dev/zero"]) {
    assert.equal((await nodeFileSystem.stat(path))?.kind, "special");
    await assert.rejects(nodeFileSystem.readFile(path), { reason: "special" });
    await assert.rejects(nodeFileSystem.hashFile(path), { reason: "special" });
  }
  await assert.rejects(nodeFileSystem.readFile({ path: "pipe.md", sizeBytes: 1, at: pipe }), {
    reason: "special",
  });
});

test("a listed file is read where it was found, or not at all", async () => {
  const inside = join(folder, "in");
  const outside = join(folder, "out");
  await mkdir(join(inside, "a"), { recursive: true });
  await mkdir(outside);
  await writeFile(join(inside, "a/page.md"), "page");
  await writeFile(join(outside, "page.md"), "secret");
  await symlink("a/page.md", join(inside, "same.md"));
  const { files } = await nodeFileSystem.listFiles(inside, { enter: () => true });
  const [page, same] = files;
  assert.ok(page && same);
  const read = async (file: typeof page) =>
    new TextDecoder().decode(await nodeFileSystem.readFile(file));
  assert.equal(await read(page), "page");
  assert.equal(await read(same), "page");
  await assert.rejects(nodeFileSystem.readFile(page, 3), { reason: "large" });

  // A folder on the way, the file, and the link that was listed become links to what is outside.
  await rename(join(inside, "a"), join(inside, "b"));
  await symlink(outside, join(inside, "a"));
  for (const file of [page, same]) {
    await assert.rejects(nodeFileSystem.readFile(file), { reason: "outside" });
    await assert.rejects(nodeFileSystem.hashFile(file), { reason: "outside" });
  }
  await rm(join(inside, "a"));
  await rename(join(inside, "b"), join(inside, "a"));
  await rm(join(inside, "a/page.md"));
  await symlink(join(outside, "page.md"), join(inside, "a/page.md"));
  for (const file of [page, same]) {
    await assert.rejects(nodeFileSystem.readFile(file), { reason: "outside" });
  }
});

test("a file that the system says is empty is read as empty", async () => {
  assert.equal((await nodeFileSystem.readFile("/proc/self/environ")).byteLength, 0);
});

test("writing replaces the whole file, makes the folder, and leaves nothing else behind", async () => {
  const path = join(folder, "en", "book.epub");
  await nodeFileSystem.writeFile(path, bytes("a long first version"));
  await nodeFileSystem.writeFile(path, bytes("second"));
  assert.equal(await readFile(path, "utf8"), "second");
  assert.deepEqual(await readdir(join(folder, "en")), ["book.epub"]);
});

test("a write that fails leaves the earlier file and no part of the new one", async () => {
  const path = join(folder, "book.epub");
  await mkdir(path);
  await writeFile(join(path, "kept"), "kept");
  await assert.rejects(nodeFileSystem.writeFile(path, bytes("new")), FileSystemError);
  assert.deepEqual(await readdir(folder), ["book.epub"]);
  assert.equal(await readFile(join(path, "kept"), "utf8"), "kept");
});

test("a folder that is a file cannot be written into, and says so as a reason", async () => {
  await writeFile(join(folder, "file"), "");
  await assert.rejects(
    nodeFileSystem.writeFile(join(folder, "file", "book.epub"), bytes("")),
    (error: unknown) => error instanceof FileSystemError,
  );
  assert.equal(await nodeFileSystem.stat(join(folder, "file", "book.epub")), undefined);
});

test("a program that ends while it writes leaves the earlier file and no part of the new one", async () => {
  const path = join(folder, "book.epub");
  await writeFile(path, "earlier");
  const fileSystem = JSON.stringify(
    new URL("../../src/host/node-file-system.ts", import.meta.url).href,
  );
  const script = `import { readdirSync } from "node:fs";
    import { nodeFileSystem } from ${fileSystem};
    void nodeFileSystem.writeFile(${JSON.stringify(path)}, new Uint8Array(200_000_000));
    setInterval(() => {
      if (readdirSync(${JSON.stringify(folder)}).length > 1) process.exit(9);
    }, 1);`;
  const { status } = spawnSync(process.execPath, [
    ...["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script],
  ]);
  assert.equal(status, 9);
  assert.deepEqual(await readdir(folder), ["book.epub"]);
  assert.equal(await readFile(path, "utf8"), "earlier");
});
