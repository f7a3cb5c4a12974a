import type { FontUse } from "../../../pdf-pages/content-scan.ts";
import { type FontProgram, readFontProgram } from "../../../pdf-pages/font-program.ts";
import { isSymbolic, type PdfFont } from "../../../pdf-pages/read-font.ts";
import { readInnerWidths } from "../../../pdf-pages/read-widths.ts";
import type { PdfFile } from "../../../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../../../pdf-syntax/pdf-value.ts";
import { quote, type Report } from "../finding.ts";

const HINT =
  "Make the file again with another program or font: letters may be wrong or run together.";
/** Widths may differ by so much, in thousandths of the font's size (31-016). */
const TOLERANCE = 1;

/** What an embedded TrueType program has to agree with. Conditions 31-011 to 31-030. */
export function checkFontPrograms(file: PdfFile, use: FontUse, report: Report): void {
  const { font, page } = use;
  const isTrueType = font.programKind === "FontFile2" || font.programKind === "OpenType";
  const program =
    font.program === undefined || !isTrueType
      ? undefined
      : readFontProgram(file.decode(font.program));
  if (font.type === "TrueType") checkEncoding(file, font, program, page, report);
  if (font.type === "Type0" && font.codeBytes === 2) checkGlyphs(file, use, program, report);
}

function checkGlyphs(
  file: PdfFile,
  { font, page, shown }: FontUse,
  program: FontProgram | undefined,
  report: Report,
): void {
  const { descendant } = font;
  // With a table of codes of its own, glyphs are not numbered by their codes.
  if (descendant === undefined || !/^Identity-/.test(file.name(font.dict.get("Encoding")) ?? ""))
    return;
  const name = `font ${quote(font.name)}`;
  const glyphOf = readGlyphMap(file, descendant);
  const widthOf = readInnerWidths(file, descendant);
  let absent = 0;
  let different = 0;
  let boxes = 0;
  for (const code of shown) {
    const glyph = glyphOf(code);
    if (glyph === 0) boxes += 1;
    if (program === undefined) continue;
    const advance = program.advanceOf(glyph);
    if (advance === undefined) absent += 1;
    else if (program.unitsPerEm > 0) {
      const width = (advance * 1000) / program.unitsPerEm;
      if (Math.abs(width - widthOf(code)) > TOLERANCE) different += 1;
    }
  }
  if (boxes > 0) {
    const message = `Unexpected box for a missing character in ${name}, expected a glyph`;
    report("31-030", page, message, "Use a font that has the character.", boxes);
  }
  if (absent > 0) {
    const message = `Unexpected glyph that is not in ${name}, expected it embedded`;
    report("31-011", page, message, HINT, absent);
  }
  if (different > 0) {
    const message = `Unexpected width of a glyph in ${name}, expected that of the font`;
    report("31-016", page, message, HINT, different);
  }
}

/** Glyph by code (ISO 32000-1 §9.7.4.2). */
function readGlyphMap(file: PdfFile, descendant: PdfDict): (code: number) => number {
  const stream = file.stream(descendant.get("CIDToGIDMap"));
  if (stream === undefined) return (code) => code;
  const bytes = file.decode(stream);
  return (code) => ((bytes[2 * code] ?? 0) << 8) | (bytes[2 * code + 1] ?? 0);
}

const ALLOWED = new Set(["MacRomanEncoding", "WinAnsiEncoding"]);

/** ISO 32000-1 §9.6.6.4 and PDF/UA-1 §7.21.6. */
function checkEncoding(
  file: PdfFile,
  font: PdfFont,
  program: FontProgram | undefined,
  page: number,
  report: Report,
): void {
  const name = `font ${quote(font.name)}`;
  const encoding = file.resolve(font.dict.get("Encoding"));
  const maps = program?.characterMaps;
  const has = (platform: number, code: number) =>
    maps?.some((one) => one.platform === platform && one.encoding === code) === true;
  if (isSymbolic(file, font)) {
    if (encoding !== undefined)
      report("31-024", page, `Unexpected \`Encoding\` in the symbol ${name}, expected none`, HINT);
    if (maps?.length === 0)
      report(
        "31-025",
        page,
        `Unexpected symbol ${name} without table of characters, expected one`,
        HINT,
      );
    if (maps !== undefined && maps.length > 1 && !has(3, 0)) {
      const message = `Unexpected tables of characters in the symbol ${name}, expected one for symbols`;
      report("31-026", page, message, HINT);
    }
    return;
  }
  if (
    maps !== undefined &&
    !maps.some(({ platform }) => platform === 1 || platform === 3 || platform === 0)
  )
    report("31-017", page, `Unexpected ${name} without table of characters, expected one`, HINT);
  if (encoding === undefined) {
    report("31-019", page, `Unexpected ${name} without \`Encoding\`, expected one`, HINT);
    return;
  }
  const dict = file.dict(encoding);
  const base = dict === undefined ? file.name(encoding) : file.name(dict.get("BaseEncoding"));
  if (base === undefined)
    report("31-020", page, `Unexpected \`Encoding\` without base in ${name}, expected one`, HINT);
  else if (!ALLOWED.has(base)) {
    const message = `Unexpected encoding ${quote(base)} in ${name}, expected MacRoman or WinAnsi`;
    report("31-021", page, message, HINT);
  }
  if (dict?.has("Differences") && maps !== undefined && !has(3, 1)) {
    const message = `Unexpected \`Differences\` in ${name}, expected a font with a Unicode table`;
    report("31-023", page, message, HINT);
  }
}
