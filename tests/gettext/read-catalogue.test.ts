import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { decodeCatalogue } from "../../src/gettext/decode-catalogue.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";
import { writeCatalogue } from "../../src/gettext/write-catalogue.ts";
import { HEADER, parse, RECORDED } from "./catalogues.ts";

const KEY = 'msgid "Keep a key."\nmsgstr "Garde une clé."\n';
/** Where the first line of the entries stands. */
const FIRST = HEADER.split("\n").length + 1;

const show = ({ code, place, message }: Diagnostic) =>
  `${(place.line ?? 0) - FIRST + 1}:${place.column ?? ""} ${code} ${message}`;

function tell(entries: string): readonly string[] {
  return readCatalogue(`${HEADER}\n${entries}`, "fr.po").diagnostics.map(show);
}

for (const { name, typed, written } of RECORDED) {
  test(`${name}: what is read is written as msgcat writes it`, () => {
    const { value, diagnostics } = readCatalogue(typed, "fr.po");
    assert.deepEqual(diagnostics, []);
    assert.equal(writeCatalogue(value), written);
    assert.equal(writeCatalogue(readCatalogue(written, "fr.po").value), written);
  });
}

test("an entry has all that stands in it, and its line", () => {
  const { header, entries } = parse(
    `# from us\n#. for them\n#: a.md b.md:2\n#, fuzzy, md-text\n#| msgctxt "old"\n#| msgid "Keep it."\nmsgctxt "new"\n${KEY}`,
  );
  assert.equal(header?.line, 1);
  assert.deepEqual(entries, [
    {
      translatorComments: ["from us"],
      extractedComments: ["for them"],
      references: ["a.md", "b.md:2"],
      flags: ["fuzzy", "md-text"],
      previousContext: "old",
      previousId: "Keep it.",
      context: "new",
      id: "Keep a key.",
      strings: ["Garde une clé."],
      isObsolete: false,
      line: FIRST + 7,
    },
  ]);
});

test("flags that gettext does not know stay, behind those that it knows", () => {
  const catalogue = parse(`#, md-text, no-wrap\n#, fuzzy\n${KEY}`);
  assert.match(writeCatalogue(catalogue), /^#, fuzzy, no-wrap, md-text$/m);
});

const WRONG: readonly (readonly [string, string, string, boolean?])[] = [
  [
    "a string that does not end",
    'msgid "Keep\nmsgstr "x"\n',
    '1:7 CAT005 Unexpected end of the line, expected `"` behind the string',
  ],
  [
    "a quote behind a backslash",
    'msgid "Keep\\"\nmsgstr "x"\n',
    '1:7 CAT005 Unexpected end of the line, expected `"` behind the string',
  ],
  [
    "an escape that is none",
    'msgid "a"\nmsgstr "b\\q"\n',
    "2:10 CAT005 Unexpected `\\q` in a string, expected an escape that there is",
  ],
  [
    "bytes that are no UTF-8",
    'msgid "a"\nmsgstr "\\303x"\n',
    "2:9 CAT005 Unexpected `\\303` in a string, expected an escape that there is",
  ],
  [
    "the byte 0",
    'msgid "a"\nmsgstr "b\\0"\n',
    "2:10 CAT005 Unexpected `\\0` in a string, expected an escape that there is",
  ],
  [
    "a word that is no keyword",
    'msgid "a"\nmsgstring "b"\n',
    "2:1 CAT005 Unexpected `msgstring`, expected a keyword or a string in quotes",
  ],
  [
    "a sign that is none",
    'msgid "a"\nmsgstr “b”\n',
    "2:8 CAT005 Unexpected `“`, expected a keyword or a string in quotes",
  ],
  [
    "a keyword without a string",
    'msgid\nmsgstr "b"\n',
    "2:1 CAT005 Unexpected `msgstr`, expected a string in quotes",
  ],
  [
    "msgstr without a string",
    `msgid "a"\nmsgstr\n\n${KEY}`,
    "1:1 CAT005 Unexpected `msgstr`, expected a string in quotes behind it",
  ],
  [
    "no msgstr",
    `msgid "a"\n\n${KEY}`,
    "1:1 CAT006 Unexpected entry without `msgstr`, expected `msgid` and `msgstr`",
  ],
  [
    "no msgstr at the end",
    'msgctxt "a"\nmsgid "a"\n',
    "2:1 CAT006 Unexpected entry without `msgstr`, expected `msgid` and `msgstr`",
  ],
  [
    "a comment within an entry",
    'msgid "a"\n# why\nmsgstr "b"\n',
    "2:1 CAT006 Unexpected entry without `msgstr`, expected `msgid` and `msgstr`",
  ],
  [
    "no msgid",
    'msgstr "a"\n',
    "1:1 CAT006 Unexpected entry without `msgid`, expected `msgid` and `msgstr`",
  ],
  [
    "two msgstr",
    'msgid "a"\nmsgstr "b"\nmsgstr "c"\n',
    "3:1 CAT006 Unexpected entry without `msgid`, expected `msgid` and `msgstr`",
  ],
  [
    "a plural without its forms",
    'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n',
    "3:1 CAT006 Unexpected `msgstr` of an entry with a plural, expected `msgstr[0]`",
  ],
  [
    "forms without a plural",
    'msgid "a"\nmsgstr[0] "c"\n',
    "2:1 CAT006 Unexpected `msgstr[0]` of an entry without a plural, expected `msgstr`",
  ],
  [
    "a form that is left out",
    'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "c"\n',
    "4:1 CAT006 Unexpected `msgstr[2]`, expected `msgstr[1]`",
  ],
  [
    "an obsolete line in an entry",
    'msgid "a"\n#~ msgstr "b"\n',
    "2:4 CAT005 Unexpected line with `#~`, expected all lines of an entry alike",
  ],
  [
    "a line in an obsolete entry",
    '#~ msgid "a"\n"b"\n#~ msgstr "b"\n',
    "2:1 CAT005 Unexpected line without `#~`, expected all lines of an entry alike",
  ],
  [
    "a second domain",
    'domain "other"\n',
    "1:1 CAT005 Unexpected `domain`, expected a file of one catalogue",
  ],
  [
    "an entry twice",
    `${KEY}\n#~ ${KEY.replace("\n", "\n#~ ")}`,
    "4:4 CAT007 Unexpected second entry of `Keep a key.`, expected each once",
  ],
  [
    "a merge conflict",
    `<<<<<<< HEAD\n${KEY}=======\n${KEY}>>>>>>> other\n`,
    "1:1 CAT004 Unexpected mark of a merge conflict, expected one version of each entry",
  ],
];

for (const [name, entries, told] of WRONG) {
  test(`${name} is told with line and column, and what stands before and after is read`, () => {
    const before = 'msgid "before"\nmsgstr "avant"\n';
    const after = 'msgid "after"\nmsgstr "après"\n';
    assert.deepEqual(tell(entries), [told]);
    const { value } = readCatalogue(`${HEADER}\n${before}\n${entries}\n${after}`, "fr.po");
    const ids = value.entries.map(({ id }) => id);
    assert.equal(ids[0], "before");
    assert.equal(ids.at(-1), "after");
  });
}

test("an entry that is twice names the first as well", () => {
  const { value, diagnostics } = readCatalogue(`${KEY}\n${KEY}`, "fr.po");
  assert.equal(value.entries.length, 1);
  assert.deepEqual(diagnostics[0]?.related?.[0]?.place, { file: "fr.po", line: 1 });
});

test("Windows' line ends and a byte order mark are told, and not written again", () => {
  const text = `${HEADER}\n# from us\n${KEY}`;
  const { value, diagnostics } = readCatalogue(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "fr.po");
  assert.deepEqual(
    diagnostics.map(({ code, severity }) => `${code} ${severity}`),
    ["CAT003 warning", "CAT003 warning"],
  );
  assert.equal(writeCatalogue(value), text);
});

test("another charset is told, in the header and in the bytes", () => {
  const header = HEADER.replace("UTF-8", "ISO-8859-1");
  assert.deepEqual(
    readCatalogue(header, "fr.po").diagnostics.map(({ message }) => message),
    ["Unexpected `charset=ISO-8859-1` in the header, expected `charset=UTF-8`"],
  );
  const bytes = Buffer.from(`${header}\n# é\n${KEY}`, "latin1");
  const { value, diagnostics } = decodeCatalogue(bytes, "fr.po");
  assert.equal(value, "");
  assert.deepEqual(diagnostics.map(show), ["1:3 CAT002 Unexpected byte 0xE9, expected UTF-8 text"]);
  assert.deepEqual(
    decodeCatalogue(Buffer.from(`\uFEFF${header}`, "utf16le"), "fr.po").diagnostics.map(
      ({ message }) => message,
    ),
    ["Unexpected UTF-16 text, expected UTF-8"],
  );
  assert.deepEqual(decodeCatalogue(Buffer.from("# \uFFFD é"), "fr.po").diagnostics, []);
});

test("a catalogue above the limit is not read", () => {
  const { value, diagnostics } = readCatalogue(`${HEADER}\n${KEY}`, "fr.po", 100);
  assert.deepEqual(value, { entries: [] });
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["CAT001"],
  );
});
