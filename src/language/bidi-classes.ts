import bidiModule, { type Bidi } from "bidi-js";
import type { Direction } from "./language.ts";

// The package is CommonJS whose types say ESM: its default import is the factory itself.
const bidi = (bidiModule as unknown as () => Bidi)();

/** The bidirectional class of a character (Unicode Standard Annex #9, table 4). */
export type BidiClass = ReturnType<Bidi["getBidiCharTypeName"]>;

export function bidiClassOf(character: string): BidiClass {
  return bidi.getBidiCharTypeName(character);
}

/** The embedding level of every UTF-16 code unit of a line: odd ones are read from the right. */
export function findLevels(line: string, base: Direction): Uint8Array {
  return bidi.getEmbeddingLevels(line, base).levels;
}

/** The direction of a letter; undefined for signs that take it from their neighbours. */
export function directionOf(character: string): Direction | undefined {
  const found = bidiClassOf(character);
  if (found === "L") return "ltr";
  return found === "R" || found === "AL" ? "rtl" : undefined;
}

/** A line in the order in which it is seen, from left to right, with brackets turned as they are drawn. */
export function findOrder(line: string, base: Direction): string {
  return bidi.getReorderedString(line, bidi.getEmbeddingLevels(line, base));
}
