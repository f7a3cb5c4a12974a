import { classifyText } from "../disclosure/field-rules.ts";
import { isRemote } from "../disclosure/trace-address.ts";
import type { Traces } from "../disclosure/traces.ts";

/** Where an address may begin that a style sheet loads (CSS Values 4 §4.5, CSS Cascade 4 §2). */
const BEGIN = /@import\s|(?:url|src|image-set)\(/gi;
const ADDRESS = /^(?:@import\s+|(?:url|src|image-set)\(\s*)(?:"([^"]*)|'([^']*)|([^"'\s();]+))/i;
/** A real sheet has a few dozen; each is read as far as an address goes. */
const MOST_ADDRESSES = 20_000;
const LONGEST_ADDRESS = 2000;

/** Tells what a style sheet loads by itself, and names in its comments. */
export function traceStyles(traces: Traces, place: string, text: string): void {
  const { plain, comments } = splitComments(text);
  for (const comment of comments)
    for (const code of classifyText(comment)) traces.add(code, place, "comment", comment);
  // Letters may be written as numbers.
  const read = plain.replace(/\\([0-9A-Fa-f]{1,6})\s?/g, (_, hex: string) =>
    showCode(Number.parseInt(hex, 16)),
  );
  let count = 0;
  for (const { index, 0: begin } of read.matchAll(BEGIN)) {
    if (++count > MOST_ADDRESSES) break;
    const found = ADDRESS.exec(read.slice(index, index + LONGEST_ADDRESS));
    const address = found?.slice(1).find((one) => one !== undefined) ?? "";
    const field = begin.startsWith("@") ? "@import" : "url()";
    if (isRemote(address)) traces.add("TEL201", place, field, address);
  }
}

function splitComments(text: string) {
  const plain: string[] = [];
  const comments: string[] = [];
  let from = 0;
  for (let start = text.indexOf("/*"); start >= 0; start = text.indexOf("/*", from)) {
    plain.push(text.slice(from, start));
    const end = text.indexOf("*/", start + 2);
    comments.push(text.slice(start + 2, end < 0 ? text.length : end));
    from = end < 0 ? text.length : end + 2;
  }
  return { plain: [...plain, text.slice(from)].join(" "), comments };
}

function showCode(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : "\uFFFD";
}
