import type { Operand } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfValue } from "../pdf-syntax/pdf-value.ts";

/** What a mark in the content says of what it encloses (ISO 32000-1 §14.6.2). */
export interface MarkProperties {
  number(key: string): number | undefined;
  bytes(key: string): Uint8Array | undefined;
}

/**
 * @param written the operand: a dictionary, or the name of one.
 * @param named what the page's resources have under that name.
 */
export function readMarkProperties(
  file: PdfFile,
  written: Operand | undefined,
  named: PdfValue | undefined,
): MarkProperties {
  if (typeof written === "string") {
    const dict = file.dict(named);
    return {
      number: (key) => file.number(dict?.get(key)),
      bytes: (key) => {
        const value = file.resolve(dict?.get(key));
        return value instanceof Uint8Array ? value : undefined;
      },
    };
  }
  const direct = written instanceof Map ? written : new Map<Operand, Operand>();
  return {
    number: (key) => {
      const value = direct.get(`/${key}`);
      return typeof value === "number" ? value : undefined;
    },
    bytes: (key) => {
      const value = direct.get(`/${key}`);
      return value instanceof Uint8Array ? value : undefined;
    },
  };
}
