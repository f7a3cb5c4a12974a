import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { SOURCE } from "../crash/killed-builds.ts";

/** What SECURITY.md promises. */
const MOST_MS = 2000;
/** So many moments of each command, from when it has begun to read. */
const MOMENTS_MS = [0, 900, 2300, 6100, 11_000, 16_000];

let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-stop-"));
  await mkdir(join(folder, "c"));
  await mkdir(join(folder, "temporary"));
  const words = "Lock the **door**, then [read](/one/) `this` again and again.\n\n";
  // The first book is small: while the second one is calculated there is a browser to be ended.
  for (const [name, url] of [
    ["a", "/small/"],
    ["b", "/one/"],
  ]) {
    await writeFile(
      join(folder, `c/${name}.md`),
      `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: ${url}\n---\nText.\n`,
    );
  }
  await writeFile(
    join(folder, "c/small.md"),
    "---\ntitle: Small\npermalink: /small/\nadids: Input\n---\nText.\n",
  );
  await writeFile(
    join(folder, "c/one.md"),
    `---\ntitle: One\npermalink: /one/\nadids: Input\n---\n![A lock](lock.png)\n\n${words.repeat(9000)}`,
  );
  const [width, height] = [1500, 1500];
  // Noise of a fixed seed: nothing packs it.
  let state = 1;
  const noise = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state & 255;
  });
  const picture = sharp(noise, { raw: { width, height, channels: 3 } });
  await writeFile(join(folder, "c/lock.png"), await picture.png().toBuffer());
  await mkdir(join(folder, "output"));
  const big = Buffer.alloc(60_000_000, "a");
  await writeFile(join(folder, "output/a.epub"), big);
  await writeFile(join(folder, "output/SHA256SUMS"), `${"0".repeat(64)}  a.epub\n`);
});

after(() => rm(folder, { recursive: true, force: true }));

/** What ended a command that is told to stop, and how long after. */
async function stop(args: readonly string[], afterMs: number) {
  const child = spawn(process.execPath, [...SOURCE, ...args], {
    cwd: folder,
    env: { ...process.env, TMPDIR: join(folder, "temporary") },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  await Promise.race([ended, sleep(1500 + afterMs)]);
  const since = performance.now();
  child.kill("SIGTERM");
  const [, signal] = await ended;
  return { signal, tookMs: performance.now() - since };
}

for (const args of [
  ["check", "c"],
  ["build", "c", "--format", "epub"],
  ["build", "c"],
  ["verify", "output"],
  ["verify", "output", "--rebuild", "c"],
  ["inspect", "output"],
]) {
  test(`SIGTERM ends \`${args.join(" ")}\` at any moment, and nothing is left`, async () => {
    for (const moment of MOMENTS_MS) {
      const { signal, tookMs } = await stop(args, moment);
      // A command that had ended already proves nothing, and harms nothing.
      if (signal === null) break;
      assert.equal(signal, "SIGTERM");
      assert.ok(tookMs < MOST_MS, `${moment} ms after its start it went on for ${tookMs} ms`);
      const left = await readdir(join(folder, "temporary"));
      assert.deepEqual(
        left.filter((name) => name.startsWith("handpress-")),
        [],
      );
    }
  });
}
