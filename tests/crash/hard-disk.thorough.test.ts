import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, watch } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { locateEmbeddedPackage } from "../../src/browser/embedded-browser.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { address, TSX } from "./hard-disk-scene.ts";
import { withFolder } from "./two-books.ts";

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
