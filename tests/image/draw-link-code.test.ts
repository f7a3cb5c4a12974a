import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { drawLinkCode } from "../../src/image/draw-link-code.ts";
import { LONGEST_CODE_BYTES } from "../../src/publication/link-code.ts";
import { readCode } from "../support/read-codes.ts";

async function decode(address: string) {
  const { bytes, widthPx } = drawLinkCode(address);
  const { data, info } = await sharp(bytes)
    .resize(widthPx * 3)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readCode(new Uint8ClampedArray(data), info.width, info.height);
}

const ofLength = (length: number) => `https://example.org/${"a".repeat(length - 20)}`;

test("a code is read as its address, from the shortest to the longest", async () => {
  const addresses = ["http://a.example/", "HTTPS://EXAMPLE.ORG/", "https://example.org/?q=%D9%85"];
  for (const address of [...addresses, ...[40, 62, 63, 120, LONGEST_CODE_BYTES].map(ofLength)]) {
    assert.equal((await decode(address))?.data, address);
  }
});

test("the longest address that gets a code is what ten steps of size hold", async () => {
  assert.equal((await decode(ofLength(LONGEST_CODE_BYTES)))?.version, 10);
  assert.equal((await decode(ofLength(LONGEST_CODE_BYTES + 1)))?.version, 11);
});

test("a code is one path on white, with four modules of quiet zone and two pixels a module", () => {
  const { bytes, widthPx, heightPx } = drawLinkCode("https://example.org/");
  const svg = new TextDecoder().decode(bytes);
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  assert.equal(svg.match(/<path/g)?.length, 1);
  assert.match(svg, /<rect [^>]*fill="#fff"\/><path d="[Mhvz\d -]+" fill="#000"\/>/);
  assert.deepEqual([widthPx, heightPx], [2 * side, 2 * side]);
  const boxes = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, x, y, length]) => ({
    x: Number(x),
    end: Number(x) + Number(length),
    y: Number(y),
  }));
  assert.equal(Math.min(...boxes.map(({ x }) => x)), 4);
  assert.equal(Math.max(...boxes.map(({ end }) => end)), side - 4);
  assert.equal(Math.min(...boxes.map(({ y }) => y)), 4);
  assert.equal(Math.max(...boxes.map(({ y }) => y)), side - 5);
});

test("the same address gives the same bytes, also after others were drawn", () => {
  const first = drawLinkCode("https://example.org/").bytes;
  drawLinkCode(ofLength(200));
  assert.deepEqual(drawLinkCode("https://example.org/").bytes, first);
});

test("a code bears more damage than the least where that makes it no larger", () => {
  // Version 2 holds 20 bytes at level Q, 26 at M (ISO/IEC 18004, table 7).
  assert.equal(levelOf("https://example.org/"), "Q");
  assert.equal(levelOf("https://example.org/a-page"), "M");
  // Never less, also where a smaller symbol would hold it.
  assert.equal(drawLinkCode("https://example.org/a-page/").widthPx, 2 * (29 + 8));
});

/** From the format information left of the upper left finder pattern (ISO/IEC 18004 §7.9). */
function levelOf(address: string): string {
  const svg = new TextDecoder().decode(drawLinkCode(address).bytes);
  assert.match(svg, /viewBox="0 0 33 33"/);
  const isDark = (x: number) =>
    [...svg.matchAll(/M(\d+) 12h(\d+)v1/g)].some(
      ([, from, length]) => x + 4 >= Number(from) && x + 4 < Number(from) + Number(length),
    );
  // The first two bits, behind the mask 10….
  return ["M", "L", "H", "Q"][(isDark(0) ? 0 : 2) + (isDark(1) ? 1 : 0)] ?? "";
}
