import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { REPOSITORY } from "../support/run-handpress.ts";

const CLI = join(REPOSITORY, "src/cli");

/** Packages that are loaded with a module, without being called: by static imports alone. */
function listPackages(...entries: readonly string[]): readonly string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const pending = entries.map((name) => join(CLI, name));
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, target = ""] of text.matchAll(
      /^(?:import|export) (?!type\b)(?:[^;"]*\bfrom )?"([^"]+)"/gm,
    )) {
      if (target.startsWith(".")) pending.push(join(dirname(file), target));
      else if (!target.startsWith("node:")) packages.add(target);
    }
  }
  return [...packages].sort();
}

const HEAVY = [
  "@cantoo/pdf-lib",
  "fflate",
  "fontverter",
  "harfbuzzjs",
  "handlebars",
  "markdown-it",
  "parse5",
  "puppeteer-core",
  "sharp",
  "tar-stream",
];

test("--help loads nothing but the reader of command lines", () => {
  assert.deepEqual(listPackages("command-thread.ts"), ["commander"]);
});

test("list loads what reads headers, and none of what makes books", () => {
  const packages = listPackages("command-thread.ts", "list.ts");
  assert.deepEqual(
    packages.filter((name) => HEAVY.includes(name)),
    [],
  );
  assert.ok(packages.includes("gray-matter"), "the walk does not see the imports");
});

test("build loads the writers of PDF and EPUB only when they are called", () => {
  const packages = listPackages("command-thread.ts", "build.ts");
  assert.deepEqual(
    packages.filter((name) => ["@cantoo/pdf-lib", "fflate", "harfbuzzjs"].includes(name)),
    [],
  );
});
