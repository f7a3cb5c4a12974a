import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import type { GlyphRun } from "../../src/pdf-file/glyph-run.ts";
import { type PlacedPicture, readPage } from "../../src/pdf-file/read-glyphs.ts";

// A page as text: what stands where, for a person to read in a diff.

const POINTS_PER_MM = 72 / 25.4;
/** One character of a map is so wide on paper. */
const CELL_MM = 2;
/** Runs whose baselines are nearer than this stand in one line: marks of notes, labels of steps. */
const SAME_LINE_PT = 5;

/** What stands on one line of a page, from left to right. */
export interface Line {
  /** From the head of the page. */
  readonly topMm: number;
  readonly pieces: readonly Piece[];
  /** Of the text that takes most room. */
  readonly sizePt: number;
  readonly font: string;
}

export interface Piece {
  readonly leftMm: number;
  /** The left edge of the last glyph. */
  readonly rightMm: number;
  readonly text: string;
  readonly run: GlyphRun;
}

export interface ReadPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly lines: readonly Line[];
  /** What is set along the edge: the marks of stages. */
  readonly upright: readonly Piece[];
  readonly pictures: readonly PlacedPicture[];
}

export function readLines(document: PDFDocument, page: PDFPage): ReadPage {
  const { runs, pictures } = readPage(document, page);
  const { width, height } = page.getSize();
  const printed = runs.filter(({ text }) => text.trim() !== "");
  const isUpright = (run: GlyphRun) =>
    Math.abs(run.lastYPt - run.yPt) > Math.abs(run.lastXPt - run.xPt) && run.glyphCount > 1;
  const groups: GlyphRun[][] = [];
  const level = printed.filter((run) => !isUpright(run)).sort((a, b) => b.yPt - a.yPt);
  for (const run of level) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && group[0].yPt - run.yPt < SAME_LINE_PT) group.push(run);
    else groups.push([run]);
  }
  return {
    widthMm: Math.round((width / POINTS_PER_MM) * 10) / 10,
    heightMm: Math.round((height / POINTS_PER_MM) * 10) / 10,
    lines: groups.map((group) => lineOf(group, height)),
    upright: printed.filter(isUpright).map(pieceOf),
    pictures,
  };
}

function lineOf(runs: readonly GlyphRun[], heightPt: number): Line {
  const sorted = [...runs].sort((a, b) => a.xPt - b.xPt);
  const main = [...runs].sort((a, b) => b.glyphCount - a.glyphCount)[0];
  return {
    topMm: Math.round((heightPt - (main?.yPt ?? 0)) / POINTS_PER_MM),
    pieces: sorted.map(pieceOf),
    sizePt: Math.round((main?.sizePt ?? 0) * 10) / 10,
    font: main?.font.name ?? "",
  };
}

function pieceOf(run: GlyphRun): Piece {
  const [left, right] = [Math.min(run.xPt, run.lastXPt), Math.max(run.xPt, run.lastXPt)];
  return { leftMm: left / POINTS_PER_MM, rightMm: right / POINTS_PER_MM, text: run.text, run };
}

/** The page in rows: millimetres from the head, what stands there, the size; like rows are counted. */
export function drawPage(page: ReadPage, number: number): string {
  const rows: {
    top: number;
    drawn: string;
    said: string;
    size: number;
    like: string;
    count: number;
  }[] = [];
  for (const line of page.lines) {
    const drawn = drawLine(line, page.widthMm);
    const start = drawn.search(/\S/);
    const last = rows.at(-1);
    const isText = line.pieces.length === 1 || !/\s{3}/.test(drawn.trim());
    const like = isText ? `${start} ${line.sizePt} ${line.font}` : "";
    if (last !== undefined && like !== "" && last.like === like) last.count += 1;
    else {
      const said = sayFromRight(line.pieces);
      rows.push({ top: line.topMm, drawn, said, size: line.sizePt, like, count: 1 });
    }
  }
  const width = Math.ceil(page.widthMm / CELL_MM);
  const edge = page.upright.map(
    ({ text, run, leftMm }) => `${readRun(run, text)} at ${Math.round(leftMm)} mm`,
  );
  const pictures = page.pictures.map(
    ({ xPt, yPt, widthPt, heightPt }) =>
      `picture ${[xPt, yPt, widthPt, heightPt].map((pt) => Math.round(pt / POINTS_PER_MM)).join(" ")}`,
  );
  return [
    `--- page ${number}, ${page.widthMm} × ${page.heightMm} mm`,
    ...[...edge, ...pictures].map((one) => `     (${one})`),
    ...rows.map(
      ({ top, drawn, said, size, count }) =>
        `${String(top).padStart(4)} |${drawn.slice(0, width).padEnd(width)}| ${size}${count > 1 ? ` ×${count}` : ""}${said}`,
    ),
    "",
  ].join("\n");
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}/u;

function drawLine(line: Line, widthMm: number): string {
  const cells = new Array<string>(Math.ceil(widthMm / CELL_MM)).fill(" ");
  for (const { leftMm, rightMm, text } of joinPieces(line.pieces)) {
    const from = Math.max(0, Math.floor(leftMm / CELL_MM));
    const count = Math.max(1, Math.ceil((rightMm - leftMm) / CELL_MM));
    // Programs that show text turn what is written from the right around, and with it the places of all
    // that stands beside it in a row. So its place is shown here, and its words at the row's end.
    const shown = RIGHT_TO_LEFT.test(text) ? "░".repeat(count) : fit(text.trimEnd(), count);
    [...shown].forEach((sign, at) => {
      if (from + at < cells.length) cells[from + at] = sign;
    });
  }
  return cells.join("").trimEnd();
}

/** The words of a row that is written from the right, in the order of reading; "" for other rows. */
function sayFromRight(pieces: readonly Piece[]): string {
  if (!pieces.some(({ text }) => RIGHT_TO_LEFT.test(text))) return "";
  let before: Piece | undefined;
  let said = "";
  for (const piece of [...pieces].sort((a, b) => b.rightMm - a.rightMm)) {
    // As far from the one before as what joinPieces keeps apart.
    const isApart = before !== undefined && before.leftMm - piece.rightMm > JOINED_MM;
    said += ` ${isApart ? "· " : ""}${readRun(piece.run, piece.text)}`;
    before = piece;
  }
  return ` ${said.replace(/\s+/g, " ").trim()}`;
}

/**
 * What is written from the right is mostly painted from the left: then its letters come backwards. Only
 * numbers and Latin words in it come as they are read.
 */
function readRun(run: GlyphRun, text: string): string {
  if (!RIGHT_TO_LEFT.test(text) || run.lastXPt < run.xPt - 1) return text;
  const turn = (signs: string) => [...signs].reverse().join("");
  return turn(text).replace(/[\p{Nd}\p{Script=Latin}]+/gu, turn);
}

/** A piece begins so near to the last glyph of the one before where they are one text. */
const JOINED_MM = 3.5;

/** Words in bold, marks of notes and parts of addresses are runs of their own in one text. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last === undefined || piece.leftMm - last.rightMm > JOINED_MM) joined.push(piece);
    else joined.splice(-1, 1, { ...last, rightMm: piece.rightMm, text: last.text + piece.text });
  }
  return joined;
}

function fit(text: string, count: number): string {
  const signs = [...text];
  if (signs.length <= count + 1) return text;
  return `${signs.slice(0, Math.max(1, count - 1)).join("")}…`;
}
