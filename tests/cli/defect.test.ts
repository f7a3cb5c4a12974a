import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

const module = (name: string) =>
  `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: ${name} 1\n    url: /${name}/1/\n---\n`;
const session = (name: string, text: string) =>
  `---\ntitle: ${name}\npermalink: /${name}/1/\nadids: Input\nduration: 20 minutes\n---\n${text}\n`;

test("a defect of ours in one book does not take the others with it", async () => {
  const fileSystem = overlayFileSystem({
    "a.md": module("a"),
    "a1.md": session("a", "![A stair](/broken.png)"),
    "b.md": module("b"),
    "b1.md": session("b", "Text."),
    "broken.png": "x",
  });
  const broken = {
    ...fileSystem,
    readFile: (...[where, mostBytes]: Parameters<typeof fileSystem.readFile>) => {
      const path = typeof where === "string" ? where : where.at;
      if (path.endsWith("broken.png")) throw new TypeError("something that nobody thought of");
      return fileSystem.readFile(where, mostBytes);
    },
  };
  const args = ["build", ".", "--format", "epub"];
  await assert.rejects(
    runHandpress(args, { cwd: MEMORY, fileSystem: broken }),
    /something that nobody thought of/,
  );
  const made = [...fileSystem.memory.files.keys()].filter((path) => path.includes("/output/"));
  assert.deepEqual(made.sort(), [
    "/memory/output/SHA256SUMS",
    "/memory/output/en/b.epub",
    "/memory/output/handpress-record.json",
  ]);
  const sums = new TextDecoder().decode(fileSystem.memory.files.get("/memory/output/SHA256SUMS"));
  assert.match(sums, /^\w{64} {2}en\/b\.epub\n\w{64} {2}handpress-record\.json\n$/);
});
