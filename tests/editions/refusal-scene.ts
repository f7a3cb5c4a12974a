import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";

// A participant's edition that could hold what is for trainers is not made. The curriculum is English,
// with a translation into Finnish, for which nobody has written a list of words.

export let folder = "";

export const module = (title: string, ...sessions: readonly string[]) =>
  `---\nlayout: module\ntitle: ${title}\npermalink: /locks/\ninput:\n${sessions
    .map((name) => `  - url: /${name}/\n`)
    .join("")}---\nKeys and doors.\n`;

export const session = (name: string, body: string, more = "") =>
  `---\ntitle: ${name}\npermalink: /${name.toLowerCase()}/\nadids: Input\n${more}---\n${body}\n`;

export async function build(
  files: Readonly<Record<string, string>>,
  lang: string,
  ...more: string[]
) {
  const root = await mkdtemp(join(folder, "c-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const words =
    more[0] === "check" ? ["check", root] : ["build", root, "--format", "epub", "--edition", "all"];
  const { code, note } = await runHandpress([...words, "--lang", lang], { cwd: root });
  const output = await readdir(join(root, "output", lang)).catch(() => []);
  const found = note
    .split("\n")
    .filter((line) => / error (?:PUB02|THM)/.test(line) || line.startsWith("not built"));
  return { code, found, output: output.sort() };
}

export const ENGLISH = {
  "en/locks.md": module("Locks", "doors"),
  "en/doors.md": session(
    "Doors",
    "Open it.\n\n### Trainer's Note\n\nBring keys.\n\n### Look\n\nAt it.",
  ),
};

export const finnish = (body: string, more = "") => ({
  ...ENGLISH,
  "fi/locks.md": module("Lukot", "doors"),
  "fi/doors.md": session("Doors", body, more),
});

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "handpress-refusal-"));
  });
  after(() => rm(folder, { recursive: true }));
}
