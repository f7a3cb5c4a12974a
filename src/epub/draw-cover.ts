import {
  type CoverFont,
  NAME_LETTERS,
  nameUndrawn,
  type OpenFont,
  openCoverFonts,
  type ShapedLine,
} from "../font/shape-text.ts";
import { rasteriseDrawing } from "../image/rasterise-drawing.ts";
import { countSessions } from "../publication/list-chapters.ts";
import type { Publication } from "../publication/publication.ts";
import type { CoverColours, Words } from "../theme/theme.ts";
import { type SetText, setText, type TextBox } from "./set-title.ts";
import { type Colour, writePng } from "./write-png.ts";
import { tidyText } from "./xml.ts";

/** What is rasterised: sharp on a phone of 360 × 640 points with three pixels each. */
const RASTER_WIDTH_PX = 1000;

/** Two to three, as reading systems show covers; all measures below are of this sheet. */
const WIDTH_PX = 1200;
const HEIGHT_PX = 1800;
const MARGIN_PX = 110;
const MEASURE_PX = WIDTH_PX - 2 * MARGIN_PX;

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
 * stages with a square for each session, the brand or publisher. Type is shaped to outlines, so that no font
 * of the machine comes in and every script is set right; the same book gives the same bytes.
 *
 * @param colours the theme's: three, opaque, apart enough to be read.
 * @returns a PNG. Where the fonts lack most of the title, it has no words.
 */
export async function drawCover(
  publication: Publication,
  title: string,
  words: Words,
  fonts: readonly CoverFont[],
  colours: CoverColours,
): Promise<Uint8Array> {
  const { language, brand } = publication;
  const publisher = brand?.name || publication.publisher;
  // Over the title stands what the book is a part of.
  const whole =
    publication.extent === "session"
      ? publication.parts[0].module.title
      : publication.curriculumTitle;
  // The ellipsis ends a title that is too long.
  const edition =
    publication.edition === undefined ? "" : words.say(`edition-${publication.edition}`);
  const texts = [title, whole, edition, publisher, "…"].map(printable);
  const opened = await openCoverFonts(fonts, texts.join("") + NAME_LETTERS);
  const isMirrored = language.direction === "rtl";
  const set = (text: string, box: TextBox) =>
    setText(nameFew(printable(text), opened), opened, language, box);
  const parts = [
    `<rect width="${WIDTH_PX}" height="${HEIGHT_PX}" fill="${colours.paper}"/>`,
    `<rect x="${MARGIN_PX}" y="216" width="${MEASURE_PX}" height="12" fill="${colours.ink}"/>`,
    ...drawChain(publication, isMirrored, colours),
  ];
  const titleText = set(title, TITLE);
  if (titleText !== undefined) {
    const lines = drawText(titleText, TITLE_TOP_PX, isMirrored);
    const head = set(whole, LINE);
    if (head !== undefined) for (const one of drawText(head, 108, isMirrored)) lines.push(one);
    const label = edition === "" ? undefined : set(edition, LINE);
    const endPx = TITLE_TOP_PX + titleText.leadingPx * titleText.lines.length;
    const topPx = Math.min(endPx + EDITION_GAP_PX, EDITION_TOP_MOST_PX);
    if (label !== undefined) for (const one of drawText(label, topPx, isMirrored)) lines.push(one);
    const foot = set(publisher, LINE);
    if (foot !== undefined) for (const one of drawText(foot, 1630, isMirrored)) lines.push(one);
    parts.push(`<g fill="${colours.ink}">${lines.join("")}</g>`);
  }
  const rasterHeightPx = (RASTER_WIDTH_PX * HEIGHT_PX) / WIDTH_PX;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${RASTER_WIDTH_PX}" height="${rasterHeightPx}" viewBox="0 0 ${WIDTH_PX} ${HEIGHT_PX}">${parts.join("")}</svg>`;
  return writePng(await rasteriseDrawing(svg), listTints(colours));
}

/**
 * The colours and one between the paper and each: the edges of letters look smooth with it on a
 * phone, and every further one costs a kilobyte or two.
 */
function listTints({ paper, ink, accent }: CoverColours): readonly Colour[] {
  const [ground, ...inks] = [paper, ink, accent].map(readColour);
  if (ground === undefined) throw new RangeError("no paper");
  const between = (one: Colour): Colour => [
    (one[0] + ground[0]) >> 1,
    (one[1] + ground[1]) >> 1,
    (one[2] + ground[2]) >> 1,
  ];
  return [ground, ...inks.flatMap((one) => [between(one), one])];
}

/** @param text `#rrggbb`. */
function readColour(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A text of a cover without what no text font draws and no cover needs: emoji and marks of direction. */
export function printable(text: string): string {
  return tidyText(
    text
      .replace(/\p{Extended_Pictographic}|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]/gu, "")
      .replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ""),
  );
}

/** Names of characters stand for a few of them; where they would be the title, there is none. */
function nameFew(text: string, fonts: readonly OpenFont[]): string {
  const { text: named, lacking } = nameUndrawn(text, fonts);
  const count = Array.from(text).filter((one) => lacking.includes(one)).length;
  return count * 2 < Array.from(text).length ? named : text;
}

/** @param topPx where the first line's box begins. */
function drawText(text: SetText, topPx: number, isMirrored: boolean): string[] {
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
  return glyphs.join("");
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}

function drawChain(
  publication: Publication,
  isMirrored: boolean,
  { paper, accent }: CoverColours,
): readonly string[] {
  const counts = countSessions(publication);
  const stepPx = (MEASURE_PX - 2 * NODE_RADIUS_PX) / (counts.length - 1);
  const place = (index: number) => {
    const px = MARGIN_PX + NODE_RADIUS_PX + index * stepPx;
    return round(isMirrored ? WIDTH_PX - px : px);
  };
  const nodes = counts.flatMap((count, index) => {
    const x = place(index);
    // A stage without sessions is a ring.
    const fill = count === 0 ? paper : accent;
    const node = `<circle cx="${x}" cy="${CHAIN_PX}" r="${NODE_RADIUS_PX - 5}" fill="${fill}" stroke="${accent}" stroke-width="10"/>`;
    const squares = Array.from({ length: Math.min(count, SQUARES_MOST) }, (_, at) => {
      const y = CHAIN_PX + NODE_RADIUS_PX + 24 + at * (SQUARE_PX + 12);
      return `<rect x="${x - SQUARE_PX / 2}" y="${y}" width="${SQUARE_PX}" height="${SQUARE_PX}" fill="${accent}"/>`;
    });
    return [node, ...squares];
  });
  const ends = [place(0), place(counts.length - 1)];
  return [
    `<path d="M${ends[0]} ${CHAIN_PX}H${ends[1]}" stroke="${accent}" stroke-width="10"/>`,
    ...nodes,
  ];
}
