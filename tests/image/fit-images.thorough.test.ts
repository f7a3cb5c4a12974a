import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sharp from "sharp";
import type { PreparedImage } from "../../src/image/image.ts";
import { LOWER_STEPS, lowerImage } from "../../src/image/lower-image.ts";
import { sized } from "./sized-images.ts";

describe("a step down", () => {
  const grain = (width: number, height: number, channels: 1 | 3 | 4) => {
    let state = 7;
    const data = Uint8Array.from({ length: width * height * channels }, (_, at) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return ((at / channels) % width) / 8 + ((state >> 16) & 63);
    });
    return sharp(data, { raw: { width, height, channels } });
  };
  const prepared = async (kind: "jpeg" | "png", channels: 1 | 3 | 4): Promise<PreparedImage> => {
    const image = grain(1500, 700, channels);
    const tones = channels === 1 ? image.toColourspace("b-w") : image;
    const bytes = await (kind === "jpeg" ? tones.jpeg({ quality: 82 }) : tones.png()).toBuffer();
    return { path: `a.${kind}`, bytes, mediaType: `image/${kind}`, widthPx: 1500, heightPx: 700 };
  };
  for (const [kind, channels] of [
    ["jpeg", 3],
    ["jpeg", 1],
    ["png", 3],
    ["png", 4],
  ] as const) {
    test(`of a ${kind} with ${channels} channels keeps its kind, and the last is far smaller`, async () => {
      const image = await prepared(kind, channels);
      const [first, last] = [await lowerImage(image, 1), await lowerImage(image, LOWER_STEPS)];
      assert.deepEqual([first.widthPx, first.heightPx], [1500, 700]);
      assert.ok(last.widthPx < 600 && last.bytes.length < first.bytes.length / 5);
      for (const one of [first, last]) {
        const { format, width, height, hasAlpha } = await sharp(one.bytes).metadata();
        assert.deepEqual([format, width, height], [kind, one.widthPx, one.heightPx]);
        assert.equal(hasAlpha, channels === 4);
        assert.equal(one.mediaType, image.mediaType);
      }
      assert.deepEqual(await lowerImage(image, LOWER_STEPS), last);
    });
  }

  test("of a drawing in SVG is the drawing", async () => {
    const drawing = sized("a.svg", 10, "image/svg+xml");
    assert.equal(await lowerImage(drawing, 1), drawing);
  });
});
