import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync, watch } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { locateEmbeddedPackage } from "../../src/browser/embedded-browser.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { withFolder } from "./two-books.ts";

const TSX = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval"];
const address = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url));

/** Writes a megabyte over a book, and says how that went. */
const writing = (
  path: string,
) => `import { nodeFileSystem } from ${address("host/node-file-system.ts")};
  try {
    await nodeFileSystem.writeFile(${JSON.stringify(path)}, new Uint8Array(1_000_000));
    console.log("written");
  } catch (error) {
    console.log(error.name, error.reason);
  }`;

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

test("on a full disk every format of every book is told, and each earlier one is untouched", async () => {
  const text = (name: string) =>
    `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: /one/\n---\nText.\n`;
  const fileSystem = overlayFileSystem({
    "c/locks.md": text("locks"),
    "c/doors.md": text("doors"),
    "c/one.md": "---\ntitle: One\npermalink: /one/\nadids: Input\n---\nText.\n",
  });
  const earlier = new Uint8Array([1, 2, 3]);
  const paths = ["locks", "doors"].map((name) => `${MEMORY}/output/en/${name}.epub`);
  for (const path of paths) {
    fileSystem.memory.files.set(path, earlier);
    fileSystem.memory.faults.set(path, "full");
  }
  const { code, note } = await runHandpress(["build", "c", "--format", "epub"], {
    cwd: MEMORY,
    fileSystem,
    cacheFolder: `${MEMORY}/cache`,
  });
  assert.equal(code, 3);
  assert.match(note, /the disk is full[\s\S]*Free some space/);
  for (const path of paths) assert.equal(fileSystem.memory.files.get(path), earlier);
});

test("an unpacking of the browser that was killed is done again, and its parts are removed", async () => {
  const packed = locateEmbeddedPackage();
  assert.ok(packed, "the tests need the embedded browser");
  await withFolder(async (folder) => {
    const cache = join(folder, "cache/handpress/browser-153.0.0");
    await mkdir(cache, { recursive: true, mode: 0o700 });
    const unpack = (after: string) => `
      import { unpackEmbeddedBrowser } from ${address("browser/embedded-browser.ts")};
      await unpackEmbeddedBrowser(${JSON.stringify(packed)});
      ${after}`;
    const start = () =>
      spawn(process.execPath, [...TSX, unpack("")], {
        env: { ...process.env, XDG_CACHE_HOME: join(folder, "cache") },
        stdio: "inherit",
      });
    const endOf = (child: ReturnType<typeof start>) =>
      new Promise((settle) => child.once("exit", (code, signal) => settle(signal ?? code)));
    const killed = start();
    const watching = watch(cache, (_, name) => {
      if (name?.startsWith(".chromium.")) setTimeout(() => killed.kill("SIGKILL"), 100);
    });
    assert.equal(await endOf(killed), "SIGKILL");
    watching.close();
    const left = readdirSync(cache);
    assert.ok(
      left.some((name) => name.endsWith(".part")),
      left.join(),
    );
    assert.ok(!left.includes("chromium"));
    assert.equal(await endOf(start()), 0);
    const names = readdirSync(cache, { recursive: true }).map(String);
    assert.deepEqual(
      names.filter((name) => name.endsWith(".part")),
      [],
    );
    assert.ok(names.includes("chromium") && names.includes("chromium.intact"));
  });
});
