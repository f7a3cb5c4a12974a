import assert from "node:assert/strict";
import { test } from "node:test";
import { runHandpress } from "../support/machine.ts";
import { MEMORY, overlayWorld } from "../support/overlay-world.ts";

const module = (name: string) =>
  `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: ${name} 1\n    url: /${name}/1/\n---\n`;
const session = (name: string, text: string) =>
  `---\ntitle: ${name}\npermalink: /${name}/1/\nadids: Input\nduration: 20 minutes\n---\n${text}\n`;

test("a defect of ours in one book does not take the others with it", async () => {
  const world = overlayWorld({
    "a.md": module("a"),
    "a1.md": session("a", "![A stair](/broken.png)"),
    "b.md": module("b"),
    "b1.md": session("b", "Text."),
    "broken.png": "x",
  });
  const broken = {
    ...world,
    readFile: (...[where, mostBytes]: Parameters<typeof world.readFile>) => {
      const path = typeof where === "string" ? where : where.at;
      if (path.endsWith("broken.png")) throw new TypeError("something that nobody thought of");
      return world.readFile(where, mostBytes);
    },
  };
  const args = ["build", ".", "--format", "epub"];
  await assert.rejects(
    runHandpress(args, { cwd: MEMORY, world: broken }),
    /something that nobody thought of/,
  );
  const made = [...world.memory.files.keys()].filter((path) => path.includes("/output/"));
  assert.deepEqual(made.sort(), [
    "/memory/output/SHA256SUMS",
    "/memory/output/en/b.epub",
    "/memory/output/handpress-record.json",
  ]);
  const sums = new TextDecoder().decode(world.memory.files.get("/memory/output/SHA256SUMS"));
  assert.match(sums, /^\w{64} {2}en\/b\.epub\n\w{64} {2}handpress-record\.json\n$/);
});
