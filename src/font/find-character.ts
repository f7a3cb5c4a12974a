import type { Place } from "../diagnostics/diagnostic.ts";

/** A file's text as it is written, to say where a character stands. */
export interface SearchedText {
  readonly file: string;
  readonly text: string;
}

/** A character with the marks on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** A character by its number, as HTML writes it. */
const REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

/**
 * The lines in which a character stands, one place each: as itself, as a part of a letter that is
 * written with its marks apart, or by its number.
 */
export function findCharacter(character: string, texts: readonly SearchedText[]): readonly Place[] {
  return texts.flatMap(({ file, text }) => {
    if (!text.normalize("NFC").includes(character) && !text.includes("&#")) return [];
    return text.split(/\r\n|\n|\r/).flatMap((line, index): readonly Place[] => {
      const at = findInLine(character, line);
      return at === undefined ? [] : [{ file, line: index + 1, ...at }];
    });
  });
}

function findInLine(
  character: string,
  line: string,
): { readonly column: number; readonly length: number } | undefined {
  for (const { 0: cluster, index } of line.matchAll(CLUSTER)) {
    if (cluster.normalize("NFC").includes(character)) {
      return { column: index + 1, length: cluster.length };
    }
  }
  for (const { 0: reference, 1: hex, 2: decimal, index } of line.matchAll(REFERENCE)) {
    const code = Number.parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16);
    if (code === character.codePointAt(0)) return { column: index + 1, length: reference.length };
  }
  return undefined;
}
