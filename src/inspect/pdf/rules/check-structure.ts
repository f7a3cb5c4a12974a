import { headingLevel, isStandardType } from "../../../pdf-norm/structure-types.ts";
import { attributeOf, type StructureElement } from "../../../pdf-pages/read-structure.ts";
import { quote, type Report } from "../finding.ts";
import { type PdfDocument, plausibleLanguage } from "../read-document.ts";

/** Types that are not of PDF 1.7, and what they are mapped to. Checkpoint 2. */
export function checkRoles({ structure }: PdfDocument, report: Report): void {
  if (structure === undefined) return;
  const hint = "The program that made the file has to map each of its types to one of PDF 1.7.";
  const told = new Set<string>();
  for (const { type, role, page } of structure.elements) {
    if (isStandardType(type) || told.has(type)) continue;
    told.add(type);
    if (isStandardType(role)) continue;
    // It was followed as far as it goes: a type that still leads on is part of a circle.
    if (structure.roleMap.has(role)) {
      const message = `Unexpected tag type ${quote(type)} that is mapped in a circle, expected a standard type`;
      report("02-003", page, message, hint);
    } else {
      const message = `Unexpected tag type ${quote(type)}, expected a standard type or one mapped to it`;
      report("02-001", page, message, hint);
    }
  }
  for (const [type, role] of structure.roleMap) {
    // Levels beyond 6 are no types of PDF 1.7, and may be mapped.
    if (!isStandardType(type) || type === role || (headingLevel(type) ?? 0) > 6) continue;
    const message = `Unexpected mapping of the standard type ${quote(type)} to ${quote(role)}, expected none`;
    report("02-004", undefined, message, hint);
  }
}

/** Headings in the order of reading. Checkpoint 14. */
export function checkHeadings({ structure }: PdfDocument, report: Report): void {
  if (structure === undefined) return;
  const hint = "Screen readers jump from heading to heading: number them as in a contents page.";
  let before: number | undefined;
  for (const { role, page } of structure.elements) {
    const level = headingLevel(role);
    if (level === undefined) continue;
    if (before === undefined && level !== 1)
      report("14-002", page, `Unexpected <H${level}> as first heading, expected <H1>`, hint);
    if (before !== undefined && level > before + 1) {
      const message = `Unexpected <H${level}> after <H${before}>, expected <H${before + 1}>`;
      report("14-003", page, message, hint);
    }
    before = level;
  }
  for (const { children, page } of structure.elements) {
    if (children.filter(({ role }) => role === "H").length > 1)
      report("14-006", page, "Unexpected second <H> in an element, expected one", hint);
  }
  const plain = structure.elements.find(({ role }) => role === "H");
  if (plain !== undefined && before !== undefined) {
    const message = "Unexpected <H> beside numbered headings, expected one kind of heading";
    report("14-007", plain.page, message, hint);
  }
}

/** Pictures, formulas and notes. Checkpoints 13, 17 and 19. */
export function checkAlternatives(document: PdfDocument, report: Report): void {
  const { structure, file } = document;
  const ids = new Map<string, number>();
  for (const element of structure?.elements ?? []) {
    const { role, dict, page } = element;
    const textOf = (key: string) => (file.text(dict.get(key)) ?? "").trim();
    const id = file.text(dict.get("ID"));
    if (role === "Figure" && textOf("Alt") === "" && textOf("ActualText") === "") {
      const message = "Unexpected <Figure> without alternative text, expected `Alt`";
      const hint = "Describe the picture in a sentence, or mark it as decoration.";
      report("13-004", page, message, hint);
    }
    const tag = file.text(dict.get("Lang")) ?? "";
    if (tag !== "" && plausibleLanguage(tag) === undefined) {
      const message = `Unexpected language ${quote(tag)} of <${element.type}>, expected a tag such as \`en\``;
      report("11-001", page, message, "A screen reader has no voice for it.");
    }
    if (role === "Formula" && textOf("Alt") === "" && textOf("ActualText") === "") {
      const message = "Unexpected <Formula> without alternative text, expected `Alt`";
      report("17-002", page, message, "Say the formula in words.");
    }
    if (role === "Note") {
      const hint = "References find their note by its ID.";
      if (id === undefined || id === "")
        report("19-003", page, "Unexpected <Note> without `ID`, expected one", hint);
      else if (ids.has(id))
        report(
          "19-004",
          page,
          `Unexpected second <Note> with the \`ID\` ${quote(id)}, expected another`,
          hint,
        );
    }
    if (role === "Note" && id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
    const speaks = ["Alt", "ActualText", "E"].some((key) => textOf(key) !== "");
    if (speaks && !document.hasLanguage(element)) {
      const message = `Unexpected text for <${element.type}> in an unknown language, expected a language`;
      report("11-002", page, message, "Set the language of the document.");
    }
  }
}

/** Which head belongs to a cell. Checkpoint 15, and that rows have as many cells as others. */
export function checkTables({ structure, file }: PdfDocument, report: Report): void {
  if (structure === undefined) return;
  for (const table of structure.elements) {
    if (table.role !== "Table") continue;
    const rows = rowsOf(table);
    const cells = rows.flatMap((row) => cellsOf(row));
    const usesHeaders = cells.some(
      (cell) => attributeOf(file, structure, cell, "Headers") !== undefined,
    );
    const bare = cells.filter(
      (cell) => cell.role === "TH" && attributeOf(file, structure, cell, "Scope") === undefined,
    );
    if (!usesHeaders && bare.length > 0) {
      const message = "Unexpected <TH> without `Scope`, expected `Row`, `Column` or `Both`";
      const hint = "Say of each head cell whether it is the head of a row or of a column.";
      report("15-003", bare[0]?.page ?? table.page, message, hint, bare.length);
    }
    const spanOf = (cell: StructureElement, name: string) => {
      const value = attributeOf(file, structure, cell, name);
      return typeof value === "number" && value >= 1 ? Math.min(Math.floor(value), 1000) : 1;
    };
    const widths = measureRows(
      rows.map((row) =>
        cellsOf(row).map((cell) => ({
          columns: spanOf(cell, "ColSpan"),
          rows: spanOf(cell, "RowSpan"),
        })),
      ),
    );
    const least = widths.reduce((one, other) => Math.min(one, other), Infinity);
    const most = widths.reduce((one, other) => Math.max(one, other), 0);
    if (widths.length > 0 && least !== most) {
      const message = `Unexpected table with rows of ${least} to ${most} columns, expected one number`;
      const hint = "Add the empty cells, or say which cells span several rows or columns.";
      report("PDF009", table.page, message, hint);
    }
  }
}

/** Columns that each row fills, with what reaches down from rows above. */
function measureRows(
  rows: readonly (readonly { readonly columns: number; readonly rows: number }[])[],
): readonly number[] {
  // Changes from row to row, so that a long span costs no more than a short one.
  const changes = new Map<number, number>();
  let reaching = 0;
  return rows.map((cells, at) => {
    reaching += changes.get(at) ?? 0;
    for (const cell of cells) {
      if (cell.rows < 2) continue;
      changes.set(at + 1, (changes.get(at + 1) ?? 0) + cell.columns);
      changes.set(at + cell.rows, (changes.get(at + cell.rows) ?? 0) - cell.columns);
    }
    return cells.reduce((sum, { columns }) => sum + columns, reaching);
  });
}

function rowsOf(table: StructureElement): readonly StructureElement[] {
  return table.children.flatMap((child) =>
    child.role === "TR" ? [child] : /^T(Head|Body|Foot)$/.test(child.role) ? rowsOf(child) : [],
  );
}

function cellsOf(row: StructureElement): readonly StructureElement[] {
  return row.children.filter(({ role }) => role === "TH" || role === "TD");
}
