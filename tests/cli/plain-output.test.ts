import assert from "node:assert/strict";
import { test } from "node:test";
import { printJson } from "../../src/cli/report.ts";
import type { Shell } from "../../src/cli/terminal.ts";

test("JSON holds nothing that a terminal obeys or hides, and means the same", () => {
  let printed = "";
  const terminal = { out: (text: string) => (printed += text), note: () => undefined };
  const value = { title: "a\u001b[31m\u202Eb\u2066c\u009Bd" };
  printJson({ terminal } as unknown as Shell, value);
  assert.doesNotMatch(printed.replaceAll("\n", ""), /\p{Cc}|\p{Bidi_Control}/u);
  assert.deepEqual(JSON.parse(printed), value);
});
