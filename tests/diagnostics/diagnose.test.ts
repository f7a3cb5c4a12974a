import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose, fillText } from "../../src/diagnostics/diagnose.ts";
import type { RuleTable } from "../../src/diagnostics/rule.ts";
import { listRules } from "../../src/rules/every-rule.ts";

const RULES = {
  LCK001: {
    severity: "warning",
    summary: "a key is lost",
    explanation: "Nobody can open the door. Look for it.",
    bad: "No key",
    good: "A key",
    texts: {
      key: { message: "Unexpected loss of {count} keys", hint: "Type `{.all}` or {name}." },
      door: { message: "Unexpected closed door", hint: "Knock." },
    },
  },
} as const satisfies RuleTable;
const PLACE = { file: "locks.md", line: 3 };

test("code, severity and words are the rule's, the rest is what was found", () => {
  assert.deepEqual(diagnose(RULES, "LCK001", "key", PLACE, { count: 2, name: "{count}" }), {
    code: "LCK001",
    severity: "warning",
    message: "Unexpected loss of 2 keys",
    place: PLACE,
    hint: "Type `{.all}` or {count}.",
  });
  assert.equal(diagnose(RULES, "LCK001", "door", PLACE).hint, "Knock.");
});

test("a value that lacks, or that no text has, does not compile", () => {
  const { key, door } = RULES.LCK001.texts;
  // @ts-expect-error: `name` lacks
  fillText(key, { count: 2 });
  // @ts-expect-error: no text has `lock`
  fillText(key, { count: 2, name: "a", lock: 3 });
  // @ts-expect-error: values for a text that has no places
  fillText(door, { count: 2 });
  // @ts-expect-error: no values for a text that has some
  assert.equal(fillText(key).message, "Unexpected loss of {count} keys");
  // @ts-expect-error: a text that the rule has not
  diagnose(RULES, "LCK001", "window", PLACE);
});

test("every text says what was found and what to do", () => {
  const texts = listRules().flatMap(({ code, texts: own = {} }) =>
    Object.entries(own).map(([name, text]) => ({ name: `${code} ${name}`, ...text })),
  );
  assert.ok(texts.length > 0);
  for (const { name, message, hint } of texts) {
    assert.match(message, /^Unexpected [^\n]*[^.\s]$/, name);
    assert.match(hint, /^\S[\s\S]*\S$/, name);
  }
});
