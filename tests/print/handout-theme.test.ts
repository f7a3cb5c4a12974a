import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const folder = fileURLToPath(new URL("../../themes/handout/", import.meta.url));
const source = fileURLToPath(new URL("../../src/", import.meta.url));

function textsBelow(path: string, ending: string): readonly string[] {
  return readdirSync(path, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(`${path}/${name}`, "utf8"));
}

test("every word is used, and every word that is used is there", () => {
  const templates = textsBelow(`${folder}templates`, ".hbs").join("\n");
  const code = textsBelow(source, ".ts").join("\n");
  const keys = new Set(Object.keys(parse(readFileSync(`${folder}strings/en.yaml`, "utf8"))));
  // `say("notes")`, and `sayMarked(words, language, "notes")`.
  const saying = String.raw`\bsay(?:Marked|Around)?\(\s*(?:[\w.]+,\s*)*`;
  const asked = [
    ...[...templates.matchAll(/\bsay "([\w-]+)"/g)].map((one) => one[1] ?? ""),
    ...[...code.matchAll(new RegExp(`${saying}"([\\w-]+)"`, "g"))].map((one) => one[1] ?? ""),
  ];
  for (const key of asked) assert.ok(keys.has(key), `no words for ${key}`);
  // Keys with a part from a closed list, `say(`stage-${stage}`)`; some are said by a template.
  const families = [...`${code}${templates}`.matchAll(/[ (]`([a-z]+-)\$\{/g)].map(
    (one) => one[1] ?? "",
  );
  for (const key of keys) {
    const used = asked.includes(key) || families.some((family) => key.startsWith(family));
    assert.ok(used, `${key} is used nowhere`);
  }
});

test("templates hold no words of their own", () => {
  for (const text of textsBelow(`${folder}templates/print`, ".hbs")) {
    const words = text
      .replace(/\{\{[^}]*\}\}/g, "")
      .replace(/<[^>]*>/g, "")
      .match(/\p{L}{2,}/u);
    assert.equal(words, null, `${words?.[0]} in a template`);
  }
});

test("the stylesheet is logical: nothing in it names a side", () => {
  const css = readFileSync(`${folder}print.css`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:/m;
  assert.doesNotMatch(css, physical);
  assert.doesNotMatch(css, /float:\s*(left|right)|text-align:\s*(left|right)/);
});

test("nothing that is said is said by the stylesheet", () => {
  const css = readFileSync(`${folder}print.css`, "utf8");
  for (const [, content] of css.matchAll(/[\s{]content:\s*([^;]+);/g)) assert.equal(content, '""');
});
