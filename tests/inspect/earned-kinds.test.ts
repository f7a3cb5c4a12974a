import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { BoundedInspector, INSPECT_BOUNDS } from "../../src/cli/bounded-inspector.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { inspectInFolder } from "../../src/inspect/inspect-in-folder.ts";
import { judgeFile, listUnsearched } from "../../src/inspect/verdict.ts";
import { packFilm, packRecording } from "./boxed-files.ts";
import { listTold } from "./list-told.ts";
import { packWord } from "./office-files.ts";
import { drawPlain, quietPdf, takePhoto } from "./telling-files.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const xml = (root: string) => `<?xml version="1.0"?>\n${root}`;

/** Texts in which programs find names, places and commands. */
const TEXTS: Readonly<Record<string, string>> = {
  fb2: xml('<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body/></FictionBook>'),
  fodt: xml('<o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
  "word 2003": xml('<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="urn:w"/>'),
  "excel 2003": xml('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  gpx: '<gpx version="1.1"><wpt lat="52.1" lon="4.3"/></gpx>',
  kml: xml('<kml xmlns="http://www.opengis.net/kml/2.2"/>'),
  tcx: xml("<TrainingCenterDatabase/>"),
  "unknown xml": "<tea><kettle/></tea>",
  "broken xml": xml("<tea><kettle></tea>"),
  mht: "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tea.example/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x",
  eml: "Received: from kettle\n by teapot\nFrom: mina@tea.example\nTo: bo@tea.example\n\nHello",
  mbox: "From mina@tea.example Thu Jan  1 00:00:00 2026\nSubject: tea\n\nHello",
  "a letter's head": "To: Bo\nSubject: tea\n\nHello",
  json: '{"author": {"name": "Mina"}}',
  "cut json": '[{"name": "Mina", "at',
  csv: "name,phone\nMina,12\nBo,34\n",
  tsv: "name\tphone\nMina\t12\n",
  vcard: "BEGIN:VCARD\nFN:Mina Kettle\nEND:VCARD\n",
  ical: "BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER:Mina\n",
  plist: xml('<plist version="1.0"><dict/></plist>'),
  rtf: "{\\rtf1 {\\author Mina}}",
  postscript: "%!PS-Adobe-3.0\n%%For: Mina\n",
  tex: "\\documentclass{article}\n\\author{Mina}\n",
  sql: "-- tea\nINSERT INTO people VALUES ('Mina');\n",
  "html within": 'Hello <img src="https://tea.example/k.png"> there',
  script: "alert(document.domain)\n",
  "longer script": "const tea = 1;\nfunction boil() {\n}\n",
  shell: "#!/bin/sh\nrm -rf ~\n",
  batch: "@echo off\r\nstart calc\r\n",
  powershell: "Invoke-WebRequest https://tea.example\n",
  desktop: "# tea\n[Desktop Entry]\nExec=sh -c tea\n",
  url: "[InternetShortcut]\r\nURL=file://tea.example/x\r\n",
  reg: "Windows Registry Editor Version 5.00\r\n",
  yaml: "---\nauthor: Mina\n---\n# Tea\n",
  markdown: "# Tea\n\n![kettle](https://tea.example/k.png)\n",
  srt: "1\n00:00:01,000 --> 00:00:02,000\nTea\n",
  m3u: "#EXTM3U\nhttps://tea.example/\n",
  nmea: "$GPGGA,123519,4807.038,N\n",
};

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

const PLAIN = [
  "Boil the water.\n",
  "00aa  quiet.pdf\n11bb  tea.pdf\n",
  "Set the table for two.\nThe well (the old one) is dry; go on, and wait.\n1. Look\n- a\n- b\n",
  "# Tea\n\n*Boil* the water, as `tea` needs it.\n",
  "قهوه\n茶\n",
];

test("words alone are plain text", () => {
  for (const text of PLAIN) assert.equal(judgeFile(inspectFile(strToU8(text))), "plain text", text);
});

function withComment(jpeg: Uint8Array, text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, bytes(text), jpeg.subarray(2)]);
}

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

/** A companion of a Mac with entries of these numbers. */
function packDouble(entries: readonly (readonly [id: number, data: Uint8Array])[], tail = "") {
  const head = Buffer.alloc(26 + 12 * entries.length);
  head.writeUInt32BE(0x00051607, 0);
  head.writeUInt32BE(0x00020000, 4);
  head.writeUInt16BE(entries.length, 24);
  let from = head.length;
  for (const [at, [id, data]] of entries.entries()) {
    head.writeUInt32BE(id, 26 + 12 * at);
    head.writeUInt32BE(from, 30 + 12 * at);
    head.writeUInt32BE(data.length, 34 + 12 * at);
    from += data.length;
  }
  return Buffer.concat([head, ...entries.map(([, data]) => data), bytes(tail)]);
}

test("a companion of a Mac is read to its last byte", async () => {
  const photo = await takePhoto();
  const told = (file: Uint8Array) =>
    inspectInFolder("books/._tea.epub", file).traces.map(({ code, place }) => `${code} ${place}`);
  const quiet = packDouble([[9, Buffer.alloc(32)]]);
  assert.deepEqual(told(quiet), ["TEL703 "]);
  assert.ok(told(Buffer.concat([quiet, photo])).includes("TEL001 between its entries"));
  assert.ok(told(packDouble([[1, photo]])).includes("TEL001 data fork"));
  assert.ok(told(packDouble([[2, bytes("a resource")]])).includes("TEL705 "));
  assert.ok(told(packDouble([[77, bytes("tea")]])).includes("TEL705 "));
  assert.ok(told(packDouble([[9, bytes("x".repeat(90))]])).includes("TEL705 "));
  assert.ok(told(quiet.subarray(0, 30)).includes("TEL705 "), "cut off");
  for (const name of ["books/._tea.epub", "books/.DS_Store", "books/Thumbs.db"]) {
    const found = inspectInFolder(name, photo);
    assert.ok(
      found.traces.some(({ code }) => code === "TEL001"),
      `${name} is a photograph`,
    );
    assert.notEqual(judgeFile(inspectInFolder(name, quiet)), "clean");
  }
});

test("a file that takes too much memory or time is ended, and the next one is inspected", async () => {
  const order = (file: Uint8Array) => ({ name: "tea", bytes: file, isInFolder: false });
  const many = bytes(`<p>${"<b>tea</b>".repeat(600_000)}</p>`);
  const bounds = { memoryMb: 32, seconds: 100, secondsPerMb: 0, smallBytes: 0 };
  const small = new BoundedInspector(bounds);
  try {
    const full = await small.inspect(order(many));
    assert.equal(full.diagnostics[0]?.code, "INS005");
    assert.deepEqual(
      listUnsearched(full).map(({ name }) => name),
      ["it needed more than 32 MB of memory"],
    );
    assert.equal(judgeFile(await small.inspect(order(await drawPlain()))), "clean");
    const inFolder = await small.inspect({ ...order(many), isInFolder: true });
    assert.equal(judgeFile(inFolder), "not wholly searched");
  } finally {
    await small.close();
  }
  const short = new BoundedInspector({ ...bounds, memoryMb: 1024, seconds: 0 });
  try {
    const late = await short.inspect(order(many));
    assert.match(listUnsearched(late)[0]?.name ?? "", /^it took longer than 0 seconds$/);
  } finally {
    await short.close();
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

/** Files of an archive that no verdict covers, and what a program may do with their names. */
const PACKED: Readonly<Record<string, Uint8Array>> = {
  "a note": zipSync({ "note.txt": strToU8("Mina Kettle, 12 Elm Street") }),
  "a program as text": zipSync({ "run.txt": strToU8("del /q *.*") }),
  "a note in a folder": zipSync({ "a/b/c.txt": strToU8("copy 117") }),
  "a path that leaves": zipSync({ "../../p.png": strToU8("") }),
  "an absolute path": zipSync({ "/etc/p": strToU8("") }),
  "a field that nobody reads": zipSync({
    "a.txt": [strToU8(""), { extra: { 51966: strToU8("Mina") } }],
  }),
  "room to grow": zipSync({ "a.txt": [strToU8(""), { extra: { 41504: strToU8("copy 117") } }] }),
};
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
