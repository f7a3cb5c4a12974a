import type { PdfFile } from "./pdf-file.ts";
import { PdfStream, type PdfValue } from "./pdf-value.ts";
import { findObjects } from "./read-table.ts";

/**
 * Objects that stand in the file and in no table: what programs leave that take out only the entry.
 * Earlier states of objects are among them.
 */
export function* findStrayObjects(
  file: PdfFile,
): Iterable<{ readonly number: number; readonly value: PdfValue }> {
  const listed = file.listedOffsets;
  for (const offset of findObjects(file.source)) {
    if (listed.has(offset) || !file.limits.spend("objects of the file")) continue;
    const found = file.readAt(offset);
    if (found !== undefined && !isOfTheFile(found.value)) yield found;
  }
}

/** A stream that only holds other objects or the table (ISO 32000-1 §7.5.7, §7.5.8). */
function isOfTheFile(value: PdfValue): boolean {
  const type = value instanceof PdfStream ? value.dict.get("Type") : undefined;
  return type === "/ObjStm" || type === "/XRef";
}
