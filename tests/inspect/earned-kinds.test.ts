import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { BoundedInspector, INSPECT_BOUNDS } from "../../src/api/bounded-inspector.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { inspectInFolder } from "../../src/inspect/inspect-in-folder.ts";
import { judgeFile, listUnsearched } from "../../src/inspect/verdict.ts";
import { packFilm, packRecording } from "./boxed-files.ts";
import { bytes, PACKED, PLAIN, packDouble, TEXTS, withComment } from "./kinds-scene.ts";
import { listTold } from "./list-told.ts";
import { packWord } from "./office-files.ts";
import { drawPlain, quietPdf, takePhoto } from "./telling-files.ts";

for (const [name, text] of Object.entries(TEXTS))
  test(`a text that is more than words is not searched, and says so: ${name}`, () => {
    const found = inspectFile(strToU8(text));
    assert.equal(found.facts.kind, "unknown");
    assert.notEqual(judgeFile(found), "clean");
    assert.match(listUnsearched(found)[0]?.name ?? "", /^it is an? /);
    const inner = inspectFile(zipSync({ "a.txt": strToU8(text) }));
    assert.equal(judgeFile(inner), "not wholly searched");
    assert.equal(listUnsearched(inner)[0]?.place, "a.txt");
  });

test("words alone are plain text", () => {
  for (const text of PLAIN) assert.equal(judgeFile(inspectFile(strToU8(text))), "plain text", text);
});

test("a file of several kinds is inspected as each of them, and that is told", async () => {
  const photo = await takePhoto();
  const plain = await drawPlain();
  const zip = zipSync({ "photo.jpg": photo });
  const pdf = quietPdf();
  const page = '<script src="https://tea.example/x.js"></script>';
  const cases: readonly (readonly [string, Uint8Array, ...RegExp[]])[] = [
    ["JPEG with a PDF's mark", withComment(photo, "%PDF-1.4"), /^TEL001 GPS/],
    ["JPEG with a PDF behind", Buffer.concat([plain, pdf]), /^TEL706/],
    ["JPEG with a ZIP behind", Buffer.concat([plain, zip]), /^TEL001 GPS/],
    ["PDF with a ZIP behind", Buffer.concat([pdf, zip]), /^TEL001 GPS/],
    ["program with a ZIP behind", Buffer.concat([bytes("MZ\x90\0"), zip]), /^TEL001 GPS/],
    ["program with a RAR behind", Buffer.concat([bytes("MZ\x90\0"), bytes("Rar!\x1a\x07\0")])],
    ["JPEG with a page", withComment(plain, page), /^TEL(?:201|301)/],
    ["ZIP with a PDF before", Buffer.concat([pdf, zipSync({ "a.txt": bytes("tea") })])],
    ["JPEG with a 7z behind", Buffer.concat([plain, bytes("7z\xBC\xAF\x27\x1C")])],
    ["recording with a ZIP behind", Buffer.concat([bytes("ID3\x04\0\0\0\0\0\0"), zip]), /^TEL001/],
  ];
  for (const [name, file, ...lines] of cases) {
    const told = listTold(file);
    for (const line of [/^TEL710/, ...lines])
      assert.ok(
        told.some((one) => line.test(one)),
        `${name}: ${line}\n${told.join("\n")}`,
      );
    assert.notEqual(judgeFile(inspectFile(file)), "clean", name);
  }
});

test("what is of one kind is not told to be of several", async () => {
  const stored = zipSync({ "quiet.pdf": quietPdf(), "photo.jpg": await takePhoto() }, { level: 0 });
  for (const file of [stored, quietPdf(), await takePhoto(), await drawPlain()])
    assert.deepEqual(
      listTold(file).filter((line) => line.startsWith("TEL710")),
      [],
    );
});

test("a companion of a Mac is told by its name, and never searched or clean", async () => {
  const photo = await takePhoto();
  const quiet = packDouble([[9, Buffer.alloc(32)]]);
  for (const file of [quiet, packDouble([[1, photo]]), Buffer.concat([quiet, photo])]) {
    const { findings } = inspectInFolder("books/._tea.epub", file);
    assert.deepEqual([...new Set(findings.map(({ code }) => code))], ["TEL703"]);
    const { diagnostics } = inspectFile(file);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["INS003"],
    );
    assert.match(diagnostics[0]?.message ?? "", /AppleDouble/);
  }
  for (const name of ["books/._tea.epub", "books/.DS_Store", "books/Thumbs.db"]) {
    const found = inspectInFolder(name, photo);
    assert.ok(
      found.findings.some(({ code }) => code === "TEL001"),
      `${name} is a photograph`,
    );
    assert.notEqual(judgeFile(inspectInFolder(name, quiet)), "clean");
  }
});

test("an inspection in a thread is the same as without", async () => {
  const inspector = new BoundedInspector({ ...INSPECT_BOUNDS, smallBytes: 0 });
  try {
    for (const file of [quietPdf(), await takePhoto(), zipSync({ "a.jpg": await takePhoto() })]) {
      const { textOf: _, ...told } = await inspector.inspect({
        name: "tea",
        bytes: file,
        isInFolder: false,
      });
      const { textOf: __, ...expected } = inspectFile(file);
      assert.deepEqual(told, expected);
    }
  } finally {
    await inspector.close();
  }
});

test("documents, films and pictures with others in them are never clean, also within an archive", async () => {
  const red = { create: { width: 8, height: 8, channels: 3, background: "red" } } as const;
  const files = {
    "a.docx": packWord("<w:p/>"),
    "a.mp4": packFilm("isom"),
    "a.mp3": packRecording(["TIT2", bytes("\0Tea")]),
    "a.avif": await sharp(red).avif().toBuffer(),
    "a.tiff": await sharp(red).tiff().toBuffer(),
  };
  for (const [name, file] of Object.entries(files)) {
    assert.notEqual(judgeFile(inspectFile(file)), "clean", name);
    assert.ok(listUnsearched(inspectFile(file)).length > 0, name);
    const outer = listUnsearched(inspectFile(zipSync({ [name]: file })));
    assert.ok(outer[0]?.place.startsWith(name), `${name} in an archive`);
  }
});

for (const [name, archive] of Object.entries(PACKED)) {
  test(`an archive is not called clean for ${name}`, () => {
    assert.notEqual(judgeFile(inspectFile(archive)), "clean");
    assert.ok(listUnsearched(inspectFile(archive)).length > 0);
  });
}

for (const words of [
  "Get-together at noon.\nSet the table.\nstart early",
  "Function of the group:\nimport of goods, export of ideas:",
]) {
  test(`a note is a plain text: ${words.slice(0, 12)}`, () => {
    assert.equal(judgeFile(inspectFile(bytes(words))), "plain text");
  });
}
