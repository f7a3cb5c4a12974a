import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is left in the folder of temporary files; tsx, which runs the tests, keeps its own there. */
export async function listScraps(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith("tsx-"));
}

/** Linux: the processes that have a folder in their command line. */
export async function listProcesses(folder: string): Promise<readonly string[]> {
  const numbers = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map((number) => readFile(`/proc/${number}/cmdline`, "utf8").catch(() => "")),
  );
  return lines.filter((line) => line.includes(folder));
}

export async function withCurriculum(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "handpress-stop-"));
  try {
    await mkdir(join(folder, "c"));
    await mkdir(join(folder, "temporary"));
    for (const name of ["a", "b", "d", "e"]) {
      await writeFile(
        join(folder, "c", `${name}.md`),
        `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: /one/\n---\nText.\n`,
      );
    }
    await writeFile(
      join(folder, "c/one.md"),
      "---\ntitle: One\npermalink: /one/\nadids: Input\n---\nText.\n",
    );
    await mkdir(join(folder, "output/en"), { recursive: true });
    await writeFile(join(folder, "output/en/a.pdf"), "earlier");
    await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
