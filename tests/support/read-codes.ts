import { PDFiumLibrary } from "@hyzyla/pdfium";
import jsqr from "jsqr";
import sharp, { type Sharp } from "sharp";

/** The package is CommonJS: at run time the module is the function. */
export const readCode = jsqr as unknown as typeof jsqr.default;

/** A QR code as a camera over the page finds it. */
export interface FoundCode {
  readonly text: string;
  readonly version: number;
  /** A side of a module on paper. */
  readonly moduleMm: number;
}

/** What a scan or a copying machine makes of a page. */
export type Copier = (page: Sharp) => Sharp;

const DPI = 200;
const PX_A_MM = DPI / 25.4;

/** The decoder takes the corners of two codes for those of one: it looks through a window. */
const WINDOW_PX = Math.round(38 * PX_A_MM);
const STEP_PX = Math.round(9 * PX_A_MM);

/**
 * Paints the pages of a PDF with PDFium, which is not what wrote it, and reads the QR codes on them
 * with a decoder that is not the encoder's. Each text once.
 *
 * @param copy what happens to the page before it is read.
 */
export async function readCodes(
  pdf: Uint8Array,
  copy: Copier = (page) => page,
): Promise<readonly FoundCode[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const found = new Map<string, FoundCode>();
  try {
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale: DPI / 72, render: "bitmap" });
      const painted = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
      const copied = await copy(painted).toColourspace("srgb").ensureAlpha().raw().toBuffer();
      for (let top = 0; top + WINDOW_PX <= height; top += STEP_PX) {
        for (let left = 0; left + WINDOW_PX <= width; left += STEP_PX) {
          const code = readWindow(copied, width, left, top);
          if (code !== undefined) found.set(code.text, code);
        }
      }
    }
  } finally {
    document.destroy();
    library.destroy();
  }
  return [...found.values()];
}

function readWindow(
  page: Uint8Array,
  widthPx: number,
  left: number,
  top: number,
): FoundCode | undefined {
  const view = new Uint8ClampedArray(WINDOW_PX * WINDOW_PX * 4);
  let inkPx = 0;
  for (let y = 0; y < WINDOW_PX; y += 1) {
    const from = ((top + y) * widthPx + left) * 4;
    view.set(page.subarray(from, from + WINDOW_PX * 4), y * WINDOW_PX * 4);
  }
  for (let at = 0; at < view.length; at += 4) if ((view[at] ?? 0) < 128) inkPx += 1;
  // Text alone covers less.
  if (inkPx < view.length / 4 / 12) return undefined;
  const code = readCode(view, WINDOW_PX, WINDOW_PX, { inversionAttempts: "dontInvert" });
  if (code === null || code.data === "") return undefined;
  const { topLeftCorner: one, topRightCorner: other } = code.location;
  const sidePx = Math.hypot(other.x - one.x, other.y - one.y);
  const moduleMm = sidePx / (17 + 4 * code.version) / PX_A_MM;
  return { text: code.data, version: code.version, moduleMm };
}
