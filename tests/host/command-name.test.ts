import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type Call, nameCommand } from "../../src/host/command-name.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";

const CALL: Call = {
  script: "/opt/press/handpress.mjs",
  cwd: "/opt/press",
  environment: {},
  isWindows: false,
  canStart: () => true,
};
const named = (call: Partial<Call>) => nameCommand({ ...CALL, ...call });
const launched = (path: string, call: Partial<Call> = {}) =>
  named({ ...call, environment: { HANDPRESS_CALLED: path } });

test("the program is called what was typed", () => {
  assert.equal(launched("./handpress"), "./handpress");
  assert.equal(launched("../my press/handpress"), '"../my press/handpress"');
  assert.equal(launched("/it's/handpress"), '"/it\'s/handpress"');
  assert.equal(launched("/$(id)/handpress"), "'/$(id)/handpress'");
  assert.equal(launched("handpress"), "sh handpress");
  assert.equal(launched("./handpress", { canStart: () => false }), "sh ./handpress");
  assert.equal(named({}), "node handpress.mjs");
  assert.equal(named({ cwd: "/home/ana" }), "node ../../opt/press/handpress.mjs");
  assert.equal(named({ script: "/opt/press/dist/cli/main.js" }), "node dist/cli/main.js");
  assert.equal(named({ script: "/usr/bin/handpress" }), "handpress");
});

test("npx is named only so that it cannot fetch anything", () => {
  const safe = "npx --no-install handpress";
  assert.equal(named({ environment: { npm_command: "exec", npm_lifecycle_event: "npx" } }), safe);
  assert.equal(named({ script: "/opt/press/node_modules/.bin/handpress" }), safe);
});

test("`npm start` leads to the launcher, where one can be started", () => {
  const environment = { npm_command: "start", npm_lifecycle_event: "start" };
  assert.equal(named({ environment }), "./handpress");
  assert.equal(named({ environment, isWindows: true }), ".\\handpress");
  assert.equal(named({ environment, canStart: () => false }), "node handpress.mjs");
});

test("on Windows the launcher is named as both of its shells take it", () => {
  const at = (path: string, cwd: string) => launched(path, { cwd, isWindows: true });
  assert.equal(at("C:\\press\\handpress.cmd", "C:\\press"), ".\\handpress");
  assert.equal(at("C:\\press\\handpress.cmd", "C:\\books"), "..\\press\\handpress");
  assert.equal(at("E:\\handpress.cmd", "C:\\books"), "E:\\handpress");
  assert.equal(at("C:\\my press\\handpress.cmd", "C:\\books"), '"..\\my press\\handpress"');
});

test("hints and help name the program as it was called", async () => {
  const { note } = await runHandpress(["build", "--nonsense"]);
  assert.match(note, /hint: `\.\/handpress build --help`/);
});

/** The repository as a stick brings it: no links, nothing that may be started. */
function copyLaunchers(folder: string) {
  mkdirSync(folder, { recursive: true });
  for (const name of ["handpress", "handpress.mjs", "package.json"]) {
    cpSync(join(REPOSITORY, name), join(folder, name));
    chmodSync(join(folder, name), 0o644);
  }
}

test("the launcher runs from any folder, through a link, and where nothing may be started", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "launch "));
  t.after(() => rmSync(folder, { recursive: true }));
  const press = join(folder, "my press");
  copyLaunchers(press);
  for (const part of ["dist", "node_modules", "themes"]) {
    symlinkSync(join(REPOSITORY, part), join(press, part));
  }
  const help = (command: string, words: readonly string[], cwd: string) =>
    execFileSync(command, [...words, "--help"], { cwd, encoding: "utf8" }).split("\n")[0];
  assert.match(help("sh", ["handpress"], press) ?? "", /^Usage: sh handpress /);
  assert.match(
    help("sh", ["my press/handpress"], folder) ?? "",
    /^Usage: sh "my press\/handpress" /,
  );
  assert.match(help("node", ["handpress.mjs"], press) ?? "", /^Usage: node \S*/);
  chmodSync(join(press, "handpress"), 0o755);
  assert.match(
    help("./my press/handpress", [], folder) ?? "",
    /^Usage: "\.\/my press\/handpress" /,
  );
  symlinkSync(join(press, "handpress"), join(folder, "hp"));
  assert.match(help("./hp", [], folder) ?? "", /^Usage: \.\/hp /);
});

test("a launcher without what it needs says what to type", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "launch "));
  t.after(() => rmSync(folder, { recursive: true }));
  copyLaunchers(folder);
  const bare = spawnSync("sh", ["handpress", "list"], { cwd: folder, encoding: "utf8" });
  assert.equal(bare.status, 3);
  assert.match(bare.stderr, /^handpress: Unexpected folder [^\n]+\n {2}hint: Type `npm ci` in \S/);
  const without = spawnSync("/bin/sh", ["handpress"], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: "/nowhere" },
  });
  assert.equal(without.status, 3);
  assert.match(without.stderr, /^handpress: Node\.js is missing[^\n]+\n {2}hint: Install it/);
});
