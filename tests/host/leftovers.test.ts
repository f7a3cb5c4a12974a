import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { namePart, removeLeftovers } from "../../src/host/leftovers.ts";
import { isLeftOver, issueMark } from "../../src/host/run-mark.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-world-"));
});
afterEach(() => rm(folder, { recursive: true }));

const address = (path: string) =>
  JSON.stringify(new URL(`../../src/host/${path}`, import.meta.url));
const TSX = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval"];

/** A name that a process made which has ended. */
function nameOfDeadRun(path: string): string {
  const script = `import { namePart } from ${address("leftovers.ts")}; console.log(namePart(${JSON.stringify(path)}));`;
  return spawnSync(process.execPath, [...TSX, script], { encoding: "utf8" }).stdout.trim();
}

test("a program that is killed while it writes leaves a part, which is removed later", async () => {
  const path = join(folder, "book.epub");
  await writeFile(path, "earlier");
  const script = `import { readdirSync } from "node:fs";
    import { nodeFileSystem } from ${address("node-file-system.ts")};
    void nodeFileSystem.writeFile(${JSON.stringify(path)}, new Uint8Array(200_000_000));
    setInterval(() => {
      if (readdirSync(${JSON.stringify(folder)}).length > 1) process.kill(process.pid, "SIGKILL");
    }, 1);`;
  assert.equal(spawnSync(process.execPath, [...TSX, script]).signal, "SIGKILL");
  const left = await readdir(folder);
  assert.equal(left.length, 2);
  assert.match(left[0] ?? "", /^\.book\.epub\.\d+(?:-[0-9a-f]{8}){3}\.part$/);
  assert.equal(await readFile(path, "utf8"), "earlier");
  await removeLeftovers([folder]);
  assert.deepEqual(await readdir(folder), ["book.epub"]);
});

test("what a run that lives is writing stays, this one's and another's", async (t) => {
  const own = namePart(join(folder, "own.pdf"));
  await writeFile(own, "");
  const script = `import { writeFileSync } from "node:fs";
    import { namePart } from ${address("leftovers.ts")};
    writeFileSync(namePart(${JSON.stringify(join(folder, "other.pdf"))}), "");
    console.log("written");
    setInterval(() => {}, 60_000);`;
  const other = spawn(process.execPath, [...TSX, script], { stdio: ["ignore", "pipe", "inherit"] });
  t.after(() => other.kill("SIGKILL"));
  const ended = once(other, "exit");
  await once(other.stdout, "data");
  await removeLeftovers([folder]);
  assert.equal((await readdir(folder)).length, 2);
  other.kill("SIGKILL");
  await ended;
  await removeLeftovers([folder]);
  assert.deepEqual(
    (await readdir(folder)).map((name) => join(folder, name)),
    [own],
  );
});

test("only files of our own making are removed: no folder, no link, no other name", async () => {
  const dead = nameOfDeadRun(join(folder, "a.pdf"));
  const outside = join(folder, "kept");
  await writeFile(outside, "kept");
  await symlink(outside, dead);
  await mkdir(nameOfDeadRun(join(folder, "b.pdf")));
  await writeFile(join(folder, ".c.pdf.part"), "");
  await writeFile(join(folder, ".d.pdf.12345.part"), "");
  const before = await readdir(folder);
  await removeLeftovers([folder, join(folder, "nowhere")]);
  assert.deepEqual(await readdir(folder), before);
});

test("a mark of this process's number that this run did not give is a dead run's", () => {
  const mine = issueMark();
  assert.equal(isLeftOver(mine, 1e12, 0), false);
  const [number, place, begin] = mine.split("-");
  assert.equal(isLeftOver(`${number}-${place}-${begin}-00000000`, 0, 1e12), true);
});

test("a number that was given again to another process, or to a thread, is no living run's", () => {
  const [, place] = issueMark().split("-");
  const isKnown = process.platform === "linux";
  assert.equal(isLeftOver(`${process.ppid}-${place}-ffffffff-00000000`, 0, 1e12), isKnown);
  assert.equal(isLeftOver(`${process.ppid}-${place}-00000000-00000000`, 0, 1e12), false);
});

test("of a run that is counted elsewhere only age can tell", async () => {
  const [number = ""] = issueMark().split("-");
  const strange = `${number}-ffffffff-00000000-00000000`;
  assert.equal(isLeftOver(strange, 1000, 1000), false);
  assert.equal(isLeftOver(strange, 1001, 1000), true);
  const path = join(folder, `.a.pdf.${strange}.part`);
  await writeFile(path, "");
  await removeLeftovers([folder]);
  assert.equal((await readdir(folder)).length, 1, "it is as new as its folder");
  await utimes(path, 1_000_000, 1_000_000);
  await removeLeftovers([folder]);
  assert.deepEqual(await readdir(folder), []);
});

test("a name of two hundred and fifty bytes can still be written under another", async () => {
  const { nodeFileSystem } = await import("../../src/host/node-file-system.ts");
  const name = "ن".repeat(125);
  await nodeFileSystem.writeFile(join(folder, name), new Uint8Array([1]));
  assert.deepEqual(await readdir(folder), [name]);
});
