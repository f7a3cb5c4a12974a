import {
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import type { Print } from "../../src/pdf/read-print.ts";
import { decodeStream, resolveObject } from "../../src/pdf-file/objects.ts";
import { type Operand, readOperations } from "../../src/pdf-file/read-content.ts";

/** What lies on a page beside letters. */
export interface PageInk {
  /** Areas that are filled and not white: the box around each, in points. */
  readonly areas: readonly { readonly widthPt: number; readonly heightPt: number }[];
  /** Colours that are not grey, as they are set for letters, lines and areas. */
  readonly hues: readonly string[];
  /** Of every image: whether all of it is grey. */
  readonly images: readonly ("grey" | "colour")[];
  /** Shadings and patterns. */
  readonly patterns: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Reads what a page is painted with (ISO 32000-1 §8.5, §8.6, §8.9). */
export function readPageInk({ document }: Print, page: PDFPage): PageInk {
  const areas: { widthPt: number; heightPt: number }[] = [];
  const hues = new Set<string>();
  const images: ("grey" | "colour")[] = [];
  let patterns = 0;

  const bytesOf = (value: PDFObject | undefined): Uint8Array => {
    const found = resolveObject(document, value);
    const parts = found instanceof PDFArray ? found.asArray() : [found];
    return Buffer.concat(
      parts.flatMap((part) => [decodeStream(resolveObject(document, part)), Buffer.from("\n")]),
    );
  };

  function walk(bytes: Uint8Array, resources: PDFDict | undefined, start: Matrix): void {
    let state = { matrix: start, isWhite: false };
    const stack: (typeof state)[] = [];
    let boxes: number[][] = [];
    for (const { operator, operands } of readOperations(bytes)) {
      const numbers = operands.filter((one): one is number => typeof one === "number");
      const point = (x = 0, y = 0) => transform(state.matrix, x, y);
      const extend = (...points: (readonly [number, number])[]) =>
        boxes.at(-1)?.push(...points.flat());
      if (operator === "q") stack.push(state);
      else if (operator === "Q") state = stack.pop() ?? state;
      else if (operator === "cm") state = { ...state, matrix: multiply(numbers, state.matrix) };
      else if (operator === "re") {
        const [x = 0, y = 0, w = 0, h = 0] = numbers;
        boxes.push([]);
        extend(point(x, y), point(x + w, y + h));
      } else if (operator === "m") {
        boxes.push([]);
        extend(point(...numbers));
      } else if (operator === "l") extend(point(...numbers));
      else if (operator === "c" || operator === "v" || operator === "y") {
        for (let at = 0; at < numbers.length; at += 2) extend(point(numbers[at], numbers[at + 1]));
      } else if (/^(f|F|f\*|B|B\*|b|b\*)$/.test(operator)) {
        if (!state.isWhite) areas.push(...boxes.map(sizeOf));
        boxes = [];
      } else if (operator === "S" || operator === "s" || operator === "n") boxes = [];
      else if (operator === "sh") patterns += 1;
      else if (/^(g|G|rg|RG|k|K|sc|SC|scn|SCN)$/.test(operator)) {
        if (operands.some((one) => typeof one === "string")) patterns += 1;
        if (!isGrey(numbers)) hues.add(numbers.join(" "));
        if (operator === operator.toLowerCase()) {
          const isWhite =
            numbers.length !== 4 && numbers.length > 0 && numbers.every((one) => one === 1);
          state = { ...state, isWhite };
        }
      } else if (operator === "Do") paint(operands[0], resources, state.matrix);
    }
  }

  function paint(name: Operand | undefined, resources: PDFDict | undefined, matrix: Matrix): void {
    const objects = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict);
    const object = resolveObject(document, objects?.get(PDFName.of(String(name).slice(1))));
    if (!(object instanceof PDFRawStream)) return;
    const kind = String(object.dict.get(PDFName.of("Subtype")));
    if (kind === "/Image") {
      images.push(hasGreyOnly(object) ? "grey" : "colour");
    } else if (kind === "/Form") {
      const own = object.dict.lookupMaybe(PDFName.of("Resources"), PDFDict);
      walk(decodeStream(object), own ?? resources, matrix);
    }
  }

  /** ISO 32000-1 §8.6: device spaces by name, profiles by their own count, palettes by their base. */
  function countComponents(value: PDFObject | undefined): number {
    const space = resolveObject(document, value);
    if (!(space instanceof PDFArray)) return String(space) === "/DeviceGray" ? 1 : 3;
    const kind = String(space.get(0));
    const inner = resolveObject(document, space.get(1));
    if (kind === "/Indexed") return countComponents(space.get(1));
    return inner instanceof PDFRawStream ? Number(String(inner.dict.get(PDFName.of("N")))) : 3;
  }

  /** Chromium writes a grey PNG with three components a pixel, all the same. */
  function hasGreyOnly(image: PDFRawStream): boolean {
    if (countComponents(image.dict.get(PDFName.of("ColorSpace"))) === 1) return true;
    if (String(image.dict.get(PDFName.of("Filter"))) !== "/FlateDecode") return false;
    const samples = decodeStream(image);
    for (let at = 0; at + 2 < samples.length; at += 3) {
      if (samples[at] !== samples[at + 1] || samples[at] !== samples[at + 2]) return false;
    }
    return true;
  }

  walk(bytesOf(page.node.get(PDFName.of("Contents"))), page.node.Resources(), [1, 0, 0, 1, 0, 0]);
  return { areas, hues: [...hues], images, patterns };
}

function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function multiply(own: readonly number[], outer: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  const [x, y] = transform(outer, e, f);
  const [o, p, q, r] = outer;
  return [a * o + b * q, a * p + b * r, c * o + d * q, c * p + d * r, x, y];
}

function sizeOf(points: readonly number[]): { widthPt: number; heightPt: number } {
  const xs = points.filter((_, at) => at % 2 === 0);
  const ys = points.filter((_, at) => at % 2 === 1);
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return { widthPt: span(xs), heightPt: span(ys) };
}

function isGrey(numbers: readonly number[]): boolean {
  if (numbers.length === 4) return numbers.slice(0, 3).every((one) => one === 0);
  return numbers.every((one) => one === numbers[0]);
}
