import { classifyText } from "../disclosure/field-rules.ts";
import { isRemote } from "../disclosure/trace-address.ts";
import type { Traces } from "../disclosure/traces.ts";
import { readStyleAddresses } from "./style-addresses.ts";

/** Told of an address that holds a file itself. */
export type TraceData = (field: string, address: string) => void;

/** Tells what a style sheet loads by itself, and names in its comments. */
export function traceStyles(
  traces: Traces,
  place: string,
  text: string,
  traceData: TraceData,
): void {
  const { loaded, comments } = readStyleAddresses(text);
  for (const comment of comments)
    for (const code of classifyText(comment)) traces.add(code, place, "comment", comment);
  for (const { field, address } of loaded) {
    if (isRemote(address)) traces.add("TEL201", place, field, address);
    else traceData(field, address);
  }
}

/** Where an address may begin, wherever it stands: what is no sheet has other strings. */
const BEGIN = /@import\b|(?:url|src|image-set)\(/gi;
const ADDRESS = /^(?:@import|(?:url|src|image-set)\()\s*(?:url\(\s*)?["']?([^"'\s();]+)/i;
const MOST_ADDRESSES = 20_000;
const LONGEST_ADDRESS = 2000;

/** Tells the same of sheets somewhere in a text that is not well-formed. */
export function traceLooseStyles(traces: Traces, place: string, text: string): void {
  // Letters may be written as numbers, or behind a backslash.
  const read = text.replace(/\\(?:([0-9A-Fa-f]{1,6})\s?|([g-z:/@]))/gi, (_, hex, letter) =>
    hex === undefined ? letter : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  let count = 0;
  for (const { index, 0: begin } of read.matchAll(BEGIN)) {
    if (++count > MOST_ADDRESSES) break;
    const address = ADDRESS.exec(read.slice(index, index + LONGEST_ADDRESS))?.[1] ?? "";
    const field = begin.startsWith("@") ? "@import" : "url()";
    if (isRemote(address)) traces.add("TEL201", place, field, address);
  }
}
