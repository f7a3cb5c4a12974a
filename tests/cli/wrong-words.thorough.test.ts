import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";
import { assertTranscript } from "../support/transcript.ts";
import { fileSystem, PAGES, run, SESSION, testWrong, WRONG } from "./usage-scene.ts";

testWrong(WRONG.filter((_, at) => at % 4 === 0));

test("a date of the environment that is none is a usage error", async () => {
  const options = {
    cwd: MEMORY,
    fileSystem: fileSystem(),
    environment: { SOURCE_DATE_EPOCH: "today" },
  };
  const { code, note } = await runHandpress(["build", "c", "-f", "epub"], options);
  assert.equal(code, 2);
  assert.match(note, /SOURCE_DATE_EPOCH `today`[\s\S]*hint: Leave the variable out/);
});

test("--help and --version are no errors; no command at all is one, with the same help", async () => {
  const help = await run("--help");
  assert.equal(help.code, 0);
  for (const word of ["build", "list", "check", "doctor"]) assert.match(help.out, new RegExp(word));
  const bare = await run();
  assert.equal(bare.code, 2);
  assert.equal(bare.out, "");
  assert.equal(bare.note, help.out);
  assert.deepEqual(await run("--version"), { code: 0, out: "0.0.0-test\n", note: "" });
  for (const command of ["build", "list", "check", "doctor"]) {
    const { code, out } = await run(command, "--help");
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^Usage: [.]/handpress ${command} `));
  }
});

test("list shows sessions by stage, times, languages and what is missing", async () => {
  const { code, out, note } = await run("list", "c");
  assert.equal(code, 1);
  assert.equal(
    out,
    `Doors and Locks: 7 pages, en, es

hinges  en  Hinges  30–45 minutes, without 1 missing session
  Activity   –
  Input      30–45 minutes   Keys again  (also in locks)
  Deepening  –
  Synthesis  MISSING         Gone  /gone/
  Languages  en; not in es

locks  en  Good Locks  60–90 minutes
  Activity   –
  Input      30–45 minutes   Keys  (also in hinges)
             30–45 minutes   Bolts
  Deepening  –
  Synthesis  –
  Languages  en, es (1 of 2 sessions not translated)

Sessions in no module:
  Alone  left/alone.md
`,
  );
  assert.equal(
    note,
    "\n1 error already; `./handpress check c` shows it, and reads the texts too.\n",
  );
});

test("list keeps its columns where a time is long", async () => {
  const long = SESSION("Bolts").replace("30-45 minutes", "60+ minutes");
  const pages = { ...PAGES, "locks/bolts.md": long };
  const files = Object.fromEntries(
    Object.entries(pages).map(([path, text]) => [`c/${path}`, text]),
  );
  const args = ["list", "c", "locks"];
  const options = { cwd: MEMORY, fileSystem: overlayFileSystem(files) };
  assertTranscript("list-long-time", [args, await runHandpress(args, options)]);
});

test("list in another language marks what is not translated", async () => {
  const args = ["list", "c", "--lang", "es", "locks"];
  assertTranscript("list-translation", [args, await run(...args)]);
});

test("list --json says the same", async () => {
  const { out, note } = await run("list", "c", "--json");
  const report = JSON.parse(out);
  assert.equal(note, "");
  assert.equal(report.exitCode, 1);
  assert.deepEqual(report.languages, ["en", "es"]);
  assert.deepEqual(report.unlisted, [{ file: "left/alone.md", title: "Alone" }]);
  assert.equal(report.modules[0].missingSessions, 1);
  assert.deepEqual(report.modules[0].stages.synthesis, [
    { missing: true, name: "Gone", url: "/gone/" },
  ]);
});

test("a folder without pages says what was expected", async () => {
  const empty = overlayFileSystem({ "c/readme.txt": "" });
  const runs = [];
  for (const command of ["list", "check", "build"]) {
    const args = [command, "c"];
    runs.push([args, await runHandpress(args, { cwd: MEMORY, fileSystem: empty })] as const);
  }
  assertTranscript("folder-without-pages", ...runs);
});

test("a bare word is a module before it is a folder", async () => {
  const both = overlayFileSystem({
    ...Object.fromEntries(Object.entries(PAGES).map(([path, text]) => [`content/${path}`, text])),
    "locks/notes.txt": "no pages here",
  });
  const { code, out } = await runHandpress(["list", "locks"], { cwd: MEMORY, fileSystem: both });
  assert.equal(code, 0);
  assert.match(out, /^locks {2}en {2}Good Locks/m);
});

test("--quiet prints problems only", async () => {
  const [silent, told] = [
    ["build", "c", "locks", "-f", "epub", "-q"],
    ["build", "c", "-f", "epub", "--quiet"],
  ] as const;
  assertTranscript("quiet", [silent, await run(...silent)], [told, await run(...told)]);
});

test("build --json has one value on standard output and nothing beside it", async () => {
  const { code, out, note } = await run("build", "c", "-f", "epub", "--json");
  assert.equal(note, "");
  const report = JSON.parse(out);
  assert.equal(report.exitCode, code);
  assert.deepEqual(
    report.built.map(({ module, language, files }: Record<string, unknown[]>) => [
      module,
      language,
      files?.length,
    ]),
    [["locks", "en", 1]],
  );
  assert.deepEqual(report.notBuilt, [
    { language: "en", module: "hinges", edition: "trainer", missingSessions: 1 },
  ]);
  assert.equal(report.diagnostics[0].code, "LNK002");
  assert.deepEqual(report.diagnostics[0].place.file, "c/hinges.md");
});

test("names with spaces and in any script are paths like others", async () => {
  const named = overlayFileSystem(
    Object.fromEntries(Object.entries(PAGES).map(([path, text]) => [`الدروس 1/${path}`, text])),
  );
  const args = ["build", "الدروس 1", "locks", "-f", "epub", "-o", "mes livres/à lire"];
  const { code, out } = await runHandpress(args, { cwd: MEMORY, fileSystem: named });
  assert.equal(code, 0);
  assert.match(out, /^mes livres\/à lire\/en\/locks\.epub /);
  assert.ok(named.memory.files.has(`${MEMORY}/mes livres/à lire/en/locks.epub`));
});

test("an empty word is no folder and no module", async () => {
  for (const command of ["build", "list", "check", "inspect", "verify", "explain"]) {
    const { code, out, note } = await run(command, "");
    assert.equal(`${command} ${code} ${out}`, `${command} 2 `);
    assert.match(note, /^handpress: Unexpected empty word, expected /);
  }
});

test("no stage names the program: only the edge knows how it was called", () => {
  const folder = join(REPOSITORY, "src");
  const named =
    /handpress (?:build|check|list|themes|inspect|verify|explain|doctor|--help)\b|\bnpx\b/;
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith(".ts") || name.endsWith("command-name.ts")) continue;
    const lines = readFileSync(join(folder, name), "utf8").split("\n");
    const found = lines.filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && named.test(line));
    assert.deepEqual(found, [], name);
  }
});

test("a configuration under another name is told, for nothing of it is read", async () => {
  for (const name of ["handpress.yml", "Handpress.yaml", "handpress.yaml.txt"]) {
    const files = { [`c/${name}`]: "title: Doors\n", "c/a.md": SESSION("A") };
    const { note } = await runHandpress(["check", "c"], {
      cwd: MEMORY,
      fileSystem: overlayFileSystem(files),
    });
    assert.match(
      note,
      /^c\/\S+: warning CFG004: [^\n]+ expected handpress\.yaml\n {2}hint: Nothing/,
    );
  }
});
