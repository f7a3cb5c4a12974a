import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { packCompound, packWord } from "./office-files.ts";
import { packFiles } from "./sample-epub.ts";
import { changeBook, drawPlain, quietPdf, takePhoto, writeOfficePdf } from "./telling-files.ts";

const photo = await takePhoto();
const remote = changeBook({
  body: '<p><img alt="A kettle" src="https://evil.example/k.png"/></p>',
});
const FILES = {
  "in/a/office.pdf": writeOfficePdf(),
  "in/a/photo.jpg": photo,
  "in/a/remote.epub": remote,
  "in/quiet.jpg": await drawPlain(),
  "out/SHA256SUMS": "00  quiet.pdf\n",
  "out/quiet.pdf": quietPdf(),
  "old/memo.rtf": "{\\rtf1 {\\author Mina}}",
  "left/.DS_Store": "x",
  "left/.~lock.tea.odt#": ",mina,kettle,",
  "left/desktop.ini": "x",
  "left/film.part": Uint8Array.of(0, 1, 2),
  "left/Thumbs.db": "x",
  "left/tea.bin": Uint8Array.of(0, 1, 2),
};
const run = (...args: string[]) =>
  runHandpress(["inspect", ...args], { cwd: MEMORY, fileSystem: overlayFileSystem(FILES) });

test("a photograph with GPS, an office-made PDF and a book with a remote image, by name", async () => {
  const { code, out } = await run("--quiet", "in");
  assert.equal(code, 1);
  assert.equal(
    out
      .replace(/^ {18}(?!.*in\/)(.*)\n/gm, "")
      .split("\n")
      .filter((line) => /^[!i\d]/.test(line) && !line.endsWith(" stranger"))
      .join("\n"),
    `! Where made      The clock's time zone: D:20260102030405+03'30'. Write dates
! Who             Somebody is named: mkettle. Remove the name, or print it where
in/a/office.pdf: tells where it was made and who made or had it; 2 warnings.
! Where made      GPS: 52.1, 4.3. Remove it. (TEL001)
!                 A place is named: Delft. Remove it. (TEL002)
!                 The clock's time zone: +03:30. Write dates without a time, or
! Who             Somebody is named: Mina Kettle. Remove the name, or print it
! Made with       A camera, telephone or other machine: Kettlephone, KP-7.
!                 A serial number: KX0042. Remove it. (TEL502)
in/a/photo.jpg: tells where it was made, who made or had it and on what machine it was made.
! Fetches         Loaded when the file is opened or read:
in/a/remote.epub: tells who reads it, to somebody else; 1 error.
in/quiet.jpg: clean: tells nothing of anybody.
4 files: 3 tell something, 1 with errors.`,
  );
});

test("a folder of quiet files is clean; texts are passed by", async () => {
  const { code, out } = await run("out");
  assert.match(out, /\nout\/SHA256SUMS: plain text: it tells what you read in it\.\n/);
  assert.match(out, /Kind {12}plain text, 14 B; not searched for names\n/);
  assert.match(out, /\n2 files: 1 not clean, none tells on anybody, none has errors\.\n$/);
  assert.equal(code, 0, out);
});

test("files that have no place in a folder are named", async () => {
  const { code, out } = await run("--json", "left");
  assert.equal(code, 1);
  const { files } = JSON.parse(out);
  const told = files.map(
    ({
      file,
      tells,
    }: {
      file: string;
      tells: { level: string; topics: { files: { findings: { code: string }[] } } };
    }) => [file, tells.level, ...tells.topics.files.findings.map((finding) => finding.code)],
  );
  assert.deepEqual(told, [
    ["left/.DS_Store", "tells", "TEL703"],
    ["left/.~lock.tea.odt#", "tells", "TEL703"],
    ["left/Thumbs.db", "tells", "TEL703"],
    ["left/desktop.ini", "mind", "TEL704"],
    ["left/film.part", "mind", "TEL704"],
    ["left/tea.bin", "mind", "TEL705"],
  ]);
});

test("a bundle is looked through, and says which file within tells what", async () => {
  const bundle = packFiles({ "photo.jpg": photo, "quiet.pdf": quietPdf() });
  const { code, out } = await runHandpress(["inspect", "all.zip"], {
    cwd: MEMORY,
    fileSystem: overlayFileSystem({ "all.zip": bundle }),
  });
  assert.equal(code, 1);
  assert.match(out, /^! Where made {6}GPS: 52\.1, 4\.3 in photo\.jpg\. Remove it\. \(TEL001\)$/m);
  assert.match(out, /Kind {12}ZIP archive of 2 files/);
  assert.match(out, /^ {2}image .* photo\.jpg\n {2}pdf .* quiet\.pdf$/m);
  assert.ok(
    out
      .split("\n")
      .slice(0, -2)
      .every((line) => line.length <= 80),
    out,
  );
});

test("--json: the topics are always there, each with its level and findings", async () => {
  const { out } = await run("--json", "in/a/photo.jpg");
  const { files } = JSON.parse(out);
  const { tells, kind, mediaType } = files[0];
  assert.deepEqual([kind, mediaType, tells.level], ["image", "image/jpeg", "tells"]);
  assert.deepEqual(Object.keys(tells.topics), [
    "where",
    "who",
    "fetches",
    "runs",
    "tracking",
    "device",
    "when",
    "files",
    "hidden",
    "remarks",
    "fonts",
    "other",
  ]);
  assert.deepEqual(tells.topics.where.findings[0], {
    code: "TEL001",
    level: "tells",
    what: "GPS",
    advice: "Remove it.",
    traces: [{ place: "", field: "GPS", value: "52.1, 4.3" }],
  });
  assert.deepEqual(tells.topics.fetches, { level: "harmless", findings: [] });
});

test("of a plain text only what nobody reads in it is told", async () => {
  const fileSystem = overlayFileSystem({
    "a.txt": "the well\u200B\u200C\u200B\u200B\u200C is dry",
  });
  const { code, out } = await runHandpress(["inspect", "a.txt"], { cwd: MEMORY, fileSystem });
  assert.equal(
    out,
    [
      "What it would tell a stranger",
      "  Tracking        Invisible characters, which can mark a copy: 5 characters, the",
      "                  first is U+200B",
      "",
      "  Kind            plain text, 30 B; not searched for names",
      "",
      "a.txt: not clean: a text that tells what you read in it, and what is listed.",
      "",
    ].join("\n"),
  );
  assert.equal(code, 0);
});

test("what was not searched is never said to be clean", async () => {
  const picture = strToU8("no picture");
  const word = zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/media/image1.png": picture,
    "word/vbaProject.bin": Uint8Array.of(0, 1, 2),
  });
  const fileSystem = overlayFileSystem({
    "s/film.mp4": Uint8Array.of(0, 0, 1, 7),
    "s/a.docm": word,
  });
  const { code, out } = await runHandpress(["inspect", "-q", "s"], { cwd: MEMORY, fileSystem });
  assert.match(out, /s\/film\.mp4: not searched: its kind is not known\.\n/);
  assert.match(out, /! Runs {12}A program: macros/);
  assert.match(
    out,
    /s\/a\.docm: not wholly searched: [^\n]*what its macros do[^\n]*; tells what it likes/,
  );
  assert.doesNotMatch(out, /TEL103/, "a picture's place in a document is nobody's folder");
  assert.match(out, /\n2 files: 1 tells something, 2 not wholly searched, none has errors\.\n/);
  assert.equal(code, 1);
});

test("of each kind of file that tells it is said how to clean it, in no other", async () => {
  const jpg = await run("--quiet", "in/a/photo.jpg");
  assert.match(
    jpg.out,
    /\n {2}To clean it {5}Metadata Cleaner on Tails, elsewhere the free program/,
  );
  const whole = (out: string) => out.replace(/\n {18}/g, " ");
  assert.match(whole(jpg.out), /Handpress cleans it for every book\.\n/);
  assert.match(
    whole((await run("in/a/office.pdf")).out),
    /To clean it .* the pages are pictures\./,
  );
  assert.match(whole((await run("in/a/remote.epub")).out), /To clean it .* and build it again\./);
  const bundle = overlayFileSystem({ "all.zip": packFiles({ "photo.jpg": photo }) });
  const zip = await runHandpress(["inspect", "all.zip"], { cwd: MEMORY, fileSystem: bundle });
  assert.match(whole(zip.out), /To clean it {5}Unpack it, .* pack them anew\./);
  assert.doesNotMatch((await run("in/quiet.jpg")).out, /To clean it/);
  const { files } = JSON.parse((await run("--json", "in/a/photo.jpg")).out);
  assert.match(files[0].tells.cleaning, /^Metadata Cleaner on Tails/);
});

test("an empty folder and a file that is not there are answered with what can be named", async () => {
  const fileSystem = overlayFileSystem({ "in/plan.jpg": "x" });
  const ask = async (name: string) =>
    (await runHandpress(["inspect", name], { cwd: MEMORY, fileSystem })).note;
  assert.match(await ask("nowhere/a.epub"), /hint: Check the spelling;[^\n]* Name a book \(EPUB\)/);
  assert.match(await ask("in/a.epub"), /hint: In that folder there is plan\.jpg\.\n$/);
  const folder = mkdtempSync(join(tmpdir(), "handpress-test-"));
  try {
    const { code, note } = await runHandpress(["inspect", folder]);
    assert.equal(code, 2);
    assert.match(
      note,
      /Unexpected empty folder [\s\S]*hint: Name a book \(EPUB\), a PDF, a picture/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a folder that may not be read is told as that", async () => {
  const fileSystem = overlayFileSystem({ "in/plan.jpg": "x" });
  const unreadable = [{ path: ".", reason: "permission" }] as const;
  const closed = { ...fileSystem, listFiles: async () => ({ files: [], unreadable }) };
  const { code, out, note } = await runHandpress(["inspect", "in"], {
    cwd: MEMORY,
    fileSystem: closed,
  });
  assert.equal(`${code} ${out}`, "2 ");
  assert.match(note, /Unexpected folder `in`, expected one that you may read\n {2}hint: Give/);
});

test("of a kind that is known and not searched nothing is said to be clean", async () => {
  const named = await run("old/memo.rtf");
  assert.equal(named.code, 1);
  assert.doesNotMatch(named.out, /nobody|would tell/);
  assert.match(named.note, /error INS003: Unexpected text in the Rich Text Format \(\.rtf\)/);
});

test("a film too large to be held in memory is named, and the others are told all the same", async () => {
  const fileSystem = overlayFileSystem({ "s/film.mp4": "x", "s/photo.jpg": photo });
  const large = {
    ...fileSystem,
    listFiles: async (...of: Parameters<typeof fileSystem.listFiles>) => {
      const found = await fileSystem.listFiles(...of);
      const files = found.files.map((file) =>
        file.path === "film.mp4" ? { ...file, sizeBytes: 3_000_000_000 } : file,
      );
      return { ...found, files };
    },
  };
  const { code, out } = await runHandpress(["inspect", "-q", "s"], {
    cwd: MEMORY,
    fileSystem: large,
  });
  assert.match(out, /s\/film\.mp4: not searched: it is larger than 300 MB\.\n/);
  assert.match(out, /\n2 files: 1 tells something, 1 not wholly searched, none has errors\.\n/);
  assert.equal(code, 1);
});

test("a file too large that is asked for by name is an error, not a clean file", async () => {
  const fileSystem = overlayFileSystem({ "film.mp4": "x" });
  const large = {
    ...fileSystem,
    stat: async () => ({ kind: "file", sizeBytes: 3_000_000_000 }) as const,
  };
  const { code, out, note } = await runHandpress(["inspect", "film.mp4"], {
    cwd: MEMORY,
    fileSystem: large,
  });
  assert.equal(code, 1);
  assert.doesNotMatch(out, /nobody|clean/);
  assert.match(note, /error INS004: Unexpected file of more than 300 MB[\s\S]*It was NOT searched/);
});

test("a document says what it is, and a kind that is not searched is an error by name", async () => {
  const fileSystem = overlayFileSystem({
    "minutes.docx": packWord("<w:p/>", { "word/media/photo.jpg": photo }),
    "old.doc": packCompound("WordDocument"),
  });
  const { code, out } = await runHandpress(["inspect", "minutes.docx"], {
    cwd: MEMORY,
    fileSystem,
  });
  assert.match(out, /^! Where made {6}GPS: 52\.1, 4\.3 in word\/media\/photo\.jpg\./m);
  assert.match(
    out,
    /^ {2}Kind {12}Word document \(\.docx\), .*\n {2}To pass it on .*\n {2}image /m,
  );
  assert.equal(code, 1);
  const old = await runHandpress(["inspect", "old.doc"], { cwd: MEMORY, fileSystem });
  assert.match(old.note, /^old\.doc: error INS003: Unexpected Word document of the old kind/m);
  assert.match(
    old.out,
    /Kind {12}Word document of the old kind \(\.doc\); it was not looked into\n/,
  );
  assert.equal(old.code, 1);
});
