import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import {
  chunk,
  has,
  insert,
  insertPng,
  latin1,
  NOTHING,
  RDF,
  RED,
  takeExif,
  tell,
} from "./evading-pictures.ts";
import { packFiles } from "./sample-epub.ts";
import { drawPlain, takePhoto } from "./telling-files.ts";

test("a packet without its wrapper, with another name of it, in UTF-16, or behind many", async () => {
  const head = "http://ns.adobe.com/xap/1.0/\0";
  const wrapped = (text: string, name = "x") =>
    `<${name}:xmpmeta xmlns:${name}="adobe:ns:meta/">${text}</${name}:xmpmeta>`;
  for (const packet of [
    Buffer.from(head + RDF),
    Buffer.from(head + wrapped(RDF, "y")),
    Buffer.concat([Buffer.from(head), Buffer.from(`\uFEFF${wrapped(RDF)}`, "utf16le")]),
    Buffer.concat([Buffer.from(head), Buffer.from(`\uFEFF${wrapped(RDF)}`, "utf16le").swap16()]),
  ])
    has(await insert([0xe1, packet]), "TEL101 dc:creator");
  const empty = [0xe1, Buffer.from(head + wrapped(""))] as const;
  const many = Array.from({ length: 30 }, () => empty);
  has(await insert(...many, [0xe1, Buffer.from(head + wrapped(RDF))]), "TEL101 dc:creator");
});

test("notes of a telephone that stand twice, or are written as text", async () => {
  const exif = await takeExif();
  has(await insertPng(chunk("eXIf", exif), chunk("eXIf", NOTHING)), "TEL001 GPS");
  has(await insertPng(chunk("eXIf", NOTHING), chunk("eXIf", exif)), "TEL001 GPS");
  const both = [0xe1, Buffer.concat([latin1("Exif\0\0"), exif])] as const;
  has(await insert(both, [0xe1, Buffer.concat([latin1("Exif\0\0"), NOTHING])]), "TEL001 GPS");
  // As ImageMagick writes it.
  const hex = Buffer.concat([latin1("Exif\0\0"), exif]).toString("hex");
  const text = latin1(`\nexif\n${String(exif.length + 6).padStart(8)}\n${hex}\n`);
  const raw = Buffer.concat([latin1("Raw profile type exif\0\0"), deflateSync(text)]);
  has(await insertPng(chunk("zTXt", raw)), "TEL001 GPS");
});

test("parts of pictures that no rule of ours knows were not looked into", async () => {
  has(await insert([0xeb, latin1("JP\0\x01 made by Mina")]), "TEL705 JPEG APP11");
  has(await insert([0xec, latin1("OLYMPUS Serial#=1 /home/mina/x")]), "TEL103 JPEG APP12");
  has(await insertPng(chunk("caBX", latin1("made by Mina"))), "TEL705 PNG caBX");
  const gif = await sharp({ create: RED }).gif().toBuffer();
  const note = latin1("\x21\xff\x0bMINAKETT1.0\x04Mina\0;");
  has(Buffer.concat([gif.subarray(0, -1), note]), "TEL705 GIF MINAKETT1.0");
  const webp = await sharp({ create: RED }).webp().toBuffer();
  const longer = Buffer.concat([webp, latin1("NAME\x04\0\0\0Mina")]);
  has(longer, "TEL706 after the end");
  longer.writeUInt32LE(longer.length - 8, 4);
  has(longer, "TEL705 WebP NAME");
});

test("further pictures in the file of a picture, and marks of no kind, were not looked into", async () => {
  const frame = Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
  has(await insert([0xc0, frame]), "TEL705 JPEG second frame");
  for (const marker of [0x02, 0xbf, 0xc8, 0xde, 0xdf, 0xf0, 0xfd]) {
    const name = marker.toString(16).toUpperCase();
    has(await insert([marker, latin1("Mina")]), `TEL705 JPEG marker ${name}`);
  }
  const plain = await drawPlain();
  const loose = Buffer.concat([plain.subarray(0, 2), latin1("Mina"), plain.subarray(2)]);
  has(Buffer.concat([plain.subarray(0, 20), loose.subarray(2)]), "TEL705 JPEG bytes between");
  for (const kind of ["acTL", "fcTL", "fdAT"])
    has(await insertPng(chunk(kind, latin1("Mina"))), `TEL705 PNG ${kind}`);
  const png = await insertPng();
  const end = chunk("IEND", latin1("Mina"));
  has(Buffer.concat([png.subarray(0, -12), end]), "TEL705 PNG IEND");
  const gif = await sharp({ create: RED }).gif().toBuffer();
  const text = latin1("\x21\x01\x0bNETSCAPE2.0\x04Mina\0;");
  has(Buffer.concat([gif.subarray(0, -1), text]), "TEL705 GIF extension 1");
});

test("pictures without an end, behind which anything can stand", async () => {
  const name = latin1("Mina Kettle");
  has(Buffer.concat([(await drawPlain()).subarray(0, -2), name]), "TEL705 JPEG end");
  has(Buffer.concat([(await insertPng()).subarray(0, -12), name]), "TEL705 PNG end");
});

test("a place and a model that are no numbers and no words are told all the same", async () => {
  const photo = await takePhoto();
  const values = () =>
    inspectFile(photo).findings.flatMap(({ code, value }) =>
      code === "TEL001" || code === "TEL501" ? [value] : [],
    );
  assert.deepEqual(values(), ["Kettlephone", "KP-7", "52.1, 4.3"]);
  const latitude = photo.indexOf(Uint8Array.of(52, 0, 0, 0, 1, 0, 0, 0));
  photo.writeUInt32LE(0, latitude + 4);
  // The type of a text, ten letters of which are the model, becomes that of five fractions.
  photo.writeUInt8(10, photo.indexOf(Uint8Array.of(0x10, 1, 2, 0)) + 2);
  assert.deepEqual(values(), ["Kettlephone", "?", "?, 4.3"]);
});

test("pictures as programs make them tell nothing", async () => {
  for (const format of ["jpeg", "png", "gif", "webp", "tiff", "avif"] as const) {
    const picture = await sharp({ create: RED }).toFormat(format).toBuffer();
    const told = tell(picture).filter((line) => !line.startsWith("TEL953 "));
    assert.deepEqual(told, [], format);
  }
  assert.deepEqual(
    tell(await sharp({ create: RED }).withIccProfile("p3").webp().toBuffer()).filter(
      (line) => !/ ICC /.test(line),
    ),
    [],
  );
});

test("an archive with files of a kind that is not known was not looked into as a whole", async () => {
  has(packFiles({ "a.psd": "8BPS\0\x01" }), "TEL705 file");
  let nest: Uint8Array = await takePhoto();
  for (let level = 0; level < 7; level += 1) nest = packFiles({ inner: nest });
  has(nest, "TEL705 file");
});
