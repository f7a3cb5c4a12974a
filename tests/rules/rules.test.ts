import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { CODE_OF_CONDITION } from "../../src/inspect/pdf/rule-table.ts";
import { listRules, RULE_GROUPS } from "../../src/rules/every-rule.ts";
import { checkExamples, type Told } from "./check-example.ts";

const RULES = listRules();
const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** Content rules whose example is told in words, because a small text cannot show it. */
const TOLD_IN_WORDS: Readonly<Record<string, string>> = {
  FIL002: "an example is text in UTF-8",
  FIL003: "a text of megabytes is no example",
  FIL011: "a whole page of it is needed, which nobody can read",
  FIL012: "a file system may keep one form only",
  CFG004: "only the name of the file is wrong",
  MRK004: "a page of thousands of lines is no example",
  IMG002: "the bytes of a picture are no text",
  IMG003: "the bytes of a picture are no text",
  IMG005: "the bytes of pictures are no text",
  IMG006: "the bytes of pictures are no text",
  IMG008: "the bytes of a picture are no text",
  FNT003: "a theme is needed",
  FNT004: "a package must be missing",
  FNT010: "only making an EPUB tells it",
  PUB005: "only a build for participants tells it",
  PUB006: "only a build with QR codes tells it",
  PUB010: "a defect of Handpress is needed",
  PUB020: "only a build for participants tells it",
  PUB021: "only a build for participants tells it",
  PUB022: "only a build for participants tells it",
  PUB023: "only a build for participants tells it",
};

/** Kinds of codes that pages, their header and the configuration give. */
const CONTENT = /^(?:FIL|HDR|CFG|LNK|MRK|IMG|FNT|PUB)/;

test("every rule says all that it has to say, in short sentences", () => {
  for (const { code, summary, explanation } of RULES) {
    assert.match(code, /^[A-Z]{3}\d{3}$/);
    assert.ok(
      RULE_GROUPS.some(({ prefix }) => code.startsWith(prefix)),
      code,
    );
    assert.match(summary, /^[^\s].*[^\s.]$/, code);
    const sentences = explanation.split(/(?<=[.!?])\s+(?=[A-Z`“])/);
    assert.ok(sentences.length >= 2 && sentences.length <= 6, `${code}: ${sentences.length}`);
    for (const sentence of sentences) {
      const words = sentence.split(/\s+/).length;
      assert.ok(words <= 26, `${code} has a sentence of ${words} words: ${sentence}`);
    }
    assert.match(explanation, /[.!?]$/, code);
  }
});

test("every rule has a bad and a good example, and they differ", () => {
  for (const { code, bad, good } of RULES) {
    for (const example of [bad, good]) {
      const text = typeof example === "string" ? example : JSON.stringify(example);
      assert.ok(text.trim().length > 3, code);
    }
    assert.notDeepEqual(bad, good, code);
    assert.equal(typeof bad === "string", typeof good === "string", code);
  }
});

test("a code stands once", () => {
  const codes = RULES.map(({ code }) => code);
  assert.deepEqual(
    codes.filter((code, at) => codes.indexOf(code) !== at),
    [],
  );
});

test("every code that the program can tell has a rule, and every rule is told somewhere", () => {
  const told = new Set<string>(CODE_OF_CONDITION.values());
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const text = readFileSync(`${SOURCE}${name}`, "utf8");
    for (const [, code = ""] of text.matchAll(/["`]([A-Z]{3}\d{3})["`]/g)) told.add(code);
  }
  const known = new Set(RULES.map(({ code }) => code));
  const prefixes = new Set(RULE_GROUPS.map(({ prefix }) => prefix));
  assert.deepEqual(
    [...told].filter((code) => prefixes.has(code.slice(0, 3)) && !known.has(code)),
    [],
  );
  assert.deepEqual(
    [...known].filter((code) => !told.has(code)),
    [],
  );
});

test("rules about content have an example that can be run, but for those that are named", () => {
  const inWords = RULES.filter(({ code, bad }) => CONTENT.test(code) && typeof bad === "string");
  assert.deepEqual(inWords.map(({ code }) => code).sort(), Object.keys(TOLD_IN_WORDS).sort());
});

const SHOWN = RULES.flatMap((rule) => {
  const { bad, good } = rule;
  return typeof bad === "string" || typeof good === "string" ? [] : [{ rule, bad, good }];
});
let found: readonly (readonly Told[])[] = [];

before(async () => {
  found = await checkExamples(SHOWN.flatMap(({ bad, good }) => [bad, good]));
});

for (const [at, { rule }] of SHOWN.entries()) {
  const { code } = rule;
  test(`${code}: the bad example gives it, the good one does not`, () => {
    const [worse = [], better = []] = [found[2 * at], found[2 * at + 1]];
    const hits = worse.filter((one) => one.code === code);
    assert.ok(hits.length > 0, `told is ${show(worse)}`);
    for (const { severity } of hits) {
      assert.ok(rule.severity === "either" || rule.severity === severity, severity);
    }
    const left = better.filter((one) => one.code === code || one.severity === "error");
    assert.equal(show(left), "nothing");
  });
}

function show(told: readonly Told[]): string {
  return told.map(({ code, message }) => `${code} ${message}`).join("\n") || "nothing";
}
