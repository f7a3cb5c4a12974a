import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { isClean, judgeFile } from "../../src/inspect/verdict.ts";
import {
  changeChunk,
  chunk,
  drawPng,
  insertJpeg,
  insertPng,
  latin1,
  lengthen,
  RED,
  segment,
} from "./picture-files.ts";
import { drawPlain } from "./telling-files.ts";

const WORDS = "Mina Kettle";
const png = await drawPng();
const jpeg = await drawPlain();
const gif = await sharp({ create: RED }).gif().toBuffer();
const webp = await sharp({ create: RED }).webp().toBuffer();
const indexed = await drawPng({ palette: true });
const longer = (kind: string, of = png) =>
  changeChunk(of, kind, (body) => Buffer.concat([body, latin1(WORDS)]));
const words = (bytes: number) => latin1(WORDS.repeat(100).slice(0, bytes));
const inGif = (more: string) =>
  Buffer.concat([gif.subarray(0, -1), latin1(more), gif.subarray(-1)]);
const density = (text: string) => chunk("pHYs", latin1(text));
/** A common profile in which words stand. */
const p3 = await sharp({ create: RED }).withIccProfile("p3").jpeg().toBuffer();
const ownProfile = Buffer.from(p3);
ownProfile.write(WORDS, ownProfile.indexOf("ICC_PROFILE") + 300, "latin1");

/** Pictures with bytes that the picture does not need, by format. */
const PICTURES: Readonly<Record<string, Uint8Array>> = {
  "PNG: behind the end of its pixels": longer("IDAT"),
  "PNG: more rows than its head says": changeChunk(png, "IDAT", () =>
    deflateSync(Buffer.concat([Buffer.alloc(8 * 25), latin1(WORDS)])),
  ),
  "PNG: a chunk of pixels with words alone": Buffer.concat([
    png.subarray(0, -12),
    chunk("IDAT", latin1(WORDS)),
    png.subarray(-12),
  ]),
  "PNG: a wrong sum": Buffer.concat([png.subarray(0, -4), latin1("Mina")]),
  "PNG: a longer head": longer("IHDR"),
  "PNG: words as a table of colours": await insertPng(chunk("PLTE", words(33))),
  "PNG: words as transparent colours": changeChunk(indexed, "PLTE", () => words(33)),
  "PNG: words in tRNS": await insertPng(chunk("tRNS", words(11))),
  "PNG: words as white and primary colours": await insertPng(chunk("cHRM", words(32))),
  "PNG: words as gamma": await insertPng(chunk("gAMA", words(4))),
  "PNG: words as size": await insertPng(density("MinaKett\u0001")),
  "PNG: a longer size": await insertPng(density(`\0\0\0\u0001\0\0\0\u0001\u0001${WORDS}`)),
  "PNG: words as bits": await insertPng(chunk("sBIT", words(4))),
  "PNG: a second size": await insertPng(
    density("\0\0\0\u0001\0\0\0\u0001\u0001"),
    density("\0\0\0\u0002\0\0\0\u0001\u0001"),
  ),
  "PNG: a word for the sRGB": await insertPng(chunk("sRGB", latin1("M"))),
  "PNG: a suggested palette": await insertPng(chunk("sPLT", latin1(`${WORDS}\0\x08`))),
  "PNG: a text that is called harmless": await insertPng(
    chunk("tEXt", latin1(`Identifier\0${WORDS}`)),
  ),
  "PNG: words as a time": await insertPng(chunk("tEXt", latin1(`Creation Time\0${WORDS}`))),
  "PNG: words as a title": await insertPng(chunk("tEXt", latin1(`Title\0${WORDS}`))),
  "PNG: words as a program": await insertPng(chunk("tEXt", latin1(`Software\0${WORDS}`))),
  "PNG: words as the name of a text": await insertPng(chunk("tEXt", latin1(`${WORDS}\0`))),
  "PNG: a day that goes on": await insertPng(
    chunk("tEXt", latin1(`date:create\0${"2026-01-02"} ${WORDS}`)),
  ),
  "JPEG: a longer JFIF": lengthen(
    await insertJpeg(segment(0xe0, latin1("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"))),
    0xe0,
    WORDS,
  ),
  "JPEG: longer tables": lengthen(jpeg, 0xdb, WORDS),
  "JPEG: longer codes": lengthen(jpeg, 0xc4, WORDS),
  "JPEG: a longer frame": lengthen(jpeg, 0xc0, WORDS),
  "JPEG: a longer scan": lengthen(jpeg, 0xda, WORDS),
  "JPEG: a longer interval": await insertJpeg(segment(0xdd, latin1(`\0\0${WORDS}`))),
  "JPEG: a longer mark of Adobe": await insertJpeg(
    segment(0xee, latin1(`Adobe\0d\0\0\0\0\0${WORDS}`)),
  ),
  "JPEG: bytes that fill": Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.alloc(9, 255),
    jpeg.subarray(2),
  ]),
  "JPEG: bytes between": Buffer.concat([jpeg.subarray(0, 20), latin1(WORDS), jpeg.subarray(20)]),
  "JPEG: a profile with words": ownProfile,
  "JPEG: a profile of nobody": await insertJpeg(
    segment(0xe2, latin1(`ICC_PROFILE\0\u0001\u0001cprt ${WORDS}`)),
  ),
  "JPEG: notes of Photoshop": await insertJpeg(
    segment(0xed, latin1(`Photoshop 3.0\x008BIM\x04\x25\0\0\0\0\0\x0b${WORDS}\0`)),
  ),
  "JPEG: empty notes of a program": await insertJpeg(
    segment(
      0xe1,
      latin1(
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><!-- Mina --></x:xmpmeta>",
      ),
    ),
  ),
  "JPEG: EXIF with words in no field": await insertJpeg(
    segment(0xe1, latin1(`Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0${WORDS}`)),
  ),
  "GIF: more in a block of Netscape": inGif(`!\xff\x0bNETSCAPE2.0\x03\x01\0\0\x0b${WORDS}\0`),
  "GIF: words in a block of Netscape": inGif(`!\xff\x0bNETSCAPE2.0\x0b${WORDS}\0`),
  "GIF: a profile": inGif(`!\xff\x0bICCRGBG1012\x0b${WORDS}\0`),
  "GIF: more in a block of control": inGif(`!\xf9\x04\0\0\0\0\x0b${WORDS}\0`),
  "GIF: a table of words": Buffer.concat([
    gif.subarray(0, 10),
    Buffer.from([0xf7, 0, 0]),
    words(768),
    latin1(";"),
  ]),
  "WebP: a longer head": Buffer.concat([
    webp.subarray(0, 12),
    latin1(`VP8X\x15\0\0\0\0\0\0\0\x07\0\0\x07\0\0${WORDS}\0`),
    webp.subarray(12),
  ]),
  "WebP: a picture twice": Buffer.concat([webp, webp.subarray(12)]),
  "WebP: a letter that fills": Buffer.concat([
    webp.subarray(0, 12),
    latin1("ALPH\x01\0\0\0\0M"),
    webp.subarray(12),
  ]),
};
(PICTURES["WebP: a picture twice"] as Buffer).writeUInt32LE(2 * webp.length - 12 - 8, 4);
for (const name of ["WebP: a longer head", "WebP: a letter that fills"])
  (PICTURES[name] as Buffer).writeUInt32LE((PICTURES[name] as Buffer).length - 8, 4);

for (const [name, file] of Object.entries(PICTURES))
  test(`a picture with more than a picture is not clean: ${name}`, () => {
    assert.equal(isClean(inspectFile(file)), false);
  });

test("pictures as programs write them are clean", async () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    png,
    jpeg,
    gif,
    webp,
    indexed,
    p3,
    interlaced: await drawPng({ progressive: true }),
    "with a size": await sharp({ create: RED }).withMetadata({ density: 300 }).png().toBuffer(),
    progressive: await sharp({ create: RED }).jpeg({ progressive: true, mozjpeg: true }).toBuffer(),
    transparent: await sharp({ create: { ...RED, channels: 4 } })
      .png()
      .toBuffer(),
    "with a profile": await sharp({ create: RED }).withIccProfile("srgb").png().toBuffer(),
    grey: await sharp({ create: RED }).greyscale().png().toBuffer(),
    "of 16 bits": await sharp({ create: RED }).toColourspace("rgb16").png().toBuffer(),
    lossless: await sharp({ create: RED }).webp({ lossless: true }).toBuffer(),
  };
  for (const [name, file] of Object.entries(files)) {
    const found = inspectFile(file);
    const told = found.findings.map(({ code, field, value }) => `${code} ${field} ${value}`);
    if (name === "with a size") assert.equal(judgeFile(found), "notice", name);
    else assert.equal(judgeFile(found), "clean", `${name}: ${told.join("; ")}`);
  }
});
