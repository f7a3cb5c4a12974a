import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { MessageTable, Words } from "../../src/diagnostics/message-table.ts";
import { FINDING_TEXTS } from "../../src/inspect/disclosure/finding-texts.ts";
import { PRIVACY_RULES } from "../../src/inspect/disclosure/privacy-rules.ts";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));
const FILES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);

/**
 * Every folder that explains codes: its texts are in `rules.ts`. What a file discloses has a level in
 * place of them, which `rules.test.ts` looks at.
 */
const ROOMS = FILES.flatMap((path) =>
  path.endsWith("/explanations.json") && !path.includes("/disclosure/") ? [dirname(path)] : [],
);

/** Tables of what has no code: requests that cannot be, faults of a print and of the browser. */
const UNCODED = FILES.filter((path) => path.endsWith("-messages.ts"));

async function readTable(path: string, end: "_RULES" | "_MESSAGES"): Promise<MessageTable> {
  const module = await import(pathToFileURL(`${SOURCE}${path}`).href);
  const [table] = Object.entries<MessageTable>(module).flatMap(([name, value]) =>
    name.endsWith(end) ? [value] : [],
  );
  assert.ok(table, path);
  return table;
}

for (const room of ROOMS) {
  test(`${room}: every code has an explanation, and no explanation is of another`, async () => {
    const explained = JSON.parse(readFileSync(`${SOURCE}${room}/explanations.json`, "utf8"));
    const table = await readTable(`${room}/rules.ts`, "_RULES");
    assert.deepEqual(Object.keys(explained).sort(), Object.keys(table).sort());
  });

  test(`${room}: every text says what was found and what to do`, async () => {
    for (const [code, { message, hint }] of Object.entries(
      await readTable(`${room}/rules.ts`, "_RULES"),
    )) {
      for (const text of listTexts(message)) checkMessage(text, code);
      for (const text of listTexts(hint)) assert.match(text, /^\S[\s\S]*\S$/, code);
    }
  });
}

for (const path of UNCODED) {
  test(`${path}: every text says what was found or what happened`, async () => {
    for (const [name, { message, hint }] of Object.entries(await readTable(path, "_MESSAGES"))) {
      for (const text of listTexts(message)) checkMessage(text, name);
      // A list of what was found can say all.
      for (const text of listTexts(hint)) assert.match(text, /^(?:\S[\s\S]*\S)?$/, name);
    }
  });
}

test("what is said of a finding is of a code that there is, in one line and without a full stop", () => {
  for (const [code, texts] of Object.entries(FINDING_TEXTS)) {
    assert.ok(code in PRIVACY_RULES, code);
    for (const [name, text] of Object.entries(texts))
      assert.match(text, /^\S(?:.*[^.\s])?$/, `${code} ${name}`);
  }
});

/**
 * What another stage or the browser has found is told in its own words, and a fault of the machine as
 * what happened.
 */
function checkMessage(text: string, code: string): void {
  const begun =
    /^(?:Unexpected |\{message\}|(?:An?|The) [\w ]+ (?:cannot|could not|crashed|stopped|was not)|No browser was found)/;
  assert.match(text, begun, code);
  assert.ok(!text.includes("\n"), code);
  assert.doesNotMatch(text, /[.\s]$/, code);
}

function listTexts(words: Words): readonly string[] {
  return typeof words === "string" ? [words] : Object.values(words);
}
