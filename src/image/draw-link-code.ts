import { encodeQR } from "qr";
import type { PreparedImage } from "./image.ts";

/** The quiet zone around a symbol, in modules (ISO/IEC 18004:2015 §5.3.8). */
const QUIET_MODULES = 4;

/**
 * A side of a module in CSS pixels: 0.53 mm on paper. Copies of copies and the cameras of old
 * telephones lose what is smaller than half a millimetre.
 */
const MODULE_PX = 2;

/** The modules that two zones, at both ends of a row, take. */
const QUIET_BOTH = 2 * QUIET_MODULES;

/**
 * Draws the QR code of an address (ISO/IEC 18004:2015) as an SVG of one path, black on white, with
 * its quiet zone. The same address gives the same bytes.
 *
 * Correction level M (15 % of the codewords may be lost: a fold, a pen stroke, a speck of the
 * copier) is the least; the level is raised to Q or H where that makes the symbol no larger. Q for
 * all would make most of them a size or two larger, for damage that paper in a folder does not take.
 *
 * @param address ASCII, as `URL` writes it: scanners guess differently at what bytes beyond it mean.
 */
export function drawLinkCode(address: string): PreparedImage {
  const rows = encode(address);
  const sideModules = rows.length + QUIET_BOTH;
  const sidePx = sideModules * MODULE_PX;
  const path = rows.map((row, y) => drawRow(row, y + QUIET_MODULES)).join("");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sidePx}" height="${sidePx}" ` +
    `viewBox="0 0 ${sideModules} ${sideModules}" shape-rendering="crispEdges">` +
    `<rect width="${sideModules}" height="${sideModules}" fill="#fff"/>` +
    `<path d="${path}" fill="#000"/></svg>\n`;
  return {
    path: "link-code.svg",
    bytes: new TextEncoder().encode(svg),
    mediaType: "image/svg+xml",
    widthPx: sidePx,
    heightPx: sidePx,
  };
}

/** The modules without the quiet zone, row by row; true is dark. */
function encode(address: string): readonly (readonly boolean[])[] {
  const least = encodeAt(address, "medium");
  for (const ecc of ["high", "quartile"] as const) {
    const version = (least.length - 17) / 4;
    try {
      return encodeAt(address, ecc, version);
    } catch {
      // It does not fit: the next level is lower.
    }
  }
  return least;
}

function encodeAt(address: string, ecc: "medium" | "quartile" | "high", version?: number) {
  // The library draws no symbol without a border; it is cut off here, and ours is drawn.
  const bordered = encodeQR(address, "raw", {
    ecc,
    border: 1,
    ...(version === undefined ? {} : { version }),
  });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}

/** Runs of dark modules as boxes: neighbours in a row are one, so that no hairline parts them. */
function drawRow(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x += 1;
    const length = x - from + 1;
    path += `M${from + QUIET_MODULES} ${y}h${length}v1h-${length}z`;
  }
  return path;
}
