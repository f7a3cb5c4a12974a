import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { openPageMemory, PAGE_MEMORY_FILE } from "../../src/build/stores/page-memory.ts";
import { FileSystemError } from "../../src/host/file-system.ts";
import type { Host } from "../../src/host/host.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { memoryFileSystem } from "../support/memory-file-system.ts";

const FILE = "/cache/page-numbers.json";
const PAGES = { texts: new Map([["f1", "7"]]), tightened: ["s1"], blankPagesBefore: ["s2"] };

function machineOf(files: Record<string, string>, cacheFolder: string | undefined = "/cache") {
  const fileSystem = memoryFileSystem(files);
  const machine: Host = {
    fileSystem,
    cwd: "/",
    command: "./handpress",
    cacheFolder,
  };
  return { fileSystem, machine };
}

it("what one build learns the next one knows", async () => {
  const { machine } = machineOf({});
  const first = await openPageMemory(machine);
  assert.equal(first.recall("a"), undefined);
  first.remember("a", PAGES);
  await first.keep();
  assert.deepEqual((await openPageMemory(machine)).recall("a"), PAGES);
});

for (const text of ["", "[", "{}", '[["a",[["f1"]],[]]]', '[["a",[["f1",7]],[]],3,null]']) {
  it(`a damaged memory is none: ${JSON.stringify(text)}`, async () => {
    const { machine } = machineOf({ [FILE]: text });
    assert.equal((await openPageMemory(machine)).recall("a"), undefined);
  });
}

it("an entry that has changed on the disk is none, and harms no other", async () => {
  const { machine, fileSystem } = machineOf({});
  const first = await openPageMemory(machine);
  first.remember("a", PAGES);
  first.remember("b", PAGES);
  await first.keep();
  const text = new TextDecoder().decode(await fileSystem.readFile(FILE));
  for (const [good, bad] of [
    ['["f1","7"]', '["f1","8"]'],
    ['["s1"]', '["s2"]'],
    ['["s2"]', "[]"],
  ] as const) {
    const changed = machineOf({ [FILE]: text.replace(good, bad) });
    const second = await openPageMemory(changed.machine);
    assert.notEqual(text.replace(good, bad), text);
    assert.equal(second.recall("a"), undefined);
    assert.deepEqual(second.recall("b"), PAGES);
  }
});

it("only the latest are kept, and what is used counts as late", async () => {
  const { machine } = machineOf({});
  const first = await openPageMemory(machine);
  for (let at = 0; at < 400; at += 1) first.remember(`k${at}`, PAGES);
  assert.ok(first.recall("k0"));
  first.remember("new", PAGES);
  await first.keep();
  const second = await openPageMemory(machine);
  assert.deepEqual(
    ["k0", "k1", "k2", "new"].map((key) => second.recall(key) !== undefined),
    [true, false, true, true],
  );
});

it("a folder that cannot be written, or none at all, is no fault", async () => {
  const { machine, fileSystem } = machineOf({});
  const refuse = () => Promise.reject(new FileSystemError("full", FILE));
  const full = await openPageMemory({
    ...machine,
    fileSystem: { ...fileSystem, writeFile: refuse },
  });
  full.remember("a", PAGES);
  await full.keep();
  const { cacheFolder: _, ...without } = machine;
  const none = await openPageMemory(without);
  none.remember("a", PAGES);
  await none.keep();
  assert.deepEqual((await fileSystem.listFiles("/", { enter: () => true })).files, []);
});

it("a memory that is a pipe, a device or far too large is none, and nothing waits for it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-memory-"));
  const path = join(folder, PAGE_MEMORY_FILE);
  try {
    for (const make of [
      () => execFileSync("mkfifo", [path]),
      () => symlink("/dev/zero", path),
      () => mkdir(path),
      () => writeFile(path, "[").then(() => truncate(path, 5e9)),
      () => writeFile(path, `[${"[".repeat(500_000)}`),
    ]) {
      await make();
      const memory = await openPageMemory({
        ...machineOf({}).machine,
        fileSystem: nodeFileSystem,
        cacheFolder: folder,
      });
      assert.equal(memory.recall("a"), undefined);
      await rm(path, { recursive: true });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
