import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sharp from "sharp";
import type { PreparedImage } from "../../src/image/image.ts";
import { prepareImage } from "../../src/image/prepare-image.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/source/limits.ts";

const plain = (width: number, height: number, background = "#336699") =>
  sharp({ create: { width, height, channels: 3, background } });

/** A picture of many colours, the same on every run. */
function makeNoise(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  let state = 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    data[at] = state >> 16;
  }
  return data;
}
const noise = (width: number, height: number) =>
  sharp(makeNoise(width, height), { raw: { width, height, channels: 3 } });

async function prepare(bytes: Uint8Array, path = "a/picture.png"): Promise<PreparedImage> {
  const { image, diagnostic } = await prepareImage(path, bytes, DEFAULT_LIMITS);
  assert.equal(diagnostic, undefined);
  assert.ok(image);
  return image;
}

async function problemOf(bytes: Uint8Array, path = "a/picture.png") {
  const { diagnostic } = await prepareImage(path, bytes, DEFAULT_LIMITS);
  assert.ok(diagnostic);
  assert.match(diagnostic.message, /^Unexpected .+, expected /);
  assert.ok(diagnostic.hint.length > 20);
  return diagnostic;
}

describe("an image is written again", () => {
  test("without anything that its file said about people and places", async () => {
    const secret = "Amina Farouk 31.95N 35.93E";
    const bytes = await noise(64, 48)
      .withExif({ IFD0: { Artist: secret, Copyright: secret }, IFD3: { GPSLatitudeRef: "N" } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta>`)
      .jpeg()
      .toBuffer();
    assert.ok(bytes.includes(secret));
    const image = await prepare(bytes);
    assert.equal(image.mediaType, "image/jpeg");
    assert.ok(!Buffer.from(image.bytes).includes("Amina"));
    const { exif, xmp, iptc, icc, comments } = await sharp(image.bytes).metadata();
    assert.deepEqual([exif, xmp, iptc, icc, comments], Array(5).fill(undefined));
  });

  test("turned as the camera says", async () => {
    const bytes = await noise(60, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const image = await prepare(bytes);
    assert.deepEqual([image.widthPx, image.heightPx], [20, 60]);
    assert.equal((await sharp(image.bytes).metadata()).orientation, undefined);
  });

  test("at most 1,600 pixels long, and never enlarged", async () => {
    const wide = await prepare(await plain(3200, 1000).png().toBuffer());
    assert.deepEqual([wide.widthPx, wide.heightPx], [1600, 500]);
    const small = await prepare(await plain(20, 10).png().toBuffer());
    assert.deepEqual([small.widthPx, small.heightPx], [20, 10]);
  });

  test("even when it is a line", async () => {
    const image = await prepare(await plain(1, 20_000).png().toBuffer());
    assert.deepEqual([image.widthPx, image.heightPx], [1, 1600]);
  });

  test("to the same bytes each time", async () => {
    const bytes = await noise(300, 200).png().toBuffer();
    const [one, other] = [await prepare(bytes), await prepare(bytes)];
    assert.deepEqual(one.bytes, other.bytes);
  });

  test("keeping what is see-through", async () => {
    const background = { r: 255, g: 0, b: 0, alpha: 0.5 };
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 4, background } })
      .webp({ lossless: true })
      .toBuffer();
    const image = await prepare(bytes);
    assert.equal(image.mediaType, "image/png");
    assert.deepEqual(
      [...(await sharp(image.bytes).raw().toBuffer()).subarray(0, 4)],
      [255, 0, 0, 128],
    );
  });

  test("with the very same pixels where it has few colours", async () => {
    const bytes = await plain(40, 40)
      .composite([{ input: await plain(7, 7, "#ffee00").png().toBuffer(), left: 3, top: 3 }])
      .png()
      .toBuffer();
    const image = await prepare(bytes);
    const pixels = (png: Uint8Array) =>
      sharp(png).removeAlpha().toColourspace("srgb").raw().toBuffer();
    assert.deepEqual(await pixels(image.bytes), await pixels(bytes));
  });

  test("with the very same pixels where it has as many colours as a palette holds", async () => {
    const colours = makeNoise(25, 10);
    const data = Uint8Array.from({ length: 100 * 50 * 3 }, (_, at) => {
      const colour = (Math.floor(at / 3) * 7) % 250;
      return colours[colour * 3 + (at % 3)] ?? 0;
    });
    const bytes = await sharp(data, { raw: { width: 100, height: 50, channels: 3 } })
      .png()
      .toBuffer();
    const image = await prepare(bytes);
    const written = await sharp(image.bytes).removeAlpha().toColourspace("srgb").raw().toBuffer();
    assert.deepEqual(new Uint8Array(written), data);
  });

  test("in sRGB with eight bits, whatever it was in", async () => {
    const bytes = await noise(30, 30).toColourspace("cmyk").jpeg().toBuffer();
    const image = await prepare(bytes);
    const { space, depth } = await sharp(image.bytes).metadata();
    assert.deepEqual([space, depth], ["srgb", "uchar"]);
    const deep = await noise(30, 30).toColourspace("rgb16").png().toBuffer();
    assert.equal((await sharp((await prepare(deep)).bytes).metadata()).depth, "uchar");
  });

  const kinds = {
    gif: [noise(50, 50).gif(), "image/png"],
    webp: [noise(90, 90).webp(), "image/jpeg"],
    avif: [noise(90, 90).avif({ effort: 0 }), "image/jpeg"],
    tiff: [plain(90, 90).tiff(), "image/png"],
  } as const;
  for (const [kind, [picture, mediaType]] of Object.entries(kinds)) {
    test(`of the kind ${kind}, as one that every reader knows`, async () => {
      assert.equal((await prepare(await picture.toBuffer())).mediaType, mediaType);
    });
  }

  test("by what it is, not by what its name says", async () => {
    const image = await prepare(await noise(90, 90).jpeg().toBuffer(), "a/lie.png");
    assert.equal(image.mediaType, "image/jpeg");
  });
});

/** A picture with soft tones and a grain, as a camera makes them. */
function makePhoto(width: number, height: number): Uint8Array {
  const grain = makeNoise(width, height);
  return Uint8Array.from(grain, (value, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const tone = [x / width, y / height, (x + y) / (width + height)][at % 3] ?? 0;
    return 40 + tone * 160 + (value >> 5);
  });
}
const photo = (width: number, height: number) =>
  sharp(makePhoto(width, height), { raw: { width, height, channels: 3 } });

/** A photograph with rows of thin black strokes over a quarter of it, as letters have them. */
function makeScreenshot(width: number, height: number): Uint8Array {
  return makePhoto(width, height).map((value, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    return y > (height * 3) / 4 && x % 6 === 0 && y % 12 < 8 ? 0 : value;
  });
}

describe("an image takes no more than it needs", () => {
  test("a photograph in a PNG becomes JPEG, hardly to be told from it", async () => {
    const bytes = await photo(300, 200).png().toBuffer();
    const image = await prepare(bytes);
    assert.equal(image.mediaType, "image/jpeg");
    assert.ok(image.bytes.byteLength < bytes.byteLength / 2);
    const [shown, meant] = [await sharp(image.bytes).raw().toBuffer(), makePhoto(300, 200)];
    const off = meant.filter((value, at) => Math.abs(value - (shown[at] ?? 0)) > 16).length;
    assert.ok(off / meant.length < 0.003, `${off} samples are off`);
  });

  test("a picture with letters stays PNG with the very same pixels, whatever JPEG would save", async () => {
    const raw = { width: 300, height: 200, channels: 3 } as const;
    const pixels = makeScreenshot(300, 200);
    const image = await prepare(await sharp(pixels, { raw }).png().toBuffer());
    assert.equal(image.mediaType, "image/png");
    assert.deepEqual(new Uint8Array(await sharp(image.bytes).raw().toBuffer()), pixels);
  });

  test("a photograph with holes stays PNG", async () => {
    const alpha = Buffer.alloc(300 * 200, 255).fill(0, 0, 300);
    const raw = { width: 300, height: 200, channels: 1 } as const;
    const bytes = await photo(300, 200).joinChannel(alpha, { raw }).png().toBuffer();
    assert.equal((await prepare(bytes)).mediaType, "image/png");
  });

  test("opacity that is full everywhere goes", async () => {
    const image = await prepare(await plain(40, 40).ensureAlpha(1).png().toBuffer());
    assert.equal((await sharp(image.bytes).metadata()).hasAlpha, false);
  });

  test("what lies behind a hole goes", async () => {
    const data = Buffer.alloc(20 * 20 * 4, Uint8Array.of(200, 30, 40, 0));
    data.fill(Uint8Array.of(1, 2, 3, 255), 0, 400);
    const raw = { width: 20, height: 20, channels: 4 } as const;
    const image = await prepare(await sharp(data, { raw }).png().toBuffer());
    const shown = await sharp(image.bytes).ensureAlpha().raw().toBuffer();
    assert.deepEqual([...shown.subarray(396, 404)], [1, 2, 3, 255, 0, 0, 0, 0]);
  });

  test("grey is written as grey, in both kinds", async () => {
    const grey = { width: 300, height: 200, channels: 3 } as const;
    const toned = makePhoto(300, 200);
    const soft = Uint8Array.from(toned, (_, at) => toned[at - (at % 3)] ?? 0);
    const jpeg = await prepare(await sharp(soft, { raw: grey }).jpeg({ quality: 95 }).toBuffer());
    assert.deepEqual(
      [jpeg.mediaType, (await sharp(jpeg.bytes).metadata()).channels],
      ["image/jpeg", 1],
    );
    const png = await prepare(await noise(90, 90).greyscale().png().toBuffer());
    assert.deepEqual(
      [png.mediaType, (await sharp(png.bytes).metadata()).channels],
      ["image/png", 1],
    );
  });

  test("a JPEG that is small already does not grow", async () => {
    for (const quality of [30, 62, 70, 80]) {
      const bytes = await photo(400, 300).jpeg({ quality, mozjpeg: true }).toBuffer();
      const image = await prepare(bytes);
      const most = quality === 30 ? bytes.byteLength * 2 : bytes.byteLength * 1.02;
      assert.ok(image.bytes.byteLength <= most, `${quality}: ${image.bytes.byteLength}`);
    }
  });

  test("sixteen bits become eight of the same tone", async () => {
    const data = new Uint16Array(30 * 30 * 3).fill(0x8000);
    const raw = { width: 30, height: 30, channels: 3 } as const;
    const deep = await sharp(data, { raw }).toColourspace("rgb16").png().toBuffer();
    assert.equal((await sharp(deep).metadata()).depth, "ushort");
    const image = await prepare(deep);
    assert.equal((await sharp(image.bytes).raw().toBuffer())[0], 0x80);
  });

  test("colours of a wider space are turned into sRGB, and its profile goes", async () => {
    const bytes = await plain(30, 30, "#40c040").withIccProfile("p3").png().toBuffer();
    const image = await prepare(bytes);
    assert.equal((await sharp(image.bytes).metadata()).icc, undefined);
    const [red = 0, green = 0] = await sharp(image.bytes).toColourspace("srgb").raw().toBuffer();
    assert.ok(Math.abs(red - 0x40) < 4 && Math.abs(green - 0xc0) < 4, `${red} ${green}`);
  });

  test("of an animation the first picture is kept", async () => {
    const frames = [plain(30, 20, "#ff0000"), plain(30, 20, "#0000ff")].map((one) =>
      one.png().toBuffer(),
    );
    const joined = sharp(await Promise.all(frames), { join: { animated: true } });
    for (const bytes of [await joined.clone().gif().toBuffer(), await joined.webp().toBuffer()]) {
      assert.equal((await sharp(bytes).metadata()).pages, 2);
      const image = await prepare(bytes);
      assert.deepEqual([image.widthPx, image.heightPx], [30, 20]);
      const [red = 0, , blue = 0] = await sharp(image.bytes).toColourspace("srgb").raw().toBuffer();
      assert.ok(red > 240 && blue < 15);
    }
  });
});

describe("an image that cannot be had is a problem with words", () => {
  test("for a file that is something else", async () => {
    const text = await problemOf(Buffer.from("not a picture"));
    assert.equal(text.code, "IMG001");
    assert.equal((await problemOf(new Uint8Array())).code, "IMG001");
    assert.equal((await problemOf(Buffer.from("%PDF-1.7\n%âãÏÓ\n"), "a.pdf")).code, "IMG001");
  });

  test("for a file that is cut off", async () => {
    const jpeg = await noise(200, 200).jpeg().toBuffer();
    assert.equal((await problemOf(jpeg.subarray(0, jpeg.length / 2))).code, "IMG002");
    const png = await noise(200, 200).png().toBuffer();
    assert.equal((await problemOf(png.subarray(0, png.length / 2))).code, "IMG002");
  });

  test("for a small file with a monstrous picture", async () => {
    const bytes = await plain(10_000, 6_000).png().toBuffer();
    assert.ok(bytes.byteLength < 1_000_000);
    const problem = await problemOf(bytes);
    assert.equal(problem.code, "IMG003");
    assert.match(problem.message, /10000 × 6000/);
  });

  test("for a drawing that is more than a drawing", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><foreignObject/></svg>';
    const problem = await problemOf(Buffer.from(svg), "a.svg");
    assert.equal(problem.code, "IMG004");
    assert.match(problem.hint, /PNG/);
  });
});

test("an image of which nothing could be seen is in the book, and doubted", async () => {
  const strip = await prepareImage(
    "a.png",
    await plain(1, 20_000).png().toBuffer(),
    DEFAULT_LIMITS,
  );
  assert.equal(strip.image?.heightPx, 1600);
  assert.equal(strip.doubt?.code, "IMG008");
  assert.match(strip.doubt?.message ?? "", /1 × 20000 pixels, expected one side at most 10 times/);
  const tall = await prepareImage("a.png", await plain(100, 1000).png().toBuffer(), DEFAULT_LIMITS);
  assert.equal(tall.doubt, undefined);
});

test("the limits of an image's file and pixels are named with their keys, and can be set", async () => {
  const bytes = await plain(2000, 1000).png().toBuffer();
  const keyAt = async (bounds: Partial<Limits>) => {
    const { diagnostic } = await prepareImage("a.png", bytes, { ...DEFAULT_LIMITS, ...bounds });
    assert.ok(diagnostic === undefined || diagnostic.code === "IMG003");
    return /`--limit ([a-z-]+)=/.exec(diagnostic?.hint ?? "")?.[1];
  };
  assert.equal(await keyAt({ imagePixels: 2_000_000, imageBytes: bytes.byteLength }), undefined);
  assert.equal(await keyAt({ imagePixels: 1_000_000 }), "image-megapixels");
  assert.equal(await keyAt({ imageBytes: bytes.byteLength - 1 }), "image-size");
});

describe("opacity that nobody sees carries nothing", () => {
  /** Two pixels, written and read again: colour and opacity of each. */
  async function through(first: readonly number[], second: readonly number[]) {
    const raw = { width: 2, height: 1, channels: 4 } as const;
    const source = await sharp(Uint8Array.from([...first, ...second]), { raw })
      .png()
      .toBuffer();
    const { image } = await prepareImage("a.png", source, DEFAULT_LIMITS);
    assert.ok(image !== undefined);
    return [...(await sharp(image.bytes).toColourspace("srgb").ensureAlpha().raw().toBuffer())];
  }
  for (const opacity of [0, 1, 2]) {
    test(`${opacity} of 255 is a hole without a colour`, async () => {
      const pixels = await through([200, 100, 50, opacity], [9, 8, 7, 255]);
      assert.deepEqual(pixels, [0, 0, 0, 0, 9, 8, 7, 255]);
    });
  }
  for (const opacity of [253, 254, 255]) {
    test(`${opacity} of 255 is all`, async () => {
      const pixels = await through([200, 100, 50, opacity], [9, 8, 7, 128]);
      assert.deepEqual(pixels, [200, 100, 50, 255, 9, 8, 7, 128]);
    });
  }
  for (const opacity of [3, 252]) {
    test(`${opacity} of 255 stays`, async () => {
      const pixels = await through([200, 100, 50, opacity], [9, 8, 7, 255]);
      assert.equal(pixels[3], opacity);
    });
  }
  test("a picture that is nearly opaque has no opacity left", async () => {
    const raw = { width: 2, height: 1, channels: 4 } as const;
    const source = await sharp(Uint8Array.from([1, 2, 3, 253, 4, 5, 6, 254]), { raw })
      .png()
      .toBuffer();
    const { image } = await prepareImage("a.png", source, DEFAULT_LIMITS);
    assert.equal((await sharp(image?.bytes).metadata()).hasAlpha, false);
  });
});
