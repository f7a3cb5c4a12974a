import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { type Change, link, pipe, put, SOUND, SUMS, verify } from "./strange-copies.ts";
import { appleDouble } from "./system-debris.ts";

for (const [who, change] of Object.entries(SOUND)) {
  test(`books are whole with what is left by ${who}`, async () => {
    const { code, out } = await verify(change);
    assert.equal(code, 0, out);
    assert.match(out, /^This copy is whole: all 5 files are as SHA256SUMS says/);
    assert.equal((await verify(change, "--quiet")).code, 0);
  });
}

test("an empty folder says something by its name: a copy with one is not whole", async () => {
  const change = put({ "meet at nine/": "", ".old/deep/": "", "LOST.DIR/": "" });
  for (const args of [[], ["--quiet"]]) {
    const { code, out } = await verify(change, ...args);
    assert.equal(code, 1);
    assert.match(out, /^Do not trust this copy yet: 2 not in SHA256SUMS\.\n/);
    assert.match(out, /^ {2}not in SHA256SUMS {2}meet at nine\/$/m);
    assert.match(out, /^ {2}not in SHA256SUMS {2}\.old\/deep\/$/m);
    assert.match(out, /^Nothing to open is in these, [^\n]* everywhere: LOST\.DIR\/\.$/m);
  }
});

test("a folder all of whose books are missing is no other folder", async () => {
  const { code, out } = await verify((folder) => rm(join(folder, "es/locks.epub")));
  assert.equal(code, 0);
  assert.match(out, /^What is here is unchanged: 4 files of the 5/);
});

test("what a Mac says of a file that is not there is a file as any other", async () => {
  const { code, out } = await verify(put({ "en/._meet at nine.epub": appleDouble() }), "--quiet");
  assert.equal(code, 1);
  assert.match(out, /^ {2}not in SHA256SUMS {2}en\/\._meet at nine\.epub$/m);
});

test("a file that somebody added to SHA256SUMS is not in the record: the copy is not whole", async () => {
  const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");
  const record = JSON.stringify({ format: 1, files: {}, settings: {}, inputs: {} });
  const change = put({
    "handpress-record.json": record,
    SHA256SUMS: `${SUMS}${sumOf(record)}  handpress-record.json\n`,
  });
  for (const args of [[], ["--quiet"]]) {
    const { code, out } = await verify(change, ...args);
    assert.equal(code, 1);
    assert.match(out, /^Do not trust this copy yet: 5 not in the record\.\n/);
    assert.match(out, /^ {2}not in the record {2}en\/locks\.epub$/m);
    assert.doesNotMatch(out, /handpress-record\.json$/m);
  }
});

test("a socket is no file of a copy either", async () => {
  const server = createServer();
  try {
    const { code, out } = await verify(
      (folder) => new Promise((settle) => server.listen(join(folder, "new.sock"), () => settle(0))),
    );
    assert.equal(code, 1);
    assert.match(out, /^ {2}is no file {2}new\.sock$/m);
  } finally {
    server.close();
  }
});

test("a list that is a link or a pipe is refused, and nothing waits for it", async () => {
  const instead = (make: Change) => async (folder: string) => {
    await put({ "other.txt": SUMS })(folder);
    await rm(join(folder, "SHA256SUMS"));
    await make(folder);
  };
  for (const make of [
    link("other.txt", "SHA256SUMS"),
    link("nowhere", "SHA256SUMS"),
    link("/etc/hostname", "SHA256SUMS"),
    pipe("SHA256SUMS"),
    link("en", "SHA256SUMS"),
  ]) {
    const { code, out, note } = await verify(instead(make));
    assert.equal(code, 1);
    assert.equal(out, "Do not trust this copy: its SHA256SUMS is not one to rely on.\n");
    assert.match(note, /SHA256SUMS: error EDG00[12]: Unexpected (link|pipe, socket or device),/);
  }
});
