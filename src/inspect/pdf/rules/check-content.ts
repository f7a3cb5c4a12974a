import type { ContentFault } from "../../../pdf-pages/content-scan.ts";
import type { Report } from "../finding.ts";
import type { PdfDocument } from "../read-document.ts";

interface ContentRule {
  readonly condition: "01-003" | "01-004" | "01-005" | "11-001";
  readonly message: (what: string) => string;
  readonly hint: string;
}

const RULES: Readonly<Record<ContentFault, ContentRule>> = {
  untagged: {
    condition: "01-005",
    message: (what) =>
      `Unexpected ${what} without a tag, expected a tag or the mark of an artifact`,
    hint: "Screen readers pass it over or stop at it. What is decoration is marked as an artifact.",
  },
  "artifact in tagged": {
    condition: "01-003",
    message: (what) => `Unexpected artifact in ${what}, expected it beside the tagged content`,
    hint: "The program that made the file has to end the tag before the decoration begins.",
  },
  "tagged in artifact": {
    condition: "01-004",
    message: (what) => `Unexpected ${what} in an artifact, expected it beside the artifact`,
    hint: "What is an artifact is not read aloud, and neither is what stands within it.",
  },
  "no language": {
    condition: "11-001",
    message: (what) => `Unexpected ${what} without a language, expected one for the file`,
    hint: "Set the language of the document, so that a screen reader takes the right voice.",
  },
};

/** Whether all content is tagged or an artifact, in one language or another. Checkpoints 1 and 11. */
export function checkContent(document: PdfDocument, report: Report): void {
  const { scan, isTagged, structure, file, catalog } = document;
  if (!isTagged) {
    const what =
      structure === undefined ? "PDF without tags" : "PDF that does not say it is tagged";
    report(
      "PDF010",
      undefined,
      `Unexpected ${what}, expected one whose headings, lists and pictures are marked`,
      "Screen readers and phones need tags. Sheets for a printer need none: then all is well. " +
        "In an office program export again and choose “tagged PDF” or “PDF/UA”.",
    );
  }
  for (const [fault, tally] of scan.faults) {
    const { condition, message, hint } = RULES[fault];
    // Without tags nothing is tagged: that is one finding.
    if (!isTagged && structure === undefined && condition !== "11-001") continue;
    tally.places.forEach(({ page, what }, at) => {
      // Places that are not kept count with the last that is.
      const count = at === tally.places.length - 1 ? tally.count - at : 1;
      report(condition, page, message(what), hint, count);
    });
  }
  const marks = file.dict(catalog.get("MarkInfo"));
  if (file.resolve(marks?.get("Suspects")) === true) {
    const message =
      "Unexpected mark that tags are doubtful, expected tags that a person has checked";
    report("01-007", undefined, message, "Check the tags and set `Suspects` to false.");
  }
}
