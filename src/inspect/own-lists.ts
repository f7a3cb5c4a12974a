import { readRecord, renderRecord } from "../provenance/build-record.ts";
import { readSums } from "../provenance/read-sums.ts";
import { renderSums } from "../provenance/render-sums.ts";

/**
 * Whether a text is a list of sums or a build record, sign for sign as Handpress writes it: what is in
 * no field of these, stands twice or is referred to by nothing, is written otherwise.
 */
export function isOwnList(text: string): boolean {
  const bytes = Buffer.from(text);
  if (!text.startsWith("{")) {
    const sums = readSums(bytes);
    return sums.diagnostics.length === 0 && sums.value.size > 0 && renderSums(sums.value) === text;
  }
  const record = readRecord(bytes);
  return record.diagnostics.length === 0 && renderRecord(record.value) === text;
}
