import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { archive, view } from "./packed-sample.ts";

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

test("every entry says what a cleaned archive says: 1980, and a file that all may read", () => {
  const bytes = Buffer.from(archive);
  const places = (signature: string) => {
    const found: number[] = [];
    for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1))
      found.push(at);
    return found;
  };
  const midnight = (1 << 21) | (1 << 16);
  const local = places("PK\u0003\u0004").map((at) => view.getUint32(at + 10, true));
  assert.deepEqual(local, [midnight, midnight, midnight]);
  const listed = places("PK\u0001\u0002").map((at) => [
    view.getUint8(at + 5),
    view.getUint32(at + 12, true),
    view.getUint32(at + 38, true) >>> 16,
  ]);
  const neutral = [3, midnight, 0o100644];
  assert.deepEqual(listed, [neutral, neutral, neutral]);
});
