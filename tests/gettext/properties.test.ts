import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Catalogue, Entry } from "../../src/gettext/catalogue.ts";
import { checkCatalogue } from "../../src/gettext/check-catalogue.ts";
import { decodeCatalogue } from "../../src/gettext/decode-catalogue.ts";
import { orderFlags } from "../../src/gettext/flags.ts";
import { mergeCatalogue } from "../../src/gettext/merge-catalogue.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";
import { writeCatalogue } from "../../src/gettext/write-catalogue.ts";
import { sameCases } from "../support/seed.ts";
import { anyCatalogue } from "./any-catalogue.ts";

/** What is written is the same in another order of flags, and on other lines. */
const plain = ({ header, entries }: Catalogue) =>
  [header, ...entries].map((entry) => entry && { ...entry, flags: flagsOf(entry), line: 0 });
const flagsOf = (entry: Entry) => orderFlags(entry);

test("what is written is read again as it was", () => {
  fc.assert(
    fc.property(anyCatalogue, (catalogue) => {
      const text = writeCatalogue(catalogue);
      const { value, diagnostics } = readCatalogue(text, "fr.po");
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(plain(value), plain(catalogue));
      assert.equal(writeCatalogue(value), text);
    }),
    sameCases(500),
  );
});

test("a catalogue that is merged with itself loses nothing", () => {
  fc.assert(
    fc.property(anyCatalogue, (catalogue) => {
      const merged = mergeCatalogue(catalogue, catalogue);
      const ids = ({ entries }: Catalogue) => entries.map(({ id, strings }) => [id, strings]);
      assert.deepEqual(ids(merged), ids(catalogue));
    }),
    sameCases(200),
  );
});

const LINES = [
  'msgid "a"',
  'msgstr "b"',
  "msgstr",
  'msgstr[0] "b"',
  'msgstr[1] "\\q"',
  'msgid_plural "c"',
  'msgctxt "d"',
  '#~ msgid "a"',
  '#~| msgid "a',
  '#| msgctxt "a"',
  "#, fuzzy",
  "#",
  "",
  '"x"',
  '"',
  "\\",
  "<<<<<<< a",
  "domain",
  "\r",
  "\uFEFF",
  '"Plural-Forms: nplurals=2; plural=n/0;\\n"',
];

test("any lines and any bytes are read without a fault of ours, and what was read can be written", () => {
  const anyLines = fc
    .array(fc.constantFrom(...LINES), { maxLength: 20 })
    .map((lines) => new TextEncoder().encode(lines.join("\n")));
  fc.assert(
    fc.property(fc.oneof(anyLines, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const { value } = readCatalogue(decodeCatalogue(bytes, "fr.po").value, "fr.po");
      checkCatalogue(value, "fr.po");
      const text = writeCatalogue(value);
      assert.deepEqual(
        readCatalogue(text, "fr.po").diagnostics.filter(({ code }) => code !== "CAT002"),
        [],
      );
      assert.equal(writeCatalogue(readCatalogue(text, "fr.po").value), text);
    }),
    sameCases(2000),
  );
});
