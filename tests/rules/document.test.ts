import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { writeRules } from "./write-rules.ts";

const PAGE = new URL("../../docs/rules.md", import.meta.url);

test("docs/rules.md says what the tables say", () => {
  const written = writeRules();
  if (process.env.UPDATE_RULES === "1") writeFileSync(PAGE, written);
  assert.equal(readFileSync(PAGE, "utf8").replaceAll("\r\n", "\n"), written);
});
