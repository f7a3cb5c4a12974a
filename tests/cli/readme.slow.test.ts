import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";

const FILE = join(REPOSITORY, "README.md");

/** A command, and the block that says what it prints. */
const SHOWN =
  /^(?:`\.\/handpress (.+)`|```\n\.\/handpress (.+)\n```\n)\s?prints\n\n```\n([\s\S]*?)^```$/gm;
const FIRST = /(`output\/`:\n\n```\n)([\s\S]*?)^```$/m;

// UPDATE_README=1 node tests/run.mjs --slow readme writes what is printed today; read the difference.
test("README shows what one sees", async (t) => {
  const home = await mkdtemp(join(tmpdir(), "handpress-readme-"));
  t.after(() => rm(home, { recursive: true }));
  const cwd = join(home, "handpress");
  await mkdir(cwd);
  for (const copy of ["handpress/content", "my-curriculum"]) {
    await cp(join(REPOSITORY, "content"), join(home, copy), { recursive: true });
  }
  let text = await readFile(FILE, "utf8");
  const shown = [
    ["build --lang all", FIRST.exec(text)?.[2] ?? ""],
    ...[...text.matchAll(SHOWN)].map(([, one, other, printed]) => [one ?? other, printed]),
  ].filter(([command = ""]) => !command.startsWith("inspect"));
  assert.ok(shown.length >= 6);
  const differing: string[] = [];
  for (const [command = "", printed = ""] of shown) {
    const { note, out } = await runHandpress(command.split(" "), { cwd });
    // Empty lines part what the two streams say.
    const said = `${note}${note === "" || out === "" ? "" : "\n"}${out}`.replace(/\n{3,}/g, "\n\n");
    if (said === printed) continue;
    differing.push(`${command}\n${said}`);
    text = text.replace(printed, () => said);
  }
  if (process.env.UPDATE_README === "1") await writeFile(FILE, text);
  assert.deepEqual(differing, []);
});
