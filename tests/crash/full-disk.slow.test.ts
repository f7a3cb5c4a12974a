import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import { COMPILED, demandRecovery, demandTidy, openScene, WORDS } from "./killed-builds.ts";
import { withFolder, writeTwoBooks } from "./two-books.ts";

const command = (more: string) =>
  [process.execPath, ...COMPILED, "build", "c", "--no-cache"].map((word) => `'${word}'`).join(" ") +
  more;

/** A disk of so many bytes with the earlier books; what is on it at the end goes to `seen`. */
const onSmallDisk = (sizeBytes: number) => `
  mount -t tmpfs -o size=${sizeBytes} tmpfs output || exit 99
  cp -r earlier/. output/ || exit 98
  ${command("")}
  code=$?
  cp -r output/. seen/
  exit $code`;

/** Where nobody may mount: no file may be longer. Browsers do not live with that, EPUB does. */
const withShortFiles = (sizeBytes: number) => `
  cp -r earlier/. output/ || exit 98
  (ulimit -f ${Math.floor(sizeBytes / 512)}; exec ${command(" --format epub")})
  code=$?
  cp -r output/. seen/
  exit $code`;

/** The words that run a script which may mount, if this user may do that in any way. */
function findMountingShell(folder: string): readonly string[] | undefined {
  const ways = ["-m", "-Urm"].map((rights) => ["unshare", rights, "sh", "-c"]);
  return ways.find(
    ([program = "", ...args]) =>
      spawnSync(program, [...args, `mount -t tmpfs tmpfs '${folder}/c'`]).status === 0,
  );
}

test("on a disk that is full at any moment, every book is the old one or the new one", async (t) => {
  await withFolder(async (folder) => {
    const scene = await openScene(folder, COMPILED);
    const [earlier] = scene.versions;
    for (const [path, bytes] of earlier) {
      mkdirSync(dirname(join(folder, "earlier", path)), { recursive: true });
      writeFileSync(join(folder, "earlier", path), bytes);
    }
    await writeTwoBooks(join(folder, "c"), WORDS[1]);
    // An EPUB lists the pages of a PDF that is beside it, and of none that could not be written.
    const alone = ["build", "c", "--format", "epub", "--output", "alone"];
    assert.equal((await runHandpress(alone, { cwd: folder })).code, 0);
    const sizes = [...earlier.values()].map((bytes) => Math.ceil(bytes.length / 4096) * 4096);
    const usedBytes = sizes.reduce((sum, size) => sum + size, 16_384);
    const mounting = findMountingShell(folder);
    const [program = "", ...args] = mounting ?? ["sh", "-c"];
    const exits: (number | null)[] = [];
    // Two books are written at once.
    for (let freeBytes = 0; freeBytes <= 2 * Math.max(...sizes) + 40_000; freeBytes += 12_288) {
      for (const name of ["output", "seen"]) {
        rmSync(join(folder, name), { recursive: true, force: true });
        mkdirSync(join(folder, name));
      }
      const script = mounting ? onSmallDisk(usedBytes + freeBytes) : withShortFiles(freeBytes);
      const { status, stderr } = spawnSync(program, [...args, script], {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          TMPDIR: join(folder, "temporary"),
          XDG_CACHE_HOME: join(folder, "cache"),
        },
      });
      exits.push(status);
      const told = `${freeBytes} bytes free, exit ${status}: ${stderr}`;
      assert.ok([0, 1, 3].includes(status ?? -1), told);
      if (status !== 0) assert.match(stderr, /error OUT001/, told);
      const names = readdirSync(join(folder, "seen/en"));
      assert.deepEqual(names, readdirSync(join(folder, "earlier/en")), told);
      for (const name of names) {
        const bytes = readFileSync(join(folder, "seen/en", name));
        const isWhole =
          scene.versions.some((files) => files.get(`en/${name}`)?.equals(bytes)) ||
          readFileSync(join(folder, "alone/en", name.replace("pdf", "epub"))).equals(bytes);
        assert.ok(isWhole, `${told}: ${name}`);
      }
      await demandTidy(folder, told);
    }
    t.diagnostic(`${mounting?.join(" ") ?? "ulimit"}: exit codes ${exits.join(" ")}`);
    assert.notEqual(exits[0], 0);
    assert.equal(exits.at(-1), 0);
    await demandRecovery(scene, 0, "with space again");
  });
});
