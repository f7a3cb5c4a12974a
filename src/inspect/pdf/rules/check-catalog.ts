import type { PdfDict } from "../../../pdf-syntax/pdf-value.ts";
import type { Report } from "../finding.ts";
import type { PdfDocument } from "../read-document.ts";

/** What the file says of itself. Checkpoints 6, 7 and 11-006. */
export function checkMetadata(document: PdfDocument, report: Report): void {
  const { metadata, file, catalog, language, isTagged } = document;
  if (metadata.packet !== "read") {
    const found =
      metadata.packet === "missing" ? "PDF without metadata (XMP)" : "metadata that is no XML";
    const hint = "Library programs and screen readers take the title from there.";
    report("06-001", undefined, `Unexpected ${found}, expected a metadata packet`, hint);
  } else {
    // Without tags it had better not say so.
    if (metadata.pdfuaPart === undefined && isTagged) {
      const message = "Unexpected metadata without `pdfuaid:part`, expected that it names PDF/UA";
      report("06-002", undefined, message, "A program that makes PDF/UA writes it by itself.");
    }
    if ((metadata.xmpTitle ?? "").trim() === "") {
      const message = "Unexpected metadata without `dc:title`, expected the title of the document";
      report("06-003", undefined, message, "Fill in the title in the document's properties.");
    } else if (language === undefined) {
      const message = "Unexpected metadata in an unknown language, expected a language of the file";
      report("11-006", undefined, message, "Set the language of the document.");
    }
  }
  const preferences = file.dict(catalog.get("ViewerPreferences"));
  const shown = file.resolve(preferences?.get("DisplayDocTitle"));
  const hint = "Without it the window shows the name of the file, and that is what is read aloud.";
  if (shown === undefined) {
    const message = "Unexpected missing `DisplayDocTitle`, expected that the title is shown";
    report("07-001", undefined, message, hint);
  } else if (shown !== true) {
    const message =
      "Unexpected `DisplayDocTitle` that is not true, expected that the title is shown";
    report("07-002", undefined, message, hint);
  }
  if (language === undefined && document.outline.length > 0) {
    const message = "Unexpected bookmarks in an unknown language, expected a language of the file";
    report(
      "11-003",
      undefined,
      message,
      "Set the language of the document.",
      document.outline.length,
    );
  }
}

/** Layers (ISO 32000-1 §8.11.4.3). Checkpoint 20. */
export function checkLayers({ file, catalog }: PdfDocument, report: Report): void {
  const properties = file.dict(catalog.get("OCProperties"));
  if (properties === undefined) return;
  const first = file.dict(properties.get("D"));
  const others = (file.list(properties.get("Configs")) ?? []).map((one) => file.dict(one));
  const hasName = (one: PdfDict | undefined) => (file.text(one?.get("Name")) ?? "") !== "";
  const hint = "Give the choice of layers a name, so that people can tell what it shows.";
  if (others.some((one) => !hasName(one))) {
    report("20-001", undefined, "Unexpected choice of layers without name, expected a name", hint);
  }
  if (!hasName(first)) {
    report(
      "20-002",
      undefined,
      "Unexpected layers without name, expected a name for the first choice",
      hint,
    );
  }
  if ([first, ...others].some((one) => one?.has("AS"))) {
    const message = "Unexpected layers that switch by themselves, expected that the reader chooses";
    report("20-003", undefined, message, "Take away the automatic states (`AS`).");
  }
}

/** Forms that are drawn as they are read. Checkpoint 25. */
export function checkForms({ file, catalog }: PdfDocument, report: Report): void {
  const form = file.dict(catalog.get("AcroForm"));
  const isDynamic = file.oneOrMore(form?.get("XFA")).some((part) => {
    const stream = file.stream(part);
    if (stream === undefined) return false;
    const text = Buffer.from(file.decode(stream)).toString("latin1");
    return /<(?:\w+:)?dynamicRender\b[^>]{0,200}>\s{0,20}required/.test(text);
  });
  if (!isDynamic) return;
  const message =
    "Unexpected form that is drawn while it is read (dynamic XFA), expected a plain form";
  report(
    "25-001",
    undefined,
    message,
    "Most readers show an empty page. Save it as a static form.",
  );
}

/** What the lock allows (ISO 32000-1 table 22). Checkpoint 26; for files that open by themselves too. */
export function checkSecurity(
  lock: { readonly hasPermissions: boolean; readonly permissions: number },
  report: Report,
): void {
  if (!lock.hasPermissions) {
    const message = "Unexpected lock without permissions (`P`), expected what it allows";
    report("26-001", undefined, message, "Save the file without a password.");
  } else if ((lock.permissions & 512) === 0) {
    const message = "Unexpected lock that keeps out screen readers, expected that they may read";
    report("26-002", undefined, message, "Allow reading for accessibility, or lock nothing.");
  }
}

/** Files within the file. Checkpoints 21 and 28-016. */
export function checkEmbeddedFiles(
  { survey, annotations, file }: PdfDocument,
  report: Report,
): void {
  const hint = "Name the file in both `F` and `UF`.";
  const nameless = survey.embeddedFiles.filter(({ hasName }) => !hasName).length;
  if (nameless > 0) {
    const message = "Unexpected embedded file without a full name, expected `F` and `UF`";
    report("21-001", undefined, message, hint, nameless);
  }
  for (const { dict, type, page } of annotations) {
    if (type !== "FileAttachment") continue;
    const spec = file.dict(dict.get("FS"));
    if (spec?.has("F") && spec.has("UF")) continue;
    const message = "Unexpected attached file without a full name, expected `F` and `UF`";
    report("28-016", page.number, message, hint);
  }
}
