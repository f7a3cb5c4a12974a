import { isStructure } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import { makeElement } from "./tree-builder.ts";
import { isBlank } from "./tree-walk.ts";

/**
 * Makes of a table `caption`, one `thead`, bodies, one `tfoot`, each of rows of cells (HTML §4.9.1),
 * and says which cells are heads of what, so that a table can be heard: `th` has a `scope`, and an
 * empty one is a cell like others. A head with nothing in it, which Markdown asks for where there is
 * none to write, goes; a head whose first cell alone is empty says that each row has a head too.
 *
 * Doing it twice changes nothing more.
 */
export function mendTable(table: Element): ElementContent[] {
  const caption: Element[] = [];
  const head: Element[] = [];
  const foot: Element[] = [];
  const bodies: Element[] = [];
  let open: Element | undefined;
  for (const child of table.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "caption" && caption.length === 0) caption.push(child);
    else if (child.tagName === "thead" && head.length === 0) head.push(child);
    else if (child.tagName === "tfoot" && foot.length === 0) foot.push(child);
    else if (child.tagName === "tr") {
      open ??= addTo(bodies, makeElement("tbody", {}, child.position));
      open.children.push(child);
      continue;
    } else if (isStructure(child.tagName)) bodies.push({ ...child, tagName: "tbody" });
    open = undefined;
  }
  if (head.length === 0) for (const one of takeHead(bodies)) head.push(one);
  const heads = head.filter((one) => !one.children.every(isBlankRow));
  if (heads.length + bodies.length + foot.length === 0) return [];
  const hasRowHeads = heads.some((one) => one.children.some(beginsEmpty));
  for (const one of heads) markHeads(one, () => "col");
  for (const body of bodies) {
    if (hasRowHeads) body.children.forEach(makeRowHead);
    markHeads(body, (isFirst) => (isFirst ? "row" : "col"));
  }
  for (const one of foot) markHeads(one, (isFirst) => (isFirst ? "row" : "col"));
  return [{ ...table, children: [...caption, ...heads, ...bodies, ...foot] }];
}

/** HTML tables often have their heads in the first row, without a `thead`. */
function takeHead(bodies: readonly Element[]): readonly Element[] {
  const rows = bodies[0]?.children ?? [];
  const first = rows[0];
  const isHead =
    first?.type === "element" &&
    rows.length > 1 &&
    cellsOf(first).every((cell) => cell.tagName === "th");
  if (!isHead || cellsOf(first).some(({ properties }) => properties.rowSpan !== undefined))
    return [];
  rows.shift();
  return [makeElement("thead", {}, first.position, [first])];
}

function cellsOf(row: ElementContent): readonly Element[] {
  if (row.type !== "element") return [];
  return row.children.filter((cell): cell is Element => cell.type === "element");
}

function isEmptyCell(cell: Element | undefined): boolean {
  return cell?.children.every(isBlank) === true;
}

function isBlankRow(row: ElementContent): boolean {
  return cellsOf(row).every(isEmptyCell);
}

/** The corner between the heads of columns and those of rows is empty. */
function beginsEmpty(row: ElementContent): boolean {
  const [corner, ...others] = cellsOf(row);
  return isEmptyCell(corner) && others.some((cell) => cell.tagName === "th" && !isEmptyCell(cell));
}

function makeRowHead(row: ElementContent): void {
  const first = cellsOf(row)[0];
  if (first !== undefined && !isEmptyCell(first)) first.tagName = "th";
}

function markHeads(group: Element, scopeOf: (isFirst: boolean) => "col" | "row"): void {
  for (const row of group.children) {
    for (const [index, cell] of cellsOf(row).entries()) {
      const { scope: _, ...properties } = cell.properties;
      if (cell.tagName === "th" && isEmptyCell(cell)) cell.tagName = "td";
      cell.properties =
        cell.tagName === "th" ? { scope: scopeOf(index === 0), ...properties } : properties;
    }
  }
}

function addTo(list: Element[], element: Element): Element {
  list.push(element);
  return element;
}
