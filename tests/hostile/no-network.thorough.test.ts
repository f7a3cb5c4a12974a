import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readPageAttacks } from "./attack.ts";
import { makeCurriculum } from "./curriculum.ts";
import { type Listener, openListener } from "./listener.ts";
import { listTree, openRoot, type Root } from "./root.ts";

/** A network without any device but its own loopback, where this machine can make one. */
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

/** The program with a trap before its calls to any network: on every machine. */
function beTrapped(report: string): readonly string[] {
  const trap = new URL("./network-trap.mjs", import.meta.url).href;
  return ["env", `NODE_OPTIONS=--import=${trap}`, `NETWORK_TRAP=${report}`];
}

const ASK = `fetch("http://canary-host.invalid:8080/").catch(() => {})`;

let listener: Listener;
let root: Root;
let online: Awaited<ReturnType<typeof hashBooks>>;
before(async () => {
  listener = await openListener();
  root = await openReaching(listener.port);
  online = await hashBooks(root, []);
});
after(() => {
  listener.close();
  root.remove();
});

test("the program asks no network for anything, and its books are the same bytes", async () => {
  const report = join(root.folder, "outside/tried.txt");
  writeFileSync(report, "");
  const wrap = beTrapped(report);
  assert.deepEqual(await hashBooks(root, wrap), online);
  assert.equal(readFileSync(report, "utf8"), "");
  assert.deepEqual(listener.heard, []);
  // And it does hear, also what a thread asks: commands run in one.
  const asking = join(root.folder, "outside/asking.mjs");
  writeFileSync(
    asking,
    `import { isMainThread, Worker } from "node:worker_threads";
    if (isMainThread) new Worker(new URL(import.meta.url)); else await ${ASK};`,
  );
  for (const words of [[asking], ["--eval", ASK]]) {
    writeFileSync(report, "");
    assert.ok(canRun([...wrap, process.execPath, ...words]));
    assert.match(
      readFileSync(report, "utf8"),
      /^connection canary-host\.invalid:8080\nname canary-host\.invalid\n/,
    );
  }
});

const cannot = "this machine lets nobody make a network: `unshare --map-root-user --net` fails";

test("without any network books are the same bytes", { skip: !canBeAlone && cannot }, async () => {
  assert.deepEqual(await hashBooks(root, ALONE), online);
  assert.deepEqual(listener.heard, []);
});

test("where we are every host, nobody is asked and no name is looked up", {
  skip: !canBeAllHosts && cannot,
}, async () => {
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
});
