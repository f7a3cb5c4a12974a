import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import type { PrintRequest } from "../../src/browser/browser.ts";
import { type FoundBrowser, findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";

export const PLAIN = { tagged: false, outline: false };

export let found: FoundBrowser;

export let folder: string;

export function request(text: string): PrintRequest {
  return { html: `<!doctype html><p id="a">${text}</p><p id="b">-</p>`, assets: new Map() };
}

/** Ends (or stops) a browser with all its processes. */
export function signal(processId: number, name: NodeJS.Signals): void {
  process.kill(-processId, name);
}

/** After SIGKILL nobody is there to remove the folder: the next run does it. */
export async function startAndClose(temporary: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  try {
    await (await launchBrowser(found)).close();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

export async function waitUntilGone(processId: number): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    try {
      process.kill(processId, 0);
    } catch {
      return;
    }
    await new Promise((settle) => setTimeout(settle, 50));
  }
  assert.fail("the browser goes on");
}

export function listProfiles(): readonly string[] {
  // Of this process only: other tests run at the same time.
  return readdirSync(tmpdir()).filter((name) =>
    name.startsWith(`handpress-browser-${process.pid}-`),
  );
}

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    found = await findBrowser();
    folder = mkdtempSync(join(tmpdir(), "handpress-test-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
}
