import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { test } from "node:test";
import { BUNDLED_FAMILIES, SCRIPT_FONTS } from "../../src/font/families.ts";
import { unpackFont } from "../../src/font/unpack-font.ts";
import { PrivacyFindings } from "../../src/inspect/disclosure/privacy-findings.ts";
import { searchFont } from "../../src/inspect/epub/search-font.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { isKnownName, isKnownValue } from "../../src/inspect/markup/known-words.ts";
import { listUnsearched } from "../../src/inspect/verdict.ts";
import { misfit } from "../../src/pdf-norm/value-kinds.ts";

test("the classes of our books for reading systems are known names", () => {
  const sheets = readdirSync("themes", { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:reader|eastern)\.css$/.test(path))
    .map((path) => readFileSync(`themes/${path}`, "utf8"));
  assert.ok(sheets.length > 0);
  const classes = sheets.flatMap((css) =>
    Array.from(css.replace(/\/\*.*?\*\/|\{[^{}]*\}/gs, " ").matchAll(/\.([a-z][\w-]*)/g)),
  );
  const names = [
    ...classes.map(([, name = ""]) => name),
    ...SCRIPT_FONTS.map(({ script }) => `script-${script.toLowerCase()}`),
  ];
  assert.deepEqual(
    names.filter((name) => !isKnownName(name)),
    [],
  );
});

test("the fonts that our books carry are known by name", () => {
  const names = [...BUNDLED_FAMILIES, ...SCRIPT_FONTS.map((one) => one.family)].map(
    ({ name }) => name,
  );
  assert.deepEqual(
    names.filter((name) => !isKnownValue(name)),
    [],
  );
});

test("what the fonts of other scripts say of themselves is nothing to mind", async () => {
  const { resolve } = createRequire(import.meta.url);
  const findings = new PrivacyFindings();
  for (const { family } of SCRIPT_FONTS) {
    const publisher = family.isVariable ? "@fontsource-variable" : "@fontsource";
    const folder = dirname(resolve(`${publisher}/${family.packageName}/package.json`));
    const [file = ""] = readdirSync(`${folder}/files`).filter((name) =>
      /(?:400|wght)-normal\.woff2$/.test(name),
    );
    searchFont(findings, family.name, await unpackFont(readFileSync(`${folder}/files/${file}`)));
  }
  assert.ok(findings.list.length >= SCRIPT_FONTS.length);
  assert.deepEqual(
    findings.list.filter(({ code }) => code !== "TEL901"),
    [],
  );
});

test("anchors of our pages are known places, and words are none", () => {
  assert.equal(misfit("place", "/s1-a1"), undefined);
  assert.equal(misfit("place", "/s12-a3"), undefined);
  assert.notEqual(misfit("place", "/s1-alice"), undefined);
});

test("an arrow that is turned at its start is drawn as the norm has it", () => {
  const drawing = (orient: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><marker id="m1" orient="${orient}"><path d="M0 0h9"/></marker></defs><path d="M0 0h9" marker-start="url(#m1)"/></svg>`,
    );
  assert.deepEqual(listUnsearched(inspectFile(drawing("auto-start-reverse"))), []);
  assert.notDeepEqual(listUnsearched(inspectFile(drawing("auto-start-mina"))), []);
});
