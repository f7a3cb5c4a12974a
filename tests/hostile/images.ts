import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A picture of many colours, small and like itself each time. */
export function makePicture(width = 48, height = 32): Promise<Buffer> {
  return draw(width, height).png().toBuffer();
}

export function draw(width = 48, height = 32): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 37) % 251);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A chunk of a PNG file (PNG §5.3). */
export function pngChunk(type: string, data: Uint8Array | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), Buffer.from(data as Uint8Array)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that says it is so large, with as many rows of nothing as asked for; one bit a pixel. */
export function pngOf(width: number, height: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows), { level: 9 });
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", pixels),
    pngChunk("IEND", ""),
  ]);
}

/** A PNG with more chunks behind its header. */
export function addChunks(png: Uint8Array, chunks: readonly Uint8Array[]): Buffer {
  const headerEnd = 8 + 25;
  return Buffer.concat([png.subarray(0, headerEnd), ...chunks, png.subarray(headerEnd)]);
}

/** A JPEG with segments behind its first mark: number of the marker (0xe1 for APP1) and content. */
export function addSegments(
  jpeg: Uint8Array,
  segments: readonly (readonly [marker: number, content: Uint8Array | string])[],
): Buffer {
  const parts = segments.map(([marker, content]) => {
    const body = Buffer.from(content as Uint8Array);
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);
}

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** A drawing of one square, with what is given before it and in the root element. */
export function svgOf(inner: string, root = 'viewBox="0 0 90 90"'): string {
  return `<svg ${SVG} ${root}>${inner}<rect width="30" height="30" fill="#123456"/></svg>`;
}
