import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfiguration } from "../../src/source/configuration.ts";
import { readPages } from "../../src/source/pages.ts";
import { WORDING } from "../support/wording.ts";
import { configure, page, read, readOne, report, sourceFiles } from "./files.ts";

const NFD = "Bảo mật điện thoại".normalize("NFD");
/** "a trusted network" from the text of a PDF. */
const FORMS = "\uFEB7\uFE92\uFEDC\uFE94 \uFEE3\uFEEE\uFE9B\uFEEE\uFED7\uFE94";

test("header, body and path are composed, and nothing is said of it", () => {
  const content = page(`title: ${NFD}\npermalink: /${NFD}/`, `${NFD}\n`);
  const { page: found, report: told } = readOne(content);
  assert.equal(found.header.title, "Bảo mật điện thoại");
  assert.equal(found.header.permalink?.value, "/Bảo mật điện thoại/");
  assert.equal(found.body, "Bảo mật điện thoại\n");
  assert.deepEqual(told, []);
});

test("a header's key means the same in either form", () => {
  const told = ["título", "título".normalize("NFD")].map(
    (key) => readOne(page(`${key}: Claves`)).report,
  );
  assert.match(told[0]?.join() ?? "", /HDR025/);
  assert.deepEqual(told[0], told[1]);
});

test("YAML's escapes are composed after they are read", () => {
  const { page: found } = readOne(page('title: "Cafe\\u0301"\nauthor: "\\uFEFB"'));
  assert.equal(found.header.title, "Café");
  assert.deepEqual(found.header.authors, ["لا"]);
});

test("presentation forms are told once a page, with their lines", () => {
  const body = `Text.\n\n${FORMS}\n\nab ${FORMS}\n`;
  const { page: found, report: told } = readOne(page("title: a", body));
  assert.match(found.body, /شبكة موثوقة\n\nab شبكة موثوقة/);
  assert.deepEqual(told, [
    "page.md:6:1 warning FIL010 Unexpected presentation forms of Arabic letters (lines 6 and 8), expected plain letters",
  ]);
  const many = readOne(page("title: a", `${FORMS}\n`.repeat(40)));
  assert.match(many.report.join("\n"), /\(lines 4, 5, 6, 7, 8, 9, 10, 11 and 32 more\)/);
});

test("words that stand backwards are an error", () => {
  const backwards = [...FORMS].reverse().join("");
  const { report: told } = readOne(page("title: a", `Text.\n${backwards}\n`));
  assert.match(told.join("\n"), /^page\.md:5:1 error FIL011 .* \(line 5\)/);
});

test("a ligature that people type is a word", () => {
  const { page: found, report: told } = readOne(page("title: a", "1000 \uFDFC\n"));
  assert.equal(found.body, "1000 ریال\n");
  assert.deepEqual(told, []);
  for (const sign of ["\uFDF2", "\uFDFA", "\uFDFB"]) {
    assert.deepEqual(readOne(page("title: a", `${sign}\n`)).report, []);
  }
});

test("the configuration is composed as well", () => {
  const yaml = `title: ${NFD}\npublisher: ${FORMS}\nrenamed:\n  /${NFD}/: /b/\n`;
  const [file] = sourceFiles({ "handpress.yaml": yaml });
  const { value, diagnostics } = readConfiguration(file);
  assert.equal(value.title, "Bảo mật điện thoại");
  assert.equal(value.publisher, "شبكة موثوقة");
  assert.equal(value.renamed[0]?.from, "/Bảo mật điện thoại/");
  assert.match(report(diagnostics).join("\n"), /^handpress\.yaml:2:12 warning FIL010 .*\(line 2\)/);
});

test("two files whose names differ in their form alone are told, and one is read", () => {
  const bytes = new TextEncoder().encode(page("title: a"));
  // The edge gives every path composed.
  const files = [
    { path: "é.md", bytes },
    { path: "é.md", bytes },
  ];
  const { value, diagnostics } = readPages(files, configure(), WORDING);
  assert.equal(value.length, 1);
  assert.match(report(diagnostics).join("\n"), /^é\.md error FIL012/);
});

test("spaces and marks that a keyboard or a right-to-left text brings are no part of keys and words", () => {
  const spaces = [
    "title:\u3000Keys",
    "title:\u202FKeys",
    "title\u00A0: Keys",
    "\u00A0title:\u2003Keys",
  ];
  for (const line of spaces) {
    const { page: found, report: told } = readOne(`---\n${line}\n---\nText.\n`);
    assert.deepEqual([found.header.title, told], ["Keys", []], JSON.stringify(line));
  }
  const { page: found, report: told } = readOne(
    "---\u200F\n\u200Ftitle: کلید\n\u200Elanguage: fa\u200E\nlayout: module\u200F\nadids: Input\u200F\n---\u200F\nText.\n",
  );
  assert.deepEqual(told, []);
  assert.equal(found.language, "fa");
  assert.equal(found.header.kind, "module");
  assert.equal(found.header.stage, "input");
  // Within a title a mark can keep signs on their side.
  assert.equal(readOne(page("title: C++\u200E و")).page.header.title, "C++\u200E و");
});

test("the configuration's keys and tags are read in the same way", () => {
  const yaml = "\u200Ftitle:\u3000Keys\npublisher\u00A0: School\nlanguage: fa\u200F\n";
  const [file] = sourceFiles({ "handpress.yaml": yaml });
  const { value, diagnostics } = readConfiguration(file);
  assert.deepEqual(report(diagnostics), []);
  assert.deepEqual([value.title, value.publisher, value.language], ["Keys", "School", "fa"]);
});

test("a language that is called by its name is told its tag", () => {
  const { diagnostics } = read({ "a.md": page("title: a\nlanguage: Farsi") });
  assert.deepEqual(
    diagnostics.map(({ code, hint }) => [code, hint]),
    [["HDR029", "Type:\nlanguage: fa"]],
  );
  const [file] = sourceFiles({ "handpress.yaml": "language: español\n" });
  assert.match(readConfiguration(file).diagnostics[0]?.hint ?? "", /\nlanguage: es$/);
});
