import assert from "node:assert/strict";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

// The library that reads EXIF talks of what is odd in it.
console.warn = () => {};

/** A file of somebody else, as `inspect` is asked about it. */
export async function checkStranger(bytes: Uint8Array): Promise<void> {
  const fileSystem = overlayFileSystem({ "tea.bin": bytes });
  const { code, out, note } = await runHandpress(["inspect", "tea.bin"], {
    cwd: MEMORY,
    fileSystem,
  });
  assert.ok(code === 0 || code === 1, `ends with ${code}: ${note}`);
  // What a file says can be no command to the terminal, and no line of ours.
  assert.doesNotMatch(out + note, /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
  assert.doesNotMatch(out + note, /undefined|\[object|NaN/);
  assert.match(out, /tea\.bin: [^\n]+\.\n$/, "the verdict is the last line");
  const { disclosure, findings } = inspectFile(bytes);
  if (disclosure.level !== "leak") return;
  assert.equal(code, 1);
  assert.ok(findings.length > 0);
}
