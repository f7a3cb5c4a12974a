import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { PDF_RULES } from "../../src/inspect/pdf/rules.ts";
import { damagePdfs } from "./damaged-pdfs.ts";

const damages = damagePdfs();
const fileOf = (name: string) => damages.find((one) => one.name === name)?.file ?? new Uint8Array();

for (const { name, codes, file } of damages) {
  test(`${name}: ${codes.join(", ") || "nothing is found"}`, () => {
    const { facts, diagnostics } = inspectFile(file);
    assert.ok(facts.kind === "pdf");
    const found = diagnostics.map(({ code }) => code).sort();
    assert.deepEqual(found, codes, diagnostics.map((one) => one.message).join("\n"));
    for (const { message, place, hint } of diagnostics) {
      assert.match(message, /^Unexpected .*, expected /);
      assert.doesNotMatch(message, /undefined|\.$/);
      assert.match(place.file, /^(page 1)?$/);
      assert.ok(hint);
    }
  });
}

test("every rule has a damaged file that shows it", () => {
  // What is wrong with the file itself is in pdf-files.thorough.test.ts.
  const shown = new Set(["PDF002", "PDF003", ...damages.flatMap(({ codes }) => codes)]);
  assert.deepEqual(
    Object.keys(PDF_RULES).filter((rule) => !shown.has(rule)),
    [],
  );
});

test("a file that claims PDF/UA must have tags; in others their lack is a warning", () => {
  const severities = (file: Uint8Array) =>
    inspectFile(file).diagnostics.map(({ severity }) => severity);
  const tagless = Buffer.from(fileOf("no tags at all"));
  const modest = Buffer.from(
    tagless.toString("latin1").replaceAll("pdfuaid:part", "pdfuaid:purt"),
    "latin1",
  );
  assert.deepEqual(severities(tagless), ["error"]);
  assert.deepEqual(severities(modest), ["warning"]);
});

test("one finding for a fault that stands in several places, and how often", () => {
  const found = inspectFile(fileOf("two folders of its maker")).diagnostics;
  assert.deepEqual(
    found.map(({ message }) => message),
    ["Unexpected `file:` address, expected one on the web (2 times)"],
  );
});
