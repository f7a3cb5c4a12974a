import { ValueParser } from "./parse-value.ts";
import type { PdfStream, PdfValue } from "./pdf-value.ts";
import type { ValueReader } from "./value-reader.ts";

interface InnerObjects {
  readonly objects: readonly { readonly number: number; readonly value: PdfValue }[];
  readonly comments: readonly string[];
}

/** Reads the objects that lie in a stream (ISO 32000-1 §7.5.7), and notices what else does. */
export function readObjectStream(
  file: ValueReader,
  stream: PdfStream,
  parse: (parser: ValueParser) => PdfValue | undefined,
): InnerObjects {
  const source = Buffer.from(file.decode(stream)).toString("latin1");
  const first = file.number(stream.dict.get("First")) ?? 0;
  const count = file.number(stream.dict.get("N")) ?? 0;
  const objects: { number: number; value: PdfValue }[] = [];
  const comments: string[] = [];
  let head = 0;
  let end = first;
  let gaps = "";
  for (const [text, number, offset] of source
    .slice(0, first)
    .matchAll(/[\s\0]*(\d+)\s+(\d+)\s*/gy)) {
    if (objects.length >= count || !file.limits.spend("objects of the file")) break;
    head += text.length;
    const parser = new ValueParser(source, first + Number(offset));
    gaps += source.slice(end, parser.at);
    objects.push({ number: Number(number), value: parse(parser) ?? null });
    for (const comment of parser.comments) comments.push(comment);
    end = Math.max(end, parser.at);
  }
  gaps += source.slice(head, first) + source.slice(end);
  if (/[^\s\0]/.test(gaps)) file.notice(`bytes between objects: ${gaps.trim().slice(0, 60)}`);
  return { objects, comments };
}
