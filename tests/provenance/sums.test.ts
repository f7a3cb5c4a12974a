import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { findNameFault } from "../../src/provenance/file-name.ts";
import { readSums, SUMS_MOST_BYTES } from "../../src/provenance/read-sums.ts";
import { renderSums } from "../../src/provenance/render-sums.ts";
import { sameCases } from "../support/seed.ts";
import { sumOf } from "./made-files.ts";

const A = sumOf("a");
const B = sumOf("b");
/** What `sha256sum * > SHA256SUMS` says of the list that it has just begun. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const read = (text: string) => readSums(new TextEncoder().encode(text));
const told = (text: string) =>
  read(text).diagnostics.map(({ code, place }) => `${code} ${place.line ?? ""}`.trim());

test("a list is sorted by name, whatever the order of what is in it", () => {
  const expected = `${B}  a.pdf\n${A}  en/b.epub\n`;
  assert.equal(
    renderSums(
      new Map([
        ["en/b.epub", A],
        ["a.pdf", B],
      ]),
    ),
    expected,
  );
  assert.equal(
    renderSums(
      new Map([
        ["a.pdf", B],
        ["en/b.epub", A],
      ]),
    ),
    expected,
  );
});

test("names are escaped as GNU sha256sum does", () => {
  const names = new Map([
    ["back\\slash", A],
    ["line\nbreak", A],
    ["return\r", A],
    ["-dash ", A],
  ]);
  assert.equal(
    renderSums(names),
    `${A}  -dash \n\\${A}  back\\\\slash\n\\${A}  line\\nbreak\n\\${A}  return\\r\n`,
  );
});

const sha256sum = spawnSync("sha256sum", ["--version"], { encoding: "utf8" });
const hasGnu = sha256sum.status === 0 && sha256sum.stdout.includes("GNU");
test("the real sha256sum -c accepts it, and what the real one writes is read", {
  skip: hasGnu ? false : "GNU sha256sum is not installed",
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-sums-"));
  try {
    const names = ["en/tails.epub", "back\\slash.pdf", "-dash.pdf", " blank ", "*star", "ع.pdf"];
    const sums = new Map<string, string>();
    for (const name of names) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), name);
      sums.set(name, createHash("sha256").update(name).digest("hex"));
    }
    await writeFile(join(folder, "list"), renderSums(sums));
    const run = (...args: string[]) =>
      spawnSync("sha256sum", args, { cwd: folder, encoding: "utf8" });
    const checked = run("--strict", "-c", "list");
    assert.equal(checked.status, 0, checked.stdout + checked.stderr);
    for (const way of [["--text"], ["--binary"], ["--tag"]]) {
      const { value, diagnostics } = read(run(...way, "--", ...names).stdout);
      assert.deepEqual(diagnostics, [], way[0]);
      assert.deepEqual(new Map([...value].sort()), new Map([...sums].sort()), way[0]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("any name that may stand in a list comes back as it was", () => {
  const part = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
      const name = parts.join("/");
      const { value, diagnostics } = read(renderSums(new Map([[name, A]])));
      if (findNameFault(name) !== undefined || name === "SHA256SUMS") return;
      assert.deepEqual(diagnostics, []);
      assert.deepEqual([...value], [[name.normalize("NFC"), A]]);
    }),
    sameCases(),
  );
});

for (const [what, text] of [
  ["text mode", `${A}  en/a.pdf\n`],
  ["binary mode", `${A} *en/a.pdf\n`],
  ["capitals", `${A.toUpperCase()}  en/a.pdf\n`],
  ["tagged, as BSD writes", `SHA256 (en/a.pdf) = ${A}\n`],
  ["tagged, as openssl writes", `SHA2-256(en/a.pdf)= ${A}\n`],
  ["line ends of Windows", `${A}  en/a.pdf\r\n`],
  ["slashes of Windows", `${A}  en\\a.pdf\n`],
  ["a byte order mark", `\uFEFF${A}  en/a.pdf\n`],
  ["no line end", `${A}  en/a.pdf`],
  ["a folder's dot", `${A}  ./en/a.pdf\n`],
  ["itself in it, still empty", `${A}  en/a.pdf\n${EMPTY}  SHA256SUMS\n`],
] as const) {
  test(`a list from elsewhere is read: ${what}`, () => {
    const { value, diagnostics } = read(text);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual([...value], [["en/a.pdf", A]]);
  });
}

for (const [what, text, expected] of [
  ["up and out", `${A}  ../secret\n`, ["SUM004 1"]],
  ["out from within", `${A}  en/../../secret\n`, ["SUM004 1"]],
  ["out in Windows' way", `${A}  ..\\secret\n`, ["SUM004 1"]],
  ["out behind an escape", `\\${A}  ../a\\\\b\n`, ["SUM004 1"]],
  ["an absolute path", `${A}  /etc/passwd\n`, ["SUM004 1"]],
  ["a drive", `${A}  C:\\secret\n`, ["SUM004 1"]],
  ["a drive without a slash", `${A}  c:secret\n`, ["SUM004 1"]],
  ["another machine", `${A}  \\\\machine\\share\n`, ["SUM004 1"]],
  ["tagged and out", `SHA256 (../secret) = ${A}\n`, ["SUM004 1"]],
  ["the same name twice", `${A}  a.pdf\n${B}  a.pdf\n`, ["SUM005 2"]],
  ["the same name in two ways", `${A}  a.pdf\n${A}  ./a.pdf\n`, ["SUM005 2"]],
  ["the same accent in two ways", `${A}  \u00e9.pdf\n${A}  e\u0301.pdf\n`, ["SUM005 2"]],
  ["an escape of the terminal", `${A}  a\u001b[2Jb\n`, ["SUM006 1"]],
  ["a line break", `\\${A}  a\\nb\n`, ["SUM006 1"]],
  ["letters turned around", `${A}  \u202Efdp.exe\n`, ["SUM006 1"]],
  ["an invisible sign", `${A}  a\u200B.pdf\n`, ["SUM006 1"]],
  ["an escape that nobody writes", `\\${A}  a\\tb\n`, ["SUM003 1"]],
  ["sums of another kind", "d41d8cd98f00b204e9800998ecf8427e  a.pdf\n", ["SUM003 1"]],
  ["a name that is none", `${A}  a//b\n`, ["SUM003 1"]],
  ["a remark", `${A}  a.pdf\n# for Mina Kettle, 12 Elm Street\n`, ["SUM003 2"]],
  ["empty lines", `${A}  a.pdf\n\n\r\n\n`, ["SUM003 2", "SUM003 3", "SUM003 4"]],
  ["itself with a sum of its own", `${A}  a.pdf\n${B}  SHA256SUMS\n`, ["SUM003 2"]],
  ["prose", "Here are the sums.\n", ["SUM003 1"]],
] as const) {
  test(`a hostile list is refused: ${what}`, () => {
    assert.deepEqual(told(text), expected);
  });
}

test("a list in bytes that are no text is refused", () => {
  const { diagnostics } = readSums(new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["SUM002"],
  );
});

test("a list that is too large is not read, and one of wrong lines ends soon", () => {
  const large = new Uint8Array(SUMS_MOST_BYTES + 1).fill(0x0a);
  assert.deepEqual(
    readSums(large).diagnostics.map(({ code }) => code),
    ["SUM001"],
  );
  assert.equal(told("x\n".repeat(3_000_000)).length, 5);
});

test("a list of one line without an end, of brackets or of backslashes, is read in no time", () => {
  for (const text of ["SHA256 (".repeat(900_000), `\\${A}  ${"\\".repeat(7_000_000)}`]) {
    const before = performance.now();
    assert.deepEqual(told(text), ["SUM003 1"]);
    assert.ok(performance.now() - before < 2000);
  }
});
