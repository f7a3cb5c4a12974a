import { STAGES } from "./page.ts";

/** What can be told of a page that could not be read. */
export interface Salvage {
  /** As it is written; empty where there is none to be found. */
  readonly permalink: string;
  /** Whether its header speaks of a module. */
  readonly isModule: boolean;
}

export const NOTHING_SALVAGED: Salvage = { permalink: "", isModule: false };

/** Enough for every header that a person has written. */
const MOST_LINES = 500;

const LIST = new RegExp(`^(${STAGES.join("|")}):\\s*$`, "i");

/** Reads the lines of a header one by one: a fault in one says nothing about the others. */
export function salvageHeader(lines: readonly string[]): Salvage {
  let permalink = "";
  let isModule = false;
  for (const line of lines) {
    if (permalink === "") permalink = /^permalink:\s*["']?([^\s"'#]+)/.exec(line)?.[1] ?? "";
    isModule ||= /^layout:\s*["']?module["']?\s*$/i.test(line) || LIST.test(line);
  }
  return { permalink, isModule };
}

/** The same of a file that is no text, or has no header that ends: of its first lines. */
export function salvageBytes(bytes: Uint8Array, mostBytes: number): Salvage {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0;
  const decoder = new TextDecoder(isWide ? "utf-16le" : "utf-8");
  const lines = decoder.decode(bytes.subarray(0, mostBytes)).split(/\r\n|\r|\n/, MOST_LINES);
  const first = lines.findIndex((line) => line.trim() !== "");
  const close = lines.findIndex((line, at) => at > first && /^(---|\.\.\.)\s*$/.test(line));
  return salvageHeader(lines.slice(0, close === -1 ? lines.length : close));
}
