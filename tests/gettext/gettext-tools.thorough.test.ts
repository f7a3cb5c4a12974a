import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { createHeader } from "../../src/gettext/header.ts";
import { pluralFormsOf } from "../../src/gettext/plural-table.ts";
import { writeCatalogue } from "../../src/gettext/write-catalogue.ts";
import { sameCases } from "../support/seed.ts";
import { anyCatalogue } from "./any-catalogue.ts";
import { MERGE, MERGED, RECORDED } from "./catalogues.ts";

/** Other versions know other formats, and wrap in another way. */
const VERSION = "0.21";

const [first = ""] = (spawnSync("msgcat", ["--version"], { encoding: "utf8" }).stdout ?? "").split(
  "\n",
);
const lacks = first.endsWith(` ${VERSION}`) ? false : `gettext ${VERSION} (Debian 12: gettext)`;

describe("gettext's own tools", { skip: lacks }, () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "gettext-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  function run(tool: string, options: readonly string[], ...texts: readonly string[]): string {
    const files = texts.map((text, at) => {
      const path = join(folder, `${at}.po`);
      writeFileSync(path, text);
      return path;
    });
    const environment = { ...process.env, LC_ALL: "C.UTF-8" };
    return execFileSync(tool, [...options, ...files], {
      encoding: "utf8",
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  for (const { name, typed, written } of RECORDED) {
    test(`${name}: msgcat writes what was recorded`, () => {
      assert.equal(run("msgcat", ["--no-wrap"], typed), written);
    });
  }

  for (const { name, old, template, written } of MERGED) {
    test(`${name}: msgmerge writes what was recorded`, () => {
      assert.equal(run("msgmerge", MERGE, old, template), written);
    });
  }

  test("msgcat leaves any catalogue that was written as it is", () => {
    fc.assert(
      fc.property(anyCatalogue, (catalogue) => {
        const text = writeCatalogue(catalogue);
        assert.equal(run("msgcat", ["--no-wrap", "--force-po"], text), text);
      }),
      sameCases(60),
    );
  });

  test("msgfmt finds nothing in a new catalogue, of any language that is known", () => {
    for (const language of [
      "en",
      "fr",
      "ar",
      "fa",
      "ru",
      "zh-Hans",
      "my",
      "pt-BR",
      "cy",
      "ga",
      "lv",
    ]) {
      assert.ok(pluralFormsOf(language), language);
      const header = createHeader({
        project: "Doors",
        language,
        created: "2026-11-30 12:00+0000",
        revised: "2026-11-30 12:00+0000",
      });
      const text = writeCatalogue({ header, entries: [] });
      const file = join(folder, "new.po");
      writeFileSync(file, text);
      const { status, stderr } = spawnSync("msgfmt", ["-c", "-o", join(folder, "new.mo"), file], {
        encoding: "utf8",
      });
      assert.deepEqual([status, stderr], [0, ""], language);
    }
  });
});
