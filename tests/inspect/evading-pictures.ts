import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { drawPlain, takePhoto } from "./telling-files.ts";

export function tell(bytes: Uint8Array): readonly string[] {
  return inspectFile(bytes).disclosure.topics.flatMap(({ findings }) =>
    findings.flatMap(({ code, entries }) => entries.map(({ field }) => `${code} ${field}`)),
  );
}

export const has = (bytes: Uint8Array, line: string) =>
  assert.ok(tell(bytes).includes(line), `${line}\n${tell(bytes).join("\n")}`);

export const latin1 = (text: string) => Buffer.from(text, "latin1");

export const RED = { width: 8, height: 8, channels: 3, background: "red" } as const;

/** A JPEG with segments of our own behind its first mark. */
export async function insert(
  ...segments: readonly (readonly [marker: number, body: Uint8Array])[]
) {
  const plain = await drawPlain();
  const packed = segments.map(([marker, body]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  });
  return Buffer.concat([plain.subarray(0, 2), ...packed, plain.subarray(2)]);
}

export function chunk(kind: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([latin1(kind), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A PNG with chunks of our own behind its head. */
export async function insertPng(...chunks: readonly Buffer[]) {
  const png = await sharp({ create: RED }).png().toBuffer();
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

/** The notes of a telephone, as a TIFF. */
export async function takeExif(): Promise<Buffer> {
  const png = await takePhoto("png");
  const at = png.indexOf("eXIf");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

export const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Mina Kettle"/></rdf:RDF>`;

export const NOTHING = latin1("MM\0*\0\0\0\x08\0\0\0\0\0\0");
