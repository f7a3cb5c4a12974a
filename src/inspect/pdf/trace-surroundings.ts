import { classifyText } from "../disclosure/field-rules.ts";
import type { Traces } from "../disclosure/traces.ts";
import type { PdfFile } from "./file/pdf-file.ts";

/** Comments that are told; a hostile file may have millions. */
const MOST_COMMENTS = 200;
const MOST_BYTES = 1_000_000;

/** Tells what stands between, before and behind the objects: no program shows it. */
export function traceSurroundings(traces: Traces, file: PdfFile): void {
  const whole = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  traceText(traces, "TEL709", "before", file.before);
  // A file with nothing but its mark of the end has none behind it.
  const end = whole.lastIndexOf("%%EOF");
  if (end >= 0)
    traceText(traces, "TEL709", "behind", whole.toString("latin1", end + 5, end + 5 + MOST_BYTES));
  let told = 0;
  for (const comment of listComments(whole)) {
    told += 1;
    if (told > MOST_COMMENTS) break;
    traceText(traces, "TEL802", "comment", comment);
  }
}

function traceText(traces: Traces, code: "TEL709" | "TEL802", field: string, given: string): void {
  const text = given.replace(/[^\x20-\x7e]+/g, " ").trim();
  if (!/[A-Za-z]{3}/.test(text)) return;
  traces.add(code, "", field, text);
  for (const personal of classifyText(text)) traces.add(personal, "", field, text);
}

/**
 * Lines that begin with a percent sign, without those within streams (ISO 32000-1 §7.2.4): one
 * program writes there by which command it was called, with all folders.
 */
function* listComments(whole: Buffer): Iterable<string> {
  let at = 0;
  while (at < whole.length) {
    const stream = findStream(whole, at);
    const part = whole.toString("latin1", at, stream);
    for (const [, comment = ""] of part.matchAll(/(?:^|[\r\n])%(?!PDF-\d|%EOF)([^\r\n]{0,2000})/g))
      yield comment;
    const end = whole.indexOf("endstream", stream);
    at = end < 0 ? whole.length : end + "endstream".length;
  }
}

/** Where the next stream begins: after its dictionary (§7.3.8). */
function findStream(whole: Buffer, from: number): number {
  for (let at = whole.indexOf("stream", from); at >= 0; at = whole.indexOf("stream", at + 1)) {
    const next = whole[at + "stream".length];
    if (next === 0x0d || next === 0x0a) return at;
  }
  return whole.length;
}
