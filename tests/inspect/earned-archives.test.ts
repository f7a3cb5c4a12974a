import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import { Zip, ZipDeflate, zipSync } from "fflate";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { judgeFile } from "../../src/inspect/verdict.ts";
import { drawPlain } from "./telling-files.ts";

const picture = await drawPlain();
const mtime = new Date(1980, 0, 1);
const pack = (options = {}) => Buffer.from(zipSync({ "a.jpg": [picture, options] }, { mtime }));
const plain = pack();
const directory = plain.lastIndexOf("PK\x01\x02", undefined, "latin1");
const end = plain.lastIndexOf("PK\x05\x06", undefined, "latin1");

/** A changed copy. */
function change(edit: (archive: Buffer) => void, of: Buffer = plain): Buffer {
  const archive = Buffer.from(of);
  edit(archive);
  return archive;
}

/** An archive with bytes before its directory. */
function widen(more: string, edit: (archive: Buffer) => void = () => {}): Buffer {
  const room = Buffer.from(more, "latin1");
  const parts = [plain.subarray(0, directory), room, plain.subarray(directory)];
  return change((archive) => {
    archive.writeUInt32LE(directory + room.length, end + room.length + 16);
    edit(archive);
  }, Buffer.concat(parts));
}

/** An archive whose sizes stand behind its file, as programs write it that do not know them before. */
function stream(): Buffer {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  const file = new ZipDeflate("a.jpg");
  file.mtime = mtime;
  zip.add(file);
  file.push(picture, true);
  zip.end();
  return Buffer.concat(parts);
}
const streamed = stream();
const behind = streamed.lastIndexOf("PK\x07\x08", undefined, "latin1");
const extra = (id: number, ...bytes: readonly number[]) =>
  pack({ extra: { [id]: Uint8Array.from(bytes) } });

const ARCHIVES: Readonly<Record<string, Buffer>> = {
  "a link": change((one) => {
    one.writeUInt8(3, directory + 5);
    one.writeUInt32LE(0o120777 * 65536, directory + 38);
  }),
  "a device": change((one) => {
    one.writeUInt8(3, directory + 5);
    one.writeUInt32LE(0o020666 * 65536, directory + 38);
  }),
  "a file that runs as another": change((one) => {
    one.writeUInt8(3, directory + 5);
    one.writeUInt32LE(0o104755 * 65536, directory + 38);
  }),
  "a mode where no Unix packed": change((one) =>
    one.writeUInt32LE(0o100644 * 65536, directory + 38),
  ),
  "a hidden file": change((one) => one.writeUInt32LE(2, directory + 38)),
  "letters as attributes": change((one) => one.write("Mi", directory + 38)),
  "letters as inner attributes": change((one) => one.write("Mi", directory + 36)),
  "flags of a masked directory": change((one) => {
    one.writeUInt16LE(0x2000, 6);
    one.writeUInt16LE(0x2000, directory + 8);
  }),
  "flags of a patch": change((one) => {
    one.writeUInt16LE(0x20, 6);
    one.writeUInt16LE(0x20, directory + 8);
  }),
  "two sets of flags": change((one) => one.writeUInt16LE(0x0800, 6)),
  "two times": change((one) => one.writeUInt16LE(0x1234, 10)),
  "two methods": change((one) => one.writeUInt16LE(0, 8)),
  "two sums": change((one) => one.write("Mina", 14)),
  "two sizes": change((one) => one.write("Mina", 22)),
  "a version of letters": change((one) => {
    one.write("Mi", 4);
    one.write("Mi", directory + 6);
  }),
  "a volume of letters": change((one) => one.write("Mi", directory + 34)),
  "a comment of the file": Buffer.from(
    zipSync({ "a.jpg": [picture, { comment: "Mina" }] }, { mtime }),
  ),
  "a comment of nothing": Buffer.from(
    zipSync({ "a.jpg": [picture, { comment: " \t " }] }, { mtime }),
  ),
  "bytes before the directory": widen("Mina"),
  "words in the place of sizes": widen("Mina Kettle!"),
  "sizes that no flag says": widen(`PK\x07\x08${"\0".repeat(12)}`),
  "an end of other files": change((one) => one.writeUInt16LE(7, end + 8)),
  "an end of another directory": change((one) => one.write("Mina", end + 12)),
  "words behind the end of what is packed": widen("Mina", (one) => {
    const packed = one.readUInt32LE(18) + 4;
    one.writeUInt32LE(packed, 18);
    one.writeUInt32LE(packed, directory + 4 + 20);
  }),
  "sizes behind that are others": change((one) => one.write("Mina", behind + 12), streamed),
  "an unknown field without content": extra(0xcafe),
  "letters in a time": extra(0x5455, 1, 0x4d, 0x69, 0x6e, 0x61, 0x4d),
  "letters in a user": extra(0x7875, 1, 0, 0, 0x4d, 0x69),
  "letters in a time of Windows": extra(0x000a, 0x4d, 0x69, 0x6e, 0x61),
  "a name with a mark of direction": Buffer.from(zipSync({ "a\u202Egpj.jpg": picture }, { mtime })),
  "a name with a backslash": Buffer.from(zipSync({ "a\\b.jpg": picture }, { mtime })),
  "a folder with bytes of its own": change(
    (one) => {
      one.writeUInt32LE(0, 22);
      one.writeUInt32LE(0, one.lastIndexOf("PK\x01\x02", undefined, "latin1") + 24);
    },
    Buffer.from(zipSync({ "a/": Buffer.from("Mina") }, { mtime, level: 0 })),
  ),
};

for (const [name, archive] of Object.entries(ARCHIVES))
  test(`an archive that is more than its files is not clean: ${name}`, () => {
    assert.notEqual(judgeFile(inspectFile(archive)), "clean");
  });

test("archives as programs pack them are clean", () => {
  assert.equal(crc32(picture), plain.readUInt32LE(14));
  const files = {
    plain,
    streamed,
    stored: pack({ level: 0 }),
    "as 7z packs": change((one) => one.writeUInt16LE(0x3f, directory + 4)),
    "as a cleaning tool leaves it": change((one) => {
      one.writeUInt16LE(0x0314, directory + 4);
      one.writeUInt32LE(0o100600 * 65536, directory + 38);
    }),
    folder: Buffer.from(zipSync({ "a/": new Uint8Array(), "a/b.jpg": picture }, { mtime })),
  };
  for (const [name, archive] of Object.entries(files)) {
    const found = inspectFile(archive);
    const told = found.findings.map(({ code, field, value }) => `${code} ${field} ${value}`);
    assert.equal(judgeFile(found), "clean", `${name}: ${told.join("; ")}`);
  }
});

const NAMES = [
  ["a.jpg:b.exe"],
  ["a.jpg", "A.jpg"],
  ["CON"],
  ["aux.jpg"],
  ["a.exe."],
  ["a.jpg "],
  [".a.jpg"],
  ["~/a.jpg"],
  ["a//b.jpg"],
  ["./a.jpg"],
  ["a.exe.jpg"],
  ["a.hta"],
  ["a.lnk"],
  ["a\u200Bb.jpg"],
  ["a\u{E0041}b.jpg"],
  ["a\u2003b.jpg"],
];
for (const names of NAMES)
  test(`names that no plain copy has are told: ${JSON.stringify(names)}`, () => {
    const files = Object.fromEntries(names.map((name) => [name, picture]));
    assert.notEqual(judgeFile(inspectFile(zipSync(files, { mtime }))), "clean");
  });

for (const name of ["for Mina Kettle/", "Mina/Kettle/", "for Mina Kettle.jpg"])
  test(`a file or folder with nothing in it is told: ${name}`, () => {
    const files = { "a.jpg": picture, [name]: new Uint8Array() };
    assert.notEqual(judgeFile(inspectFile(zipSync(files, { mtime }))), "clean");
  });

for (const name of ["Tea.jpg", "teas/my tea (1).jpg", "Tee für 2.jpg", "قفل\u200Cها.jpg", "锁.jpg"])
  test(`a picture in an archive may be called ${name}`, () => {
    const files = { "teas/": new Uint8Array(), "teas/a.jpg": picture, [name]: picture };
    assert.equal(judgeFile(inspectFile(zipSync(files, { mtime }))), "clean");
  });
