import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { classifyField } from "../../src/inspect/disclosure/field-rules.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { judgeFile } from "../../src/inspect/verdict.ts";
import { renderRecord } from "../../src/provenance/build-record.ts";
import type { MadeFile } from "../../src/provenance/record-schema.ts";
import { renderSums } from "../../src/provenance/render-sums.ts";

const judge = (text: string) => judgeFile(inspectFile(strToU8(text)));

/** Texts that a program obeys or reads, by what is in them. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  "markup of a page": [
    "Tea\n<svg/onload=alert(1)>",
    "Tea <img/src=x onerror=y>",
    "Tea <img src=x",
    "Tea <!--#exec cmd=ls-->",
    "Tea <?php",
    "Tea </p",
  ],
  "orders to a shell": [
    "Remove-Item tea",
    "iex (iwr tea)",
    "del *.*",
    "curl tea",
    "boil && pour",
    "boil | pour",
    "boil > $tea",
    "tea -Recurse -Force",
    "%TEMP%",
  ],
  "orders to an editor": [
    "# Tea vim: set modeline:",
    "Tea\n# vi: ts=4",
    "Tea -*- mode: c -*-",
    "Local Variables:\ntea: 1",
    "Tea ex: set x",
  ],
  "rows and fields of tables": [
    'ID;PWXL;N;E\nC;Y1;X1;K"Mina"\nE',
    "name;phone",
    "name,phone",
    "name\tphone\nMina\t12",
    "| name | phone |",
    '=HYPERLINK("tea")',
    "=1+1",
  ],
  "data and settings": [
    "run:\n  tea: x\n",
    "name: Mina\nkey: tea",
    "tea = kettle",
    "[tea]\nb=c",
    "{{7*7}}",
    '["Mina"]',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is such a text.
    "${tea}",
  ],
  "addresses that programs open": [
    "Tea\notpauth://totp/Mina?secret=JBSWY3DP",
    "WIFI:S:tea;P:kettle;;",
    "javascript:alert(1)",
    "[tea](javascript:void)",
    "file:///etc/tea",
    "tel:+3112345",
    "magnet:?xt=urn",
  ],
  "people and days behind a text": [
    "Tea at noon\nBEGIN:VCARD\nFN:Mina\nEND:VCARD",
    "Tea\nBEGIN:VEVENT\nDTSTART:20260102",
    "Reply-To: mina\nSender: bo\n\nTea",
    "Tea: yes\nSubject: tea\n\nHello",
    "X-Mailer: tea",
  ],
  "packed letters": [
    "VGVhIGF0IG5vb24gd2l0aCBNaW5hIEtldHRsZSwgMTIgRWxtIFN0cmVldA",
    "Tea\n4f2Ab9X0c3Yd8ZqW1eR5tU7i",
    "a".repeat(50),
    "-----BEGIN TEA-----\nMIICXAIBAAKBgQ\n-----END TEA-----",
    `${"7".repeat(65)}`,
  ],
  "orders to typesetters": [
    "Tea\n\n.. image:: https://tea.example/x.png",
    "Tea\n\n.. include:: tea.txt",
    ".so tea\n.sy tea",
    "Tea !https://tea.example/x.png! is good",
    "begin 644 tea",
  ],
  "an address alone, and heads of letters": [
    "https://tea.example/x.m3u8\n",
    "mina@tea.example\n",
    "Date: Mon\nMina: 4\n\nTea",
  ],
  "blanks that say something": [
    "Tea \t \t\t  \t\nkettle\t\t  \t",
    "Tea\u2002is\u2003good",
    "Tea\u3000is good",
    "Tea\vis good",
  ],
  "lines that end as orders do": [
    "proxy_pass https://tea.example;",
    'redirect "mina@tea.example";',
    "server {\nlisten {",
    'tell application "Terminal" to do script "tea"',
    "VGVhIGF0IG5v b24gd2l0aCBN aW5hIEtldHRs",
  ],
  programs: [
    "boil(tea);",
    "#include <tea>",
    "import tea;",
    "class Tea:",
    "\\input{tea}",
    "#tea\nboil",
  ],
};

for (const [kind, texts] of Object.entries(TEXTS))
  test(`a text is not plain where programs find something in it: ${kind}`, () => {
    for (const text of texts) assert.notEqual(judge(text), "plain text", text);
  });

const NOTES = [
  "Title: Tea\nTime: noon\n",
  "Title: Tea\nTime: 5pm\nPlace: the well\n",
  "Get-together at noon.\nSet the table.\nstart early; import of goods\n",
  "- tea\n-cups (2)\n* [ ] buy\n  1. Look\n1.\tTea\n2.\tWell\n",
  "See https://tea.example/a?b=c&d#e (and [this](https://tea.example/a_(b)) one), or write to mina@tea.example.",
  "\"Tea,\" she said; 'no?' ... and/or 50% of $5, 24/7, C++, R&B, 12:30-13:00, 2 + 2 = 4.",
  "tea -> cup => well :-) <3\nparticipant(s) and (re)use of tea[1]\nMina <mina@tea.example>\n",
  "> quote\n>> more\n\n## Tea ##\n\n---\n\n***bold***, ~~gone~~ and `code`; the **M**ain #tea\n",
  "他说(hello)的,茶\nLe thé ! « oui » : non ?\nقهوه، چای؛ ۱۲:۳۰\nÄpfel, Größe, ½ °C – „ja“\n",
  "Date: Monday\n\nTea at noon;\nbring cups;\nsee https://tea.example/ ...\n\n茶\u3000井\n",
  "A490D0F4D311A4153E2BB7CADBB802B258ACD84F  tea.pdf\n",
];

test("notes as people write them are plain text", () => {
  for (const note of NOTES) assert.equal(judge(note), "plain text", note);
});

const made: MadeFile = {
  path: "tea.epub",
  sha256: "a".repeat(64),
  sizeBytes: 7,
  language: "en",
  module: "tea",
  edition: "trainer",
  inputs: { "tea.md": "b".repeat(64) },
  settings: {
    tool: "1.0",
    theme: { name: "plain", sha256: "c".repeat(64) },
    curriculum: "d".repeat(64),
    links: "notes",
    epub: { fonts: "auto" },
  },
};

test("the lists beside our own books are searched, and anything more in them is told", () => {
  const record = renderRecord([made]);
  const sums = renderSums(new Map([["tea/a 1_b.epub", "a".repeat(64)]]));
  assert.equal(judge(record), "plain text");
  assert.equal(judge(sums), "plain text");
  const changed = [
    record.replace('"format"', '"author": "Mina",\n  "format"'),
    record.replace('"module"', '"owner": "Mina",\n      "module"'),
    record.replace('"format": 1', '"format": 1,\n  "format": 1'),
    record.replace(/\n$/, "\n\n"),
    record.replace('"sizeBytes": 7', '"sizeBytes": "seven"'),
    record.replace('"links": "notes"', '"links": "all"'),
    record.replace('"inputs": {', '"inputs": {\n    "0123456789abcdef": {},'),
    `${sums}$(tea)\n`,
    sums.replace("tea/", "../tea/$x/"),
  ];
  for (const text of changed) assert.notEqual(judge(text), "plain text", text);
  const packed = zipSync({ SHA256SUMS: strToU8(sums) }, { mtime: new Date(1980, 0, 1) });
  assert.notEqual(judgeFile(inspectFile(packed)), "clean");
});

/** Fields that are harmless with one kind of value, and another value. */
const FIELDS: readonly (readonly [field: string, good: string, odd: string])[] = [
  ["dc:language", "pt-BR", "mina-kettle"],
  ["catalog:Lang", "en", "Mina Kettle"],
  ["dc:format", "image/jpeg", "by Mina"],
  ["dc:date", "2026-01-02", "2026-01-02 Mina"],
  ["EXIF:ExposureTime", "1/60", "by Mina"],
  ["dc:identifier", "urn:uuid:2f3c4d5e-0001-4000-8000-00aa00bb00cc", "Mina Kettle 117"],
  ["dtb:uid", "978-3-16-148410-0", "copy of Mina"],
  ["xmp:Rating", "5", "Mina"],
  ["pdfuaid:part", "1", "Mina"],
  ["pdfaid:conformance", "B", "Bo"],
  ["Info:Trapped", "/False", "Mina"],
  ["rendition:layout", "reflowable", "kettle"],
  ["group-position", "2", "second of Mina"],
  ["ibooks:version", "1.0", "Mina"],
  ["tiff:Orientation", "1", "Mina"],
  ["exif:PixelXDimension", "800", "eight"],
  ["photoshop:ColorMode", "3", "Mina"],
  ["generator", "Handpress", "Mina Kettle"],
  ["ICC Description", "sRGB IEC61966-2.1", "sRGB of Mina"],
];

test("a field is harmless only with a value of its own kind", () => {
  const harmless = /^TEL(?:504|506|602|951|953)$/;
  for (const [field, good, odd] of FIELDS) {
    assert.deepEqual(
      classifyField(field, good).filter((code) => !harmless.test(code)),
      [],
      `${field} ${good}`,
    );
    assert.ok(!classifyField(field, odd).some((code) => harmless.test(code)), `${field} ${odd}`);
  }
});
