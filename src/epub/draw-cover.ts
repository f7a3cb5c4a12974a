import { rasteriseDrawing } from "../image/rasterise-drawing.ts";
import type { Publication } from "../publication/publication.ts";
import type { CoverFont } from "./shape-text.ts";
export async function drawCover(
  _publication: Publication,
  _title: string,
  _fonts: readonly CoverFont[],
): Promise<Uint8Array> {
  return await rasteriseDrawing(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1800"><rect width="1200" height="1800" fill="#fff"/><rect x="100" y="100" width="1000" height="40"/></svg>',
    16,
  );
}
