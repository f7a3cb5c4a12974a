import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { test } from "node:test";
import { readPageAttacks } from "./attack.ts";
import { makeCurriculum } from "./curriculum.ts";
import { openListener } from "./listener.ts";
import { listTree, openRoot } from "./root.ts";

/** A world without any network device but its own loopback, where this machine can make one. */
const WITHOUT_NETWORK = ["unshare", "--map-root-user", "--net"];
const canUnshare = spawnSync("unshare", [...WITHOUT_NETWORK.slice(1), "true"]).status === 0;

/** Those that would reach out, if anything did. */
const REACHING =
  /^(?:frame|image-remote|link-element|media|meta-refresh|object|script-|style-|svg-in)/;

test("books are the same bytes with a network and without any", async () => {
  const attacks = (await readPageAttacks()).filter(({ name }) => REACHING.test(name));
  assert.ok(attacks.length >= 8);
  const listener = await openListener();
  const root = await openRoot(listener.port);
  try {
    root.write(makeCurriculum(attacks, root.targets));
    const build = async (wrap: readonly string[]) => {
      const built = await root.build(["--lang", "en"], wrap);
      assert.equal(built.code, 1, built.note);
      const books = listTree(root.output).filter((path) => /\.\w+$/.test(path));
      return books.map((path) => [
        relative(root.output, path),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]);
    };
    const online = await build([]);
    // Two books, their sums and their record.
    assert.ok(online.length >= 2);
    // Elsewhere the second build shows no more than that nothing was heard, twice.
    assert.deepEqual(await build(canUnshare ? WITHOUT_NETWORK : []), online);
    assert.deepEqual(listener.heard, []);
  } finally {
    listener.close();
    root.remove();
  }
});
