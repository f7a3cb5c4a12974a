import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { CAUSES, headsOf, run } from "./unread-world.ts";

test("with one module or one language asked for, the causes in other files are told as well", async () => {
  for (const args of [
    ["check", "c", "locks"],
    ["check", "c", "--lang", "en"],
    ["build", "c", "locks", "-f", "epub"],
  ]) {
    const { note } = await run(...args);
    assert.deepEqual(headsOf(note).slice(0, 4), CAUSES, args.join(" "));
  }
});

test("build names the module that it could not read, and where the reason stands", async () => {
  for (const args of [["c"], ["c", "--lang", "en"], ["c", "frames"], ["c", "/frames/"]]) {
    const { code, note } = await run("build", ...args, "-f", "epub");
    assert.equal(code, 1, args.join(" "));
    assert.match(note, /^c\/en\/z-frames\.md:3:8: error HDR014/m);
    assert.match(
      note,
      /^not built: en\/frames \(its page could not be read: c\/en\/z-frames\.md:3\)$/m,
    );
  }
  const { out } = await run("build", "c", "-f", "epub", "--json");
  assert.deepEqual(JSON.parse(out).notBuilt.at(-1), {
    language: "en",
    module: "frames",
    unreadable: "c/en/z-frames.md",
  });
});

test("a broken page that nothing lists yet is told by list, and by check of the module around it", async () => {
  const lines = (name: string) =>
    `---\nlayout: module\ntitle: ${name}\npermalink: /${name}/\ninput:\n  - name: Keys\n    url: /${name}/keys/\n---\n`;
  const keys = (name: string) =>
    `---\ntitle: Keys\npermalink: /${name}/keys/\nadids: Input\n---\nText.\n`;
  const broken = (permalink: string) =>
    `---\ntitle: New: one\npermalink: ${permalink}\n---\nText.\n`;
  const base = {
    "c/locks/locks.md": lines("locks"),
    "c/locks/keys.md": keys("locks"),
    "c/doors/doors.md": lines("doors"),
    "c/doors/keys.md": keys("doors"),
    "c/doors/inner/inner.md": lines("inner"),
    "c/doors/inner/keys.md": keys("inner"),
  };
  // Where the page lies, its address, and the modules that it may have been meant for.
  const strays: readonly (readonly [string, string, string])[] = [
    ["c/locks/new.md", "/new/", "locks"],
    ["c/new.md", "/locks/new/", "locks"],
    ["c/locks/new.md", "/doors/new/", "doors"],
    ["c/doors/inner/new.md", "/new/", "inner"],
    ["c/new.md", "/new/", "locks doors inner"],
  ];
  for (const [path, permalink, modules] of strays) {
    const fileSystem = overlayFileSystem({ ...base, [path]: broken(permalink) });
    const say = (...args: string[]) => runHandpress(args, { cwd: MEMORY, fileSystem });
    const listed = await say("list", "c");
    assert.equal(listed.code, 1);
    assert.ok(
      listed.out.includes(`\nIn no module, and could not be read:\n  ${path}:2\n`),
      listed.out,
    );
    for (const module of ["locks", "doors", "inner"]) {
      const isHome = modules.split(" ").includes(module);
      for (const command of ["check", "list"]) {
        const { code, out, note } = await say(command, "c", module);
        assert.equal(code, isHome ? 1 : 0, `${command} ${module}, ${path}`);
        assert.equal((out + note).includes(path), isHome);
      }
    }
  }
});
