import assert from "node:assert/strict";
import { before, test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { type RunResult, runHandpress } from "../support/run-handpress.ts";
import { assertTranscript } from "../support/transcript.ts";

/** Every bad page stands in one curriculum with a good module: each is told, none stops another. */
const GOOD = {
  "good/locks.md":
    "---\nlayout: module\ntitle: Locks\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n",
  "good/keys.md": "---\ntitle: Keys\npermalink: /keys/\nadids: Input\n---\nText.\n",
};

const makeModule = (name: string, url: string) =>
  `---\nlayout: module\ntitle: ${name}\npermalink: /${name}/\ninput:\n  - name: One\n    url: ${url}\n---\nText.\n`;
const makeSession = (name: string, body: string) =>
  `---\ntitle: ${name}\npermalink: /${name}/\nadids: Input\n---\n${body}\n`;
const makePair = (name: string, body: string) => ({
  [`${name}.md`]: makeModule(`${name}-module`, `/${name}/`),
  [`${name}-one.md`]: makeSession(name, body),
});

interface Case {
  readonly what: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** `code file:line:col` */
  readonly expected: string;
  readonly hint: RegExp;
}

const CASES: readonly Case[] = [
  {
    what: "a key that is there twice",
    files: { "key-twice.md": "---\ntitle: A\ntitle: B\n---\nText\n" },
    expected: "HDR020 key-twice.md:3:1",
    hint: /Delete the one that is wrong/,
  },
  {
    what: "a colon without quotation marks",
    files: { "colon.md": "---\ntitle: Part: two\n---\nText\n" },
    expected: "HDR006 colon.md:2:12",
    hint: /title: "Part: two"/,
  },
  {
    what: "a quotation mark that is never closed",
    files: { "quote.md": '---\ntitle: "Part two\n---\nText\n' },
    expected: "HDR007 quote.md:2:8",
    hint: /title: "Part two"/,
  },
  {
    what: "a stray indent",
    files: { "indent.md": "---\ntitle: Part\n   level: two\n---\nText\n" },
    expected: "HDR009 indent.md:3:1",
    hint: /level: two/,
  },
  {
    what: "a TOML header",
    files: { "toml.md": '+++\ntitle = "Part"\n+++\nText\n' },
    expected: "HDR002 toml.md:1:1",
    hint: /Put --- in place of both \+\+\+ lines/,
  },
  {
    what: "a header in a programming language",
    files: { "code.md": "---js\nprocess.exit(99)\n---\nText\n" },
    expected: "HDR003 code.md:1:1",
    hint: /never read or run/,
  },
  {
    what: "a header without an end",
    files: { "open.md": "---\ntitle: Part\nText\n" },
    expected: "HDR001 open.md:1:1",
    hint: /Type --- on a line of its own/,
  },
  {
    what: "no header",
    files: { "bare.md": "# Only text\n" },
    expected: "FIL004 bare.md:1:1",
    hint: /title: "Only text"/,
  },
  {
    what: "an empty file",
    files: { "empty.md": "" },
    expected: "FIL001 empty.md",
    hint: /Delete the file, or begin it with a header/,
  },
  {
    what: "text that is not UTF-8",
    files: { "latin.md": Uint8Array.from("---\ntitle: é\n---\n", (one) => one.charCodeAt(0)) },
    expected: "FIL002 latin.md:2:8",
    hint: /encoding UTF-8/,
  },
  {
    what: "a file of 50 MB",
    files: { "large.md": new Uint8Array(50_000_000) },
    expected: "FIL003 large.md",
    hint: /Split the page/,
  },
  {
    what: "a permalink that two pages have",
    files: { "same-a.md": makeSession("same", "A"), "same-b.md": makeSession("same", "B") },
    expected: "LNK001 same-b.md:3:12",
    hint: /another `permalink:`/,
  },
  {
    what: "a session that is a module",
    files: { "nested.md": makeModule("nested", "/locks/") },
    expected: "LNK004 nested.md:7:10",
    hint: /Type the addresses of its sessions/,
  },
  {
    what: "a module without sessions",
    files: { "alone.md": "---\nlayout: module\ntitle: Alone\npermalink: /alone/\n---\nText\n" },
    expected: "LNK005 alone.md:1:1",
    hint: /Type in its header/,
  },
  {
    what: "a session that is not there",
    files: { "lost.md": makeModule("lost", "/kesy/").replace("One", "Keys") },
    expected: "LNK002 lost.md:7:10",
    hint: /url: \/keys\//,
  },
  {
    what: "an image that is not there",
    files: makePair("no-image", "![A door](/door.png)"),
    expected: "MRK021 no-image-one.md:6:1",
    hint: /Add the file/,
  },
  {
    what: "an image that is none",
    files: { ...makePair("broken-image", "![A door](broken.png)"), "broken.png": "no picture" },
    expected: "IMG001 broken-image-one.md:6:1",
    hint: /Save the image as PNG/,
  },
  {
    what: "an image outside the curriculum",
    files: makePair("far-image", "![A door](../../door.png)"),
    expected: "MRK022 far-image-one.md:6:1",
    hint: /into the curriculum's folder/,
  },
  {
    what: "a link to nowhere",
    files: makePair("no-link", "See [the frame](/frame/)."),
    expected: "MRK011 no-link-one.md:6:5",
    hint: /Correct the address/,
  },
];

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly hint?: string;
  readonly place: { readonly file: string; readonly line?: number; readonly column?: number };
}

const fileSystem = overlayFileSystem(
  Object.fromEntries(
    [GOOD, ...CASES.map(({ files }) => files)]
      .flatMap((files) => Object.entries(files))
      .map(([path, content]) => [`pages/${path}`, content]),
  ),
);
let result: RunResult;
let found: readonly Found[] = [];
let report: { exitCode: number; built: { module: string; files: { path: string }[] }[] };

before(async () => {
  const args = ["build", "pages", "--format", "epub", "--json"];
  result = await runHandpress(args, { cwd: MEMORY, fileSystem });
  report = JSON.parse(result.out);
  found = JSON.parse(result.out).diagnostics;
});

const show = ({ code, place }: Found) =>
  `${code} ${[place.file, place.line, place.column].filter((part) => part !== undefined).join(":")}`;

for (const { what, expected, hint } of CASES) {
  test(`${what} is told with its place and what to do`, () => {
    const [code, place] = expected.split(" ");
    const hit = found.find((one) => show(one) === `${code} pages/${place}`);
    assert.ok(hit, `${expected} is not among\n${found.map(show).join("\n")}`);
    assert.match(hit.hint ?? "", hint);
  });
}

test("nothing but these problems is told, each once", () => {
  const told = found.map(show).sort();
  const expected = CASES.map((one) => one.expected.replace(" ", " pages/")).sort();
  assert.deepEqual(told, expected);
});

test("the books that can be built are built, with exit code 1", () => {
  assert.equal(result.code, 1);
  assert.equal(report.exitCode, 1);
  assert.deepEqual(
    report.built.map(({ module }) => module),
    ["broken-image-module", "far-image-module", "locks", "no-image-module", "no-link-module"],
  );
  assert.ok(fileSystem.memory.files.has(`${MEMORY}/output/en/locks.epub`));
});

test("a reader of text gets file, line, column, the line, a caret and the hint", async () => {
  const args = ["check", "pages"];
  assertTranscript("check-bad-pages", [
    args,
    await runHandpress(args, { cwd: MEMORY, fileSystem }),
  ]);
});

test("a module with a missing session is built where that is allowed, and still told", async () => {
  const args = ["build", "pages", "lost", "--format", "epub"];
  const refused = await runHandpress(args, { cwd: MEMORY, fileSystem });
  assert.ok(!fileSystem.memory.files.has(`${MEMORY}/output/en/lost.epub`));
  const more = [...args, "--allow-missing"];
  const allowed = await runHandpress(more, { cwd: MEMORY, fileSystem });
  assert.ok(fileSystem.memory.files.has(`${MEMORY}/output/en/lost.epub`));
  assertTranscript("build-missing-session", [args, refused], [more, allowed]);
});
