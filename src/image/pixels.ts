import type { Sharp } from "sharp";
import { UNSEEN_OPACITY } from "./svg-numbers.ts";

/** An image as samples of eight bits in sRGB, row by row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 1 grey, 2 grey and opacity, 3 colour, 4 colour and opacity. */
  readonly channels: 1 | 2 | 3 | 4;
  readonly isOpaque: boolean;
}

/**
 * Decodes what a pipeline gives, and keeps the channels that say something: no opacity where all is
 * opaque, no colours where all is grey. What cannot be seen at all is emptied: behind a hole there
 * may be a picture that nobody meant to give away. What is nearly opaque is opaque.
 */
export async function readPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const hasOpacity = channels === 2 || channels === 4;
  const isOpaque = !hasOpacity || settleOpacity(data, channels);
  const isGrey = channels < 3 || hasGreyOnly(data, channels);
  const kept = [...(isGrey ? [0] : [0, 1, 2]), ...(hasOpacity && !isOpaque ? [channels - 1] : [])];
  return {
    data: kept.length === channels ? data : pick(data, channels, kept),
    width,
    height,
    channels: kept.length as Pixels["channels"],
    isOpaque,
  };
}

/** How many different colours there are; counting ends above `most`. */
export function countColours({ data, channels }: Pixels, most: number): number {
  const colours = new Set<number>();
  for (let at = 0; at < data.length && colours.size <= most; at += channels) {
    let colour = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      colour = colour * 256 + (data[at + channel] ?? 0);
    }
    colours.add(colour);
  }
  return colours.size;
}

/** Empties what cannot be seen, and closes what cannot be seen through. True where all is opaque. */
function settleOpacity(data: Uint8Array, channels: number): boolean {
  let isOpaque = true;
  for (let at = channels - 1; at < data.length; at += channels) {
    const opacity = data[at] ?? 255;
    if (opacity >= 255 - UNSEEN_OPACITY) data[at] = 255;
    else {
      isOpaque = false;
      if (opacity <= UNSEEN_OPACITY) data.fill(0, at - channels + 1, at + 1);
    }
  }
  return isOpaque;
}

function hasGreyOnly(data: Uint8Array, channels: number): boolean {
  for (let at = 0; at < data.length; at += channels) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  }
  return true;
}

function pick(data: Uint8Array, channels: number, kept: readonly number[]): Uint8Array {
  const picked = new Uint8Array((data.length / channels) * kept.length);
  let to = 0;
  for (let at = 0; at < data.length; at += channels) {
    for (const channel of kept) {
      picked[to] = data[at + channel] ?? 0;
      to += 1;
    }
  }
  return picked;
}
