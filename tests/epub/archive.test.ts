import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { dosDate, packBook } from "../../src/epub/archive.ts";

const text = "All work and no play. ".repeat(50);
const picture = new Uint8Array(500).fill(7);
const archive = packBook(
  [
    { name: "META-INF/container.xml", content: text },
    { name: "EPUB/a.png", content: picture },
  ],
  "2024-05-01T10:20:30Z",
);
const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);

test("mimetype comes first, stored, without extra field", () => {
  const head = Buffer.from(archive.subarray(30, 58)).toString("latin1");
  assert.equal(head, "mimetypeapplication/epub+zip");
  assert.equal(view.getUint16(8, true), 0);
  assert.equal(view.getUint16(28, true), 0);
});

test("texts are deflated and pictures stored, in the order given", () => {
  const sizes: [string, boolean][] = [];
  unzipSync(archive, {
    filter: ({ name, size, originalSize }) => {
      sizes.push([name, size < originalSize]);
      return true;
    },
  });
  assert.deepEqual(sizes, [
    ["mimetype", false],
    ["META-INF/container.xml", true],
    ["EPUB/a.png", false],
  ]);
});

test("every entry has the book's date, in both places", () => {
  const date = dosDate("2024-05-01T10:20:30Z");
  assert.equal(date, ((44 << 25) | (5 << 21) | (1 << 16) | (10 << 11) | (20 << 5) | 15) >>> 0);
  const bytes = Buffer.from(archive);
  for (const [signature, offset] of [
    ["PK\u0003\u0004", 10],
    ["PK\u0001\u0002", 12],
  ] as const) {
    let count = 0;
    for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
      assert.equal(view.getUint32(at + offset, true), date);
      count += 1;
    }
    assert.equal(count, 3);
  }
});

test("dates beyond what an archive can say become the nearest that it can", () => {
  assert.equal(dosDate("1970-01-01T00:00:00Z"), (1 << 21) | (1 << 16));
  assert.equal(dosDate("no date"), (1 << 21) | (1 << 16));
  assert.equal(dosDate("2300-01-01T00:00:00Z"), dosDate("2107-12-31T23:59:58Z"));
});

test("time zones, locales and summer time change nothing", () => {
  const script = fileURLToPath(new URL("print-book-hash.ts", import.meta.url));
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const hashes = ["UTC", "Pacific/Apia", "America/St_Johns", "Asia/Tehran"].map((zone, index) =>
    execFileSync(process.execPath, ["--import", "tsx", script], {
      cwd: root,
      env: { ...process.env, TZ: zone, LC_ALL: index % 2 === 0 ? "ar_EG.UTF-8" : "C" },
      encoding: "utf8",
    }),
  );
  assert.match(hashes[0] ?? "", /^[0-9a-f]{64}\n$/);
  assert.equal(new Set(hashes).size, 1);
  assert.notEqual(hashes[0], createHash("sha256").digest("hex"));
});
