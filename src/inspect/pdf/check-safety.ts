import type { Report } from "./pdf-diagnostics.ts";
import type { PdfDocument } from "./read-document.ts";

/** What runs, fetches, sends or tells on somebody. */
export function checkSafety({ survey, annotations, file }: PdfDocument, report: Report): void {
  for (const { type, target } of survey.actions) {
    if (type === "JavaScript") report("PDF005 script", {});
    else if (HARMFUL.has(type)) report("PDF005 action", {}, { action: type });
    if (type === "SubmitForm") report("PDF006 form", {});
    if (type === "URI" && isLocal(target)) report("PDF007 address", {});
    if ((type === "GoToR" || type === "Thread") && target !== "") report("PDF007 link", {});
  }
  const count = survey.remoteFiles.length;
  if (count > 0) report("PDF006 file", { count });
  const opening = file.dict(file.catalog?.get("OpenAction"));
  if (opening !== undefined && file.name(opening.get("S")) === "URI") report("PDF006 opening", {});
  for (const { type, page } of annotations)
    if (PLAYERS.has(type)) report("PDF005 player", { page: page.number }, { type });
}

const HARMFUL = new Set(["Launch", "ImportData", "RichMediaExecute"]);
const PLAYERS = new Set(["RichMedia", "Movie", "3D"]);

function isLocal(address: string): boolean {
  return /^file:/i.test(address) || /^[A-Za-z]:\\/.test(address);
}
