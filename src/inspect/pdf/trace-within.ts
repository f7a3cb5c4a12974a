import type { Traces } from "../disclosure/traces.ts";
import type { Inspection } from "../inspection.ts";
import type { PdfFile } from "./file/pdf-file.ts";
import { PdfStream } from "./file/pdf-value.ts";

/** Looks into a file within this one. */
export type InspectWithin = (bytes: Uint8Array) => Inspection;

/** Files of one PDF that are looked into. */
const MOST_FILES = 1000;

/** Tells what attached files say, also those to which nothing leads any more. */
export function traceEmbedded(traces: Traces, file: PdfFile, inspect: InspectWithin): void {
  const streams = new Map<PdfStream, string>();
  for (const number of file.objectNumbers) {
    const value = file.objectOf(number);
    const dict = file.dict(value);
    if (value instanceof PdfStream && file.name(value.dict.get("Type")) === "EmbeddedFile")
      if (!streams.has(value)) streams.set(value, `object ${number}`);
    const name = file.text(dict?.get("UF")) ?? file.text(dict?.get("F"));
    for (const [, one] of file.dict(dict?.get("EF")) ?? []) {
      const stream = file.stream(one);
      if (stream !== undefined) streams.set(stream, name || `object ${number}`);
    }
  }
  for (const [stream, name] of [...streams].slice(0, MOST_FILES))
    traceFile(traces, name, "embedded file", file.decode(stream), inspect);
  if (streams.size > MOST_FILES) traces.add("TEL705", "", "embedded file", "there are too many");
}

/** Tells of what stands before the beginning and behind the end, where no viewer looks. */
export function traceAround(
  traces: Traces,
  bytes: Uint8Array,
  file: PdfFile,
  inspect: InspectWithin,
): void {
  const before = bytes.length - file.bytes.length;
  if (before > 0) traces.add("TEL704", "", "before the beginning", `${before} bytes`);
  const whole = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length);
  const last = whole.lastIndexOf("%%EOF");
  if (last < 0) return;
  const tail = trimBlank(whole.subarray(last + 5));
  if (tail.length === 0) return;
  traces.add("TEL706", "", "after the end", `${tail.length} bytes`);
  traceFile(traces, "after the end", "after the end", tail, inspect);
}

function traceFile(
  traces: Traces,
  place: string,
  field: string,
  bytes: Uint8Array,
  inspect: InspectWithin,
): void {
  const found = inspect(bytes);
  if (found.facts.kind === "unknown" && found.traces.length === 0)
    traces.add(
      "TEL705",
      place,
      field,
      bytes.length === 0 ? "it is empty" : "its kind is not known",
    );
  traces.addWithin(place, found.traces);
}

/** Without white space and zeros at both ends. */
function trimBlank(bytes: Buffer): Buffer {
  const isBlank = (at: number) => /[\0\t\n\f\r ]/.test(String.fromCharCode(bytes[at] ?? 0));
  let [start, end] = [0, bytes.length];
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  return bytes.subarray(start, end);
}
