import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeFindings } from "../../src/inspect/disclosure/judge-findings.ts";
import { PrivacyFindings } from "../../src/inspect/disclosure/privacy-findings.ts";
import { isClean, judgeFile, listUnsearched } from "../../src/inspect/verdict.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { packFiles } from "./sample-epub.ts";
import { drawPlain, quietPdf, writeOfficePdf } from "./telling-files.ts";

const FILES = {
  "quiet.pdf": quietPdf(),
  "quiet.jpg": await drawPlain(),
  "tea.txt": "Boil the water.\n",
  "mind.txt": "the well\u200B\u200C\u200B\u200B\u200C is dry",
  "office.pdf": writeOfficePdf(),
  "tea.bin": Uint8Array.of(0, 1, 2),
  "in.zip": packFiles({ "tea.jpg": Uint8Array.of(0, 1, 2) }),
};
const run = (...args: string[]) =>
  runHandpress(["inspect", ...args], { cwd: MEMORY, fileSystem: overlayFileSystem(FILES) });

test("--strict: 0 for a clean file and for plain text, 1 for all others", async () => {
  const codes = new Map<string, readonly number[]>();
  for (const name of Object.keys(FILES)) {
    const usual = await run(name);
    const strict = await run("--strict", name);
    const quiet = await run("--strict", "-q", name);
    codes.set(name, [usual.code, strict.code, quiet.code]);
  }
  assert.deepEqual(Object.fromEntries(codes), {
    "quiet.pdf": [0, 1, 1],
    "quiet.jpg": [0, 0, 0],
    "tea.txt": [0, 0, 0],
    "mind.txt": [0, 1, 1],
    "office.pdf": [1, 1, 1],
    "tea.bin": [1, 1, 1],
    "in.zip": [0, 1, 1],
  });
});

test("the last line calls clean or plain just what --strict lets pass", async () => {
  for (const name of Object.keys(FILES))
    for (const more of [[], ["-q"]]) {
      const { out, code } = await run("--strict", name, ...more);
      const line = out.trimEnd().split("\n").at(-1) ?? "";
      assert.equal(/: (?:clean|plain text): /.test(line), code === 0, line);
    }
});

test("what was not searched is told by name and place, and no topic is said to be without", async () => {
  const { out, note } = await run("in.zip");
  assert.match(out, /^ {2}Files within {4}Not searched: its kind is not known in tea\.jpg$/m);
  assert.match(out, /^in\.zip: not wholly searched: its kind is not known in tea\.jpg\.$/m);
  assert.doesNotMatch(out, /nothing|nobody|clean|none/);
  assert.match(note, /^hint: [^\n]*--strict/m);
  const { files } = JSON.parse((await run("--json", "in.zip")).out);
  assert.equal(files[0].verdict, "not wholly searched");
  assert.deepEqual(files[0].unsearched, [
    { place: "tea.jpg", construct: "file", name: "its kind is not known" },
  ]);
});

test("--json calls clean what is clean only", async () => {
  const { files } = JSON.parse((await run("--json", ...Object.keys(FILES))).out);
  assert.deepEqual(
    files.map(({ verdict }: { verdict: string }) => verdict),
    ["warnings", "clean", "plain text", "mind", "tells", "errors", "not wholly searched"],
  );
});

test("several files: that none tells is said only where all were searched", async () => {
  const { out } = await run("-q", "quiet.pdf", "in.zip");
  assert.match(out, /\n2 files: 1 not wholly searched, 1 not clean, none has errors\.\n$/);
  assert.match((await run("-q", "quiet.pdf", "quiet.jpg")).out, /none tells on anybody/);
  const strict = await run("-q", "--strict", "quiet.pdf", "quiet.jpg");
  assert.match(strict.out, /\n2 files: 1 not clean, none tells on anybody, none has errors\.\n$/);
});

test("a flood of things that tell little does not wash away what was not searched", () => {
  const findings = new PrivacyFindings();
  for (let at = 0; at < 6000; at += 1) findings.add("TEL951", "dc:subject", String(at));
  const facts = { kind: "text", sizeBytes: 1 } as const;
  const flooded = { facts, disclosure: judgeFindings(findings), diagnostics: [] };
  assert.equal(isClean(flooded), false);
  assert.match(listUnsearched(flooded)[0]?.name ?? "", /^1000 more things/);
  findings.at("a.xhtml").add("TEL705", "attribute", "data-x of <p>");
  const outer = new PrivacyFindings();
  outer.at("b.epub").addWithin(findings.list);
  const names = listUnsearched({ ...flooded, disclosure: judgeFindings(outer) }).map(
    ({ name }) => name,
  );
  assert.ok(names.includes("data-x of <p>"), names.join());
  assert.ok(names.includes("1000 more things than are kept"), names.join());
});

test("films and office documents are never clean, even where nothing was found", () => {
  for (const kind of ["office", "media", "unknown"] as const) {
    const facts = { kind, label: "x", format: "x", files: [], sizeBytes: 1 };
    const judged = { facts, disclosure: judgeFindings(new PrivacyFindings()), diagnostics: [] };
    assert.equal(judgeFile(judged), "not wholly searched");
  }
});

test("a note with a price is no error: it is not wholly searched, and says why", async () => {
  const fileSystem = overlayFileSystem({ "note.txt": "Tea 5.-/person\n" });
  const { out, note, code } = await runHandpress(["inspect", "-q", "note.txt"], {
    cwd: MEMORY,
    fileSystem,
  });
  assert.equal(code, 0);
  assert.doesNotMatch(note, /error/);
  assert.match(
    out,
    /^note\.txt: not searched: it is a text with signs of a program \(5\.-\/person\)/,
  );
});
