import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readPageAttacks } from "./attack.ts";
import { makeCurriculum } from "./curriculum.ts";
import { openListener } from "./listener.ts";
import { listTree, openRoot, type Root } from "./root.ts";

/** A fileSystem without any network device but its own loopback, where this machine can make one. */
const ALONE = ["unshare", "--map-root-user", "--net"];
const canBeAlone = canRun([...ALONE, "true"]);

/** The same, where we are the resolver and all hosts there are: what is asked for is written down. */
function beAllHosts(report: string, port: number): readonly string[] {
  const program = fileURLToPath(new URL("./own-network.ts", import.meta.url));
  const node = [process.execPath, "--import", import.meta.resolve("tsx"), program];
  return [...ALONE, "--mount", ...node, report, String(port)];
}
const canBeAllHosts = canRun([...beAllHosts("/dev/null", 9), "true"]);

function canRun([command = "", ...args]: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Those that would reach out, if anything did. */
const REACHING =
  /^(?:frame|image-remote|link-element|media|meta-refresh|object|script-|style-|svg-in)/;

async function openReaching(port: number): Promise<Root> {
  const attacks = (await readPageAttacks()).filter(({ name }) => REACHING.test(name));
  assert.ok(attacks.length >= 8);
  const root = await openRoot(port);
  root.write(makeCurriculum(attacks, root.targets));
  return root;
}

async function hashBooks(root: Root, wrap: readonly string[]) {
  const built = await root.build(["--lang", "en"], wrap);
  assert.equal(built.code, 1, built.note);
  const books = listTree(root.output).filter((path) => /\.\w+$/.test(path));
  // Two books, their sums and their record.
  assert.ok(books.length >= 2);
  return books.map((path) => [
    relative(root.output, path),
    createHash("sha256").update(readFileSync(path)).digest("hex"),
  ]);
}

test("books are the same bytes with a network and without any, and no name is looked up", async () => {
  const listener = await openListener();
  const root = await openReaching(listener.port);
  try {
    const online = await hashBooks(root, []);
    // Where neither can be made, the later builds show no more than that nothing was heard.
    assert.deepEqual(await hashBooks(root, canBeAlone ? ALONE : []), online);
    assert.deepEqual(listener.heard, []);
    if (!canBeAllHosts) return;
    const report = join(root.folder, "outside/asked.txt");
    const wrap = beAllHosts(report, listener.port);
    assert.deepEqual(await hashBooks(root, wrap), online);
    assert.equal(readFileSync(report, "utf8"), "");
    // And it does hear.
    const ask = `fetch("http://canary-host.invalid:${listener.port}/").catch(() => {})`;
    assert.ok(canRun([...wrap, process.execPath, "--eval", ask]));
    assert.match(
      readFileSync(report, "utf8"),
      new RegExp(`^(?:name canary-host\\.invalid\n)+connection ${listener.port}\n$`),
    );
  } finally {
    listener.close();
    root.remove();
  }
});
