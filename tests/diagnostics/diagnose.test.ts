import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnoseBy } from "../../src/diagnostics/diagnose.ts";
import type { TextTable } from "../../src/diagnostics/rule.ts";

const diagnose = diagnoseBy({
  LCK001: {
    severity: "warning",
    message: "Unexpected loss of {count|a key|# keys}, expected {count}",
    hint: "Type `{.all}`, {{#if {name}}} or {name}.",
  },
  LCK002: {
    severity: "either",
    message: { door: "Unexpected closed {door}", lid: "Unexpected lid" },
    hint: { door: "Knock.", lid: "Lift it.", none: "Ask {name}." },
  },
  LCK003: {
    severity: "error",
    message: { one: "Unexpected lock", other: "Unexpected locks" },
    hint: "Open.",
  },
  LCK004: {
    severity: "error",
    message: "Unexpected bolt",
    hint: { in: "Pull {it}.", out: "Push." },
  },
} as const satisfies TextTable);
const PLACE = { file: "locks.md", line: 3 };

test("code, severity and words are the rule's, the rest is what was found", () => {
  assert.deepEqual(diagnose("LCK001", PLACE, { count: 2, name: "{count}" }), {
    code: "LCK001",
    severity: "warning",
    message: "Unexpected loss of 2 keys, expected 2",
    place: PLACE,
    hint: "Type `{.all}`, {{#if {count}}} or {count}.",
  });
  const one = diagnose("LCK001", PLACE, { count: 1, name: "" });
  assert.equal(one.message, "Unexpected loss of a key, expected 1");
});

test("names choose among texts: one for both, or the message's and the hint's", () => {
  const said = [
    diagnose("LCK002 door", PLACE, { door: "gate" }),
    diagnose("LCK002 lid none", PLACE, { name: "$&" }),
    diagnose("LCK003 other", PLACE),
    diagnose("LCK004 out", PLACE),
  ];
  assert.deepEqual(
    said.map(({ code, severity, message, hint }) => [code, severity, message, hint]),
    [
      ["LCK002", "error", "Unexpected closed gate", "Knock."],
      ["LCK002", "error", "Unexpected lid", "Ask $&."],
      ["LCK003", "error", "Unexpected locks", "Open."],
      ["LCK004", "error", "Unexpected bolt", "Push."],
    ],
  );
});

test("a message can be made tidy when it is filled", () => {
  const shout = diagnoseBy(
    { LCK001: { severity: "error", message: "Unexpected {key}", hint: "Look for {key}." } },
    (message) => message.toUpperCase(),
  );
  const { message, hint } = shout("LCK001", PLACE, { key: "bolt" });
  assert.deepEqual([message, hint], ["UNEXPECTED BOLT", "Look for bolt."]);
});

test("a value that lacks, or that no text has, does not compile", () => {
  // @ts-expect-error: `name` lacks
  diagnose("LCK001", PLACE, { count: 2 });
  // @ts-expect-error: no text has `lock`
  diagnose("LCK001", PLACE, { count: 2, name: "a", lock: 3 });
  // @ts-expect-error: no values for a text that has some
  assert.match(diagnose("LCK001", PLACE).message, /\{count\}$/);
  // @ts-expect-error: values for a text that has no places
  diagnose("LCK003 one", PLACE, { count: 2 });
  // @ts-expect-error: a text that the rule has not
  diagnose("LCK002 window", PLACE);
  // @ts-expect-error: a hint alone, where the message has texts as well
  diagnose("LCK002 none", PLACE, { name: "a" });
  // @ts-expect-error: several texts, and none is named
  diagnose("LCK003", PLACE);
  // @ts-expect-error: the value of one of two texts lacks
  diagnose(`LCK004 ${PLACE.line > 2 ? "in" : "out"}`, PLACE);
  assert.throws(
    // @ts-expect-error: a code that no rule has
    () => diagnose("LCK009", PLACE),
  );
});
