/** So many lines may stand in one section (Adobe Technical Note 5411, §1.4.1). */
const SECTION = 100;

/**
 * What the codes of a font say, as a ToUnicode CMap (ISO 32000-1 §9.10.3).
 *
 * @param codeBytes of a code.
 */
export function writeUnicodeMap(texts: ReadonlyMap<number, string>, codeBytes: 1 | 2): Uint8Array {
  const digits = 2 * codeBytes;
  const lines = [...texts]
    .sort(([one], [other]) => one - other)
    .map(([code, text]) => `<${writeHex(code, digits)}> <${writeUtf16(text)}>`);
  const sections: string[] = [];
  for (let from = 0; from < lines.length; from += SECTION) {
    const part = lines.slice(from, from + SECTION);
    sections.push(`${part.length} beginbfchar`);
    for (const one of part) sections.push(one);
    sections.push("endbfchar");
  }
  const map = [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    `<${"00".repeat(codeBytes)}> <${"FF".repeat(codeBytes)}>`,
    "endcodespacerange",
    ...sections,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ];
  return Buffer.from(map.join("\n"), "latin1");
}

function writeUtf16(text: string): string {
  let hex = "";
  for (let at = 0; at < text.length; at += 1) hex += writeHex(text.charCodeAt(at), 4);
  return hex;
}

function writeHex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}
