import type { FontUse } from "../../../pdf-pages/content-scan.ts";
import { isEmbedded, type PdfFont } from "../../../pdf-pages/read-font.ts";
import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import { quote, type Report } from "../finding.ts";
import type { PdfDocument } from "../read-document.ts";
import { checkCodeTables } from "./check-code-tables.ts";
import { checkFontPrograms } from "./check-font-programs.ts";

const TEXT_HINT =
  "Copying, searching and reading aloud give wrong letters, or none. Use another font.";

/** Whether fonts are there, and say which text their glyphs are. Checkpoints 10 and 31. */
export function checkFonts({ file, scan }: PdfDocument, report: Report): void {
  for (const use of scan.fonts.values()) {
    const { font, page, shown } = use;
    if (!isEmbedded(font) && (shown.size > 0 || font.codeBytes === undefined)) {
      const message = `Unexpected font ${quote(font.name)} that is not in the file, expected it embedded`;
      const hint =
        "Other machines show other letters, or none. Choose “embed all fonts” when exporting.";
      report("31-009", page, message, hint);
    }
    checkText(file, use, report);
    checkCodeTables(file, font, page, report);
    checkFontPrograms(file, use, report);
  }
}

function checkText(file: PdfFile, { font, page, used }: FontUse, report: Report): void {
  const name = `font ${quote(font.name)}`;
  if (font.text === undefined) {
    if (used.size > 0 && !isTextKnown(file, font)) {
      const message = `Unexpected ${name} without \`ToUnicode\`, expected the text of its glyphs`;
      report("31-027", page, message, TEXT_HINT);
    }
    return;
  }
  let missing = 0;
  let zero = 0;
  let marks = 0;
  for (const code of used) {
    const text = font.text.get(code);
    if (text === undefined || text === "") missing += 1;
    else if (text.includes("\0")) zero += 1;
    else if (/[\uFEFF\uFFFE]/.test(text)) marks += 1;
  }
  if (missing > 0 && !isTextKnown(file, font)) {
    const message = `Unexpected glyph without text in ${name}, expected an entry in \`ToUnicode\``;
    report("10-001", page, message, TEXT_HINT, missing);
  }
  if (zero > 0) {
    const message = `Unexpected U+0000 as text of a glyph in ${name}, expected a character`;
    report("31-028", page, message, TEXT_HINT, zero);
  }
  if (marks > 0) {
    const message = `Unexpected byte order mark as text of a glyph in ${name}, expected a character`;
    report("31-029", page, message, TEXT_HINT, marks);
  }
}

const NAMED = new Set(["WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding"]);
const ASIAN = new Set(["GB1", "CNS1", "Japan1", "Korea1"]);

/** The ways beside `ToUnicode` by which text is known (PDF/UA-1 §7.21.7). */
function isTextKnown(file: PdfFile, font: PdfFont): boolean {
  if (font.type === "Type0") {
    const system = file.dict(font.descendant?.get("CIDSystemInfo"));
    return (
      file.text(system?.get("Registry")) === "Adobe" &&
      ASIAN.has(file.text(system?.get("Ordering")) ?? "")
    );
  }
  const encoding = font.dict.get("Encoding");
  if (NAMED.has(file.name(encoding) ?? "")) return true;
  const dict = file.dict(encoding);
  const isSymbol = ((file.number(font.descriptor?.get("Flags")) ?? 0) & 4) !== 0;
  if (dict === undefined) return font.type !== "Type3" && !isSymbol;
  const names = (file.list(dict.get("Differences")) ?? []).filter((one) => typeof one === "string");
  const isBased = NAMED.has(file.name(dict.get("BaseEncoding")) ?? "") || font.type !== "Type3";
  return isBased && names.every((one) => isSpeaking(String(one).slice(1)));
}

/** Names such as `g12` and `cid7` number a glyph; others are of Adobe's list, which is not here. */
function isSpeaking(name: string): boolean {
  return /^(uni[0-9A-F]{4,}|u[0-9A-F]{4,6})/.test(name) || !/^[A-Za-z]{0,5}\d+$/.test(name);
}
