import { joinNumbers, readLength, writeNumber } from "./svg-numbers.ts";

/** `x' = a x + c y + e`, `y' = b x + d y + f` (SVG 1.1 §7.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const ITEM = /[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/y;
const DEGREES: Readonly<Record<string, number>> = {
  "": 1,
  deg: 1,
  rad: 180 / Math.PI,
  grad: 0.9,
  turn: 360,
};

/** An angle in degrees; undefined where it is none. */
export function readAngle(text: string): string | undefined {
  const [, digits = "", unit = ""] = /^(.*?)(deg|rad|grad|turn)?$/is.exec(text.trim()) ?? [];
  const number = /[a-z%]$/i.test(digits) ? undefined : readLength(digits);
  return number === undefined
    ? undefined
    : String(Number(number) * (DEGREES[unit.toLowerCase()] ?? 1));
}

/** A list of transforms, of an attribute or a style, as one; undefined where a part is none. */
export function readTransform(text: string): Matrix | undefined {
  if (text.trim() === "none") return IDENTITY;
  let matrix = IDENTITY;
  let at = 0;
  while (at < text.length) {
    ITEM.lastIndex = at;
    const [, name = "", body = ""] = ITEM.exec(text) ?? [];
    const item = readItem(name, body);
    if (item === undefined) return text.trim() === "" ? IDENTITY : undefined;
    matrix = multiply(matrix, item);
    at = ITEM.lastIndex;
  }
  return matrix.every((one) => Math.abs(one) <= 1e12) ? matrix : undefined;
}

function readItem(name: string, body: string): Matrix | undefined {
  const parts = body.split(/[\s,]+/).filter((one) => one !== "");
  const numbers = parts.map((part) => Number(readLength(part) ?? Number.NaN));
  const angles = parts.map((part) => {
    const [, digits = "x", unit = ""] = /^(.*?)(deg|rad|grad|turn)?$/i.exec(part) ?? [];
    return (Number(readLength(digits)) * (DEGREES[unit.toLowerCase()] ?? 1) * Math.PI) / 180;
  });
  const [one = Number.NaN, two, three] = numbers;
  const [angle = Number.NaN, second = 0] = angles;
  const read = (): Matrix => {
    switch (name) {
      case "matrix":
        return numbers.length === 6 ? (numbers as unknown as Matrix) : [Number.NaN, 0, 0, 0, 0, 0];
      case "translate":
        return [1, 0, 0, 1, one, two ?? 0];
      case "translateX":
        return [1, 0, 0, 1, one, 0];
      case "translateY":
        return [1, 0, 0, 1, 0, one];
      case "scale":
        return [one, 0, 0, two ?? one, 0, 0];
      case "scaleX":
        return [one, 0, 0, 1, 0, 0];
      case "scaleY":
        return [1, 0, 0, one, 0, 0];
      case "rotate":
        return turn(angle, two ?? 0, three ?? 0);
      case "skewX":
        return [1, 0, Math.tan(angle), 1, 0, 0];
      case "skewY":
        return [1, Math.tan(angle), 0, 1, 0, 0];
      case "skew":
        return [1, Math.tan(second), Math.tan(angle), 1, 0, 0];
      default:
        return [Number.NaN, 0, 0, 0, 0, 0];
    }
  };
  const item = read();
  return item.every(Number.isFinite) ? item : undefined;
}

function turn(angle: number, x: number, y: number): Matrix {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return [cosine, sine, -sine, cosine, x - x * cosine + y * sine, y - x * sine - y * cosine];
}

/** First the second, then the first. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** How many times longer a line becomes at most, or nearly so. */
export function stretchOf([a, b, c, d]: Matrix): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}

/** It makes a line or a point of everything. */
export function isFlat([a, b, c, d]: Matrix): boolean {
  return Math.abs(a * d - b * c) < 1e-12;
}

/** Of a matrix so many digits are kept: points far from the middle are multiplied by it. */
const MATRIX_DIGITS = 5;
const ANGLE_DECIMALS = 3;

/**
 * A transform in its one spelling; empty where it changes nothing.
 *
 * @param decimals of lengths in the space in which the element stands.
 */
export function writeTransform(matrix: Matrix, decimals: number): string {
  const [a, b, c, d] = matrix;
  const largest = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  const digits = Math.min(12, Math.max(0, MATRIX_DIGITS - Math.floor(Math.log10(largest || 1))));
  const turned = matrix.slice(0, 4).map((one) => writeNumber(one, digits));
  const moved = matrix.slice(4).map((one) => writeNumber(one, decimals));
  const isStill = moved.every((one) => one === "0");
  if (turned.join(" ") === "1 0 0 1") {
    if (isStill) return "";
    return `translate(${joinNumbers(moved[1] === "0" ? moved.slice(0, 1) : moved)})`;
  }
  const [across = "", rise, lean, up = ""] = turned;
  if (isStill && rise === "0" && lean === "0") {
    return `scale(${joinNumbers(across === up ? [across] : [across, up])})`;
  }
  if (across === up && Math.abs(b + c) < 1e-6 && Math.abs(Math.hypot(a, b) - 1) < 1e-6) {
    const angle = `rotate(${writeNumber((Math.atan2(b, a) * 180) / Math.PI, ANGLE_DECIMALS)})`;
    return isStill ? angle : `translate(${joinNumbers(moved)})${angle}`;
  }
  return `matrix(${joinNumbers([...turned, ...moved])})`;
}
