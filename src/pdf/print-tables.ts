import type { Element } from "../markup/document.ts";

/** From this many columns on a table takes the column of labels as well. */
const WIDE_TABLE_COLUMNS = 4;
const DENSE_TABLE_COLUMNS = 7;

/** Classes for tables that need more room than the measure: `wide`, and `dense` for small type. */
export function widenTable(node: Element): Element {
  const columns = countColumns(node);
  const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
  const added = [
    ...(columns >= WIDE_TABLE_COLUMNS ? ["wide"] : []),
    ...(columns >= DENSE_TABLE_COLUMNS ? ["dense"] : []),
  ];
  return { ...node, properties: { ...node.properties, className: [...classes, ...added] } };
}

function countColumns(node: Element): number {
  let most = 0;
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const cells = child.children.filter(
      (cell) => cell.type === "element" && (cell.tagName === "td" || cell.tagName === "th"),
    );
    most = Math.max(most, child.tagName === "tr" ? cells.length : countColumns(child));
  }
  return most;
}
