import assert from "node:assert/strict";
import { test } from "node:test";
import { createHeader, findField, readFields, withFields } from "../../src/gettext/header.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";
import { writeCatalogue } from "../../src/gettext/write-catalogue.ts";

test("a new header has msginit's fields in their order, and names nobody", () => {
  const header = createHeader({
    project: "Doors\nand Locks",
    language: "pt-BR",
    created: "2026-11-30 12:00+0000",
  });
  assert.equal(
    writeCatalogue({ header, entries: [] }),
    `msgid ""
msgstr ""
"Project-Id-Version: Doors and Locks\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: 2026-11-30 12:00+0000\\n"
"PO-Revision-Date: \\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: pt_BR\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
`,
  );
});

test("a language has gettext's name in the header", () => {
  const name = (language: string) =>
    findField(createHeader({ project: "Doors", language }), "Language");
  const tags = ["fa", "en-GB", "es-419", "zh-Hant", "zh-Hans", "sr-Latn", "uz-Cyrl-UZ"];
  assert.deepEqual(tags.map(name), [
    "fa",
    "en_GB",
    "es_419",
    "zh_TW",
    "zh_CN",
    "sr@latin",
    "uz_UZ@cyrillic",
  ]);
});

test("fields are read in their order and written again unchanged", () => {
  const text = `# us\nmsgid ""\nmsgstr ""\n"X-Odd :  1\\n"\n"no colon\\n"\n"Language: fr\\n"\n": x\\n"\n`;
  const { header } = readCatalogue(text, "fr.po").value;
  assert.ok(header);
  assert.deepEqual(readFields(header), [
    { name: "X-Odd ", value: " 1" },
    { value: "no colon" },
    { name: "Language", value: "fr" },
    { value: ": x" },
  ]);
  assert.equal(findField(header, "X-Odd "), "1");
  assert.equal(
    writeCatalogue({ header: withFields(header, readFields(header)), entries: [] }),
    text,
  );
});
