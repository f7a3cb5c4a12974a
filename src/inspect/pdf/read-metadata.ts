import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import { readXmp } from "../disclosure/xmp-packet.ts";

/** One thing that the file says of itself. */
export interface MetadataEntry {
  readonly from: "Info" | "XMP";
  /** `Title`, `dc:title` … */
  readonly name: string;
  readonly value: string;
}

export interface PdfMetadata {
  readonly entries: readonly MetadataEntry[];
  /** `missing`, `unreadable` where it is no XML, or `read`. */
  readonly packet: "missing" | "unreadable" | "read";
  /** Part of PDF/UA that the file says to keep; undefined where it says nothing. */
  readonly pdfuaPart: string | undefined;
}

const PDFUA = "http://www.aiim.org/pdfua/ns/id/";

/** Everything in the information dictionary and the metadata packet (ISO 32000-1 §14.3). */
export function readMetadata(file: PdfFile): PdfMetadata {
  const entries: MetadataEntry[] = [];
  for (const [name, raw] of file.dict(file.trailer.get("Info")) ?? []) {
    for (const one of file.oneOrMore(raw)) {
      const value = file.text(one) ?? file.name(one);
      if (value !== undefined) entries.push({ from: "Info", name, value });
    }
  }
  const stream = file.stream(file.catalog?.get("Metadata"));
  if (stream === undefined) return { entries, packet: "missing", pdfuaPart: undefined };
  const found = readXmp(file.decode(stream));
  if (found === undefined) return { entries, packet: "unreadable", pdfuaPart: undefined };
  for (const { name, value } of found) entries.push({ from: "XMP", name, value });
  const part = found.find(({ uri, local }) => uri === PDFUA && local === "part");
  return { entries, packet: "read", pdfuaPart: part?.value };
}
