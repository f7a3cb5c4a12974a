import assert from "node:assert/strict";
import { test } from "node:test";
import { page, readOne } from "./files.ts";

function audience(line: string): readonly [string | undefined, readonly string[]] {
  const { page: found, report } = readOne(page(`title: a\nadids: Input\n${line}`));
  return [found.header.audience, report.map((one) => one.split(" ").slice(1, 3).join(" "))];
}

test("whom a session is for", () => {
  for (const [line, expected] of [
    ["", undefined],
    ["audience:", undefined],
    ["audience: trainer", "trainer"],
    ["audience: Trainers only", "trainer"],
    ["audience: facilitators", "trainer"],
    ["audience: [trainers, facilitators]", "trainer"],
    ["audience: for the participants", "participant"],
    ["audience: trainers and participants", "all"],
    ["audience: all", "all"],
  ] as const) {
    assert.deepEqual(audience(line), [expected, []], line);
  }
});

test("a translated or misspelled word hides what it should, and is told", () => {
  for (const [line, expected, codes] of [
    ["audience: trianer", "trainer", ["warning HDR040"]],
    ["audience: formadores", "trainer", ["warning HDR040"]],
    ["audience: المدربين", "trainer", ["warning HDR040"]],
    ["audience: مربیان", "trainer", ["warning HDR040"]],
    ["público: formadores", "trainer", ["warning HDR025", "warning HDR040"]],
    ["audiance: trainer", "trainer", ["warning HDR026"]],
    ["audience: trainers and co-trainers", "trainer", ["warning HDR040"]],
    ["audience: trainer (not for participants)", "trainer", ["warning HDR040"]],
    ["audience: journalists", undefined, ["warning HDR040"]],
    ["audience: journalists, trainers", undefined, ["warning HDR040"]],
  ] as const) {
    assert.deepEqual(audience(line), [expected, codes], line);
  }
});
