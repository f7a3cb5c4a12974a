import type { PdfFont } from "../../../pdf-pages/read-font.ts";
import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../../../pdf-syntax/pdf-value.ts";
import { quote, type Report } from "../finding.ts";

/** Tables that every reader has (ISO 32000-1 table 118). */
const KNOWN = new Set(
  `GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V
   UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V
   B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V
   UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V
   83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V
   EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V
   UniJIS-UTF16-H UniJIS-UTF16-V
   KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H
   UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V Identity-H Identity-V`.split(/\s+/),
);
const HINT =
  "Make the file again with another program: this font is written in a way that readers refuse.";

/** How a composite font comes from codes to glyphs. Conditions 31-001 to 31-008. */
export function checkCodeTables(file: PdfFile, font: PdfFont, page: number, report: Report): void {
  if (font.type !== "Type0" || font.descendant === undefined) return;
  const name = `font ${quote(font.name)}`;
  checkGlyphMap(file, font, font.descendant, page, report);
  const encoding = font.dict.get("Encoding");
  const map = file.stream(encoding);
  const known = file.name(encoding);
  if (map === undefined) {
    if (known !== undefined && KNOWN.has(known)) return;
    const message = `Unexpected table of codes ${quote(known ?? "none")} in ${name}, expected a known or embedded one`;
    report("31-006", page, message, HINT);
    return;
  }
  const source = Buffer.from(file.decode(map)).toString("latin1", 0, 1_000_000);
  const base = file.name(map.dict.get("UseCMap")) ?? /\/([\w-]{1,60})\s+usecmap/.exec(source)?.[1];
  if (base !== undefined && !KNOWN.has(base)) {
    const message = `Unexpected base ${quote(base)} of a table of codes in ${name}, expected a known one`;
    report("31-008", page, message, HINT);
  }
  const direction = /\/WMode\s+([01])\s+def/.exec(source)?.[1];
  if (Number(direction ?? 0) !== (file.number(map.dict.get("WMode")) ?? 0)) {
    const message = `Unexpected \`WMode\` in ${name}, expected that of its table of codes`;
    report("31-007", page, message, HINT);
  }
  const [own, other] = [font.descendant, map.dict].map((one) => systemOf(file, one));
  if (own === undefined || other === undefined) return;
  if (own.registry !== other.registry)
    report(
      "31-001",
      page,
      `Unexpected registry in ${name}, expected that of its table of codes`,
      HINT,
    );
  if (own.ordering !== other.ordering)
    report(
      "31-002",
      page,
      `Unexpected ordering in ${name}, expected that of its table of codes`,
      HINT,
    );
  if (own.supplement < other.supplement) {
    const message = `Unexpected supplement in ${name}, expected one not below its table of codes`;
    report("31-003", page, message, HINT);
  }
}

function systemOf(file: PdfFile, holder: PdfDict) {
  const system = file.dict(holder.get("CIDSystemInfo"));
  if (system === undefined) return undefined;
  return {
    registry: file.text(system.get("Registry")) ?? "",
    ordering: file.text(system.get("Ordering")) ?? "",
    supplement: file.number(system.get("Supplement")) ?? 0,
  };
}

function checkGlyphMap(
  file: PdfFile,
  font: PdfFont,
  descendant: PdfDict,
  page: number,
  report: Report,
): void {
  // Only an embedded font has glyphs to be mapped to (ISO 32000-1 table 117).
  if (file.name(descendant.get("Subtype")) !== "CIDFontType2" || font.program === undefined) return;
  const map = file.resolve(descendant.get("CIDToGIDMap"));
  const name = `font ${quote(font.name)}`;
  if (map === undefined)
    report("31-005", page, `Unexpected ${name} without \`CIDToGIDMap\`, expected one`, HINT);
  else if (file.stream(map) === undefined && file.name(map) !== "Identity") {
    const message = `Unexpected \`CIDToGIDMap\` in ${name}, expected a table or \`Identity\``;
    report("31-004", page, message, HINT);
  }
}
