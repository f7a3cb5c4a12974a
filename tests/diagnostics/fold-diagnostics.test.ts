import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { describeOthers, foldDiagnostics } from "../../src/diagnostics/fold-diagnostics.ts";

function warn(line: number, hint: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const place = { file: "dough.md", line };
  return { code: "MRK043", severity: "warning", message: `at ${line}`, place, hint, ...more };
}

function fold(diagnostics: readonly Diagnostic[]): readonly string[] {
  return foldDiagnostics(diagnostics).map((folded) =>
    `${folded.diagnostic.place.line}: ${describeOthers(folded)}`.trimEnd(),
  );
}

test("warnings of one kind in a file are one, with their lines", () => {
  const lines = [3, 5, 6, 7, 9, 9];
  assert.deepEqual(fold(lines.map((line) => warn(line, "knead"))), ["3: also on lines 5-7 and 9"]);
  assert.deepEqual(fold([warn(3, "knead"), warn(8, "knead")]), ["3:", "8:"]);
  const cold = { message: "cold" };
  assert.deepEqual(fold([warn(3, "knead", cold), warn(8, "knead", cold)]), ["3: also on line 8"]);
  assert.deepEqual(fold([warn(3, "knead", cold), warn(3, "knead", cold)]), [
    "3: 2 times on this line",
  ]);
});

test("a long list of lines is counted", () => {
  const many = Array.from({ length: 100 }, (_, index) => warn(index * 2 + 1, "knead"));
  assert.deepEqual(fold(many), [
    "1: also on lines 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25 and 87 more",
  ]);
});

test("what is to be done differs: each is told", () => {
  assert.deepEqual(fold([warn(1, "knead"), warn(2, "bake")]), ["1:", "2:"]);
  const elsewhere = warn(2, "knead", { place: { file: "oven.md", line: 2 } });
  assert.deepEqual(fold([warn(1, "knead"), elsewhere]), ["1:", "2:"]);
  const error = { severity: "error" } as const;
  assert.deepEqual(fold([warn(1, "knead", error), warn(2, "knead", error)]), ["1:", "2:"]);
  const same = { severity: "error", message: "cold" } as const;
  assert.deepEqual(fold([warn(1, "heat", same), warn(4, "heat", same)]), ["1: also on line 4"]);
  const linked = { trace: ["from the inn"] };
  assert.deepEqual(fold([warn(1, "knead", linked), warn(2, "knead", linked)]), ["1:", "2:"]);
});
