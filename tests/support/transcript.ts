import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunResult } from "./run-handpress.ts";

/**
 * Asserts that command lines give what stands in `tests/cli/transcripts/NAME.txt`: all that is printed, on
 * which of the two outputs, and the exit code. UPDATE_GOLDEN=1 writes the file anew; read the difference.
 *
 * @param runs the words behind `handpress`, and what came of them.
 */
export function assertTranscript(
  name: string,
  ...runs: readonly (readonly [args: readonly string[], result: RunResult])[]
): void {
  const path = fileURLToPath(new URL(`../cli/transcripts/${name}.txt`, import.meta.url));
  const found = runs.map(([args, result]) => transcribe(args, result)).join("\n");
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, found);
  }
  assert.equal(found, existsSync(path) ? readFileSync(path, "utf8") : "", path);
}

function transcribe(args: readonly string[], { code, out, note }: RunResult): string {
  const words = args.map((word) => (/^[\w./=,-]+$/.test(word) ? word : JSON.stringify(word)));
  const parts = [
    `$ handpress ${words.join(" ")}\n`,
    out === "" ? "" : `--- standard output\n${out}`,
    note === "" ? "" : `--- standard error\n${note}`,
    `--- exit code ${code}\n`,
  ];
  // Sizes of compressed files change with the version of zlib in Node.js.
  return parts.join("").replace(/\d+ kB/g, "… kB");
}
