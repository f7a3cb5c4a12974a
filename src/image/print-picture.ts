import { sharp } from "./decoder.ts";

/** Samples of eight bits, row by row, as a PDF has them: grey, or red, green and blue. */
export interface Samples {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
}

/**
 * The brightness of a colour, as a printer that has no colours takes it (ISO 32000-1 §10.3.2). The
 * weights apply to the numbers as they are.
 */
export const GREY_WEIGHTS = [0.3, 0.59, 0.11] as const;

/** Colours as greys. */
export function greySamples({ data, widthPx, heightPx, channels }: Samples): Samples {
  if (channels === 1) return { data, widthPx, heightPx, channels };
  const [red, green, blue] = GREY_WEIGHTS;
  const grey = new Uint8Array(widthPx * heightPx);
  for (let to = 0, at = 0; to < grey.length; to += 1, at += 3) {
    const sum = red * (data[at] ?? 0) + green * (data[at + 1] ?? 0) + blue * (data[at + 2] ?? 0);
    grey[to] = Math.round(sum);
  }
  return { data: grey, widthPx, heightPx, channels: 1 };
}

/** The same picture with fewer pixels. */
export async function resizeSamples(
  { data, widthPx, heightPx, channels }: Samples,
  toWidthPx: number,
  toHeightPx: number,
): Promise<Samples> {
  const raw = { width: widthPx, height: heightPx, channels };
  const image = sharp(data, { raw }).resize(toWidthPx, toHeightPx, { fit: "fill" });
  const kept = channels === 1 ? image.toColourspace("b-w") : image;
  return { data: await kept.raw().toBuffer(), widthPx: toWidthPx, heightPx: toHeightPx, channels };
}

/** Decodes a JPEG file of ours. */
export async function readJpeg(bytes: Uint8Array): Promise<Samples> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const channels = info.channels === 1 ? 1 : 3;
  return { data, widthPx: info.width, heightPx: info.height, channels };
}

/** As JPEG that nobody tells from the samples on paper. */
export async function writeJpeg({
  data,
  widthPx,
  heightPx,
  channels,
}: Samples): Promise<Uint8Array> {
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
  const kept = channels === 1 ? image.toColourspace("b-w") : image;
  return await kept.jpeg({ quality: 85, chromaSubsampling: "4:4:4", mozjpeg: true }).toBuffer();
}
