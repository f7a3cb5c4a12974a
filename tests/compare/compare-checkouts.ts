/**
 * Whether two checkouts of Handpress make the same books and say the same of the same content.
 *
 *   tsx tests/compare/compare-checkouts.ts BEFORE AFTER CURRICULUM…
 *
 * Both checkouts must be compiled (`npm run compile`). Each builds every curriculum in every
 * language, edition and theme, some sheets besides, and is asked to `check` and `list` it.
 * Prints what differs; ends with 1 where something does.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

const THEMES = ["handout", "large-print", "low-ink", "pocket"];
const EDITIONS = ["--edition", "all", "--lang", "all"];
const RUNS: readonly (readonly string[])[] = [
  ["list", "--json", "--lang", "all"],
  ["check", "--json"],
  ["check"],
  ...THEMES.map((theme) => ["build", ...EDITIONS, "--theme", theme, "--output", theme]),
  [
    "build",
    "--names",
    "language",
    "--booklet",
    "--greyscale",
    "--links",
    "qr",
    "--output",
    "sheets",
  ],
];

/** What each run printed and each file it made, by a name that says of what. */
type Result = ReadonlyMap<string, string>;

function runAll(checkout: string, curricula: readonly string[]): Result {
  const folder = mkdtempSync(join(tmpdir(), "compare-"));
  const result = new Map<string, string>();
  try {
    for (const curriculum of curricula) {
      for (const [command = "", ...options] of RUNS) {
        const words = [command, curriculum, ...options];
        const { stdout, stderr, status } = spawnSync(
          process.execPath,
          [join(checkout, "handpress.mjs"), ...words],
          { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30 },
        );
        const name = `${basename(curriculum)}: ${[command, ...options].join(" ")}`;
        result.set(name, sum(neutralise(`${status}\n${stdout}\n${stderr}`)));
      }
      for (const output of [...THEMES, "sheets"]) {
        const from = join(folder, output);
        for (const file of listFiles(from)) {
          result.set(
            `${basename(curriculum)}: ${output}/${file}`,
            sum(readFileSync(join(from, file))),
          );
        }
        rmSync(from, { recursive: true, force: true });
      }
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without the way to the checkout that hints name, and what sums up the sums of another theme. */
function neutralise(text: string): string {
  return text
    .replace(/\S*handpress\.mjs/g, "handpress")
    .replace(/(?<="fingerprint": )"[^"]*"/g, '""');
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
  } catch {
    return [];
  }
}

function sum(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const [before = "", after = "", ...curricula] = process.argv.slice(2).map((path) => resolve(path));
const [old, now] = [runAll(before, curricula), runAll(after, curricula)];
const names = [...new Set([...old.keys(), ...now.keys()])].sort();
const differing = names.filter((name) => old.get(name) !== now.get(name));
for (const name of differing) {
  const what = !now.has(name) ? "no more" : old.has(name) ? "differs" : "new";
  process.stdout.write(`${what}: ${name}\n`);
}
process.stdout.write(`${names.length - differing.length} the same, ${differing.length} not.\n`);
process.exitCode = differing.length === 0 && names.length > 0 ? 0 : 1;
