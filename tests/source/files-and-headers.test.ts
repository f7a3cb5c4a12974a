import assert from "node:assert/strict";
import { test } from "node:test";
import type { SetLimits } from "../../src/source/limits.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";
import { type Files, page, read, readOne, report } from "./files.ts";

test("a page is a Markdown file with a header; its body keeps its place in the file", () => {
  const { page: found, report: problems } = readOne("---\ntitle: Locks\n---\n\nTurn the key.\n");
  assert.equal(found.header.title, "Locks");
  assert.equal(found.body, "\nTurn the key.\n");
  assert.equal(found.bodyLine, 4);
  assert.deepEqual(found.place, { file: "page.md", line: 1, column: 1, length: 3 });
  assert.deepEqual(problems, []);
});

for (const [name, content] of [
  ["byte order mark", "\uFEFF---\ntitle: Locks\n---\na\n\tb\n"],
  ["CRLF", "---\r\ntitle: Locks\r\n---\r\na\r\n\tb\r\n"],
  ["CR", "---\rtitle: Locks\r---\ra\r\tb\r"],
  ["mixed line ends", "---\r\ntitle: Locks\n---\ra\r\n\tb\n"],
  ["spaces behind the marks", "---  \ntitle: Locks\n--- \t\na\n\tb\n"],
  ["an end of three dots", "---\ntitle: Locks\n...\na\n\tb\n"],
] as const) {
  test(`${name} is normalised in silence, tabs stay`, () => {
    const { page: found, report: problems } = readOne(content);
    assert.equal(found.header.title, "Locks");
    assert.equal(found.body, "a\n\tb\n");
    assert.equal(found.bodyLine, 4);
    assert.deepEqual(problems, []);
  });
}

test("empty lines above the header are allowed, and counted", () => {
  const { page: found, report: problems } = readOne("\n\n---\ntitle: Locks\ndate: soon\n---\nText");
  assert.equal(found.bodyLine, 7);
  assert.match(problems[0] ?? "", /^page\.md:5:7 warning HDR022 /);
});

test("non-breaking spaces around keys are spaces, inside values they are the author's", () => {
  const { page: found, report: problems } = readOne(
    "---\nlayout:\u00a0module\ntitle: 'Clé\u00a0: essai'\ninput:\n\u00a0 -\u00a0name:\u00a0A\n\u00a0\u00a0  url: /a/\n---\n",
  );
  assert.deepEqual(problems, []);
  assert.equal(found.header.title, "Clé : essai");
  assert.deepEqual(
    found.header.stages.input.map(({ name, url }) => [name, url]),
    [["A", "/a/"]],
  );
});

test("a body may have its own ruled lines", () => {
  const { page: found } = readOne("---\ntitle: Locks\n---\none\n\n---\n\ntwo\n---\n");
  assert.equal(found.body, "one\n\n---\n\ntwo\n---\n");
});

test("a header of comments or of nothing is a header", () => {
  assert.equal(readOne("---\n---\nText").page.body, "Text");
  assert.equal(readOne("---\n# a note\n---\nText").page.body, "Text");
});

test("project files without a header are no pages, with one they are", () => {
  const { value, diagnostics } = read({
    "README.md": "# About\n",
    "docs/CONTRIBUTING.md": "# How\n",
    "LICENSE.md": "",
    "README.es.md": "# Sobre\n",
    "license-notes.md": page("title: Notes"),
    "tails.markdown": page("title: Tails"),
    "picture.png": new Uint8Array([0xff]),
    "node_modules/x/y.md": "# no",
    "_includes/head.md": "no",
    ".github/x.md": "no",
  });
  assert.deepEqual(
    value.map(({ path }) => path),
    ["license-notes.md", "tails.markdown"],
  );
  assert.deepEqual(diagnostics, []);
});

test("files that cannot be pages are told, each with its cause, and the others are read", () => {
  const big = new Uint8Array(DEFAULT_LIMITS.pageBytes + 200_000).fill(0x61);
  const latin1 = new Uint8Array([
    ...new TextEncoder().encode("---\ntitle: a\nlevel: caf"),
    0xe9,
    0x0a,
  ]);
  const { value, diagnostics, unreadable } = read({
    "big.md": big,
    "bytes.md": latin1,
    "dash.md": "—\ntitle: Locks\n—\nText",
    "empty.md": " \n\n",
    "js.md": "---js\n{ title: process.exit(3) }\n---\n",
    "json.md": '---json\n{"title": "x"}\n---\n',
    "none.md": '# A "good" heading #\n\nText\n',
    "open.md": "---\ntitle: Locks\nlevel: One\n\nThis is the text.\n",
    "shut.md": "---\ntitle: Locks\n--\n\nThis is the text.\n",
    "toml.md": '+++\ntitle = "Locks"\n+++\n',
    "utf16.md": new Uint8Array([0xff, 0xfe, 0x2d, 0x00]),
    "well.md": page("title: Well"),
  });
  assert.deepEqual(
    value.map(({ path }) => path),
    ["well.md"],
  );
  assert.equal(unreadable.length, 11);
  assert.deepEqual(report(diagnostics), [
    "big.md error FIL003 Unexpected file of 2.2MB, expected at most 2MB",
    "bytes.md:3:11 error FIL002 Unexpected byte 0xE9, expected UTF-8 text",
    "dash.md:1:1 error HDR001 Unexpected first line `—`, expected three hyphens (`---`)",
    "empty.md error FIL001 Unexpected empty file, expected a page with a header",
    "js.md:1:1 error HDR003 Unexpected `js` after the first ---, expected a YAML header",
    "json.md:1:1 error HDR003 Unexpected `json` after the first ---, expected a YAML header",
    "none.md:1:1 error FIL004 Unexpected page without a header, expected `---` on the first line",
    "open.md:1:1 error HDR001 Unexpected header without an end, expected a second line `---`",
    "shut.md:1:1 error HDR001 Unexpected header without an end, expected a second line `---`",
    "toml.md:1:1 error HDR002 Unexpected TOML header (`+++`), expected a YAML header (`---`)",
    "utf16.md error FIL002 Unexpected UTF-16 text, expected UTF-8",
  ]);
  const hints = Object.fromEntries(diagnostics.map(({ place, hint }) => [place.file, hint ?? ""]));
  assert.match(hints["open.md"] ?? "", /before line 4,/);
  assert.match(hints["shut.md"] ?? "", /in place of line 3\./);
  assert.match(hints["none.md"] ?? "", /title: "A 'good' heading"/);
});

test("no engine but YAML ever sees a header, by whatever name it is called", () => {
  const touched = globalThis as { handpressTouched?: number };
  const names = [
    "js",
    "JS",
    " js",
    "javascript",
    "coffee",
    "coffeescript",
    "cson",
    "json",
    "toml",
    "ts",
    "__proto__",
    "constructor",
    "toString",
    "yaml js",
  ];
  for (const name of names) {
    const { value, diagnostics } = read({
      "page.md": `---${name}\n(globalThis.handpressTouched = 1, {title: "x"})\n---\n`,
    });
    assert.deepEqual(value, [], name);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["HDR003"],
      name,
    );
  }
  assert.equal(touched.handpressTouched, undefined);
  assert.equal(readOne("---yaml\ntitle: Locks\n---\n").page.header.title, "Locks");
});

test("the same text gives the same result each time: no cache stands between", () => {
  const broken = "---\ntitle: a: b\n---\nText";
  const first = read({ "page.md": broken });
  const second = read({ "page.md": broken });
  assert.equal(first.value.length, 0);
  assert.deepEqual(second, first);
  for (const word of ["constructor", "__proto__", "toString"]) {
    assert.deepEqual(report(read({ "page.md": word }).diagnostics), [
      "page.md:1:1 error FIL004 Unexpected page without a header, expected `---` on the first line",
    ]);
  }
});

test("each limit of a page is named with its key, and can be set", () => {
  const hints = (files: Files, yaml = "", set?: SetLimits) =>
    read(files, yaml, set).diagnostics.map(({ code, hint }) => [
      code,
      /`--limit [a-z-]+=SIZE`/.exec(hint ?? "")?.[0],
    ]);
  const large = { "a.md": page("title: A", "word ".repeat(500_000)) };
  assert.deepEqual(hints(large), [["FIL003", "`--limit page-size=SIZE`"]]);
  // What content asks for it does not get; whoever builds does, also against it.
  const more = { "page-size": 3_000_000 };
  assert.deepEqual(hints(large, "limits: { page-size: 3MB }"), hints(large));
  assert.deepEqual(hints(large, "", more), []);
  assert.deepEqual(hints(large, "limits: { page-size: 1MB }", more), []);
  assert.deepEqual(hints({ "a.md": page("title: A") }, "limits: { page-size: 1kB }"), []);
  const long = { "a.md": page(`title: A\nsummary: ${"word ".repeat(1000)}`) };
  assert.deepEqual(hints(long), []);
  assert.deepEqual(hints(long, "limits: { header-size: 4kB }"), [
    ["HDR013", "`--limit header-size=SIZE`"],
  ]);
});
