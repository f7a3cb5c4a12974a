import { PdfStream } from "../../pdf-syntax/pdf-value.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import type { Inspection } from "../inspection.ts";
import type { PdfDocument } from "./read-document.ts";

/** Files of one PDF that are looked into. */
const MOST_FILES = 1000;

/**
 * Tells what files say to which nothing leads: attached ones that were taken off a list, and what was
 * added behind the end. Viewers show neither, and both are easily got out.
 *
 * @param isOpen whether streams can be read.
 */
export function searchLoose(
  findings: PrivacyFindings,
  { file, survey }: PdfDocument,
  isOpen: boolean,
  inspect: (bytes: Uint8Array) => Inspection,
): void {
  const known = new Set(survey.embeddedStreams);
  let count = 0;
  for (const number of isOpen ? file.objectNumbers : []) {
    const value = file.objectOf(number);
    if (!(value instanceof PdfStream) || known.has(value)) continue;
    if (file.name(value.dict.get("Type")) !== "EmbeddedFile") continue;
    if (++count > MOST_FILES) {
      findings.note("TEL705 manyFiles", "embedded file", { most: MOST_FILES });
      break;
    }
    findings.at(`object ${number}`).note("TEL701 unlisted", "embedded file");
    findings.at(`object ${number}`).addWithin(inspect(file.decode(value)).findings);
  }
  const whole = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length);
  const end = whole.lastIndexOf("%%EOF");
  const tail = end < 0 ? whole.subarray(whole.length) : trimBlank(whole.subarray(end + 5));
  // A line of text is told as what it says.
  if (tail.length > 0) findings.at("behind the end").addWithin(inspect(tail).findings);
}

/** Without white space and zeros before it. Those behind it belong to it: an archive ends in zeros. */
function trimBlank(bytes: Buffer): Buffer {
  let start = 0;
  while (start < bytes.length && /[\0\t\n\f\r ]/.test(String.fromCharCode(bytes[start] ?? 0)))
    start += 1;
  return bytes.subarray(start);
}
