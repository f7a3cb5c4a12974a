import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfiguration } from "../../src/source/configuration.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";
import { report } from "./files.ts";

function configure(text: string): ReturnType<typeof readConfiguration> {
  return readConfiguration({ path: "handpress.yaml", bytes: new TextEncoder().encode(text) });
}

const NOTHING = {
  title: "",
  publisher: "",
  version: "",
  assets: [],
  site: [],
  renamed: [],
  vocabulary: [],
  limits: DEFAULT_LIMITS,
};

test("without a file, or with an empty one, everything has its default", () => {
  for (const outcome of [
    readConfiguration(undefined),
    configure(""),
    configure("# nothing yet\n"),
    configure("title:\n"),
  ]) {
    assert.deepEqual(outcome, { value: NOTHING, diagnostics: [] });
  }
});

test("a whole configuration", () => {
  const { value, diagnostics } = configure(`
title: Safer rooms
publisher: Lock School
version: 2.1
licence:
  name: CC BY-SA 4.0
  url: https://creativecommons.org/licenses/by-sa/4.0/
language: pt_br
theme: themes/ours
paper: 170 x 240 mm
sides: two
greyscale: true
formats: [epub, pdf, epub]
fonts: always
output: ./books/
assets: [static, media/]
site: https://example.org/school
renamed:
  /old/: /new/
vocabulary:
  pt_BR:
    trainers: [oficineira, oficineiro]
    notes: recado
limits:
  page-size: 500 kB
  image-megapixels: 20
  book-seconds: 60
`);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(value, {
    title: "Safer rooms",
    publisher: "Lock School",
    version: "2.1",
    licence: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
    licencePlace: { file: "handpress.yaml", line: 7, column: 8, length: 47 },
    language: "pt-BR",
    languagePlace: { file: "handpress.yaml", line: 8, column: 11, length: 5 },
    theme: "themes/ours",
    themePlace: { file: "handpress.yaml", line: 9, column: 8, length: 11 },
    paper: "170 x 240 mm",
    sides: "two",
    greyscale: true,
    formats: ["epub", "pdf"],
    fonts: "always",
    output: "books",
    assets: ["static", "media"],
    site: ["https://example.org/school"],
    renamed: [
      {
        from: "/old/",
        to: "/new/",
        place: { file: "handpress.yaml", line: 19, column: 3, length: 5 },
      },
    ],
    vocabulary: [
      { language: "pt-BR", words: { trainers: ["oficineira", "oficineiro"], notes: ["recado"] } },
    ],
    limits: {
      pageBytes: 500_000,
      pageParts: 200_000,
      headerBytes: 100_000,
      nesting: 40,
      imageBytes: 50_000_000,
      imagePixels: 20_000_000,
      bookPages: 2000,
      bookSeconds: 60,
    },
  });
});

test("sides are counted in words or numbers", () => {
  for (const [written, sides] of [
    ["one", "one"],
    ["1", "one"],
    ["2", "two"],
    ["two", "two"],
    ['"2"', "two"],
  ]) {
    assert.equal(configure(`sides: ${written}`).value.sides, sides, written);
  }
});

test("short forms: a licence by name, one format; values stay text", () => {
  const { value } = configure("title: 1.10\nlicence: CC0\nformats: pdf\n");
  assert.deepEqual(
    [value.title, value.licence, value.formats],
    ["1.10", { name: "CC0", url: "" }, ["pdf"]],
  );
});

for (const [text, expected, hint] of [
  [
    "titel: a",
    "1:1 error CFG002 Unexpected key `titel`, expected one of title, publisher, version, brand, licence, language, theme, paper, sides, greyscale, formats, fonts, links, names, maxSize, editions, output, cache, assets, site, renamed, vocabulary, translations, limits",
    "Did you mean title:?",
  ],
  [
    "license: CC0",
    "1:1 error CFG002 Unexpected key `license`, expected one of title, publisher, version, brand, licence, language, theme, paper, sides, greyscale, formats, fonts, links, names, maxSize, editions, output, cache, assets, site, renamed, vocabulary, translations, limits",
    "Did you mean licence:?",
  ],
  [
    "__proto__: x",
    "1:1 error CFG002 Unexpected key `__proto__`, expected one of title, publisher, version, brand, licence, language, theme, paper, sides, greyscale, formats, fonts, links, names, maxSize, editions, output, cache, assets, site, renamed, vocabulary, translations, limits",
    "Delete the line.",
  ],
  [
    "booklet: true",
    "1:1 error CFG002 Unexpected key `booklet`, expected one of title, publisher, version, brand, licence, language, theme, paper, sides, greyscale, formats, fonts, links, names, maxSize, editions, output, cache, assets, site, renamed, vocabulary, translations, limits",
    "Delete the line: it is said for each build, with `--booklet`.",
  ],
  [
    "language: Arabic",
    "1:11 error CFG003 Unexpected `Arabic` in `language:`, expected a language tag such as en, ar or pt-BR",
    "BCP 47",
  ],
  [
    "sides: both",
    "1:8 error CFG003 Unexpected `both` in `sides:`, expected one or two",
    "How many",
  ],
  [
    "greyscale: maybe",
    "1:12 error CFG003 Unexpected `maybe` in `greyscale:`, expected true or false",
    "without any colour",
  ],
  [
    "paper: huge",
    "1:8 error CFG003 Unexpected `huge` in `paper:`, expected a4, letter, a5, a6, legal, or width x height in millimetres such as 170x240",
    "",
  ],
  [
    "fonts: sometimes",
    "1:8 error CFG003 Unexpected `sometimes` in `fonts:`, expected auto, always or never",
    "Whether EPUB books bring fonts along",
  ],
  [
    "formats: [pdf, docx]",
    "1:16 error CFG003 Unexpected `docx` in `formats:`, expected pdf or epub",
    "",
  ],
  [
    "formats: []",
    "1:10 error CFG003 Unexpected list in `formats:`, expected pdf, epub, or a list of both",
    "",
  ],
  [
    "editions: [trainer, teacher]",
    "1:21 error CFG003 Unexpected `teacher` in `editions:`, expected trainer or participant",
    "",
  ],
  [
    "editions: teacher",
    "1:11 error CFG003 Unexpected `teacher` in `editions:`, expected trainer, participant, all, or a list: [trainer, participant]",
    "",
  ],
  [
    'licence: { name: X, url: "javascript:1" }',
    "1:26 error CFG003 Unexpected `javascript:1` in `licence:`, expected an address that begins with https://",
    "",
  ],
  [
    "limits:\n  page-sise: 3MB",
    "2:3 error CFG003 Unexpected line `page-sise:` in `limits:`, expected one of page-size, header-size, nesting, page-parts, image-size, image-megapixels, book-pages, book-seconds",
    "Did you mean page-size:?",
  ],
  [
    "limits: { page-size: 1GB }",
    "1:22 error CFG003 Unexpected `1GB` in `limits:`, expected a size from 1kB to 2MB",
    "Content can only lower its limits.",
  ],
  [
    "limits: { book-pages: 5 }",
    "1:23 error CFG003 Unexpected `5` in `limits:`, expected a whole number from 10 to 2000",
    "--limit page-size=5MB",
  ],
  [
    "limits: { book-pages: 12.5 }",
    "1:23 error CFG003 Unexpected `12.5` in `limits:`, expected a whole number from 10 to 2000",
    "",
  ],
  [
    "limits: none",
    "1:9 error CFG003 Unexpected `none` in `limits:`, expected lines such as `page-size: 2MB`",
    "",
  ],
  [
    "output: ../../home",
    "1:9 error CFG003 Unexpected `../../home` in `output:`, expected a path inside the curriculum",
    "",
  ],
  [
    "output: /etc",
    "1:9 error CFG003 Unexpected `/etc` in `output:`, expected a path inside the curriculum",
    "",
  ],
  [
    "theme: a/../../b",
    "1:8 error CFG003 Unexpected `a/../../b` in `theme:`, expected a path inside the curriculum",
    "",
  ],
  [
    "output: 'C:\\books'",
    "1:9 error CFG003 Unexpected `C:\\books` in `output:`, expected a path inside the curriculum",
    "",
  ],
  [
    "title: a: b",
    "1:9 error CFG001 Unexpected colon in the value of `title`, expected a value between quotation marks",
    'title: "a: b"',
  ],
  [
    "vocabulary:\n  de:\n    note: a",
    "3:5 error CFG003 Unexpected line `note:` in `vocabulary:`, expected one of trainers, leaders, notes, for, joins, endings, participants, everybody, steps, ordinals, materials, needs, activity, input, deepening, synthesis",
    "Did you mean notes:?",
  ],
  [
    "vocabulary:\n  de:",
    "2:3 error CFG003 Unexpected line `de:` without words in `vocabulary:`, expected some",
    "Type for example:\ntrainers: [trainer, facilitator]\nnotes: [note, tip]",
  ],
  ["- a", "1:1 error CFG001 Unexpected list, expected lines of the form `key: value`", ""],
] as const) {
  test(`the configuration ${JSON.stringify(text)} is refused with its reason`, () => {
    const { value, diagnostics } = configure(`${text}\n`);
    assert.deepEqual(
      report(diagnostics).map((line) => line.replace("handpress.yaml:", "")),
      [expected],
    );
    assert.ok(diagnostics[0]?.hint?.includes(hint), diagnostics[0]?.hint);
    if (!text.startsWith("title:")) assert.deepEqual(value, NOTHING);
  });
}

test("a wrong value leaves the others their meaning", () => {
  const { value, diagnostics } = configure("title: Safer rooms\npaper: huge\nlanguage: ar\n");
  assert.equal(diagnostics.length, 1);
  assert.deepEqual([value.title, value.language, value.paper], ["Safer rooms", "ar", undefined]);
});

test("a brand, with the places of what may be wrong with it", () => {
  const text = [
    "brand:",
    "  name: Lock School",
    "  logo: ./art/logo.svg",
    "  colours:",
    '    accent: "#00596B"',
    "  contact: |",
    "    12 Canal Road",
    "",
    "    post@example.org",
    "",
  ].join("\n");
  const { value, diagnostics } = configure(text);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(value.brand, {
    name: "Lock School",
    contact: ["12 Canal Road", "post@example.org"],
    logo: {
      path: "art/logo.svg",
      place: { file: "handpress.yaml", line: 3, column: 9, length: 14 },
    },
    colours: {
      accent: {
        colour: "#00596b",
        place: { file: "handpress.yaml", line: 5, column: 13, length: 9 },
      },
    },
  });
});

for (const [text, expected] of [
  ["brand: Lock School", "1:8 Unexpected `Lock School` in `brand:`, expected lines such as"],
  [
    "brand:\n  logo: ../../secret.png",
    "2:9 Unexpected `../../secret.png` in `brand:`, expected a path",
  ],
  ["brand:\n  logo: https://example.org/a.png", ""],
  [
    "brand:\n  colours:\n    accent: #00596b",
    "3:5 Unexpected value of `accent:` in `brand:`, expected a colour between quotation marks",
  ],
  [
    'brand:\n  colours:\n    accent: "red;}"',
    "3:13 Unexpected `red;}` in `brand:`, expected a colour",
  ],
  [
    'brand:\n  colours:\n    acent: "#00596b"',
    "3:5 Unexpected line `acent:` in `brand:`, expected one of accent, ink, paper",
  ],
  [
    "brand:\n  motto: x",
    "2:3 Unexpected line `motto:` in `brand:`, expected one of name, logo, colours, contact",
  ],
] as const) {
  test(`the brand ${JSON.stringify(text)} is ${expected === "" ? "read" : "refused at its line"}`, () => {
    const { value, diagnostics } = configure(text);
    const [found] = diagnostics;
    if (expected === "") return assert.deepEqual(diagnostics, []);
    assert.equal(value.brand, undefined);
    assert.equal(found?.code, "CFG003");
    const { line, column } = found.place;
    assert.ok(
      `${line}:${column} ${found.message}`.startsWith(expected),
      `${line}:${column} ${found.message}`,
    );
  });
}

/** Lines of `handpress.yaml`, then what is told of them, then a part of the hint. */
const UNPARSED: readonly (readonly [string, readonly string[], string])[] = [
  [
    "title: [oops\nlanguage: en",
    ["1:8 Unexpected list begun with `[` that is not closed, expected `]` at its end"],
    'title: "[oops"',
  ],
  [
    'title: "Safer\nlanguage: en\npublisher: B',
    [
      '1:8 Unexpected double quotation mark (") that is never closed, expected another at the end of the value',
    ],
    'title: "Safer"',
  ],
  [
    "brand:\n\tname: A",
    ["2:1 Unexpected tab at the beginning of a line, expected spaces"],
    "Type spaces instead",
  ],
  [
    "  title: A\nlanguage: en",
    ["1:1 Unexpected indent of 2 spaces before `title`, expected none"],
    "Type:\ntitle: A",
  ],
  [
    "title: A\n publisher: B",
    ["2:1 Unexpected indent of 1 space before `publisher`, expected none"],
    "Type:\npublisher: B",
  ],
  ["title: A\ntitle: B", ["2:1 Unexpected second `title:`, expected each key once"], "Delete one"],
  [
    "title: @A",
    ["1:8 Unexpected `@` at the beginning of a value, expected a value between quotation marks"],
    'title: "@A"',
  ],
  [
    "title: 'it's here'",
    ["1:12 Unexpected text after the closing quotation mark ('), expected the end of the line"],
    `title: "it's here"`,
  ],
  [
    "title: A\nSome words\nlanguage: en",
    ["2:1 Unexpected text without a key `Some words`, expected `key: value`"],
    "If not, delete it.",
  ],
  ["formats: [pdf, epub]]", ["1:21 Unexpected text, expected `key: value`"], "double quotes"],
];

for (const [text, expected, hint] of UNPARSED) {
  test(`the mistake in ${JSON.stringify(text)} is told where it is, in plain words`, () => {
    const { diagnostics } = configure(`${text}\n`);
    assert.deepEqual(
      report(diagnostics).map((line) =>
        line.replace("handpress.yaml:", "").replace("error CFG001 ", ""),
      ),
      expected,
    );
    assert.ok(diagnostics[0]?.hint?.includes(hint), diagnostics[0]?.hint);
  });
}

test("a wrong line of brand, colours, licence or limits is answered with the right one", () => {
  for (const [text, hint] of [
    ['brand:\n  colors:\n    accent: "#00596b"', "Did you mean colours:?"],
    ['brand:\n  colours:\n    acent: "#00596b"', "Did you mean accent:?"],
    ['brand:\n  colours:\n    background: "#00596b"', "Did you mean paper:?"],
    ["brand:\n  motto-of-ours: x", "Delete the line."],
    ["brand:\n  title: A", "Did you mean name:?"],
    ["licence:\n  name: A\n  link: https://example.org/", "Did you mean url:?"],
    [
      "limits:\n  pagesize: 2MB",
      "Did you mean page-size:? Content can only lower its limits. Whoever builds can raise one on the command line: --limit page-size=5MB",
    ],
  ] as const) {
    const { diagnostics } = configure(`${text}\n`);
    assert.deepEqual(
      diagnostics.map((one) => [one.code, one.hint]),
      [["CFG003", hint]],
      text,
    );
  }
});

test("a number sign that begins a comment is told with the line to type, in whole values and in cut ones", () => {
  const typed = (yaml: string) => {
    return configure(yaml).diagnostics.map(({ code, severity, place, hint }) => [
      `${severity} ${code} ${place.line}:${place.column}`,
      hint?.split("\n").at(-1),
    ]);
  };
  assert.deepEqual(typed("brand:\n  name: Lock School\n  colours:\n    accent: #00596b\n"), [
    ["error CFG003 4:5", '    accent: "#00596b"'],
  ]);
  assert.deepEqual(typed("brand:\n  name: #Fff\n"), [["error CFG003 2:3", '  name: "#Fff"']]);
  assert.deepEqual(typed("title: #1 in locks\npublisher: School #4\n"), [
    ["warning CFG003 1:8", 'title: "#1 in locks"'],
    ["warning CFG003 2:19", 'publisher: "School #4"'],
  ]);
  const comments = "brand: #ours\n  name: X # short\ntheme: # none yet\npaper: A4 #or A5\n";
  assert.deepEqual(typed(comments), []);
});

test("remarks in what books print are none of its words", () => {
  const { value } = configure(
    'title: "Rooms <!-- ask Bo -->"\npublisher: "%%Bo%% School"\nbrand:\n  name: "Keys {# Bo #}"\n  contact: ["a@b.org <!-- Bo -->"]\n',
  );
  assert.equal(value.title, "Rooms");
  assert.equal(value.publisher, "School");
  assert.doesNotMatch(JSON.stringify(value), /Bo/);
});

test("content lowers its limits, and raises none: what it asks for is told with what to type", () => {
  const yaml = `limits:
  page-size: 20 MB
  header-size: 100kB
  nesting: 20
  page-parts: "5000000"
  image-megapixels: 51
`;
  const { value, diagnostics } = configure(yaml);
  assert.deepEqual(value.limits, { ...DEFAULT_LIMITS, nesting: 20 });
  assert.deepEqual(
    diagnostics.map(({ code, severity, place, message, hint }) => [
      `${place.line}:${place.column} ${severity} ${code} ${message}`,
      hint?.split(": ").at(-1),
    ]),
    [
      [
        "2:14 warning CFG005 Unexpected `20 MB` for `page-size:`, expected at most 2MB: content cannot raise its own limits",
        "--limit page-size=20MB",
      ],
      [
        "5:15 warning CFG005 Unexpected `5000000` for `page-parts:`, expected at most 200000: content cannot raise its own limits",
        "--limit page-parts=5000000",
      ],
      [
        "6:21 warning CFG005 Unexpected `51` for `image-megapixels:`, expected at most 50: content cannot raise its own limits",
        "--limit image-megapixels=51",
      ],
    ],
  );
  const set = { "page-size": 20_000_000, "page-parts": 300_000, nesting: 50 };
  const raised = readConfiguration(
    { path: "handpress.yaml", bytes: new TextEncoder().encode(yaml) },
    set,
  );
  const { pageBytes, pageParts, nesting, imagePixels } = raised.value.limits;
  assert.deepEqual([pageBytes, pageParts, nesting, imagePixels], [20e6, 300_000, 50, 50e6]);
  assert.deepEqual(
    raised.diagnostics.map(({ message }) => /expected at most \w+/.exec(message)?.[0]),
    ["expected at most 300000", "expected at most 50"],
  );
});
