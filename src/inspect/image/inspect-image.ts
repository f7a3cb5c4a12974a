import { latin1, listBoxes } from "../boxes/read-boxes.ts";
import { judgeTraces } from "../disclosure/judge-traces.ts";
import { Traces } from "../disclosure/traces.ts";
import type { Inspection } from "../inspection.ts";
import { readImage } from "./read-image.ts";
import { traceImage } from "./trace-image.ts";

/** What a picture is. */
export interface ImageFacts {
  readonly kind: "image";
  readonly mediaType: string;
  /** 0 where the kind is known by its first bytes only. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
}

/** Marks of the kinds, by where they stand. */
const MARKS: readonly (readonly [at: number, mark: string, mediaType: string])[] = [
  [0, "\u0089PNG\r\n\u001A\n", "image/png"],
  [0, "\u00FF\u00D8\u00FF", "image/jpeg"],
  [0, "GIF8", "image/gif"],
  [8, "WEBP", "image/webp"],
  [0, "II*\0", "image/tiff"],
  [0, "MM\0*", "image/tiff"],
  [4, "ftypavif", "image/avif"],
  [4, "ftypavis", "image/avif"],
  [4, "ftyphei", "image/heic"],
  [4, "ftyphev", "image/heic"],
];

const LONGEST_BRANDS = 400;

/** @returns undefined where the first bytes are those of no picture of pixels. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 24)).toString("latin1");
  return MARKS.find(([at, mark]) => start.startsWith(mark, at))?.[2] ?? typeByBrands(bytes);
}

/** Brands that a file is made to fit as well (ISO/IEC 14496-12 §4.3): its first may be a rare one. */
function typeByBrands(bytes: Uint8Array): string | undefined {
  const [first] = listBoxes(bytes, 0, Math.min(bytes.length, LONGEST_BRANDS));
  if (first?.type !== "ftyp") return undefined;
  const brands = latin1(bytes, first.start, first.end - first.start);
  if (!/mif1|msf1|heic|avif/.test(brands)) return undefined;
  return brands.includes("avif") ? "image/avif" : "image/heic";
}

/** Says what a picture of pixels tells. Never throws for its content; nothing is decoded. */
export function inspectImage(bytes: Uint8Array): Inspection {
  const traces = new Traces();
  traceImage(traces, "", bytes);
  const mediaType = imageTypeOf(bytes) ?? "";
  const { widthPx = 0, heightPx = 0 } = readImage(bytes) ?? {};
  if (widthPx === 1 && heightPx === 1) traces.add("TEL405", "", mediaType, "1 × 1");
  return {
    facts: { kind: "image", mediaType, widthPx, heightPx, sizeBytes: bytes.length },
    traces: traces.list,
    tells: judgeTraces(traces),
    diagnostics: [],
    textOf: () => undefined,
  };
}
