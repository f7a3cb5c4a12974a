import { type Arc, compareToHalf, halveArc, reachesHalf } from "./svg-arcs.ts";
import { type Bounds, boundPoints, growBounds, joinBounds, NOWHERE } from "./svg-bounds.ts";
import { joinNumbers, NUMBER, writeNumber } from "./svg-numbers.ts";

/** The outline of a shape, written anew. */
export interface Outline {
  /** Path data, or the points of a polygon. */
  readonly text: string;
  /** Round its points and those that bend it. */
  readonly bounds: Bounds;
  /** It goes somewhere: more than points are drawn. */
  readonly isLong: boolean;
}

/** How many numbers each command takes. */
const COUNTS: Readonly<Record<string, number>> = {
  A: 7,
  C: 6,
  H: 1,
  L: 2,
  M: 2,
  Q: 4,
  S: 4,
  T: 2,
  V: 1,
  Z: 0,
};

/**
 * Path data (SVG 1.1 §8.3) in one spelling: points on a grid, each command with the letter that makes
 * it shortest. What stands behind the first fault is left out, as browsers do.
 *
 * @param decimals of the grid.
 */
export function writePath(text: string, decimals: number): Outline {
  const writer = new PathWriter(decimals);
  let letter = "";
  let at = 0;
  const gap = /[\t\n\f\r ,]*/y;
  const skip = () => {
    gap.lastIndex = at;
    gap.exec(text);
    at = gap.lastIndex;
  };
  for (skip(); at < text.length; skip()) {
    const next = text[at] ?? "";
    if (COUNTS[next.toUpperCase()] !== undefined) {
      letter = next;
      at += 1;
    } else if (letter === "" || COUNTS[letter.toUpperCase()] === 0) break;
    const numbers: number[] = [];
    const upper = letter.toUpperCase();
    for (let index = 0; index < (COUNTS[upper] ?? 0); index += 1) {
      skip();
      const isFlag = upper === "A" && (index === 3 || index === 4);
      NUMBER.lastIndex = at;
      const written = isFlag ? /^[01]/.exec(text[at] ?? "")?.[0] : NUMBER.exec(text)?.[0];
      if (written === undefined || Math.abs(Number(written)) > 1e8) return writer.end();
      at += written.length;
      numbers.push(Number(written));
    }
    if (!writer.add(upper, letter !== upper, numbers)) break;
    // Further points after a move are lines (SVG 1.1 §8.3.2).
    if (upper === "M") letter = letter === "m" ? "l" : "L";
  }
  return writer.end();
}

type Point = readonly [x: number, y: number];

interface Bend {
  readonly kind: "C" | "Q";
  readonly asked: Point;
  readonly placed: Point;
}

class PathWriter {
  readonly #decimals: number;
  readonly #parts: string[] = [];
  #bounds = NOWHERE;
  #isLong = false;
  /** Where the pen is: as was asked for, and on the grid. */
  #pen: Point = [0, 0];
  #placed: Point = [0, 0];
  #start: Point = [0, 0];
  /** Where the pen was on the grid before it was moved. */
  #left: Point = [0, 0];
  /** A move that is written once something is drawn from there. */
  #isMoved = false;
  #isDot = false;
  /** The point that bends the end of the curve before, and of which kind that is. */
  #bend: Bend | undefined;
  #letter = "";
  #number = "";

  constructor(decimals: number) {
    this.#decimals = decimals;
  }

  /** False where a path may not go on like this. */
  add(command: string, isRelative: boolean, numbers: readonly number[]): boolean {
    if (this.#parts.length === 0 && !this.#isMoved && command !== "M") return false;
    const [x, y] = isRelative ? this.#pen : [0, 0];
    const points: Point[] = [];
    for (let at = command === "A" ? 5 : 0; at + 1 < numbers.length; at += 2) {
      points.push([x + (numbers[at] ?? 0), y + (numbers[at + 1] ?? 0)]);
    }
    const [first = 0] = numbers;
    if (command === "H") points.push([x + first, this.#pen[1]]);
    if (command === "V") points.push([this.#pen[0], y + first]);
    const bend = this.#bend;
    this.#bend = undefined;
    const mirror = (kind: Bend["kind"]): Point =>
      bend?.kind === kind
        ? [2 * this.#pen[0] - bend.asked[0], 2 * this.#pen[1] - bend.asked[1]]
        : this.#pen;
    if (command === "M") this.#move(points[0] ?? this.#pen);
    else if (command === "Z") this.#close();
    else if (command === "A") this.#arc(numbers, points[0] ?? this.#pen);
    else if (command === "C" || command === "Q") this.#curve(command, points, bend);
    else if (command === "S") this.#curve("C", [mirror("C"), ...points], bend);
    else if (command === "T") this.#curve("Q", [mirror("Q"), ...points], bend);
    else this.#line(points[0] ?? this.#pen);
    return true;
  }

  end(): Outline {
    this.#dot();
    return { text: this.#parts.join(""), bounds: this.#bounds, isLong: this.#isLong };
  }

  #place([x, y]: Point): Point {
    const scale = 10 ** this.#decimals;
    return [Math.round(x * scale), Math.round(y * scale)];
  }

  #move(to: Point): void {
    this.#dot();
    if (!this.#isMoved) this.#left = this.#placed;
    this.#isMoved = true;
    this.#pen = to;
    this.#placed = this.#place(to);
    this.#start = to;
  }

  /** A line of no length is seen where its ends are round, and nothing else is there. */
  #dot(): void {
    if (this.#isDot && this.#isMoved) this.#write("h", ["0"]);
    this.#isDot = false;
  }

  #close(): void {
    this.#isDot = false;
    if (this.#isMoved && this.#isBack()) this.#isMoved = false;
    if (this.#letter !== "z" || this.#isMoved) this.#write("z", []);
    this.#pen = this.#start;
    this.#placed = this.#place(this.#start);
  }

  /** Where a part was closed the next begins anyway. */
  #isBack(): boolean {
    return this.#letter === "z" && this.#placed.join() === this.#left.join();
  }

  #line(to: Point): void {
    const [x, y] = this.#place(to);
    const [fromX, fromY] = this.#placed;
    if (x === fromX && y === fromY) this.#isDot = true;
    else if (y === fromY) this.#writeShorter("H", [x], [x - fromX]);
    else if (x === fromX) this.#writeShorter("V", [y], [y - fromY]);
    else this.#writeShorter("L", [x, y], [x - fromX, y - fromY]);
    this.#go(to);
  }

  #curve(kind: "C" | "Q", points: readonly Point[], before: Bend | undefined): void {
    const placed = points.map((point) => this.#place(point));
    const [fromX, fromY] = this.#placed;
    const [end = this.#placed] = placed.slice(-1);
    const [first = this.#placed] = placed;
    if (placed.every(([x, y]) => x === fromX && y === fromY)) this.#isDot = true;
    else {
      const [bendX, bendY] = before?.kind === kind ? before.placed : this.#placed;
      const isMirrored = first[0] === 2 * fromX - bendX && first[1] === 2 * fromY - bendY;
      const written = isMirrored ? placed.slice(1) : placed;
      const letter = !isMirrored ? kind : kind === "C" ? "S" : "T";
      this.#writeShorter(
        letter,
        written.flat(),
        written.flatMap(([x, y]) => [x - fromX, y - fromY]),
      );
      const [asked = this.#pen] = points.slice(-2);
      const [bent = end] = placed.slice(-2);
      this.#bend = { kind, asked, placed: bent };
    }
    for (const point of points.slice(0, -1)) this.#hold(point);
    this.#go(points.at(-1) ?? this.#pen);
  }

  #arc([rx = 0, ry = 0, turn = 0, large = 0, swept = 0]: readonly number[], to: Point): void {
    const radii: Point = [Math.abs(rx), Math.abs(ry)];
    const isSame = this.#pen[0] === to[0] && this.#pen[1] === to[1];
    if (isSame || this.#place(radii).includes(0)) this.#line(to);
    else {
      const rotation = radii[0] === radii[1] ? 0 : ((turn % 180) + 180) % 180;
      const [isLarge, isSwept] = [large === 1, swept === 1];
      this.#bow({ radii, rotation, isLarge, isSwept, from: this.#pen, to });
    }
  }

  #bow(arc: Arc): void {
    const [x, y] = this.#place(arc.to);
    const [fromX, fromY] = this.#placed;
    const isStill = x === fromX && y === fromY;
    const kind = compareToHalf(arc);
    if (kind === "nearly" || (isStill && arc.isLarge)) {
      const middle = halveArc(arc);
      this.#bow({ ...arc, isLarge: false, to: middle });
      this.#bow({ ...arc, isLarge: false, from: middle });
      return;
    }
    if (isStill) {
      this.#line(arc.to);
      return;
    }
    const [acrossAsked, upAsked] = this.#place(arc.radii);
    const placed: Arc = { ...arc, radii: [acrossAsked, upAsked], from: this.#placed, to: [x, y] };
    // Radii that are too small are made to fit: half an ellipse stays one, wherever its ends are put.
    const fit = kind === "half" && !reachesHalf(placed) ? 0.95 : 1;
    const scale = 10 ** this.#decimals;
    const shape = placed.radii.map((one) => writeNumber((one * fit) / scale, this.#decimals));
    const isRound = shape[0] === shape[1];
    const flags = [
      ...shape,
      isRound ? "0" : writeNumber(arc.rotation, 2),
      arc.isLarge && kind !== "half" ? "1" : "0",
      arc.isSwept ? "1" : "0",
    ];
    this.#writeShorter("A", [x, y], [x - fromX, y - fromY], flags);
    const chord = Math.hypot(arc.to[0] - arc.from[0], arc.to[1] - arc.from[1]);
    const reach = 2 * Math.max(arc.radii[0], arc.radii[1], chord);
    this.#bounds = joinBounds(this.#bounds, growBounds(boundPoints([arc.from, arc.to]), reach));
    this.#go(arc.to);
  }

  /** @param lead what stands before the points. */
  #writeShorter(
    letter: string,
    points: readonly number[],
    steps: readonly number[],
    lead: readonly string[] = [],
  ): void {
    const there = [...lead, ...this.#spellPoints(points)];
    const on = [...lead, ...this.#spellPoints(steps)];
    if (this.#isMoved) this.#writeMove();
    const small = letter.toLowerCase();
    const isShorter = this.#spell(letter, there).length < this.#spell(small, on).length;
    if (isShorter) this.#write(letter, there);
    else this.#write(small, on);
  }

  #writeMove(): void {
    this.#isMoved = false;
    this.#isDot = false;
    const [x, y] = this.#place(this.#start);
    const [fromX, fromY] = this.#left;
    this.#hold(this.#start);
    if (this.#letter === "z" && x === fromX && y === fromY) return;
    if (this.#parts.length === 0) this.#write("M", this.#spellPoints([x, y]));
    else this.#writeShorter("M", [x, y], [x - fromX, y - fromY]);
  }

  #spellPoints(points: readonly number[]): readonly string[] {
    return points.map((one) => writeNumber(one / 10 ** this.#decimals, this.#decimals));
  }

  #write(letter: string, numbers: readonly string[]): void {
    if (this.#isMoved) this.#writeMove();
    if (!/m/i.test(letter)) this.#isLong ||= letter !== "z" && numbers.join("") !== "0";
    this.#parts.push(this.#spell(letter, numbers));
    this.#letter = letter;
    this.#number = numbers.at(-1) ?? "";
  }

  /** A command, without its letter where that stood just before. */
  #spell(letter: string, numbers: readonly string[]): string {
    if (letter !== this.#letter || numbers.length === 0) return letter + joinNumbers(numbers);
    return joinNumbers([this.#number, ...numbers]).slice(this.#number.length);
  }

  #go(to: Point): void {
    this.#pen = to;
    this.#placed = this.#place(to);
    this.#hold(to);
  }

  #hold([x, y]: Point): void {
    this.#bounds = joinBounds(this.#bounds, { left: x, top: y, right: x, bottom: y });
  }
}
