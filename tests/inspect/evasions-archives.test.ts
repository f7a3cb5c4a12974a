import assert from "node:assert/strict";
import { test } from "node:test";
import { type Zippable, zipSync } from "fflate";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { drawPlain, takePhoto } from "./telling-files.ts";

function tell(bytes: Uint8Array): readonly string[] {
  return inspectFile(bytes).disclosure.topics.flatMap(({ findings }) =>
    findings.flatMap(({ code, entries }) => entries.map(({ field }) => `${code} ${field}`)),
  );
}
const has = (bytes: Uint8Array, line: string) =>
  assert.ok(tell(bytes).includes(line), `${line}\n${tell(bytes).join("\n")}`);

/** An archive as a cleaning tool leaves it: without times. */
const pack = (files: Zippable) => Buffer.from(zipSync(files, { mtime: new Date(1980, 0, 1) }));
/** Where the end record and the directory begin. */
const ends = (archive: Buffer) => {
  const end = archive.lastIndexOf("PK\x05\x06");
  return { end, directory: archive.readUInt32LE(end + 16) };
};
const name = Buffer.from("Mina Kettle, /home/mina/x");

/** Puts bytes before the directory. */
function hide(archive: Buffer, bytes: Uint8Array): Buffer {
  const { end, directory } = ends(archive);
  const changed = Buffer.concat([
    archive.subarray(0, directory),
    bytes,
    archive.subarray(directory),
  ]);
  changed.writeUInt32LE(directory + bytes.length, end + bytes.length + 16);
  return changed;
}

test("an archive with nothing to tell tells nothing", async () => {
  assert.deepEqual(tell(pack({ "a.jpg": await drawPlain() })), []);
});

test("bytes that belong to no file of the archive: some programs unpack them all the same", async () => {
  const plain = { "a.jpg": await drawPlain() };
  const photo = await takePhoto();
  const other = pack({ "b.jpg": photo });
  has(hide(pack(plain), other.subarray(0, ends(other).directory)), "TEL709 zip");
  has(Buffer.concat([pack(plain), name]), "TEL709 zip");
  // The end says that there is one file, the directory has two.
  const two = pack({ ...plain, "b.jpg": photo });
  two.writeUInt16LE(1, ends(two).end + 8);
  two.writeUInt16LE(1, ends(two).end + 10);
  has(two, "TEL709 zip");
});

test("a folder with bytes of its own is looked into", async () => {
  has(pack({ "a.jpg": await drawPlain(), "x/": await takePhoto() }), "TEL001 GPS");
});

test("fields of an archive that no rule knows, and exact times in fields", async () => {
  const picture = await drawPlain();
  has(pack({ "a.jpg": [picture, { extra: { 48879: name } }] }), "TEL103 zip field 0xbeef");
  const time = Buffer.from([1, 0, 0, 0, 0]);
  time.writeUInt32LE(Date.UTC(2026, 0, 2, 3, 4, 5) / 1000, 1);
  has(pack({ "a.jpg": [picture, { extra: { 21589: time } }] }), "TEL601 zip");
  const path = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from("mina.jpg")]);
  has(pack({ "a.jpg": [picture, { extra: { 28789: path } }] }), "TEL704 zip field 0x7075");
});

test("a file of which two names are told", async () => {
  const archive = pack({ "aaaa.jpg": await drawPlain() });
  archive.write("mina.jpg", 30);
  has(archive, "TEL704 file");
});

test("what asks for a password is told as locked, and is no clean file", async () => {
  const archive = pack({ "photo.jpg": await takePhoto() });
  for (const [mark, at] of [
    ["PK\x03\x04", 6],
    ["PK\x01\x02", 8],
  ] as const)
    archive.writeUInt8(
      archive.readUInt8(archive.indexOf(mark) + at) | 1,
      archive.indexOf(mark) + at,
    );
  has(archive, "TEL805 password");
  assert.equal(inspectFile(archive).disclosure.level, "leak");
});
