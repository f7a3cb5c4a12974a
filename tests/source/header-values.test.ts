import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageHeader } from "../../src/source/page.ts";
import { page, read, readOne, report } from "./files.ts";

function header(text: string): { header: PageHeader; report: string[] } {
  const found = readOne(page(text));
  return { header: found.page.header, report: found.report };
}

/** A value that is understood without a word. */
function silent(text: string): PageHeader {
  const found = header(text);
  assert.deepEqual(found.report, [], text);
  return found.header;
}

test("a module's header, every field in one meaning", () => {
  const found = silent(
    `
layout: module
title: "Locks and keys"
summary: How a lock works
author: Ana Lopes, Bo Chen and Cleo
date: 2015-05-00
activity:
  - name: "A box of keys"
    url: /locks/box/
input:
 - url: /locks/input/
   name: Input: inside a lock
platforms: Linux, Mac OS; Windows
level: Fundamental
prerequisites: none
permalink: /locks/
parent: Safer rooms; Doors, and windows
breadcrumb: Locks
weight: 3.10
`
      .replace("Input: inside", '"Input: inside')
      .replace("a lock\n", 'a lock"\n'),
  );
  assert.equal(found.kind, "module");
  assert.deepEqual(found.authors, ["Ana Lopes", "Bo Chen", "Cleo"]);
  assert.deepEqual(found.date, {
    value: { text: "2015-05-00", year: 2015, month: 5 },
    place: { file: "page.md", line: 6, column: 7, length: 10 },
  });
  assert.deepEqual(found.stages.activity, [
    {
      name: "A box of keys",
      url: "/locks/box/",
      place: { file: "page.md", line: 9, column: 10, length: 11 },
      written: { line: 8, texts: ['  - name: "A box of keys"', "    url: /locks/box/"] },
    },
  ]);
  assert.equal(found.stages.input[0]?.name, "inside a lock");
  assert.deepEqual(found.stages.synthesis, []);
  assert.deepEqual(found.platforms, ["Linux", "Mac OS", "Windows"]);
  assert.deepEqual(found.prerequisites, []);
  assert.deepEqual(found.parents, ["Safer rooms", "Doors, and windows"]);
  assert.deepEqual(found.permalink, {
    value: "/locks/",
    place: { file: "page.md", line: 16, column: 12, length: 7 },
  });
});

test("a session's header", () => {
  const found = silent(`
layout: content-page
title: "Activty & Discussion: A box of keys"
author:
adids: Activity and Discussion
duration: 30-60 minutes
platform: Linux
updated: 2016-03
redirect_from:
  - /old/box/
licence: CC BY 4.0
attribution: "Adapted from a game of Dee."
`);
  assert.equal(found.kind, "session");
  assert.equal(found.title, "A box of keys");
  assert.equal(found.stage, "activity");
  assert.deepEqual(found.authors, []);
  assert.deepEqual(found.platforms, ["Linux"]);
  assert.deepEqual(found.duration, { minMinutes: 30, maxMinutes: 60, open: false });
  assert.deepEqual(found.date?.value, { text: "2016-03", year: 2016, month: 3 });
  assert.deepEqual(found.redirectFrom, [
    { value: "/old/box/", place: { file: "page.md", line: 10, column: 5, length: 9 } },
  ]);
  assert.equal(found.licence, "CC BY 4.0");
  assert.deepEqual(found.attributions, ["Adapted from a game of Dee."]);
});

for (const [title, expected] of [
  ["Input: Maps", "Maps"],
  ["Deepening:Maps", "Maps"],
  ["Synthesis : Maps", "Maps"],
  ["Activity & Discussion: Maps", "Maps"],
  ["Activty & Discussion: Maps", "Maps"],
  ["Activity and Discussion: Maps", "Maps"],
  ["AD: Maps", "Maps"],
  ["Actividad y discusión: Mapas", "Mapas"],
  ["Profundización: Mapas", "Mapas"],
  ["Activité et discussion : Cartes", "Cartes"],
  ["Synthèse : Cartes", "Cartes"],
  ["المدخلات: الخرائط", "الخرائط"],
  ["نشاط ومناقشة: الخرائط", "الخرائط"],
  ["جمع‌بندی: نقشه", "نقشه"],
  ["Maps: who sees them", "Maps: who sees them"],
  ["Synthesis", "Synthesis"],
  ["Input devices: a tour", "Input devices: a tour"],
] as const) {
  test(`a session called \`${title}\` is printed as \`${expected}\``, () => {
    assert.equal(silent(`title: "${title}"\nadids: Input`).title, expected);
  });
}

test("a module keeps the beginning of its title", () => {
  assert.equal(silent('layout: module\ntitle: "Input: a module"').title, "Input: a module");
});

for (const [adids, stage] of [
  ["Activity and Discussion", "activity"],
  ["activity", "activity"],
  ["Activity/Discussion", "activity"],
  ["Inputs", "input"],
  ["DEEPENING", "deepening"],
  ["Synthesis", "synthesis"],
  ["Actividad", "activity"],
  ["approfondissement", "deepening"],
  ["المدخلات", "input"],
  ["تعمیق", "deepening"],
] as const) {
  test(`adids: ${adids} is ${stage}`, () => {
    assert.equal(silent(`title: a\nadids: ${adids}`).stage, stage);
  });
}

test("empty, null and none are nothing, in silence", () => {
  const found = silent(
    "title: a\nauthor: null\nplatforms: ~\nlevel: None\nprerequisites: N/A\nsummary:\ndate:\nduration:\npermalink:\nlicence: none\nadids:",
  );
  assert.deepEqual(
    [
      found.authors,
      found.platforms,
      found.level,
      found.prerequisites,
      found.summary,
      found.date,
      found.duration,
      found.permalink,
      found.licence,
      found.kind,
    ],
    [[], [], "", [], "", undefined, undefined, undefined, "", "page"],
  );
});

for (const [written, expected] of [
  ["Ana, Bo & Cleo", ["Ana", "Bo", "Cleo"]],
  ["Ana; Bo, Ana", ["Ana", "Bo"]],
  ["Ana, Bo, and Cleo", ["Ana", "Bo", "Cleo"]],
  ["[Ana, Bo and Cleo]", ["Ana", "Bo", "Cleo"]],
  ["\n  - Ana\n  - name: Bo", ["Ana", "Bo"]],
  ["ليلى، سامي", ["ليلى", "سامي"]],
  ["Alexander Anderson, Sandy", ["Alexander Anderson", "Sandy"]],
  ["Dee Poe, Jr., Ana", ["Dee Poe, Jr.", "Ana"]],
  ["None", []],
] as const) {
  test(`author: ${JSON.stringify(written)} is ${expected.length} people`, () => {
    assert.deepEqual(silent(`title: a\nauthor: ${written}`).authors, expected);
  });
}

test("prerequisites are parted by semicolons, by commas only when they are short", () => {
  assert.deepEqual(silent("title: a\nprerequisites: Locks, Maps").prerequisites, ["Locks", "Maps"]);
  const sentence = "Participants have tried a map before, and they can read one.";
  assert.deepEqual(silent(`title: a\nprerequisites: ${sentence}`).prerequisites, [sentence]);
  assert.deepEqual(silent("title: a\nprerequisites: [You, Me]").prerequisites, ["You", "Me"]);
});

test("a stage list that stands twice is one list, and both lines are named", () => {
  const { header: found, report: problems } = header(
    "layout: module\ntitle: a\nactivity:\n - name: A\n   url: /a/\nactivity:\n - name: B\n   url: /b/\ninput:\n - name: C\n   url: /c/\nactivity:\n  - name: D\n    url: /d/",
  );
  assert.deepEqual(
    found.stages.activity.map(({ name }) => name),
    ["A", "B", "D"],
  );
  assert.deepEqual(problems, [
    "page.md:7:1 warning HDR020 Unexpected second `activity:`, expected each key once",
    "page.md:13:1 warning HDR020 Unexpected second `activity:`, expected each key once",
  ]);
  const { diagnostics } = read({
    "page.md": page("layout: module\ntitle: a\nactivity:\n - url: /a/\nactivity:\n   - url: /b/"),
  });
  assert.deepEqual(diagnostics[0]?.related, [
    {
      place: { file: "page.md", line: 4, column: 1, length: 8 },
      message: "the earlier `activity:`",
    },
  ]);
  assert.match(
    diagnostics[0]?.hint ?? "",
    /Delete line 6, .* line 4, and put their dashes under each other/,
  );
});

test("of two other values the last one counts, unless it is empty", () => {
  const two = header("title: a\nparent: One\nparent: Two");
  assert.deepEqual(two.header.parents, ["Two"]);
  assert.deepEqual(two.report, [
    "page.md:4:1 warning HDR020 Unexpected second `parent:`, expected each key once",
  ]);
  assert.deepEqual(header("title: a\nparent: One\nparent:").header.parents, ["One"]);
  const { diagnostics } = read({ "page.md": page("title: a\nparent: One\nparent: One") });
  assert.equal(diagnostics[0]?.hint, "It says the same as line 3. Delete line 4.");
});

test("a forgotten dash between two sessions loses none of them", () => {
  const { header: found, report: problems } = header(
    "layout: module\ntitle: a\ninput:\n  - name: A\n    url: /a/\n    name: B\n    url: /b/",
  );
  assert.deepEqual(
    found.stages.input.map(({ name, url }) => [name, url]),
    [
      ["A", "/a/"],
      ["B", "/b/"],
    ],
  );
  assert.deepEqual(problems, [
    "page.md:7:5 warning HDR030 Unexpected second `name` in one session, expected a dash before it",
  ]);
});

test("items without name and url are skipped, with one of both they are kept", () => {
  const found = silent(
    "layout: module\ntitle: a\ninput:\n - name:\n   url:\n - name: A\n   url:\n - name:\n   url: /b/\n - name: null\n   url: ~",
  );
  assert.deepEqual(
    found.stages.input.map(({ name, url, place }) => [name, url, place.line]),
    [
      ["A", "", 7],
      ["", "/b/", 10],
    ],
  );
});

for (const [text, expected] of [
  ["title: [a, b]", "2:8 error HDR021 Unexpected list in `title:`, expected one line of text"],
  [
    "title:\n  a: b",
    "3:3 error HDR021 Unexpected group of keys in `title:`, expected one line of text",
  ],
  [
    "layout: module\nactivity: /a/",
    "3:11 error HDR021 Unexpected text in `activity:`, expected a list of sessions, each with `name` and `url`",
  ],
  [
    "layout: module\nactivity:\n  name: A\n  url: /a/",
    "4:3 error HDR021 Unexpected group of keys in `activity:`, expected a list of sessions, each with `name` and `url`",
  ],
  [
    "layout: module\ninput:\n  - /a/",
    "4:5 error HDR021 Unexpected text in `input:`, expected a session with `name` and `url`",
  ],
  [
    "layout: module\ninput:\n  - name: [A]\n    url: /a/",
    "4:11 error HDR021 Unexpected list in `input:`, expected one line of text",
  ],
  [
    "duration:\n  - 5\n  - 6",
    "3:3 error HDR021 Unexpected list in `duration:`, expected a time such as 30-45 minutes",
  ],
] as const) {
  test(`a wrong type: ${JSON.stringify(text)}`, () => {
    const { value, diagnostics } = read({ "page.md": page(text) });
    assert.deepEqual(value, []);
    assert.deepEqual(
      report(diagnostics).map((line) => line.replace("page.md:", "")),
      [expected],
    );
  });
}

for (const [text, expected] of [
  [
    "title: a\ndate: 99/99/9999",
    "3:7 warning HDR022 Unexpected date `99/99/9999`, expected year, month and day",
  ],
  [
    "title: a\ndate: 03/04/2016",
    "3:7 warning HDR022 Unexpected date `03/04/2016`, expected year, month and day",
  ],
  [
    "title: a\nduration: as long as it takes",
    "3:11 warning HDR023 Unexpected duration `as long as it takes`, expected a time such as `30-45 minutes`",
  ],
  [
    "title: a\nadids: Warm-up",
    "3:8 warning HDR024 Unexpected stage `Warm-up`, expected Activity and Discussion, Input, Deepening or Synthesis",
  ],
  ["العنوان: خرائط", "2:1 warning HDR025 Unexpected key `العنوان`, expected `title`"],
  ["título: Mapas", "2:1 warning HDR025 Unexpected key `título`, expected `title`"],
  ["title: a\nauteur: Ana", "3:1 warning HDR025 Unexpected key `auteur`, expected `author`"],
  [
    "title: a\nplatfroms: Linux",
    "3:1 warning HDR026 Unexpected key `platfroms`, expected `platforms`",
  ],
  [
    "adids: Input\ntitle:",
    "3:1 warning HDR027 Unexpected empty title, expected the title that is printed above the page",
  ],
  [
    "layout: module",
    "1:1 warning HDR027 Unexpected empty title, expected the title that is printed above the page",
  ],
  [
    "layout: page\ntitle: a\ninput:\n - url: /a/",
    "2:9 warning HDR028 Unexpected layout `page` for a page that lists sessions, expected `module`",
  ],
  [
    "title: a\ninput:\n - url: /a/",
    "3:1 warning HDR028 Unexpected list of sessions in a page without a layout, expected `layout: module`",
  ],
  [
    "title: a\nlanguage: Arabic",
    "3:11 warning HDR029 Unexpected language `Arabic`, expected a language tag",
  ],
  [
    "title: a\u202Eb",
    "2:8 warning HDR033 Unexpected invisible sign U+202E in `title:`, expected letters alone",
  ],
  [
    'title: a\nsummary: "well\u200B\u200C\u200C\u200B"',
    "3:10 warning HDR034 Unexpected invisible sign U+200B in `summary:`, expected letters alone",
  ],
] as const) {
  test(`a thing to mend: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      header(text).report.map((line) => line.replace("page.md:", "")),
      [expected],
    );
  });
}

test("a comment behind a value, as programs have it, is silent", () => {
  assert.equal(
    silent('title: Locks # the short one\nbreadcrumb: "#1"\nsummary: C#').title,
    "Locks",
  );
});

test("translated keys are read, in a module's items too", () => {
  const { header: found } = header(
    "layout: module\nالعنوان: أقفال\nالنشاط:\n  - الاسم: صندوق\n    الرابط: /ar/box/",
  );
  assert.equal(found.title, "أقفال");
  assert.deepEqual(
    found.stages.activity.map(({ name, url }) => [name, url]),
    [["صندوق", "/ar/box/"]],
  );
});

test("keys that mean something to objects mean nothing here", () => {
  const found = silent(
    "title: a\n__proto__:\n  title: b\n  kind: module\nconstructor: c\nprototype: d\ntoString: e\nhasOwnProperty: f",
  );
  assert.equal(found.title, "a");
  assert.equal(found.kind, "page");
  assert.equal(({} as { kind?: string }).kind, undefined);
});

test("keys in capitals and keys of other programs are silent; soft hyphens go", () => {
  assert.equal(
    silent("Title: a\u00adb\u00a0c\nimage: x.png\nweight: 1\ntags: [a, b]").title,
    "ab c",
  );
});

test("signs that can number a copy are left out of values", () => {
  const { header: found } = header('title: "a\u200B\u200C\u200C\u200Bb"\nauthor: A\u{E0061}na');
  assert.equal(found.title, "ab");
  assert.deepEqual(found.authors, ["Ana"]);
});

test("characters that no book can hold are taken out of values, however they were written", () => {
  const { page } = readOne('---\ntitle: "A\\u0001\\uFFFEB\\e[31m"\nauthor: "C\\tD"\n---\ntext\n');
  assert.equal(page?.header.title, "AB[31m");
  assert.match(page?.header.authors[0] ?? "", /^C\sD$/);
});

test("a title that is taken for a comment is told as that, and as nothing else", () => {
  const { report: told } = readOne(page("title: #1 rule of locks\nadids: Input\ncolour: #fff"));
  assert.deepEqual(told, [
    "page.md:2:8 warning HDR031 Unexpected `#1 rule of locks` in place of a value, expected a value between quotation marks",
  ]);
});
