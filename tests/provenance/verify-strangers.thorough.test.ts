import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { BOOK, BOOKS, type Change, EXTRA, PLAIN, put, UNTRUE, verify } from "./strange-copies.ts";

for (const [path, word, change = put({ [path]: BOOK })] of EXTRA) {
  test(`a copy with another thing in it is not whole: ${path} (${word})`, async () => {
    for (const args of [[], ["--quiet"]]) {
      const { code, out } = await verify(change, ...args);
      assert.equal(code, 1, out);
      assert.match(out, /^Do not trust this copy yet: 1 /);
      assert.doesNotMatch(out, /whole|unchanged|good/);
      assert.ok(out.includes(`\n  ${word}  ${path}\n`), out);
    }
    const { code, out } = await verify(change, "--json");
    const { files } = JSON.parse(out);
    assert.equal(code, 1);
    assert.ok(
      files.some(
        (file: { path: string; state: string }) => file.path === path && file.state !== "same",
      ),
    );
  });
}

for (const name of UNTRUE) {
  test(`a book is not whole under a name that is untrue: ${JSON.stringify(name)}`, async () => {
    const move: Change = async (folder) => {
      await rm(join(folder, "en/locks.epub"));
      await put({ [name]: BOOKS["en/locks.epub"] ?? "" })(folder);
    };
    const { code, out } = await verify(move, "--quiet");
    assert.equal(code, 1, out);
    assert.match(out, /^Do not trust this copy yet: 1 wrong name\.\n/);
    assert.match(out, /^ {2}wrong name {2}.* \(it is en\/locks\.epub\)$/m);
    const { files } = JSON.parse((await verify(move, "--json")).out);
    const told = files.find(({ state }: { state: string }) => state === "misnamed");
    assert.equal(told.renamedFrom, "en/locks.epub");
  });
}

for (const name of PLAIN) {
  test(`a book may be called ${JSON.stringify(name)}`, async () => {
    const { code, out } = await verify(async (folder) => {
      await rm(join(folder, "en/locks.epub"));
      await put({ [name]: BOOKS["en/locks.epub"] ?? "" })(folder);
    });
    assert.equal(code, 0, out);
    assert.match(
      out,
      /^This copy is whole: all 5 files are as SHA256SUMS says, 1 of them under another/,
    );
  });
}
