import assert from "node:assert/strict";
import { test } from "node:test";
import { found, prepare, SHOWN, show } from "./rule-examples.ts";

prepare();

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
