import { rasteriseDrawing } from "../image/rasterise-drawing.ts";
import type { Publication } from "../publication/publication.ts";
import type { Words } from "../theme/theme.ts";
import { type SetText, setText, type TextBox } from "./set-title.ts";
import { type CoverFont, openFaces, type ShapedLine } from "./shape-text.ts";
import { tidyText } from "./xml.ts";

/** Two to three, as reading systems show covers. */
const WIDTH_PX = 1200;
const HEIGHT_PX = 1800;
const MARGIN_PX = 110;
const MEASURE_PX = WIDTH_PX - 2 * MARGIN_PX;

const INK = "#111111";
/** 7:1 on white, and a middle grey on a screen without colours. */
const ACCENT = "#00596b";
/** Two inks, and what lies between them and the paper at the edges of letters. */
const COLOURS = 16;

const TITLE_TOP_PX = 300;
const TITLE: TextBox = {
  widthPx: MEASURE_PX,
  heightPx: 860,
  linesMost: 6,
  sizesPx: [190, 170, 152, 136, 122, 109, 97, 87, 78, 70],
};
const LINE: TextBox = { widthPx: MEASURE_PX, heightPx: 110, linesMost: 1, sizesPx: [50, 44, 38] };

/** Below the title, and always above the chain of the stages. */
const EDITION_GAP_PX = 28;
const EDITION_TOP_MOST_PX = 1158;

const CHAIN_PX = 1270;
const NODE_RADIUS_PX = 34;
/** Sessions are counted in squares below each stage, up to where the column would leave the page. */
const SQUARE_PX = 30;
const SQUARES_MOST = 6;

/**
 * Draws the cover: the curriculum's title, the title as large as it can be, the chain of the four
 * stages with a square for each session, the publisher. Type is shaped to outlines, so that no face
 * of the machine comes in and every script is set right; the same book gives the same bytes.
 *
 * @returns a PNG. Where the faces lack a character of the title, it has no words.
 */
export async function drawCover(
  publication: Publication,
  title: string,
  words: Words,
  fonts: readonly CoverFont[],
): Promise<Uint8Array> {
  const faces = await openFaces(fonts);
  const { language } = publication;
  const isMirrored = language.direction === "rtl";
  const set = (text: string, box: TextBox) => setText(printable(text), faces, language, box);
  const parts = [
    `<rect width="${WIDTH_PX}" height="${HEIGHT_PX}" fill="#ffffff"/>`,
    `<rect x="${MARGIN_PX}" y="216" width="${MEASURE_PX}" height="12" fill="${INK}"/>`,
    ...drawChain(publication, isMirrored),
  ];
  const titleText = set(title, TITLE);
  if (titleText !== undefined) {
    parts.push(...drawText(titleText, TITLE_TOP_PX, isMirrored));
    const head = set(publication.curriculumTitle, LINE);
    if (head !== undefined) parts.push(...drawText(head, 108, isMirrored));
    const { edition } = publication;
    const label = edition && set(words.say(`edition-${edition}`), LINE);
    const endPx = TITLE_TOP_PX + titleText.leadingPx * titleText.lines.length;
    const topPx = Math.min(endPx + EDITION_GAP_PX, EDITION_TOP_MOST_PX);
    if (label) parts.push(...drawText(label, topPx, isMirrored));
    const foot = set(publication.publisher, LINE);
    if (foot !== undefined) parts.push(...drawText(foot, 1630, isMirrored));
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${HEIGHT_PX}">${parts.join("")}</svg>`;
  return await rasteriseDrawing(svg, COLOURS);
}

/** Without what no text face draws and no cover needs: emoji and marks of direction. */
function printable(text: string): string {
  return tidyText(
    text
      .replace(/\p{Extended_Pictographic}|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]/gu, "")
      .replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ""),
  );
}

/** @param topPx where the first line's box begins. */
function drawText(text: SetText, topPx: number, isMirrored: boolean): readonly string[] {
  return text.lines.map((line, index) => {
    const baselinePx = topPx + text.leadingPx * (index + 0.76);
    const leftPx = isMirrored ? WIDTH_PX - MARGIN_PX - line.width * text.sizePx : MARGIN_PX;
    return drawLine(line, leftPx, baselinePx, text.sizePx);
  });
}

function drawLine(line: ShapedLine, leftPx: number, baselinePx: number, sizePx: number): string {
  const glyphs = line.glyphs
    .filter(({ path }) => path !== "")
    .map(({ x, y, path, unitsPerEm }) => {
      const scale = sizePx / unitsPerEm;
      const place = `${round(leftPx + x * sizePx)} ${round(baselinePx - y * sizePx)}`;
      return `<path transform="translate(${place}) scale(${scale} ${-scale})" d="${path}"/>`;
    });
  return `<g fill="${INK}">${glyphs.join("")}</g>`;
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}

function drawChain(publication: Publication, isMirrored: boolean): readonly string[] {
  const stepPx = (MEASURE_PX - 2 * NODE_RADIUS_PX) / (publication.stages.length - 1);
  const place = (index: number) => {
    const px = MARGIN_PX + NODE_RADIUS_PX + index * stepPx;
    return round(isMirrored ? WIDTH_PX - px : px);
  };
  const nodes = publication.stages.flatMap(({ sessions }, index) => {
    const x = place(index);
    // A stage without sessions is a ring.
    const fill = sessions.length === 0 ? "#ffffff" : ACCENT;
    const node = `<circle cx="${x}" cy="${CHAIN_PX}" r="${NODE_RADIUS_PX - 5}" fill="${fill}" stroke="${ACCENT}" stroke-width="10"/>`;
    const squares = sessions.slice(0, SQUARES_MOST).map((_, at) => {
      const y = CHAIN_PX + NODE_RADIUS_PX + 24 + at * (SQUARE_PX + 12);
      return `<rect x="${x - SQUARE_PX / 2}" y="${y}" width="${SQUARE_PX}" height="${SQUARE_PX}" fill="${ACCENT}"/>`;
    });
    return [node, ...squares];
  });
  const ends = [place(0), place(publication.stages.length - 1)];
  return [
    `<path d="M${ends[0]} ${CHAIN_PX}H${ends[1]}" stroke="${ACCENT}" stroke-width="10"/>`,
    ...nodes,
  ];
}
