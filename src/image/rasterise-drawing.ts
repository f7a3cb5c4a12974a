import sharp from "sharp";

/**
 * Draws our own SVG (shapes only: text would be set in the machine's fonts) as a PNG with a palette.
 *
 * @param colours how many tints the palette has at most; black on white with one accent needs few.
 */
export async function rasteriseDrawing(svg: string, colours: number): Promise<Uint8Array> {
  return await sharp(new TextEncoder().encode(svg))
    .flatten({ background: "#ffffff" })
    .png({ palette: true, colours, dither: 0, effort: 4, compressionLevel: 9 })
    .toBuffer();
}
