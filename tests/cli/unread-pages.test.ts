import assert from "node:assert/strict";
import { test } from "node:test";
import {
  MEMORY,
  type OverlayFileSystem,
  overlayFileSystem,
} from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

/** Two modules; four sessions of the first cannot be read, nor can the second's own page. */
const session = (name: string, body = "Text.", more = "") =>
  `---\ntitle: ${name}\npermalink: /locks/${name.toLowerCase()}/\nadids: Input\n${more}---\n${body}\n`;
const NAMES = ["Keys", "Bolts", "Hinges", "Chains", "Doors"];
const LIST = NAMES.map((name) => `  - name: ${name}\n    url: /locks/${name.toLowerCase()}/\n`);
const LINKS = [...NAMES.slice(0, 4).map((name) => `/locks/${name.toLowerCase()}/`), "/frames/"];

function makeWorld(): OverlayFileSystem {
  const fileSystem = overlayFileSystem({
    "c/handpress.yaml": "title: Doors\nlimits:\n  page-size: 10kB\n",
    "c/en/locks/locks.md": `---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n${LIST.join("")}---\nText.\n`,
    "c/en/locks/a-doors.md": session("Doors", LINKS.map((url) => `[link](${url})`).join(" ")),
    "c/en/locks/bolts.md": session("Bolts", "x".repeat(10_001)),
    // Found by its permalink only, which stands before the byte that is no text.
    "c/en/locks/odd-name.md": Buffer.from(session("Hinges", "caf\u00e9"), "latin1"),
    "c/en/locks/keys.md": session("Keys", "", "level: a: b\n"),
    "c/en/locks/chains.md": session("Chains"),
    "c/en/z-frames.md":
      "---\nlayout: module\ntitle: [Frames\npermalink: /frames/\ninput:\n  - name: Doors\n    url: /locks/doors/\n---\n",
  });
  fileSystem.memory.faults.set(`${MEMORY}/c/en/locks/chains.md`, "permission");
  return fileSystem;
}
const run = (...args: string[]) => runHandpress(args, { cwd: MEMORY, fileSystem: makeWorld() });

const CAUSES = [
  "en/locks/bolts.md FIL003",
  "en/locks/chains.md EDG001",
  "en/locks/keys.md HDR006",
  "en/locks/odd-name.md FIL002",
];
const headsOf = (note: string) =>
  [...note.matchAll(/^c\/(\S+?\.md)\S*: (?:error|warning) (\w+):/gm)].map(
    ([, file, code]) => `${file} ${code}`,
  );

test("check tells what keeps pages from being read before what follows from it", async () => {
  const { code, note } = await run("check", "c");
  assert.equal(code, 1);
  assert.deepEqual(headsOf(note), [
    ...CAUSES,
    "en/z-frames.md HDR014",
    ...LINKS.map(() => "en/locks/a-doors.md MRK011"),
    ...CAUSES.map(() => "en/locks/locks.md LNK002"),
  ]);
});

test("nobody is told to correct an address that is right", async () => {
  const { note } = await run("check", "c");
  assert.doesNotMatch(note, /Correct the address|No page has this permalink/);
  for (const file of [...CAUSES, "en/z-frames.md"].map((one) => one.split(" ")[0])) {
    assert.ok(note.includes(`the page is there. Mend ${file} first`), `${file} in\n${note}`);
  }
});

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

test("a folder that cannot be opened is named for the pages and pictures that may be in it", async () => {
  const fileSystem = overlayFileSystem({
    "c/locks.md": `---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n${LIST[0]}---\n[b](/locks/bolts/) ![a](locks/a.png) [c](/elsewhere/)\n`,
    "c/locks/keys.md": session("Keys"),
  });
  fileSystem.memory.faults.set(`${MEMORY}/c/locks`, "permission");
  const { note } = await runHandpress(["check", "c"], { cwd: MEMORY, fileSystem });
  assert.deepEqual(headsOf(note), [
    "locks.md MRK011",
    "locks.md LNK002",
    "locks.md MRK011",
    "locks.md MRK021",
  ]);
  assert.match(note, /^c\/locks: error EDG001/);
  assert.equal(note.match(/The folder locks could not be opened, and the page may/g)?.length, 2);
  assert.equal(note.match(/Correct the address/g)?.length, 1);
  assert.match(note, /image `locks\/a\.png` that could not be read/);
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

test("list says which sessions and modules are there and could not be read", async () => {
  const { out } = await run("list", "c");
  assert.match(out, /NOT READ +Bolts {2}en\/locks\/bolts\.md\n/);
  assert.doesNotMatch(out, /MISSING/);
  assert.match(
    out,
    /\nModules that could not be read:\n {2}frames {2}en {2}c\/en\/z-frames\.md:3\n/,
  );
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

test("two pages of one permalink are told before the links that cannot choose", async () => {
  const fileSystem = overlayFileSystem({
    "c/a.md": `---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n${LIST[0]}---\n[keys](/locks/keys/)\n`,
    "c/x.md": session("Keys"),
    "c/y.md": session("Keys"),
  });
  for (const args of [
    ["check", "c"],
    ["check", "c", "locks"],
    ["build", "c", "locks", "-f", "epub"],
  ]) {
    const { note } = await runHandpress(args, { cwd: MEMORY, fileSystem });
    const heads = ["y.md LNK001", "a.md LNK007", "a.md MRK011"];
    assert.deepEqual(
      headsOf(note),
      args[0] === "build" ? heads.slice(0, 2) : heads,
      args.join(" "),
    );
    assert.doesNotMatch(note, /near name/);
    assert.match(
      (await runHandpress(["list", "c"], { cwd: MEMORY, fileSystem })).out,
      /MISSING +Keys/,
    );
  }
  const { note } = await runHandpress(["check", "c"], { cwd: MEMORY, fileSystem });
  assert.match(
    note,
    /link to `\/locks\/keys\/`, the permalink of 2 pages[\s\S]*hint: They are x\.md and y\.md\./,
  );
});

test("a translation that cannot be read is told where its source stands for it", async () => {
  const fileSystem = overlayFileSystem({
    "c/en/locks/locks.md":
      "---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /locks/keys/\n---\nText.\n",
    "c/en/locks/keys.md": session("Keys"),
    "c/fr/locks/locks.md":
      "---\nlayout: module\ntitle: Serrures\npermalink: /locks/\ninput:\n  - name: Clefs\n    url: /locks/keys/\n---\nTexte.\n",
    "c/fr/locks/keys.md": session("Keys", "Texte.", "level: a : b\n"),
  });
  const args = ["build", "c", "--lang", "fr", "--format", "epub", "--output", "o"];
  const { code, note } = await runHandpress(args, { cwd: MEMORY, fileSystem });
  assert.deepEqual(headsOf(note), ["fr/locks/keys.md HDR006"]);
  assert.equal(code, 1);
});

test("a folder whose pages are no module is told how a page becomes one", async () => {
  const fileSystem = overlayFileSystem({ "c/a.md": "---\ntitle: A\n---\nText.\n" });
  const { code, out, note } = await runHandpress(["build", "c"], { cwd: MEMORY, fileSystem });
  assert.equal(code, 0);
  assert.equal(out, "");
  assert.match(note, /^No module is here, so nothing was built\. .*`layout: module`/);
});
