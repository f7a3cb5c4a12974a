import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { RuleText, TextTable } from "../../src/diagnostics/rule.ts";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** The table of every folder that has an `explanations.json`. */
const ROOMS = readdirSync(SOURCE).filter((room) =>
  readdirSync(`${SOURCE}${room}`).includes("explanations.json"),
);

async function readTable(room: string): Promise<TextTable> {
  const module = await import(pathToFileURL(`${SOURCE}${room}/rules.ts`).href);
  const [table] = Object.entries<TextTable>(module).flatMap(([name, value]) =>
    name.endsWith("_RULES") ? [value] : [],
  );
  assert.ok(table, room);
  return table;
}

for (const room of ROOMS) {
  test(`${room}: every code has an explanation, and no explanation is of another`, async () => {
    const explained = JSON.parse(readFileSync(`${SOURCE}${room}/explanations.json`, "utf8"));
    assert.deepEqual(Object.keys(explained).sort(), Object.keys(await readTable(room)).sort());
  });

  test(`${room}: every text says what was found and what to do`, async () => {
    for (const [code, { message, hint }] of Object.entries(await readTable(room))) {
      for (const text of listTexts(message)) {
        // What another stage or the browser has found is told in its own words, and a fault of the
        // machine as what happened.
        const begun =
          /^(?:Unexpected |\{message\}|(?:An?|The) [\w ]+ cannot be (?:opened|written))/;
        assert.match(text, begun, code);
        assert.ok(!text.includes("\n"), code);
        assert.doesNotMatch(text, /[.\s]$/, code);
      }
      for (const text of listTexts(hint)) assert.match(text, /^\S[\s\S]*\S$/, code);
    }
  });
}

function listTexts(words: RuleText["hint"]): readonly string[] {
  return typeof words === "string" ? [words] : Object.values(words);
}
