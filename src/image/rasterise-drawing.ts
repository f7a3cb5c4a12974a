import { sharp } from "./decoder.ts";

/** Pixels row by row from the top, three bytes each: red, green, blue. */
export interface RasterDrawing {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Draws our own SVG (shapes only: text would be set in the machine's fonts), as large as its root
 * element says.
 */
export async function rasteriseDrawing(svg: string): Promise<RasterDrawing> {
  const { data, info } = await sharp(new TextEncoder().encode(svg))
    .flatten({ background: "#ffffff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, widthPx: info.width, heightPx: info.height };
}
