import type { Report } from "./pdf-diagnostics.ts";
import type { PdfDocument } from "./read-document.ts";

/** What runs, fetches, sends or tells on somebody. */
export function checkSafety({ survey, annotations, file }: PdfDocument, report: Report): void {
  const harmful = new Set(["JavaScript", "Launch", "ImportData", "RichMediaExecute"]);
  const remote = new Set(["SubmitForm"]);
  for (const { type, target } of survey.actions) {
    if (harmful.has(type)) {
      const what = type === "JavaScript" ? "script" : `action \`${type}\``;
      report("PDF005", undefined, `Unexpected ${what}, expected a file that only shows`, RUNS);
    }
    if (remote.has(type))
      report(
        "PDF006",
        undefined,
        "Unexpected form that sends what is typed, expected none",
        FETCHES,
      );
    if (type === "URI" && isLocal(target))
      report("PDF007", undefined, "Unexpected `file:` address, expected one on the web", LOCAL);
    if ((type === "GoToR" || type === "Thread") && target !== "")
      report(
        "PDF007",
        undefined,
        "Unexpected link to another file, expected one on the web",
        LOCAL,
      );
  }
  if (survey.remoteFiles.length > 0) {
    const message = "Unexpected file that is fetched from the web, expected all in this file";
    report("PDF006", undefined, message, FETCHES, survey.remoteFiles.length);
  }
  const opening = file.dict(file.catalog?.get("OpenAction"));
  if (opening !== undefined && file.name(opening.get("S")) === "URI")
    report("PDF006", undefined, "Unexpected address that opens by itself, expected none", FETCHES);
  for (const { type, page } of annotations) {
    if (type !== "RichMedia" && type !== "Movie" && type !== "3D") continue;
    report(
      "PDF005",
      page.number,
      `Unexpected \`${type}\` that plays or runs, expected pages only`,
      RUNS,
    );
  }
}

const RUNS =
  "Do not open it in a program that runs what is in a PDF; a browser's own viewer is safer.";
const FETCHES =
  "Whoever runs that server learns when and where it is opened. Open it without internet.";
const LOCAL =
  "It leads nowhere for other people, and tells names of folders on its maker's machine.";

function isLocal(address: string): boolean {
  return /^file:/i.test(address) || /^[A-Za-z]:\\/.test(address);
}
