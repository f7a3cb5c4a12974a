import { crc32 } from "node:zlib";
import sharp, { type PngOptions } from "sharp";

export const RED = { width: 8, height: 8, channels: 3, background: "red" } as const;
export const latin1 = (text: string) => Buffer.from(text, "latin1");
export const drawPng = (options: PngOptions = {}) => sharp({ create: RED }).png(options).toBuffer();

/** A chunk of a PNG, with its length and its sum. */
export function chunk(kind: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([latin1(kind), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A PNG with chunks of our own behind its head. */
export async function insertPng(...chunks: readonly Buffer[]): Promise<Buffer> {
  const png = await drawPng();
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

/** The same PNG with another content of one of its chunks. */
export function changeChunk(png: Buffer, kind: string, change: (body: Buffer) => Buffer): Buffer {
  const at = png.indexOf(kind, 8, "latin1") - 4;
  const end = at + 12 + png.readUInt32BE(at);
  const changed = chunk(kind, change(png.subarray(at + 8, end - 4)));
  return Buffer.concat([png.subarray(0, at), changed, png.subarray(end)]);
}

/** A segment of a JPEG. */
export function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A JPEG with segments of our own behind its first mark. */
export async function insertJpeg(...segments: readonly Buffer[]): Promise<Buffer> {
  const plain = await sharp({ create: RED }).jpeg().toBuffer();
  return Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
}

/** The same JPEG with more behind the content of its first segment of a kind. */
export function lengthen(jpeg: Buffer, marker: number, more: string): Buffer {
  let at = 2;
  while (jpeg[at + 1] !== marker) at += 2 + jpeg.readUInt16BE(at + 2);
  const end = at + 2 + jpeg.readUInt16BE(at + 2);
  const body = Buffer.concat([jpeg.subarray(at + 4, end), latin1(more)]);
  return Buffer.concat([jpeg.subarray(0, at), segment(marker, body), jpeg.subarray(end)]);
}
