import { type ContentPiece, makeElement, type StructureElement, walkPieces } from "./structure.ts";

/**
 * Parts the rows of a table into its head and its body (ISO 32000-1 §14.8.4.3.4). The browser
 * paints the head again on every page that the table goes on to: that is said once.
 *
 * @returns the content of the repetitions, which is taken out.
 */
export function tagTable(table: StructureElement): readonly ContentPiece[] {
  const rows = table.kids.filter((kid) => kid.kind === "element" && kid.type === "TR");
  const first = rows.findIndex((row) => row.kind === "element" && !isHead(row));
  const count = first < 0 ? 0 : first;
  const heads = rows.slice(0, count);
  const repeated = heads.flatMap((row) => (row.kind === "element" ? takeRepetitions(row) : []));
  if (count === 0) return repeated;
  const others = table.kids.filter((kid) => !rows.includes(kid));
  table.kids = [...others, makeElement("THead", heads), makeElement("TBody", rows.slice(count))];
  return repeated;
}

function isHead(row: StructureElement): boolean {
  return row.kids.every((kid) => kid.kind === "element" && kid.type === "TH");
}

/** Rows of a head are kept whole: what is on a later page than the first is there again. */
function takeRepetitions(row: StructureElement): readonly ContentPiece[] {
  const pages = [...walkPieces(row)].map(({ stream }) => stream.pageIndex);
  const first = pages.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const taken: ContentPiece[] = [];
  const take = (element: StructureElement) => {
    element.kids = element.kids.filter((kid) => {
      if (kid.kind === "element") take(kid);
      if (kid.kind !== "content" || kid.stream.pageIndex === first) return true;
      taken.push(kid);
      return false;
    });
  };
  take(row);
  return taken;
}
