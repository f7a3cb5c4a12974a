import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { renderConfigurationSchema } from "./render-configuration-schema.ts";

const file = new URL("../../schema/handpress.schema.json", import.meta.url);

// UPDATE=1 node tests/run.mjs configuration-schema writes the file anew.
test("schema/handpress.schema.json is what the configuration's schema says", () => {
  const rendered = renderConfigurationSchema();
  if (process.env.UPDATE === "1") writeFileSync(file, rendered);
  assert.equal(
    readFileSync(file, "utf8"),
    rendered,
    "run: UPDATE=1 node tests/run.mjs configuration-schema",
  );
});
