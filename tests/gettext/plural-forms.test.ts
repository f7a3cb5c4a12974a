import assert from "node:assert/strict";
import { test } from "node:test";
import { findWrongForm, readPluralForms } from "../../src/gettext/plural-forms.ts";
import { pluralFormsOf } from "../../src/gettext/plural-table.ts";

const NUMBERS = [0, 1, 2, 3, 5, 10, 11, 12, 21, 22, 100, 101, 102, 111];

const FORMS: readonly (readonly [string, string])[] = [
  ["en", "1 0 1 1 1 1 1 1 1 1 1 1 1 1"],
  ["fr", "0 0 1 1 1 1 1 1 1 1 1 1 1 1"],
  ["pt-PT", "1 0 1 1 1 1 1 1 1 1 1 1 1 1"],
  ["fa", "0 0 1 1 1 1 1 1 1 1 1 1 1 1"],
  ["my", "0 0 0 0 0 0 0 0 0 0 0 0 0 0"],
  ["ar", "0 1 2 3 3 3 4 4 4 4 5 5 5 4"],
  ["ru", "2 0 1 1 2 2 2 2 0 1 2 0 1 2"],
  ["pl", "2 0 1 1 2 2 2 2 2 1 2 2 1 2"],
  ["cs", "2 0 1 1 2 2 2 2 2 2 2 2 2 2"],
  ["lv", "0 1 2 2 2 0 0 0 1 2 0 1 2 0"],
  ["ro", "1 0 1 1 1 1 1 1 2 2 2 1 1 1"],
  ["sl", "3 0 1 2 3 3 3 3 3 3 3 0 1 3"],
  ["he", "2 0 1 2 2 2 2 2 2 2 2 2 2 2"],
];

for (const [language, forms] of FORMS) {
  test(`${language} has the forms ${forms}`, () => {
    const rule = readPluralForms(pluralFormsOf(language) ?? "");
    assert.equal(NUMBERS.map((number) => rule?.formFor(number)).join(" "), forms);
    assert.equal(rule === undefined ? undefined : findWrongForm(rule), undefined);
  });
}

test("a language that is not known has no rule", () => {
  assert.equal(pluralFormsOf("qaa"), undefined);
  assert.equal(pluralFormsOf(""), undefined);
  assert.equal(pluralFormsOf("ar-EG"), pluralFormsOf("ar"));
});

test("operators bind as in C", () => {
  const value = (expression: string, n = 7) =>
    readPluralForms(`nplurals=9; plural=${expression};`)?.formFor(n);
  assert.equal(value("1 + 2 * 3 % 4"), 3);
  assert.equal(value("n - 2 - 1"), 4);
  assert.equal(value("n / 2"), 3);
  assert.equal(value("!n == 0 && n > 3 || 0"), 1);
  assert.equal(value("0 || 1 && 0"), 0);
  assert.equal(value("1 ? 0 ? 3 : 4 : 5"), 4);
  assert.equal(value("(n == 7) + (n != 7) + (n >= 7) + (n <= 6)"), 2);
  assert.equal(value("5 > 4 > 3"), 0);
  assert.equal(value("n == 8 == 0"), 1);
});

test("what is no rule is none, and is never run", () => {
  const long = `${"(".repeat(450)}n${")".repeat(450)}`;
  const expressions = [
    "",
    "n +",
    "(n",
    "n)",
    "m",
    "n = 1",
    "1 ? 2",
    "n n",
    "process.exit(1)",
    "n.x",
    "[]",
    long,
  ];
  for (const expression of expressions)
    assert.equal(readPluralForms(`nplurals=2; plural=${expression};`), undefined, expression);
  for (const value of [
    "",
    "nplurals=2;",
    "plural=0;",
    "nplurals=0; plural=0;",
    "nplurals=-1; plural=0",
  ])
    assert.equal(readPluralForms(value), undefined, value);
  const deep = `${"(".repeat(240)}n${")".repeat(240)}`;
  assert.equal(readPluralForms(`nplurals=2; plural=${deep};`)?.formFor(1), 1);
});

test("a form that is not there is found, and a division by zero", () => {
  const wrongOf = (value: string) => {
    const rule = readPluralForms(value);
    return rule && findWrongForm(rule);
  };
  assert.deepEqual(wrongOf("nplurals=2; plural=n%3;"), { number: 2, form: 2 });
  assert.deepEqual(wrongOf("nplurals=2; plural=n%0;"), { number: 0, form: Number.NaN });
  assert.equal(wrongOf("nplurals=3; plural=n%3;"), undefined);
});
