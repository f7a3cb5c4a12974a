import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { type Colour, writePng } from "../../src/epub/write-png.ts";
import { rasteriseDrawing } from "../../src/image/rasterise-drawing.ts";

const PALETTE: readonly Colour[] = [
  [255, 243, 214],
  [17, 17, 17],
  [128, 51, 0],
];

test("a picture of few colours is read again as it was, also with an odd width", async () => {
  const [widthPx, heightPx] = [7, 3];
  const pixels = Uint8Array.from(
    Array.from({ length: widthPx * heightPx }, (_, at) => PALETTE[(at * 5) % 3] ?? []).flat(),
  );
  const png = writePng({ pixels, widthPx, heightPx }, PALETTE);
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height, info.channels], [7, 3, 3]);
  assert.deepEqual(new Uint8Array(data), pixels);
  // A decoder that is strict about check sums.
  assert.doesNotThrow(() => sharp(png, { failOn: "warning" }));
});

test("what lies between two colours goes to the nearer", async () => {
  const drawing = await rasteriseDrawing(
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#fff3d6"/><circle cx="30" cy="30" r="20.3" fill="#803300"/></svg>',
  );
  const data = await sharp(writePng(drawing, PALETTE)).raw().toBuffer();
  const seen = new Set<string>();
  for (let at = 0; at < data.length; at += 3) seen.add([...data.subarray(at, at + 3)].join());
  assert.deepEqual([...seen].sort(), ["128,51,0", "255,243,214"]);
});

test("a palette that four bits cannot say is a defect", () => {
  const drawing = { pixels: new Uint8Array(3), widthPx: 1, heightPx: 1 };
  assert.throws(() => writePng(drawing, []), RangeError);
  assert.throws(() => writePng(drawing, Array(17).fill([0, 0, 0])), RangeError);
});
