import {
  MEMORY,
  type OverlayFileSystem,
  overlayFileSystem,
} from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

/** Two modules; four sessions of the first cannot be read, nor can the second's own page. */
export const session = (name: string, body = "Text.", more = "") =>
  `---\ntitle: ${name}\npermalink: /locks/${name.toLowerCase()}/\nadids: Input\n${more}---\n${body}\n`;

export const NAMES = ["Keys", "Bolts", "Hinges", "Chains", "Doors"];

export const LIST = NAMES.map(
  (name) => `  - name: ${name}\n    url: /locks/${name.toLowerCase()}/\n`,
);

export const LINKS = [
  ...NAMES.slice(0, 4).map((name) => `/locks/${name.toLowerCase()}/`),
  "/frames/",
];

export function makeWorld(): OverlayFileSystem {
  const fileSystem = overlayFileSystem({
    "c/handpress.yaml": "title: Doors\nlimits:\n  page-size: 10kB\n",
    "c/en/locks/locks.md": `---\nlayout: module\ntitle: Locks\npermalink: /locks/\ninput:\n${LIST.join("")}---\nText.\n`,
    "c/en/locks/a-doors.md": session("Doors", LINKS.map((url) => `[link](${url})`).join(" ")),
    "c/en/locks/bolts.md": session("Bolts", "x".repeat(10_001)),
    // Found by its permalink only, which stands before the byte that is no text.
    "c/en/locks/odd-name.md": Buffer.from(session("Hinges", "caf\u00e9"), "latin1"),
    "c/en/locks/keys.md": session("Keys", "", "level: a: b\n"),
    "c/en/locks/chains.md": session("Chains"),
    "c/en/z-frames.md":
      "---\nlayout: module\ntitle: [Frames\npermalink: /frames/\ninput:\n  - name: Doors\n    url: /locks/doors/\n---\n",
  });
  fileSystem.memory.faults.set(`${MEMORY}/c/en/locks/chains.md`, "permission");
  return fileSystem;
}

export const run = (...args: string[]) =>
  runHandpress(args, { cwd: MEMORY, fileSystem: makeWorld() });

export const CAUSES = [
  "en/locks/bolts.md FIL003",
  "en/locks/chains.md EDG001",
  "en/locks/keys.md HDR006",
  "en/locks/odd-name.md FIL002",
];

export const headsOf = (note: string) =>
  [...note.matchAll(/^c\/(\S+?\.md)\S*: (?:error|warning) (\w+):/gm)].map(
    ([, file, code]) => `${file} ${code}`,
  );
