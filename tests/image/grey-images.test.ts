import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { greyImages } from "../../src/image/grey-images.ts";
import type { PreparedImage } from "../../src/image/image.ts";
import { prepareImage } from "../../src/image/prepare-image.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";

async function prepared(path: string, bytes: Uint8Array): Promise<PreparedImage> {
  const { image } = await prepareImage(path, bytes, DEFAULT_LIMITS);
  assert.ok(image);
  return image;
}

async function turn(image: PreparedImage, kind: "plain" | "thin") {
  const grey = (await greyImages(new Map([[image.path, image]]), kind)).get(image.path);
  assert.ok(grey);
  const { data, info } = await sharp(grey.bytes)
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 3) {
    assert.ok(data[at] === data[at + 1] && data[at] === data[at + 2], "a colour is left");
  }
  return { grey, data, info };
}

const flat = (background: string, kind: "png" | "jpeg" = "png") =>
  sharp({ create: { width: 8, height: 4, channels: 3, background } })
    .toFormat(kind)
    .toBuffer();

test("colours become grey, and thin ones have three fifths of the ink", async () => {
  const image = await prepared("a.png", await flat("#ff0000"));
  const plain = await turn(image, "plain");
  const thin = await turn(image, "thin");
  assert.ok(Math.abs((thin.data[0] ?? 0) - (255 - (255 - (plain.data[0] ?? 0)) * 0.6)) <= 1);
  const black = await turn(await prepared("b.png", await flat("#000000")), "thin");
  assert.equal(black.data[0], 102);
  const white = await turn(await prepared("w.jpg", await flat("#ffffff", "jpeg")), "thin");
  assert.equal(white.data[0], 255);
  assert.equal(white.grey.mediaType, "image/jpeg");
});

test("a drawing becomes pixels, many of them, and keeps its size on the page", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><rect width="30" height="30" fill="#00f"/></svg>';
  const image = await prepared("d.svg", new TextEncoder().encode(svg));
  const { grey, info, data } = await turn(image, "thin");
  assert.equal(grey.mediaType, "image/png");
  assert.deepEqual([grey.widthPx, grey.heightPx], [60, 30]);
  assert.deepEqual([info.width, info.height], [1600, 800]);
  // What is see-through is paper.
  assert.equal(data[1599 * 3], 255);
});

test("the same picture gives the same bytes, and grey ones stay as they are", async () => {
  const image = await prepared("g.png", await flat("#808080"));
  assert.equal((await turn(image, "plain")).grey, image);
  const colour = await prepared("c.png", await flat("#336699"));
  const [one, other] = [await turn(colour, "thin"), await turn(colour, "thin")];
  assert.deepEqual(one.grey.bytes, other.grey.bytes);
});
