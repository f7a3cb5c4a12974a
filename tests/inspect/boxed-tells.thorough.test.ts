import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { listUnsearched } from "../../src/inspect/verdict.ts";
import {
  box,
  number,
  packFilm,
  packHeif,
  packKeys,
  packRecording,
  packUserNote,
  text,
} from "./boxed-files.ts";
import { listTold } from "./list-told.ts";
import { PHOTO_TELLS, takePhoto } from "./telling-files.ts";

const phone = readFileSync(fileURLToPath(new URL("fixtures/phone.heic", import.meta.url)));
const SHOWN = { type: "hvc1" };
const auxiliary = (name: string) =>
  packHeif([SHOWN, { type: "hvc1", refersTo: ["auxl", 1], auxiliary: name }]);

test("a photograph that a telephone saved as HEIC: its notes", () => {
  const told = listTold(phone);
  // Its packet of XMP is packed, and not unpacked: the file is never wholly searched.
  for (const line of PHOTO_TELLS.filter((one) => !one.includes("photoshop:")))
    assert.ok(told.includes(line), `${line} in\n${told.join("\n")}`);
  const { facts } = inspectFile(phone);
  const { length } = phone;
  const size = { widthPx: 0, heightPx: 0, sizeBytes: length };
  assert.deepEqual(facts, { kind: "image", mediaType: "image/heic", ...size });
});

/** Small copies, distances, outlines, films: any of them may be in there. */
const PICTURES: readonly (readonly [name: string, file: Uint8Array])[] = [
  ["a telephone's", phone],
  ["distances", auxiliary("urn:mpeg:hevc:2015:auxid:2")],
  ["outlines", auxiliary("urn:com:apple:photo:2018:aux:portraiteffectsmatte")],
  ["a kind that is not known", auxiliary("urn:tea")],
  ["a small copy", packHeif([SHOWN, { type: "hvc1", refersTo: ["thmb", 1] }])],
  ["three pictures", packHeif([SHOWN, SHOWN, SHOWN])],
  ["a film", packHeif([SHOWN], box("mpvd", Buffer.alloc(12)))],
];

for (const [name, file] of PICTURES)
  test(`a picture in boxes is not wholly searched: ${name}`, () => {
    assert.match(
      listUnsearched(inspectFile(file)).at(-1)?.name ?? "",
      /^what files of this kind can hold/,
    );
  });

const FILMS: readonly (readonly [line: string, file: Uint8Array])[] = [
  [
    "TEL001 GPS 52.1, 4.3",
    packFilm(
      "qt  ",
      packKeys({ "com.apple.quicktime.location.ISO6709": "+52.1000+004.3000+003/" }),
    ),
  ],
  [
    "TEL501 recording:model KP-7",
    packFilm("qt  ", packKeys({ "com.apple.quicktime.model": "KP-7" })),
  ],
  [
    "TEL003 recording:creationdate 2026-01-02T03:04:05+0330",
    packFilm("qt  ", packKeys({ "com.apple.quicktime.creationdate": "2026-01-02T03:04:05+0330" })),
  ],
  [
    "TEL406 content.identifier 12-AB",
    packFilm("qt  ", packKeys({ "com.apple.quicktime.content.identifier": "12-AB" })),
  ],
  ["TEL001 GPS 52.1, 4.3", packFilm("isom", packUserNote("\u00A9xyz", "+52.1000+004.3000/"))],
  ["TEL101 recording:artist Mina", packFilm("M4A ", packUserNote("\u00A9ART", "Mina"))],
  ["TEL802 comment for Zahra", packFilm("isom", packUserNote("\u00A9cmt", "for Zahra"))],
  ["TEL601 recording:creation date 2025-12-31T04:26:40.000Z", packFilm("isom")],
  ["TEL705 film what can be seen and heard in it", packFilm("isom")],
  [
    "TEL705 camm a track of measurements, which may say where it was made",
    packFilm(
      "isom",
      box("trak", box("mdia", box("hdlr", number(4, 0), number(4, 0), text("camm")))),
    ),
  ],
  ["TEL101 recording:artist Mina", packRecording(["TPE1", text("\0Mina")])],
  ["TEL101 recording:created by Bo", packRecording(["TENC", text("\u0001\u00FF\u00FEB\0o\0")])],
  ["TEL802 comment for Zahra", packRecording(["COMM", text("\0eng\0for Zahra")])],
  ["TEL701 GEOB a file within, 4 bytes", packRecording(["GEOB", text("\0abc")])],
  [
    "TEL101 recording:artist Mina",
    Buffer.concat([
      Buffer.from("fffb9000", "hex"),
      Buffer.alloc(400),
      text(`TAG${"Tea".padEnd(30, "\0")}${"Mina".padEnd(30, "\0")}`.padEnd(128, "\0")),
    ]),
  ],
];

for (const [line, file] of FILMS)
  test(`boxes: ${line}`, () => {
    const told = listTold(file);
    assert.ok(told.includes(line), told.join("\n"));
  });

test("one picture, its tiles and how far it is seen through tell nothing", () => {
  const tiles = packHeif([
    { type: "grid", refersTo: ["dimg", 2] },
    { type: "hvc1" },
    { type: "hvc1", refersTo: ["auxl", 1], auxiliary: "urn:mpeg:hevc:2015:auxid:1" },
  ]);
  assert.deepEqual(listTold(tiles), []);
});

test("the cover of a recording is a photograph as any other", async () => {
  const cover = Buffer.concat([text("\0image/jpeg\0\u0003tea\0"), await takePhoto()]);
  assert.ok(listTold(packRecording(["APIC", cover])).includes("TEL001 GPS 52.1, 4.3 in APIC"));
});

test("a note that is the picture itself, or lies in itself, is not read without end", () => {
  const inner = auxiliary("urn:tea");
  const whole = packHeif([SHOWN, { type: "Exif", data: Buffer.concat([number(4, 0), inner]) }]);
  assert.deepEqual(listTold(whole), []);
  const many = packHeif(Array.from({ length: 3000 }, () => ({ type: "Exif", data: phone })));
  const start = process.cpuUsage();
  inspectFile(many);
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 20_000_000, `${(user + system) / 1_000_000} s`);
});

test("lengths that lie, and files that are cut off anywhere, give a verdict", async () => {
  const film = packFilm("qt  ", packKeys({ "com.apple.quicktime.model": "KP-7" }));
  const song = packRecording(["TPE1", text("\0Mina")], ["APIC", await takePhoto()]);
  const heif = auxiliary("urn:tea");
  for (const file of [phone, film, heif, song]) {
    for (let length = 1; length < file.length; length += 11) inspectFile(file.subarray(0, length));
    for (let at = 0; at < file.length; at += 3)
      for (const noise of [0xff, 0, 1]) {
        const changed = Buffer.from(file);
        changed.fill(noise, at, Math.min(at + 4, file.length));
        inspectFile(changed);
      }
  }
});

test("boxes within boxes without end give a verdict", () => {
  const depth = 200_000;
  const deep = Buffer.alloc(8 * depth);
  for (let at = 0; at < depth; at += 1) {
    deep.writeUInt32BE(8 * (depth - at), 8 * at);
    deep.write("moov", 8 * at + 4, "latin1");
  }
  const told = listTold(deep);
  assert.ok(told.includes("TEL705 film what can be seen and heard in it"));
});
