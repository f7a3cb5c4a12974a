import assert from "node:assert/strict";
import { test } from "node:test";
import { type Catalogue, keyOf } from "../../src/gettext/catalogue.ts";
import { mergeCatalogue, type Origin } from "../../src/gettext/merge-catalogue.ts";
import { readCatalogue } from "../../src/gettext/read-catalogue.ts";
import { writeCatalogue } from "../../src/gettext/write-catalogue.ts";
import { HEADER, MERGED, parse } from "./catalogues.ts";

for (const { name, old, template, written } of MERGED) {
  test(`${name}: a merge gives what msgmerge gives`, () => {
    const read = (text: string) => readCatalogue(text, "fr.po").value;
    const merged = mergeCatalogue(read(old), read(template));
    assert.equal(writeCatalogue(merged), written);
    const again = mergeCatalogue(merged, read(template));
    assert.equal(writeCatalogue(again), written);
  });
}

const TEMPLATE = parse('#, md-text\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr ""\n');

function mergeFrom(kind: Origin["kind"], entry: string): string {
  const old = parse(entry);
  const [origin] = old.entries;
  const [wanted] = TEMPLATE.entries;
  assert.ok(origin && wanted);
  const merged = mergeCatalogue(old, TEMPLATE, new Map([[keyOf(wanted), { kind, entry: origin }]]));
  return entriesOf(merged);
}

function entriesOf(catalogue: Catalogue): string {
  return writeCatalogue(catalogue).slice(HEADER.length + 1);
}

test("a changed text keeps its translation with what it was made from, and its old entry is no more", () => {
  assert.equal(
    mergeFrom(
      "changed",
      '# from us\nmsgctxt "page"\nmsgid "Keep a key."\nmsgstr "Gardez une clé."\n',
    ),
    '# from us\n#, fuzzy, md-text\n#| msgctxt "page"\n#| msgid "Keep a key."\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr "Gardez une clé."\n',
  );
});

test("a text that is changed again keeps the first of its previous texts", () => {
  assert.equal(
    mergeFrom(
      "changed",
      '#, fuzzy\n#| msgctxt "page"\n#| msgid "Keep it."\nmsgctxt "page"\nmsgid "Keep a key."\nmsgstr "Gardez-le."\n',
    ),
    '#, fuzzy, md-text\n#| msgctxt "page"\n#| msgid "Keep it."\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr "Gardez-le."\n',
  );
});

test("nobody knows what a fuzzy text without a previous one was made from, so it gets none", () => {
  assert.equal(
    mergeFrom("changed", '#, fuzzy\nmsgctxt "page"\nmsgid "Keep a key."\nmsgstr "Gardez-le."\n'),
    '#, fuzzy, md-text\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr "Gardez-le."\n',
  );
});

test("a near text lends its translation and keeps its own entry", () => {
  assert.equal(
    mergeFrom("near", 'msgctxt "other"\nmsgid "Keep a key."\nmsgstr "Gardez une clé."\n'),
    '#, fuzzy, md-text\n#| msgctxt "other"\n#| msgid "Keep a key."\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr "Gardez une clé."\n\n#~ msgctxt "other"\n#~ msgid "Keep a key."\n#~ msgstr "Gardez une clé."\n',
  );
});

test("a text that only moved keeps its translation, and is not fuzzy", () => {
  assert.equal(
    mergeFrom("same", 'msgctxt "other"\nmsgid "Keep two keys."\nmsgstr "Gardez deux clés."\n'),
    '#, md-text\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr "Gardez deux clés."\n',
  );
});

test("without a translation a change leaves nothing to look at", () => {
  assert.equal(
    mergeFrom("changed", '# from us\nmsgctxt "page"\nmsgid "Keep a key."\nmsgstr ""\n'),
    '# from us\n#, md-text\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr ""\n',
  );
});

test("an entry that has its translation from elsewhere does not stand a second time as obsolete", () => {
  assert.equal(
    mergeFrom(
      "same",
      'msgctxt "other"\nmsgid "Keep two keys."\nmsgstr "Gardez deux clés."\n\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr "Deux clés."\n',
    ),
    '#, md-text\nmsgctxt "page"\nmsgid "Keep two keys."\nmsgstr "Gardez deux clés."\n',
  );
});
