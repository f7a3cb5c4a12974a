import { type Matrix, matrixOf } from "../pdf-file/matrix.ts";
import { type PageBox, placeBox } from "../pdf-file/page-box.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfStream, PdfValue } from "../pdf-syntax/pdf-value.ts";

/** From a form's own space to where it is drawn (ISO 32000-1 §8.10.1). */
export function readMatrix(file: PdfFile, form: PdfStream): Matrix {
  const matrix = file.list(form.dict.get("Matrix")) ?? [1, 0, 0, 1];
  return matrixOf(matrix.map((one) => file.number(one) ?? 0));
}

/** A rectangle (§7.9.5), its smaller numbers first; undefined where it is none. */
export function readBox(file: PdfFile, value: PdfValue | undefined): PageBox | undefined {
  const list = file.list(value);
  if (list === undefined || list.length < 4) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = list
    .slice(0, 4)
    .map((one) => file.number(one) ?? 0);
  return [
    Math.min(left, right),
    Math.min(bottom, top),
    Math.max(left, right),
    Math.max(bottom, top),
  ];
}

/** How the look of an annotation comes to fill its rectangle (§12.5.5, algorithm 8.1). */
export function placeLook(file: PdfFile, form: PdfStream, rect: PageBox): Matrix {
  const box = placeBox(readBox(file, form.dict.get("BBox")) ?? rect, readMatrix(file, form));
  const across = box[2] > box[0] ? (rect[2] - rect[0]) / (box[2] - box[0]) : 1;
  const up = box[3] > box[1] ? (rect[3] - rect[1]) / (box[3] - box[1]) : 1;
  return [across, 0, 0, up, rect[0] - across * box[0], rect[1] - up * box[1]];
}
