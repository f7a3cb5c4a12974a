import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import { type PdfDict, PdfStream, type PdfValue } from "../../pdf-syntax/pdf-value.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";

const LONGEST_VALUE = 1000;
const MOST_CHOICES = 20;

/** A field that lies on no page: one that is drawn somewhere is told with its page. */
export function searchStrayField(findings: PrivacyFindings, file: PdfFile, dict: PdfDict): void {
  if (dict.has("FT") && dict.has("T") && !dict.has("Kids") && !dict.has("Rect"))
    searchField(findings, file, dict);
}

/** What is filled in, and with what it is filled to begin with (§12.7.3). */
export function searchField(
  findings: PrivacyFindings,
  file: PdfFile,
  field: PdfDict,
  name = file.text(inherited(file, field, "T")) ?? "",
): void {
  for (const key of ["V", "DV", "RV"]) {
    const value = readValue(file, inherited(file, field, key));
    if (value !== "") findings.add("TEL853", `field ${name}`, value);
  }
}

/** A value of a form field or of those it belongs to (§12.7.3.1). */
function inherited(file: PdfFile, field: PdfDict, key: string): PdfValue | undefined {
  let dict: PdfDict | undefined = field;
  for (let steps = 0; dict !== undefined && steps < 32; steps += 1) {
    if (dict.has(key)) return dict.get(key);
    dict = file.dict(dict.get("Parent"));
  }
  return undefined;
}

/** A text, several of which one may choose, or a stream with a long one. */
function readValue(file: PdfFile, value: PdfValue | undefined): string {
  const found = file.resolve(value);
  if (found instanceof PdfStream)
    return Buffer.from(file.decode(found)).toString("utf8", 0, LONGEST_VALUE);
  const texts = file
    .oneOrMore(value)
    .slice(0, MOST_CHOICES)
    .map((one) => file.text(one) ?? "");
  return texts.filter((text) => text !== "").join(", ");
}
