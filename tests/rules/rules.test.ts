import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { RULE_GROUPS } from "../../src/rules/every-rule.ts";
import { CONTENT, RULES, SOURCE, TOLD_IN_WORDS } from "./rule-examples.ts";

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
  const told = new Set<string>();
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const text = readFileSync(`${SOURCE}${name}`, "utf8");
    for (const [, code = ""] of text.matchAll(/["`]([A-Z]{3}\d{3})["` ]/g)) told.add(code);
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
