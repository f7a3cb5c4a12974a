import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCatalogue } from "../../src/gettext/check-catalogue.ts";
import { HEADER, parse } from "./catalogues.ts";

const KEYS = 'msgid "one key"\nmsgid_plural "keys"\nmsgstr[0] "une clé"\n';

function check(entries: string, header = HEADER): readonly string[] {
  const told = checkCatalogue(parse(entries, header), "fr.po");
  return told.map(({ code, place, message }) => `${place.line} ${code} ${message}`);
}

const withRule = (rule: string) => HEADER.replace("nplurals=2; plural=(n > 1);", rule);

test("a catalogue without a header is told", () => {
  assert.deepEqual(check('msgid "a"\nmsgstr "b"\n', ""), [
    "1 CAT008 Unexpected catalogue without a header, expected an entry with an empty `msgid` at its beginning",
  ]);
});

test("a rule for plurals is needed where there are plurals, and must be one", () => {
  const none = HEADER.replace(/"Plural.*\n/, "");
  const plural = `${KEYS}msgstr[1] "clés"\n`;
  assert.deepEqual(check('msgid "a"\nmsgstr "b"\n', none), []);
  assert.deepEqual(check(plural, none), [
    "6 CAT009 Unexpected plural entry in a catalogue without `Plural-Forms`, expected it in the header",
  ]);
  assert.equal(check(plural, withRule("nplurals=INTEGER; plural=EXPRESSION;")).length, 1);
  assert.deepEqual(check(plural, withRule("nplurals=2; plural=x;")), [
    "1 CAT009 Unexpected `nplurals=2; plural=x;`, expected a rule such as `nplurals=2; plural=(n != 1);`",
  ]);
  assert.deepEqual(check(plural, withRule("nplurals=2; plural=n;")), [
    "1 CAT009 Unexpected rule that gives form 2 for 2, expected less than 2",
  ]);
});

test("each plural has as many forms as the header says", () => {
  assert.deepEqual(check(KEYS), ["7 CAT010 Unexpected one form of a plural, expected 2"]);
  assert.deepEqual(check(`${KEYS}msgstr[1] "b"\nmsgstr[2] "c"\n`), [
    "7 CAT010 Unexpected 3 forms of a plural, expected 2",
  ]);
});

test("a translation begins and ends a line where its source does", () => {
  assert.deepEqual(check('msgid "a\\n"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "\\nd"\n'), [
    "7 CAT011 Unexpected end of `msgstr`, expected `\\n` where the `msgid` has it",
    "10 CAT011 Unexpected beginning of `msgstr`, expected `\\n` where the `msgid` has it",
  ]);
  assert.deepEqual(check('msgid "a\\n"\nmsgid_plural "b"\nmsgstr[0] "c\\n"\nmsgstr[1] "d"\n'), [
    "7 CAT011 Unexpected end of `msgid_plural`, expected `\\n` where the `msgid` has it",
    "7 CAT011 Unexpected end of `msgstr[1]`, expected `\\n` where the `msgid` has it",
  ]);
});

test("what msgfmt leaves out is not looked at", () => {
  const wrong = 'msgid "a\\n"\nmsgstr "b"\n';
  assert.deepEqual(check(`#, fuzzy\n${wrong}`), []);
  assert.deepEqual(check(wrong.replace('"b"', '""')), []);
  assert.deepEqual(check(wrong.replace(/^/gm, "#~ ").replace(/#~ $/, "")), []);
});
