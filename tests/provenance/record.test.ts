import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { RECORD_MOST_BYTES, readRecord, renderRecord } from "../../src/provenance/build-record.ts";
import { explainDifference } from "../../src/provenance/explain-difference.ts";
import { mergeBuild } from "../../src/provenance/merge-build.ts";
import { sameCases } from "../support/seed.ts";
import { makeFile, sumOf } from "./made-files.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const EPUB = makeFile("en/locks.epub", "a");
const PDF = makeFile("en/locks.pdf", "b", {
  settings: {
    ...EPUB.settings,
    browser: "HeadlessChrome/1.2.3",
    print: { paper: "a4", sides: "one", greyscale: false },
  },
});

test("a record comes back as it was written", () => {
  const { value, diagnostics } = readRecord(bytesOf(renderRecord([EPUB, PDF])));
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(value, [EPUB, PDF]);
});

test("the order of files and of keys changes no byte", () => {
  const turned = Object.fromEntries(Object.entries(EPUB).reverse()) as unknown as typeof EPUB;
  assert.equal(renderRecord([PDF, turned]), renderRecord([EPUB, PDF]));
});

test("what files have in common stands once", () => {
  const many = Array.from({ length: 50 }, (_, at) => makeFile(`en/m${at}.epub`, "a"));
  const text = renderRecord(many);
  assert.equal(text.match(/locks\/keys\.md/g)?.length, 1);
  assert.equal(text.match(/"tool"/g)?.length, 1);
});

const GOOD = renderRecord([EPUB]);
for (const [what, text, code] of [
  ["no JSON", "{", "REC001"],
  ["nothing", "", "REC001"],
  ["a list", "[]", "REC002"],
  ["null", "null", "REC002"],
  ["a later format", '{"format":2}', "REC003"],
  ["a key that is not known", GOOD.replace('"format"', '"who": "me", "format"'), "REC002"],
  ["a name that leads out", GOOD.replace("en/locks.epub", "../locks.epub"), "REC002"],
  ["an input that leads out", GOOD.replace("locks/keys.md", "/etc/passwd"), "REC002"],
  ["a sum that is none", GOOD.replace(sumOf("a"), "aa"), "REC002"],
  ["a theme that is a folder", GOOD.replace('"handout"', '"../../theme"'), "REC002"],
  ["signs for the terminal", GOOD.replace("1.0.0", "\\u001b[2J"), "REC002"],
  ["settings that are not there", GOOD.replace(/"settings": "\w/, '"settings": "f'), "REC002"],
  ["a very deep one", "[".repeat(5_000_000), "REC001"],
] as const) {
  test(`a hostile record is refused: ${what}`, () => {
    assert.notEqual(text, GOOD);
    const { value, diagnostics } = readRecord(bytesOf(text));
    assert.deepEqual(value, []);
    assert.deepEqual(
      diagnostics.map((one) => one.code),
      [code],
    );
  });
}

test("a record that is too large is not read", () => {
  const { diagnostics } = readRecord(new Uint8Array(RECORD_MOST_BYTES + 1));
  assert.equal(diagnostics[0]?.code, "REC001");
});

test("any JSON is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      assert.equal(readRecord(bytesOf(text)).diagnostics.length, 1);
    }),
    sameCases(),
  );
});

test("a build keeps what earlier ones made, and drops what is gone", () => {
  const other = makeFile("en/doors.epub", "d");
  const gone = makeFile("en/gone.epub", "e");
  const merged = mergeBuild(
    {
      files: [makeFile("en/locks.epub", "0"), other, gone],
      sums: new Map([
        ["en/locks.epub", sumOf("0")],
        ["en/doors.epub", sumOf("d")],
        ["en/gone.epub", sumOf("e")],
        ["mine.txt", sumOf("9")],
        ["handpress-record.json", sumOf("8")],
      ]),
      present: new Map([
        ["en/locks.epub", sumOf("a")],
        ["en/doors.epub", sumOf("d")],
      ]),
    },
    [EPUB],
  );
  assert.deepEqual(merged.files, [other, EPUB]);
  assert.deepEqual(Object.fromEntries(merged.sums), {
    "en/doors.epub": sumOf("d"),
    "en/locks.epub": sumOf("a"),
    "mine.txt": sumOf("9"),
  });
  assert.deepEqual(merged.changed, []);
});

test("no build makes a file that somebody changed one of its own", () => {
  const other = makeFile("en/doors.epub", "d");
  const present = new Map([
    ["en/doors.epub", sumOf("f")],
    ["en/locks.epub", sumOf("a")],
  ]);
  const merged = mergeBuild({ files: [other], sums: new Map(), present }, [EPUB]);
  assert.equal(merged.sums.get("en/doors.epub"), sumOf("d"));
  assert.deepEqual(merged.changed, ["en/doors.epub"]);
});

test("of two builds at once the one counts whose bytes are there, whoever writes last", () => {
  const first = makeFile("en/locks.epub", "1");
  const second = makeFile("en/locks.epub", "2");
  const present = new Map([["en/locks.epub", sumOf("2")]]);
  for (const [before, made] of [
    [first, second],
    [second, first],
  ] as const) {
    const merged = mergeBuild({ files: [before], sums: new Map(), present }, [made]);
    assert.deepEqual(merged.files, [second]);
    assert.deepEqual(merged.changed, []);
  }
});

test("the likeliest reason for another book comes first", () => {
  assert.deepEqual(explainDifference(PDF, PDF), []);
  const now = {
    ...PDF,
    settings: {
      ...PDF.settings,
      tool: "1.1.0",
      browser: "HeadlessChrome/2",
      theme: { name: "handout", sha256: sumOf("0") },
      configuration: sumOf("0"),
      curriculum: sumOf("0"),
    },
    inputs: { "locks/locks.md": sumOf("1"), "locks/keys.md": sumOf("3"), toString: sumOf("4") },
  };
  assert.deepEqual(explainDifference(PDF, now), [
    "another version of Handpress: 1.0.0 then, 1.1.0 now",
    "another browser: HeadlessChrome/1.2.3 then, HeadlessChrome/2 now",
    "another theme, or a theme with changes",
    "changed since: locks/keys.md",
    "new since: toString",
    "another handpress.yaml",
  ]);
  const elsewhere = { ...PDF, settings: { ...PDF.settings, curriculum: sumOf("0") } };
  assert.deepEqual(explainDifference(PDF, elsewhere), [
    "another page of the curriculum, which is not in this book",
  ]);
});
