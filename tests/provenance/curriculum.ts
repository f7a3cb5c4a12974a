import assert from "node:assert/strict";
import { type RunResult, runHandpress } from "../support/machine.ts";
import { MEMORY, type OverlayWorld, overlayWorld } from "../support/overlay-world.ts";

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

export function openWorld(pages: Readonly<Record<string, string>> = PAGES): OverlayWorld {
  return overlayWorld(pages);
}

export function run(world: OverlayWorld, ...args: readonly string[]): Promise<RunResult> {
  return runHandpress(args, { cwd: MEMORY, world });
}

/** EPUBs only: they take no browser. */
export async function build(world: OverlayWorld, ...args: readonly string[]): Promise<void> {
  const { code, note } = await run(world, "build", "./c", "-f", "epub", ...args);
  assert.equal(`${code} ${note}`, "0 ");
}

export function readText(world: OverlayWorld, path: string): string {
  const bytes = world.memory.files.get(`${MEMORY}/${path}`);
  assert.ok(bytes, path);
  return new TextDecoder().decode(bytes);
}

export function writeText(world: OverlayWorld, path: string, text: string): void {
  world.memory.files.set(`${MEMORY}/${path}`, new TextEncoder().encode(text));
}

export function remove(world: OverlayWorld, path: string): void {
  assert.ok(world.memory.files.delete(`${MEMORY}/${path}`), path);
}
