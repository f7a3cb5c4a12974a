import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { CONDITIONS, summariseCoverage } from "../../src/inspect/pdf/matterhorn.ts";
import { CODE_OF_CONDITION, PDF_RULES } from "../../src/inspect/pdf/rule-table.ts";
import { damagePdfs } from "./damaged-pdfs.ts";

const damages = damagePdfs();

function inspectPdf(file: Uint8Array) {
  const { facts, diagnostics } = inspectFile(file);
  assert.ok(facts.kind === "pdf");
  return { facts, diagnostics };
}

for (const { name, conditions, file } of damages) {
  test(`${name}: ${conditions.join(", ") || "nothing is found"}`, () => {
    const { facts, diagnostics } = inspectPdf(file);
    const found = facts.pdfua.failures.map(({ condition }) => condition).sort();
    assert.deepEqual(
      found,
      conditions.toSorted(),
      diagnostics.map((one) => one.message).join("\n"),
    );
    for (const { message, place, hint } of diagnostics) {
      assert.match(message, /^Unexpected .*, expected /);
      assert.doesNotMatch(message, /undefined|\.$/);
      assert.match(place.file, /^(page 1)?$/);
      assert.ok(hint);
    }
  });
}

test("every rule has a damaged file that shows it", () => {
  // What is wrong with the file itself is in pdf-files.test.ts.
  const shown = new Set(["PDF002", "PDF003", ...damages.flatMap(({ conditions }) => conditions)]);
  const rules = [...CODE_OF_CONDITION.keys(), ...Object.keys(PDF_RULES)];
  assert.deepEqual(
    rules.filter((rule) => !shown.has(rule)),
    [],
  );
});

test("what the table says is looked at has a code, and nothing else", () => {
  const looked = CONDITIONS.filter(({ coverage }) => coverage !== "no").map(({ id }) => id);
  assert.deepEqual([...CODE_OF_CONDITION.keys()].sort(), looked.sort());
});

test("the table is the protocol's: 137 conditions, 87 for programs, 48 for people", () => {
  assert.equal(new Set(CONDITIONS.map(({ id }) => id)).size, 137);
  const { machine, human, lookedAt, notLookedAt } = summariseCoverage();
  assert.deepEqual([machine, human], [87, 48]);
  assert.equal(lookedAt + notLookedAt.length, machine);
  for (const { what, judge } of CONDITIONS) {
    assert.ok(what.length > 10);
    assert.ok(["machine", "human", "nobody"].includes(judge));
  }
});

test("a file that claims PDF/UA is held to it; for others the same are warnings", () => {
  const fileOf = (name: string) =>
    damages.find((one) => one.name === name)?.file ?? new Uint8Array();
  const severities = (name: string) =>
    inspectPdf(fileOf(name)).diagnostics.map(({ severity }) => severity);
  assert.deepEqual(severities("a level skipped"), ["error"]);
  assert.deepEqual(severities("no claim"), ["warning"]);
});

test("one finding for a fault that is everywhere: how often, and the first places", () => {
  const file = damages.find(({ name }) => name === "no language")?.file ?? new Uint8Array();
  const { facts, diagnostics } = inspectPdf(file);
  const found = diagnostics.filter(({ message }) => message.includes("11-001"));
  assert.equal(found.length, 1);
  assert.equal(
    found[0]?.message,
    "Unexpected text without a language, expected one for the file (Matterhorn 11-001, 7 times)",
  );
  assert.deepEqual(found[0]?.place, { file: "page 1" });
  const failure = facts.pdfua.failures.find(({ condition }) => condition === "11-001");
  assert.deepEqual(failure, { condition: "11-001", code: "PDF119", count: 7, pages: [1] });
});
