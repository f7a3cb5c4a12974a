import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { imageTypeOf, readImage } from "./read-image.ts";
import { searchImage } from "./search-image.ts";

/** Says what a picture of pixels tells. Never throws for its content; nothing is decoded. */
export function inspectImage(bytes: Uint8Array): Inspection {
  const findings = new PrivacyFindings();
  searchImage(findings, bytes);
  const mediaType = imageTypeOf(bytes) ?? "";
  const { widthPx = 0, heightPx = 0 } = readImage(bytes) ?? {};
  if (widthPx === 1 && heightPx === 1) findings.add("TEL405", mediaType, "1 × 1");
  const facts = { kind: "image", mediaType, widthPx, heightPx, sizeBytes: bytes.length } as const;
  return inspectionOf(facts, findings);
}
