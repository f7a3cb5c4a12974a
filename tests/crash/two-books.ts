import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const module = (name: string, word: string) =>
  `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: /one/\n---\n${word}\n`;

/** A curriculum of two small books; one word stands in the first of them alone. */
export async function writeTwoBooks(folder: string, word: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "locks.md"), module("locks", word));
  await writeFile(join(folder, "doors.md"), module("doors", "Text."));
  await writeFile(
    join(folder, "one.md"),
    "---\ntitle: One\npermalink: /one/\nadids: Input\n---\nTurn the key.\n",
  );
}

/** A folder of its own, with another for the temporary files of this process. */
export async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "handpress-crash-"));
  const before = process.env.TMPDIR;
  await mkdir(join(folder, "temporary"));
  process.env.TMPDIR = join(folder, "temporary");
  try {
    await act(folder);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
