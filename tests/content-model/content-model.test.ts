import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { packFiles, sampleFiles } from "../inspect/sample-epub.ts";
import { findModelFaults } from "./check-content-model.ts";
import { packSnippets, SNIPPETS } from "./snippets.ts";

const BODIES: readonly (readonly [kind: string, body: string])[] = [
  ["", "<p>One</p>"],
  ["unknown element", "<blink>One</blink>"],
  ["misplaced element", "<p><div>One</div></p>"],
  ["nested element", '<p><a href="b.xhtml">One <b><a href="b.xhtml">two</a></b></a></p>'],
  [
    "order of elements",
    "<table><tbody><tr><td>1</td><td>2</td></tr></tbody><thead><tr><td>1</td></tr></thead></table>",
  ],
  ["misplaced text", "<ul>One</ul>"],
  ["unknown attribute", '<p align="left">One</p>'],
  ["missing attribute", '<p><img alt="One"/></p>'],
  ["value of an attribute", '<table><tr><td colspan="0">1</td><td>2</td></tr></table>'],
  ["role", '<p role="wibble">One</p>'],
  ["misplaced type", '<style epub:type="title">p { color: red }</style>'],
  ["forbidden by HTML alone", "<dl><dt><h3>One</h3></dt><dd>Two</dd></dl>"],
];

for (const [kind, body] of BODIES) {
  test(`the model of HTML: ${kind || "nothing is found in a paragraph"}`, () => {
    const files = sampleFiles();
    const changed = String(files["B/a.xhtml"]).replace("<!--body-->", body);
    const found = findModelFaults(packFiles({ ...files, "B/a.xhtml": changed }));
    // A style sheet in the body is misplaced as well.
    const kinds = found
      .map((one) => one.kind)
      .filter((one) => kind === one || !body.startsWith("<style"));
    assert.deepEqual([...new Set(kinds)], kind === "" ? [] : [kind]);
    for (const { file, message } of found) {
      assert.equal(file, "B/a.xhtml");
      assert.match(message, /^Unexpected .*, expected .*[^.]$/);
    }
  });
}

/**
 * Where we differ from EPUBCheck, and why: HTML allows `abbr` on `th` and several roles; the
 * property that a `switch` lacks is told of the package document.
 */
const DIFFERENT = ["switch-epub", "th-abbr", "role-two"];

test("content documents are judged as EPUBCheck judges them", () => {
  const text = readFileSync(new URL("verdicts.json", import.meta.url), "utf8");
  const verdicts = JSON.parse(text) as Record<string, readonly string[]>;
  assert.deepEqual(Object.keys(verdicts), Object.keys(SNIPPETS), "run record-verdicts.ts");
  const book = packSnippets();
  const told = inspectFile(book).diagnostics.filter(({ severity }) => severity === "error");
  const faults = [
    ...findModelFaults(book).filter(({ kind }) => kind !== "forbidden by HTML alone"),
    ...findBookFaults(book).filter(({ isError }) => isError),
  ];
  const wrong = new Set(
    [...told.map(({ place }) => place.file), ...faults.map(({ file }) => file)].map(
      (file) => /^B\/x-(.*)\.xhtml$/.exec(file)?.[1] ?? "",
    ),
  );
  const differing = Object.keys(SNIPPETS).filter(
    (name) => wrong.has(name) !== (verdicts[name] ?? []).length > 0,
  );
  assert.deepEqual(differing.sort(), [...DIFFERENT].sort());
});
