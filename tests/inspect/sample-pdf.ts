/** Objects of a PDF by number: their text, or their bytes where a stream has some. */
export type PdfObjects = Record<number, string | Uint8Array>;

const bytesOf = (text: string) => Buffer.from(text, "latin1");

/** A stream with a dictionary and a body. */
export function packStream(dict: string, body: string | Uint8Array): Uint8Array {
  const bytes = typeof body === "string" ? bytesOf(body) : body;
  const head = bytesOf(`<<${dict}/Length ${bytes.length}>>\nstream\n`);
  return Buffer.concat([head, bytes, bytesOf("\nendstream")]);
}

/** Objects, a table of them, and a trailer. Object 1 is the catalog. */
export function packPdf(objects: PdfObjects, trailer = ""): Uint8Array {
  const parts: Uint8Array[] = [bytesOf("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n")];
  let at = parts[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  for (const [number, object] of Object.entries(objects)) {
    const body = typeof object === "string" ? bytesOf(object) : object;
    const part = Buffer.concat([bytesOf(`${number} 0 obj\n`), body, bytesOf("\nendobj\n")]);
    offsets.set(Number(number), at);
    parts.push(part);
    at += part.length;
  }
  const count = Math.max(...offsets.keys()) + 1;
  const lines = Array.from({ length: count }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined
      ? "0000000000 65535 f \n"
      : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${count}\n${lines.join("")}`;
  const end = `trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, bytesOf(table + end)]);
}

/** A TrueType program of three glyphs, as far as widths and tables of characters go. */
export function packFont(
  maps: readonly (readonly [platform: number, encoding: number])[],
): Uint8Array {
  const head = Buffer.alloc(54);
  head.writeUInt16BE(1000, 18);
  const maxp = Buffer.alloc(32);
  maxp.writeUInt16BE(3, 4);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(3, 34);
  const hmtx = Buffer.alloc(12);
  for (const [at, width] of [0, 500, 600].entries()) hmtx.writeUInt16BE(width, 4 * at);
  const cmap = Buffer.alloc(4 + 8 * maps.length);
  cmap.writeUInt16BE(maps.length, 2);
  for (const [at, [platform, encoding]] of maps.entries()) {
    cmap.writeUInt16BE(platform, 4 + 8 * at);
    cmap.writeUInt16BE(encoding, 6 + 8 * at);
  }
  const tables = Object.entries({ cmap, head, hhea, hmtx, maxp });
  const directory = Buffer.alloc(12 + 16 * tables.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  let offset = directory.length;
  for (const [at, [tag, table]] of tables.entries()) {
    directory.write(tag, 12 + 16 * at, "latin1");
    directory.writeUInt32BE(offset, 20 + 16 * at);
    directory.writeUInt32BE(table.length, 24 + 16 * at);
    offset += table.length;
  }
  return Buffer.concat([directory, ...tables.map(([, table]) => table)]);
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Kettles</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;

const text = (y: number) => `BT /F 12 Tf 50 ${y} Td <00010002> Tj ET`;
const CONTENT = `/Artifact BMC 0 0 m 9 9 l S EMC
/H1 <</MCID 0>> BDC ${text(500)} EMC
/P <</MCID 1>> BDC ${text(480)} EMC
/Lbl <</MCID 2>> BDC ${text(460)} EMC
/LBody <</MCID 3>> BDC ${text(440)} EMC
/TH <</MCID 4>> BDC ${text(420)} EMC
/TD <</MCID 5>> BDC ${text(400)} EMC
/Figure <</MCID 6>> BDC /X Do EMC
/Link <</MCID 7>> BDC ${text(380)} EMC
%content%
`;

/** A PDF in which nothing is wrong; what stands between `%` is a place for more. */
export function samplePdf(): PdfObjects {
  return {
    1: `<</Type/Catalog/Pages 2 0 R/Lang(en)/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R
/Metadata 20 0 R/ViewerPreferences<</DisplayDocTitle true/Direction/L2R>>/Outlines 30 0 R%catalog%
>>`,
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R/Tabs/S
/Annots[40 0 R%annots%
]/Resources<</Font<</F 5 0 R%fonts%
>>/XObject<</X 50 0 R%xobjects%
>>>>>>`,
    4: CONTENT,
    5: `<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Kettle/Encoding/Identity-H/ToUnicode 9 0 R
/DescendantFonts[6 0 R]>>`,
    6: `<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Kettle/CIDToGIDMap/Identity/DW 0
/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[1[500 600]]/FontDescriptor 7 0 R>>`,
    7: "<</Type/FontDescriptor/FontName/ABCDEF+Kettle/Flags 4/FontFile2 8 0 R>>",
    8: packStream("", packFont([[3, 0]])),
    9: "1 beginbfchar <0001> <0041> endbfchar 1 beginbfrange <0002> <0003> <0042> endbfrange",
    10: `<</Type/StructTreeRoot/RoleMap<</Strong/Span%roles%
>>/K 11 0 R>>`,
    11: `<</S/Document/Pg 3 0 R/K[
<</S/H1/K 0>>
<</S/P/K 1>>
<</S/L/K[<</S/LI/K[<</S/Lbl/K 2>><</S/LBody/K 3>>]>>]>>
<</S/Table/K[<</S/TR/K[<</S/TH/A<</O/Table/Scope/Column>>/K 4>><</S/TD/K 5>>]>>]>>
<</S/Figure/Alt(A kettle)/K 6>>
<</S/P/K[<</S/Link/K[7 <</Type/OBJR/Obj 40 0 R>>]>>]>>
%elements%
]>>`,
    20: packStream("/Type/Metadata/Subtype/XML", XMP),
    30: "<</Type/Outlines/First 31 0 R/Count 1>>",
    31: "<</Title(B)/Dest[3 0 R/Fit]>>",
    40: `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(https://kettle.example/)%link%
/A<</S/URI/URI(https://kettle.example/)>>>>`,
    50: packStream("/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceRGB", "abcdef"),
  };
}

/** Takes the places for more away, and wraps what is content in streams. */
export function finishSample(objects: PdfObjects, trailer = ""): Uint8Array {
  const finished: PdfObjects = {};
  for (const [number, object] of Object.entries(objects)) {
    const isBody = number === "4" || number === "9";
    const clean = typeof object === "string" ? object.replace(/%[a-z]+%\n?/g, "\n") : object;
    finished[Number(number)] = isBody && typeof clean === "string" ? packStream("", clean) : clean;
  }
  return packPdf(finished, trailer);
}
