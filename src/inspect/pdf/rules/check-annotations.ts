import { isWithin, type StructureElement } from "../../../pdf-pages/read-structure.ts";
import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import { quote, type Report } from "../finding.ts";
import { type Annotation, inheritedText } from "../read-annotations.ts";
import type { PdfDocument } from "../read-document.ts";

/** ISO 32000-1 table 169. */
const KNOWN = new Set(
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut
   Stamp Caret Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D
   Redact RichMedia`.split(/\s+/),
);
const DESCRIBE = "Describe in a sentence what it is or where it leads: that is what is read aloud.";
const TAG = "The program that made the file has to tag it; in an office program export as PDF/UA.";

/** Links, form fields and remarks. Checkpoint 28. */
export function checkAnnotations(document: PdfDocument, report: Report): void {
  checkTabs(document, report);
  for (const annotation of document.annotations) {
    const { type, page } = annotation;
    if (type === "TrapNet") {
      const message = "Unexpected trap network annotation, expected none";
      report("28-007", page.number, message, "It is for printing presses. Take it away.");
    }
    if (type === "PrinterMark" && annotation.element !== undefined) {
      const message = "Unexpected tag for a printer's mark, expected none";
      report("28-017", page.number, message, "Printer's marks are decoration.");
    }
    if (annotation.isHidden || ["Popup", "PrinterMark", "TrapNet"].includes(type)) continue;
    if (document.structure !== undefined) checkPlace(annotation, report);
    checkDescription(document, annotation, report);
  }
  for (const clip of document.survey.mediaClips) {
    const hint = "Say what kind of media it is, and what is heard and seen in it.";
    if (!clip.has("CT"))
      report("28-014", undefined, "Unexpected media clip without `CT`, expected its kind", hint);
    if (!clip.has("Alt"))
      report(
        "28-015",
        undefined,
        "Unexpected media clip without `Alt`, expected a description",
        hint,
      );
  }
}

function checkTabs({ annotations, file }: PdfDocument, report: Report): void {
  const pages = new Map(annotations.map(({ page }) => [page.number, page]));
  for (const { number, dict } of pages.values()) {
    const tabs = file.name(dict.get("Tabs"));
    if (tabs === "S") continue;
    const hint = "Set the page's order for the Tab key to that of the tags (`/Tabs /S`).";
    if (tabs === undefined)
      report("28-008", number, "Unexpected page with links and without `Tabs`, expected `S`", hint);
    else report("28-009", number, `Unexpected \`Tabs\` ${quote(tabs)}, expected \`S\``, hint);
  }
}

function checkPlace({ type, element, page }: Annotation, report: Report): void {
  if (type === "Link") {
    if (!isWithin(element, "Link"))
      report(
        "28-011",
        page.number,
        "Unexpected link outside a <Link> tag, expected it in one",
        TAG,
      );
  } else if (type === "Widget") {
    if (!isWithin(element, "Form"))
      report(
        "28-010",
        page.number,
        "Unexpected form field outside a <Form> tag, expected it in one",
        TAG,
      );
  } else if (element?.role !== "Annot") {
    const message = `Unexpected annotation ${quote(type)} outside an <Annot> tag, expected it in one`;
    report("28-002", page.number, message, TAG);
  }
}

function checkDescription(document: PdfDocument, annotation: Annotation, report: Report): void {
  const { file } = document;
  const { type, dict, element, page } = annotation;
  const contents = (file.text(dict.get("Contents")) ?? "").trim();
  const isDescribed = contents !== "" || describes(file, element);
  const isSpoken = document.hasLanguage(element) || file.text(dict.get("Lang")) !== undefined;
  const language = "Set the language of the document.";
  if (type === "Widget") {
    const name = (inheritedText(file, dict, "TU") ?? "").trim();
    if (name === "" && !describes(file, element))
      report(
        "28-005",
        page.number,
        "Unexpected form field without description, expected `TU`",
        DESCRIBE,
      );
    else if (name !== "" && !isSpoken) {
      const message =
        "Unexpected description of a field in an unknown language, expected a language";
      report("11-005", page.number, message, language);
    }
    return;
  }
  if (contents !== "" && !isSpoken) {
    const message = "Unexpected description in an unknown language, expected a language";
    report("11-004", page.number, message, language);
  }
  // 28-004 is true of a link as well; it is told once.
  if (type === "Link") {
    if (contents === "")
      report(
        "28-012",
        page.number,
        "Unexpected link without description, expected `Contents`",
        DESCRIBE,
      );
  } else if (!isDescribed) {
    const message = `Unexpected annotation ${quote(type)} without description, expected \`Contents\``;
    report(KNOWN.has(type) ? "28-004" : "28-006", page.number, message, DESCRIBE);
  }
}

function describes(file: PdfFile, element: StructureElement | undefined): boolean {
  for (let one = element; one !== undefined; one = one.parent)
    if ((file.text(one.dict.get("Alt")) ?? "").trim() !== "") return true;
  return false;
}
