import assert from "node:assert/strict";
import {
  MEMORY,
  type OverlayFileSystem,
  overlayFileSystem,
} from "../support/overlay-file-system.ts";
import { type RunResult, runHandpress } from "../support/run-handpress.ts";

const module = (name: string, session: string) =>
  `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: /${session}/\n---\nText.\n`;
const session = (name: string, text: string) =>
  `---\ntitle: ${name}\npermalink: /${name}/\nadids: Input\n---\n${text}\n`;

/** Two small modules with a picture. */
export const PAGES: Readonly<Record<string, string>> = {
  "c/handpress.yaml": "title: Locks\npublisher: A small press\n",
  "c/locks.md": module("locks", "keys"),
  "c/keys.md": session(
    "keys",
    "Turn the key, as [they](https://www.example.org/) say. ![A key](/key.svg)",
  ),
  "c/doors.md": module("doors", "hinges"),
  "c/hinges.md": session("hinges", "Oil them."),
  "c/key.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>',
};

export function openWorld(pages: Readonly<Record<string, string>> = PAGES): OverlayFileSystem {
  return overlayFileSystem(pages);
}

export function run(fileSystem: OverlayFileSystem, ...args: readonly string[]): Promise<RunResult> {
  return runHandpress(args, { cwd: MEMORY, fileSystem });
}

/** EPUBs only: they take no browser. */
export async function build(
  fileSystem: OverlayFileSystem,
  ...args: readonly string[]
): Promise<void> {
  const { code, note } = await run(fileSystem, "build", "./c", "-f", "epub", ...args);
  assert.equal(`${code} ${note}`, "0 ");
}

const built = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** A world in which this build has ended. */
export function builtWorld(...args: readonly string[]): Promise<OverlayFileSystem> {
  return copyWorld(args.join(" "), async () => {
    const fileSystem = openWorld();
    await build(fileSystem, ...args);
    return fileSystem;
  });
}

/** Builds take long: each is made once by its key, and every caller gets a copy of its own. */
export async function copyWorld(
  key: string,
  make: () => Promise<OverlayFileSystem>,
): Promise<OverlayFileSystem> {
  const files = built.get(key) ?? new Map((await make()).memory.files);
  built.set(key, files);
  const fileSystem = openWorld({});
  for (const [path, bytes] of files) fileSystem.memory.files.set(path, new Uint8Array(bytes));
  return fileSystem;
}

export function readText(fileSystem: OverlayFileSystem, path: string): string {
  const bytes = fileSystem.memory.files.get(`${MEMORY}/${path}`);
  assert.ok(bytes, path);
  return new TextDecoder().decode(bytes);
}

export function writeText(fileSystem: OverlayFileSystem, path: string, text: string): void {
  fileSystem.memory.files.set(`${MEMORY}/${path}`, new TextEncoder().encode(text));
}

export function remove(fileSystem: OverlayFileSystem, path: string): void {
  assert.ok(fileSystem.memory.files.delete(`${MEMORY}/${path}`), path);
}
