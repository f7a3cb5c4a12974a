import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import { type Listener, openListener } from "./listener.ts";
import { assertClean } from "./outputs.ts";
import { listTree, openRoot } from "./root.ts";
import { GOOD, readTreeAttacks, type TreeAttack } from "./tree-attack.ts";

let listener: Listener;

/** Names that mean something else on Windows (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

async function run(_name: string, attack: TreeAttack): Promise<void> {
  const root = await openRoot(listener.port);
  try {
    root.write(GOOD);
    root.write(
      typeof attack.files === "function" ? attack.files(root.targets) : (attack.files ?? {}),
    );
    const [command, ...args] = attack.make ?? [];
    if (command !== undefined) execFileSync(command, args, { cwd: root.content });
    for (const [path, target] of Object.entries(attack.links?.(root.targets) ?? {})) {
      mkdirSync(dirname(join(root.content, path)), { recursive: true });
      symlinkSync(target, join(root.content, path));
    }
    const before = listTree(root.folder);
    const formats = attack.formats ?? "epub";
    const where = attack.usesOwnOutput ? [] : ["--output", root.output];
    const words = ["build", root.content, "--lang", "all", "--format", formats, "--json", ...where];
    const { code, out, note } = await runHandpress(words, { cwd: join(root.folder, "home") });
    assert.ok(code === 0 || code === 1, `${code}: ${note}`);

    const { diagnostics, built } = JSON.parse(out) as {
      diagnostics: { code: string; hint?: string }[];
      built: { files: { path: string }[] }[];
    };
    assert.deepEqual([...new Set(diagnostics.map((one) => one.code))].sort(), attack.says);
    const paths = built.flatMap(({ files }) => files.map(({ path }) => path));
    assert.deepEqual(paths, [...new Set(paths)], "a page took another book's place");
    const own = attack.usesOwnOutput ? [root.content, join(root.folder, "home")] : [root.output];
    const made = listTree(root.folder).filter((path) => !before.includes(path));
    for (const path of made) {
      assert.ok(
        own.some((folder) => path.startsWith(folder)),
        `${path} was written`,
      );
    }
    const books = made.filter((path) => /\.(?:epub|pdf)$/.test(path));
    const folded = books.map((path) => path.normalize("NFKC").toLowerCase());
    assert.equal(new Set(folded).size, books.length, "two books of one name");
    for (const path of books) {
      const file = basename(path);
      assert.doesNotMatch(file, /[<>:"/\\|?*\p{Cc}\p{Cf}]|[. ]$|^[-. ]/u);
      assert.doesNotMatch(file, DEVICE);
      assert.ok(Buffer.byteLength(file) <= 255, "a name of at most 255 bytes");
      const words = await assertClean(new Uint8Array(readFileSync(path)), basename(path));
      assert.doesNotMatch(words, /polluted/);
    }
    for (const path of attack.never ?? []) assert.ok(!made.includes(join(root.output, path)), path);
    const isGoodMade = built.some(({ files }) =>
      files.some(({ path }) => /good\.epub$/.test(path)),
    );
    assert.equal(isGoodMade, attack.books === undefined, "the good book");
    assert.equal(readFileSync(root.targets.canary, "utf8"), "heron-of-the-outside\n");
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.ok(!/heron-of-the-outside/.test(out + note), "nothing of a file outside is shown");
  } finally {
    root.remove();
  }
}

/** Tested with the quick tests: attacks that reach out of the folder. */
export const FIRST =
  /^(?:link-(?:page|picture|folder|output)|permalink-traversal|yaml-tags|configuration-paths)$/;

export async function testTrees(isWanted: (name: string) => boolean): Promise<void> {
  const attacks = [...(await readTreeAttacks())].filter(([name]) => isWanted(name));
  before(async () => {
    listener = await openListener();
  });
  after(() => listener.close());

  describe("a curriculum of one’s own", () => {
    for (const [name, attack] of attacks) {
      test(`${name}: ${attack.what}`, { timeout: 60_000 }, () => run(name, attack));
    }
  });

  test("nothing was fetched, sent or looked up", () => {
    assert.deepEqual(listener.heard, []);
  });
}
