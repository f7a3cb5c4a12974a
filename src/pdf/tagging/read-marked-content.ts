import { IDENTITY, type Matrix, multiply } from "../../pdf-file/matrix.ts";
import { scanOperators } from "../../pdf-file/scan-operators.ts";
import { applyTo, type Box, uniteBoxes } from "./boxes.ts";

/** A marked-content sequence with an MCID, by offsets in its stream. */
export interface Sequence {
  readonly mcid: number;
  /** The tag that the browser wrote: `P`, `Figure`. */
  readonly tag: string;
  /** Its `BDC`, from the first operand on. */
  readonly opening: readonly [number, number];
  /** Where it may end: before the first `Q` that takes back more than it has put. */
  readonly close: number;
  /** Its `EMC`. */
  readonly closing: readonly [number, number];
  readonly hasText: boolean;
  /** Left, bottom, right and top of what a `Figure` paints, in the space of the stream. */
  readonly box: Box | undefined;
}

/** Painting outside of every sequence. */
export interface LoosePainting {
  from: number;
  to: number;
  readonly kind: "header" | "footer" | "margin" | "decoration";
}

export interface MarkedContent {
  readonly sequences: readonly Sequence[];
  readonly loose: readonly LoosePainting[];
}

/** Path construction and painting (ISO 32000-1 §8.5.2, §8.5.3). */
const BUILDS = new Set(["m", "l", "c", "v", "y", "re", "h"]);
const FILLS = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*"]);
const SHOWS = new Set(["Tj", "TJ", "'", '"']);

/**
 * Finds what the browser has marked on a page, and what it has painted outside of its marks: running
 * heads, folios and tabs (all before it first clips to the text's area), rules, backgrounds.
 *
 * @param page its height in the units of the stream, where the stream is a page.
 * @param hasTags whether an external object has marks of its own.
 */
export function readMarkedContent(
  bytes: Uint8Array,
  pageHeight: number,
  hasTags: (name: string) => boolean,
): MarkedContent {
  const reader = new MarkReader(bytes, pageHeight, hasTags);
  scanOperators(bytes, (operator, start, end) => reader.read(operator, start, end));
  return { sequences: reader.sequences, loose: reader.loose };
}

interface OpenSequence {
  readonly mcid: number;
  readonly tag: string;
  readonly opening: readonly [number, number];
  readonly level: number;
  close: number | undefined;
  paintsAfterClose: boolean;
  hasText: boolean;
  box: Box | undefined;
}

class MarkReader {
  readonly sequences: Sequence[] = [];
  readonly loose: LoosePainting[] = [];
  readonly #bytes: Uint8Array;
  readonly #pageHeight: number;
  readonly #hasTags: (name: string) => boolean;
  /** Of every open mark: the sequence, or nothing where it has no MCID. */
  readonly #marks: (OpenSequence | undefined)[] = [];
  #sequence: OpenSequence | undefined;
  #matrix: Matrix = IDENTITY;
  readonly #saved: Matrix[] = [];
  /** The lowest level of `q` since the last loose painting; it may grow while there is none lower. */
  #lowest = 0;
  #pathStart = -1;
  #path: Box | undefined;
  #textStart = -1;
  #textMatrix: Matrix = IDENTITY;
  #isClipped = false;
  #looseLevel = 0;

  constructor(bytes: Uint8Array, pageHeight: number, hasTags: (name: string) => boolean) {
    this.#bytes = bytes;
    this.#pageHeight = pageHeight;
    this.#hasTags = hasTags;
  }

  read(operator: string, start: number, end: number): void {
    if (SHOWS.has(operator)) {
      if (this.#sequence) {
        this.#sequence.hasText = true;
        this.#notePainting();
      }
      return;
    }
    if (BUILDS.has(operator)) {
      if (this.#pathStart < 0) this.#pathStart = start;
      if (this.#sequence?.tag === "Figure") this.#extend(operator, start, end);
      return;
    }
    if (FILLS.has(operator)) {
      this.#paint(this.#pathStart < 0 ? start : this.#pathStart, end);
      this.#endPath(true);
      return;
    }
    switch (operator) {
      case "q":
        this.#saved.push(this.#matrix);
        return;
      case "Q":
        this.#matrix = this.#saved.pop() ?? this.#matrix;
        this.#lowest = Math.min(this.#lowest, this.#saved.length);
        this.#closeAbove(start);
        return;
      case "cm":
        this.#matrix = multiply(this.#numbers(start, end), this.#matrix);
        return;
      case "W":
      case "W*":
        this.#isClipped = true;
        return;
      case "n":
        this.#endPath(false);
        return;
      case "BT":
        this.#textStart = start;
        this.#textMatrix = IDENTITY;
        return;
      case "Tm":
        if (!this.#sequence) this.#textMatrix = this.#numbers(start, end);
        return;
      case "ET":
        if (!this.#sequence) this.#addLoose(this.#textStart, end, this.#kindOfText());
        this.#textStart = -1;
        return;
      case "Do":
        this.#placeObject(start, end);
        return;
      case "sh":
      case "EI":
        this.#paint(start, end);
        return;
      case "BMC":
      case "BDC":
        this.#open(operator, start, end);
        return;
      case "EMC":
        this.#close(start, end);
        return;
    }
  }

  #open(operator: string, start: number, end: number): void {
    const words = this.#text(start, end);
    const mcid = operator === "BDC" ? /\/MCID\s+(\d+)/.exec(words)?.[1] : undefined;
    if (mcid === undefined || this.#sequence) {
      this.#marks.push(undefined);
      return;
    }
    this.#sequence = {
      mcid: Number(mcid),
      tag: /^\/([^\s/<>[\]()]*)/.exec(words)?.[1] ?? "",
      opening: [start, end],
      level: this.#saved.length,
      close: undefined,
      paintsAfterClose: false,
      hasText: false,
      box: undefined,
    };
    this.#marks.push(this.#sequence);
    this.#lowest = -1;
  }

  #close(start: number, end: number): void {
    const open = this.#marks.pop();
    if (open === undefined) return;
    const { mcid, tag, opening, hasText, box } = open;
    const close = open.paintsAfterClose ? start : (open.close ?? start);
    this.sequences.push({ mcid, tag, opening, close, closing: [start, end], hasText, box });
    this.#sequence = undefined;
    this.#lowest = -1;
  }

  /** A sequence that the browser ends late is ended where its graphics state is taken back. */
  #closeAbove(at: number): void {
    const open = this.#sequence;
    if (open && open.close === undefined && this.#saved.length < open.level) open.close = at;
  }

  #notePainting(): void {
    if (this.#sequence?.close !== undefined) this.#sequence.paintsAfterClose = true;
  }

  #paint(start: number, end: number): void {
    if (this.#sequence) this.#notePainting();
    else if (this.#textStart < 0)
      this.#addLoose(start, end, this.#isClipped ? "decoration" : "margin");
  }

  /** An image, or a form; one with tags of its own is looked at by itself. */
  #placeObject(start: number, end: number): void {
    if (this.#sequence) {
      if (this.#sequence.tag === "Figure") {
        for (const x of [0, 1]) for (const y of [0, 1]) this.#reach(x, y);
        this.#endPath(true);
      }
      this.#notePainting();
      return;
    }
    const name = /\/([^\s/]+)/.exec(this.#text(start, end))?.[1] ?? "";
    if (!this.#hasTags(name)) this.#paint(start, end);
  }

  /** What follows at the same level, with no mark and no lower level between, is one artifact. */
  #addLoose(from: number, to: number, kind: LoosePainting["kind"]): void {
    if (from < 0) return;
    const last = this.loose.at(-1);
    const level = this.#saved.length;
    const joins = last?.kind === kind && level === this.#looseLevel && this.#lowest >= level;
    if (joins) last.to = to;
    else this.loose.push({ from, to, kind });
    this.#looseLevel = level;
    this.#lowest = level;
  }

  /** Where a text outside of the page's text stands; a turned one is a tab at the edge. */
  #kindOfText(): LoosePainting["kind"] {
    if (this.#isClipped) return "decoration";
    const [, b, , , x, y] = this.#textMatrix;
    const turned = multiply(this.#textMatrix, this.#matrix)[1];
    if (Math.abs(b) > 0.001 || Math.abs(turned) > 0.001) return "margin";
    const [, up] = applyTo(this.#matrix, x, y);
    return up > this.#pageHeight / 2 ? "header" : "footer";
  }

  /** Adds the points of an operator to the path; a curve stays within its control points. */
  #extend(operator: string, start: number, end: number): void {
    const numbers = this.#numbers(start, end);
    if (operator === "re") {
      const [x, y, width, height] = numbers;
      this.#reach(x, y);
      this.#reach(x + width, y + height);
      return;
    }
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      this.#reach(numbers[at] ?? 0, numbers[at + 1] ?? 0);
    }
  }

  #reach(x: number, y: number): void {
    const [left, up] = applyTo(this.#matrix, x, y);
    const point: Box = [left, up, left, up];
    this.#path = this.#path === undefined ? point : uniteBoxes(this.#path, point);
  }

  /** What was only clipped to is no part of the figure. */
  #endPath(isPainted: boolean): void {
    const open = this.#sequence;
    if (isPainted && this.#path && open) {
      open.box = open.box === undefined ? this.#path : uniteBoxes(open.box, this.#path);
    }
    this.#path = undefined;
    this.#pathStart = -1;
  }

  #text(start: number, end: number): string {
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, end - start).toString(
      "latin1",
    );
  }

  #numbers(start: number, end: number): Matrix {
    const numbers = this.#text(start, end).split(/\s+/).map(Number);
    numbers.pop();
    return numbers as unknown as Matrix;
  }
}
