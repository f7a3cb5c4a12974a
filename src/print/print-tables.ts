import { longestWord } from "../language/longest-word.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { textOf } from "../markup/serialise.ts";
import type { Paper } from "./paper.ts";
import { element } from "./print-nodes.ts";

/** How many characters of type stand side by side in a table of so many columns. */
export type TableRoom = (columns: number) => number;

/** From this many columns on a table takes the column of labels as well. */
const WIDE_TABLE_COLUMNS = 4;
const DENSE_TABLE_COLUMNS = 7;

/** The margins of a page, both together, as the themes have them or less. */
const MARGINS_MM = { large: 52, small: 36 };

/** Of the size of the type: what a letter takes on average, and what the theme makes of its body's size. */
const LETTER_WIDTH = 0.5;
const SIZES = { dense: 0.786, wide: 0.857 };
const LEAST_SIZE_PT = 8;
const MM_A_POINT = 25.4 / 72;

/** The room of a table on a paper, estimated: how a theme sets it is the theme's. */
export function measureTableRoom(paper: Paper, bodySizePt: number): TableRoom {
  const widthMm = paper.widthMm - MARGINS_MM[paper.size];
  return (columns) => {
    const share = columns >= DENSE_TABLE_COLUMNS ? SIZES.dense : SIZES.wide;
    const sizePt = Math.max(LEAST_SIZE_PT, bodySizePt * share);
    return widthMm / (sizePt * LETTER_WIDTH * MM_A_POINT);
  };
}

/**
 * A table as the page can show it: with the classes `wide` and `dense` where it needs more room than
 * the measure, and row by row, each a list of what the columns say (`ul.record`), where its words
 * would be cut to pieces side by side. Cells that span others keep their table whatever it is like.
 */
export function fitTable(node: Element, room: TableRoom): Element[] {
  const rows = rowsOf(node);
  const columns = rows
    .map(({ cells }) => cells.length)
    .reduce((most, each) => Math.max(most, each), 0);
  const isSpanned = rows.some(({ cells }) =>
    cells.some(
      ({ properties }) =>
        Number(properties.colSpan ?? 1) > 1 || Number(properties.rowSpan ?? 1) > 1,
    ),
  );
  if (columns >= WIDE_TABLE_COLUMNS && !isSpanned && needOf(rows, columns) > room(columns)) {
    return unfoldTable(node, rows);
  }
  const added = [
    ...(columns >= WIDE_TABLE_COLUMNS ? ["wide"] : []),
    ...(columns >= DENSE_TABLE_COLUMNS ? ["dense"] : []),
  ];
  return [addClasses(node, added)];
}

interface Row {
  readonly isHead: boolean;
  readonly cells: readonly Element[];
}

function rowsOf(node: Element, isHead = false): readonly Row[] {
  return node.children.flatMap((child): readonly Row[] => {
    if (child.type !== "element") return [];
    if (child.tagName !== "tr") return rowsOf(child, child.tagName === "thead");
    const cells = child.children.filter(
      (cell): cell is Element =>
        cell.type === "element" && (cell.tagName === "td" || cell.tagName === "th"),
    );
    return [{ isHead, cells }];
  });
}

/** A longer word than this is broken wherever it stands, an empty column has room for a few letters. */
const MOST_LETTERS = 24;
const LEAST_LETTERS = 3;

/** The characters of the longest words of all columns, with a space after each. */
function needOf(rows: readonly Row[], columns: number): number {
  const widths = new Array<number>(columns).fill(LEAST_LETTERS);
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const letters = Math.min(MOST_LETTERS, [...longestWord(textOf(cell.children))].length);
      widths[index] = Math.max(widths[index] ?? 0, letters);
    }
  }
  return widths.reduce((sum, width) => sum + width + 1, 0);
}

function unfoldTable(node: Element, rows: readonly Row[]): Element[] {
  const heads = rows.findLast(({ isHead }) => isHead)?.cells ?? [];
  const captions = node.children.filter(
    (child): child is Element => child.type === "element" && child.tagName === "caption",
  );
  const records = rows
    .filter(({ isHead }) => !isHead)
    .map(({ cells }) => {
      const items = cells.flatMap((cell, index) => {
        if (textOf(cell.children) === "" && !hasImage(cell)) return [];
        const label = element("span", "record-label", heads[index]?.children ?? []);
        return [element("li", "", [label, element("div", "record-text", cell.children)])];
      });
      return element("ul", "record", items);
    });
  const { id } = node.properties;
  const first = captions.map((caption) => element("p", "lead", caption.children));
  const [opening, ...others] = [...first, ...records.filter((one) => one.children.length > 0)];
  if (opening === undefined) return [];
  const named = id === undefined ? {} : { id };
  return [
    {
      ...opening,
      ...(node.data === undefined ? {} : { data: node.data }),
      properties: { ...opening.properties, ...named },
    },
    ...others,
  ];
}

function hasImage(node: ElementContent): boolean {
  return node.type === "element" && (node.tagName === "img" || node.children.some(hasImage));
}

/** About fifteen lines of a cell: a row that is longer is parted rather than moved to the next page. */
const WHOLE_ROW_CHARACTERS = 900;

/** Marks a row that may be parted. */
export function partLongRow(row: Element): Element {
  const longest = row.children
    .map((cell) => textOf([cell]).length)
    .reduce((most, each) => Math.max(most, each), 0);
  return longest > WHOLE_ROW_CHARACTERS ? addClasses(row, ["long"]) : row;
}

function addClasses(node: Element, added: readonly string[]): Element {
  const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
  return { ...node, properties: { ...node.properties, className: [...classes, ...added] } };
}
