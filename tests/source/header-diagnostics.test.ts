import assert from "node:assert/strict";
import { test } from "node:test";
import { read, report } from "./files.ts";

/** Header lines, then what is reported of them (line 1 is `---`), then a part of the hint. */
const FAULTS: readonly [name: string, lines: string[], expected: string[], hint: string][] = [
  [
    "an unquoted colon",
    ["title: Phones: what they tell", "level: One"],
    [
      "2:14 HDR006 Unexpected colon in the value of `title`, expected a value between quotation marks",
    ],
    'Type:\ntitle: "Phones: what they tell"',
  ],
  [
    "an unquoted colon in a list, and a second one",
    ["activity:", "  - name: Maps: who sees them", "    url: /maps/", "breadcrumb: Maps: short"],
    [
      "3:15 HDR006 Unexpected colon in the value of `name`, expected a value between quotation marks",
      "5:17 HDR006 Unexpected colon in the value of `breadcrumb`, expected a value between quotation marks",
    ],
    '  - name: "Maps: who sees them"',
  ],
  [
    "an unquoted colon beside quotation marks",
    ['title: Say "no": a game'],
    [
      "2:16 HDR006 Unexpected colon in the value of `title`, expected a value between quotation marks",
    ],
    "title: 'Say \"no\": a game'",
  ],
  [
    "a quotation mark that is never closed",
    ['summary: "We look at maps', "level: One"],
    [
      '2:10 HDR007 Unexpected double quotation mark (") that is never closed, expected another at the end of the value',
    ],
    'summary: "We look at maps"',
  ],
  [
    "a quotation mark that is never closed, before curly ones inside",
    ['summary: "We say “maps.”', "level: One"],
    [
      '2:10 HDR007 Unexpected double quotation mark (") that is never closed, expected another at the end of the value',
    ],
    'summary: "We say “maps.”"',
  ],
  [
    "a value closed by another mark",
    ["breadcrumb: 'Maps\"", "weight: 1"],
    [
      "2:18 HDR007 Unexpected \" at the end of a value that begins with ', expected the same mark at both ends",
    ],
    'breadcrumb: "Maps"',
  ],
  [
    "a value closed by a curly mark",
    ['breadcrumb: "Maps”', "weight: 1"],
    [
      '2:18 HDR007 Unexpected ” at the end of a value that begins with ", expected the same mark at both ends',
    ],
    'breadcrumb: "Maps"',
  ],
  [
    "one mark too many",
    ['summary: "We look at maps.""'],
    ['2:28 HDR007 Unexpected extra quotation mark (") at the end of the value, expected one'],
    'summary: "We look at maps."',
  ],
  [
    "quotation marks inside quotation marks",
    ['title: "The "safe" house"', "level: One"],
    [
      '2:14 HDR007 Unexpected text after the closing quotation mark ("), expected the end of the line',
    ],
    "title: 'The \"safe\" house'",
  ],
  [
    "text without a key",
    ["summary: We look at maps.", "Then we draw one; everybody does.", "level: One"],
    [
      "3:1 HDR008 Unexpected text without a key `Then we draw one; everybody does.`, expected `key: value`",
    ],
    "join it to the end of line 2",
  ],
  [
    "text below a key without a value",
    ["notes for trainers:", "Bring paper", "level: One"],
    ["3:1 HDR008 Unexpected text without a key `Bring paper`, expected `key: value`"],
    'notes for trainers: "Bring paper"',
  ],
  [
    "no space behind the colon",
    ["title:Maps", "level: One"],
    ["2:1 HDR008 Unexpected `title:Maps`, expected a key, a colon and a space"],
    "Type:\ntitle: Maps",
  ],
  [
    "full-width colons",
    ["title：Maps", "level: One"],
    ["2:1 HDR008 Unexpected `title：Maps`, expected a key, a colon and a space"],
    "Type:\ntitle: Maps",
  ],
  [
    "nothing but keys without a space",
    ["title:Maps"],
    ["2:1 HDR008 Unexpected `title:Maps`, expected a key, a colon and a space"],
    "Type:\ntitle: Maps",
  ],
  [
    "a stray indent",
    ["title: Maps", "  author: Ana", "level: One"],
    ["3:1 HDR009 Unexpected indent of 2 spaces before `author`, expected none"],
    "Type:\nauthor: Ana",
  ],
  [
    "a url that does not stand under its name",
    ["input:", "  - name: Maps", "     url: /maps/"],
    ["4:6 HDR009 Unexpected indent of 5 spaces, expected 4 spaces"],
    "  - name: Maps\n    url: /maps/",
  ],
  [
    "a tab",
    ["input:", "\t- name: Maps", "\t  url: /maps/"],
    [
      "3:1 HDR010 Unexpected tab at the beginning of a line, expected spaces",
      "4:1 HDR010 Unexpected tab at the beginning of a line, expected spaces",
    ],
    "Type spaces instead:\n  - name: Maps",
  ],
  [
    "marks of a merge conflict",
    ["layout: page", "<<<<<<< HEAD", "title: Maps", "=======", "title: Charts", ">>>>>>> 1234abc"],
    ["3:1 HDR005 Unexpected mark of a merge conflict, expected lines that were merged"],
    "delete the other version",
  ],
  [
    "a value that begins with a star",
    ["title: *Maps* of the town"],
    [
      "2:8 HDR011 Unexpected `*` at the beginning of a value, expected a value between quotation marks",
    ],
    'title: "*Maps* of the town"',
  ],
  [
    "a value that begins with an exclamation mark, which would lose a word",
    ["title: !Warning about maps"],
    [
      "2:8 HDR011 Unexpected `!` at the beginning of a value, expected a value between quotation marks",
    ],
    'title: "!Warning about maps"',
  ],
  [
    "a value that begins with a bracket",
    ["title: [draft] Maps"],
    [
      "2:8 HDR011 Unexpected `[` at the beginning of a value, expected a value between quotation marks",
    ],
    'title: "[draft] Maps"',
  ],
  [
    "a list that is not closed",
    ["title: [oops", "level: One"],
    ["2:8 HDR014 Unexpected list begun with `[` that is not closed, expected `]` at its end"],
    'If it is text, type:\ntitle: "[oops"\n\nIf it is a list, close it:\ntitle: [oops]',
  ],
  [
    "a group that is not closed, before another mistake",
    ["parent: {oops", "level: a: b"],
    [
      "2:9 HDR014 Unexpected group begun with `{` that is not closed, expected `}` at its end",
      "3:9 HDR006 Unexpected colon in the value of `level`, expected a value between quotation marks",
    ],
    "parent: {oops}",
  ],
  [
    "a first key that is indented",
    ["  title: Maps", "level: One"],
    ["2:1 HDR009 Unexpected indent of 2 spaces before `title`, expected none"],
    "Type:\ntitle: Maps",
  ],
  [
    "a backslash between double quotes",
    ['title: "C:\\Maps"'],
    ["2:11 HDR012 Unexpected backslash between double quotes, expected two, or single quotes"],
    "Type single quotes: key: 'value'",
  ],
  [
    "a list where keys are expected",
    ["- title: Maps", "level: One"],
    ["3:1 HDR012 Unexpected text, expected `key: value`"],
    "",
  ],
  [
    "a value that begins with an at sign",
    ["author: @ana"],
    [
      "2:9 HDR011 Unexpected `@` at the beginning of a value, expected a value between quotation marks",
    ],
    'author: "@ana"',
  ],
  [
    "a fault behind texts of several lines that are right",
    ["summary: |", "  Bring: paper", "  'and pens", 'author: "Ana', '  and Bo"', "title: a: b"],
    [
      "7:9 HDR006 Unexpected colon in the value of `title`, expected a value between quotation marks",
    ],
    'title: "a: b"',
  ],
];

for (const [name, lines, expected, hint] of FAULTS) {
  test(`a header with ${name} is told by its cause`, () => {
    const text = ["---", ...lines, "---", "Text", ""].join("\n");
    const { value, diagnostics } = read({ "page.md": text });
    assert.deepEqual(value, []);
    assert.deepEqual(
      report(diagnostics).map((line) => line.replace("page.md:", "").replace("error ", "")),
      expected,
    );
    assert.ok(diagnostics[0]?.hint?.includes(hint), diagnostics[0]?.hint);
    assert.ok(diagnostics.every(({ severity }) => severity === "error"));
    // The same header with Windows line ends says the same.
    assert.deepEqual(read({ "page.md": text.replaceAll("\n", "\r\n") }).diagnostics, diagnostics);
  });
}

test("aliases that multiply and brackets without end are stopped", () => {
  const levels = Array.from(
    { length: 30 },
    (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`,
  );
  const bomb = ["---", "a0: &a0 [x, x]", ...levels, "---", ""].join("\n");
  assert.deepEqual(
    read({ "page.md": bomb }).diagnostics.map(({ code }) => code),
    ["HDR013"],
  );
  for (const bracket of ["[", "{a: ", "- "]) {
    const deep = `---\ntitle: ${bracket.repeat(20_000)}\n---\n`;
    const { value, diagnostics } = read({ "page.md": deep });
    assert.deepEqual(value, []);
    assert.ok(diagnostics.length > 0);
  }
  const long = `---\ntitle: ${"x".repeat(100_000)}\n---\n`;
  assert.deepEqual(
    read({ "page.md": long }).diagnostics.map(({ code }) => code),
    ["HDR013"],
  );
});

test("a header that is a list or a sentence is no header", () => {
  assert.match(
    report(read({ "page.md": "---\n- a\n- b\n---\n" }).diagnostics)[0] ?? "",
    /^page\.md:2:1 error HDR004 Unexpected list/,
  );
  assert.match(
    report(read({ "page.md": "---\nA sentence\n---\n" }).diagnostics)[0] ?? "",
    /^page\.md:2:1 error HDR004 Unexpected text/,
  );
});

test("a key below a dash without a key is told, not thrown", () => {
  const { value, diagnostics } = read({ "page.md": "---\n- - -\n    url: /a/\n---\nBody\n" });
  assert.deepEqual(value, []);
  assert.deepEqual(
    diagnostics.map(({ code, place }) => [code, place.line]),
    [["HDR012", 2]],
  );
});
