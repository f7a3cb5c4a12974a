import { finishSample, type PdfObjects, packFont, packStream, samplePdf } from "./sample-pdf.ts";

/** A way to damage the sample, and what our rules must say of it: exactly these conditions. */
export interface PdfDamage {
  readonly name: string;
  readonly conditions: readonly string[];
  readonly file: Uint8Array;
}

/** Gives back what is to be added to the trailer. */
type Change = (objects: PdfObjects) => string | undefined;

/** Replaces a text that must be there. */
function swap(number: number, from: string, to: string): Change {
  return (objects) => {
    const text = Buffer.from(objects[number] ?? "").toString("latin1");
    if (!text.includes(from)) throw new Error(`${number} lacks ${from}`);
    const changed = text.replace(from, () => to);
    objects[number] =
      typeof objects[number] === "string" ? changed : Buffer.from(changed, "latin1");
    return undefined;
  };
}

const put =
  (number: number, object: string | Uint8Array): Change =>
  (objects) => {
    objects[number] = object;
    return undefined;
  };
const all =
  (...changes: readonly Change[]): Change =>
  (objects) =>
    changes.map((change) => change(objects)).join("");
const trail =
  (text: string): Change =>
  () =>
    text;

const catalog = (text: string) => swap(1, "%catalog%", text);
const content = (text: string) => swap(4, "%content%", text);
const element = (text: string) => swap(11, "%elements%", text);
const role = (text: string) => swap(10, "%roles%", text);
const annot = (text: string) => swap(3, "%annots%", text);
const link = (text: string) => swap(40, "%link%", text);
/** The language goes; each thing that then lacks one is told. */
const mute = swap(1, "/Lang(en)", "");
const MUTED = ["11-001", "11-002", "11-003", "11-004", "11-006"];
/** A simple font beside the other, in a paragraph of its own. */
const simple = (dict: string, flags: number, maps: readonly (readonly [number, number])[]) =>
  all(
    swap(3, "%fonts%", "/G 60 0 R"),
    put(
      60,
      `<</Type/Font/BaseFont/Spout/FirstChar 65/LastChar 65/Widths[500]/FontDescriptor 61 0 R${dict}>>`,
    ),
    put(61, `<</Type/FontDescriptor/FontName/Spout/Flags ${flags}/FontFile2 62 0 R>>`),
    put(62, packStream("", packFont(maps))),
    content("/P <</MCID 9>> BDC BT /G 9 Tf (A) Tj ET EMC"),
    element("<</S/P/K 9>>"),
  );
const trueType = (encoding: string, flags: number, maps: readonly (readonly [number, number])[]) =>
  simple(`/Subtype/TrueType/ToUnicode 9 0 R${encoding}`, flags, maps);
const WITH_A = put(
  9,
  "2 beginbfchar <0001> <0041> <41> <0041> endbfchar 1 beginbfchar <0002> <0042> endbfchar",
);
const win = "/Encoding/WinAnsiEncoding";
/** A table of codes of its own. */
const codes = (dict: string, body: string) =>
  all(
    swap(5, "/Encoding/Identity-H", "/Encoding 60 0 R"),
    put(
      60,
      packStream(
        `/Type/CMap/CMapName/Own${dict}`,
        `${body} 1 begincodespacerange <0000> <ffff> endcodespacerange`,
      ),
    ),
  );
const OWN = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
const FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>";
const layers = (first: string, others = "") =>
  catalog(`/OCProperties<</OCGs[]/D<<${first}>>/Configs[${others}]>>`);
const media = (clip: string) =>
  catalog(`/OpenAction<</S/Rendition/R<</S/MR/C<</S/MCD${clip}>>>>>>`);
const note = (id: string) => `<</S/Note${id}>>`;
const lock = (entries: string) => trail(`/Encrypt<</Filter/Standard/V 1/R 2${entries}>>`);
const bare = (objects: PdfObjects) => {
  objects[10] = "<<>>";
  return undefined;
};

const CHANGES: readonly (readonly [name: string, conditions: string, change: Change])[] = [
  ["the sample itself", "", () => undefined],
  [
    "an artifact within a paragraph",
    "01-003",
    all(content("/P <</MCID 9>> BDC /Artifact BMC EMC EMC"), element("<</S/P/K 9>>")),
  ],
  ["a paragraph within an artifact", "01-004", content("/Artifact BMC /P <</MCID 1>> BDC EMC EMC")],
  ["text without tag", "01-005", content("BT /F 9 Tf <0001> Tj ET")],
  ["a line without tag", "01-005", content("0 0 m 9 9 l S")],
  ["an inline image without tag", "01-005", content("BI /W 1 /H 1 ID \u00E4EI BT) EI q Q")],
  ["a mark that no tag knows", "01-005", content("/P <</MCID 77>> BDC 0 0 9 9 re f EMC")],
  ["doubtful tags", "01-007", swap(1, "/Marked true", "/Marked true/Suspects true")],
  ["a type that is mapped to nothing", "02-001", element("<</S/Kettle>>")],
  [
    "a type that is mapped to no type",
    "02-001",
    all(role("/Kettle/Pot"), element("<</S/Kettle>>")),
  ],
  ["types in a circle", "02-003", all(role("/A/B/B/A"), element("<</S/A>>"))],
  ["a standard type mapped away", "02-004", role("/H1/P")],
  ["a level seven mapped", "", role("/H7/P")],
  ["no packet", "06-001", swap(1, "/Metadata 20 0 R", "")],
  ["a packet that is no XML", "06-001", put(20, packStream("", "<a"))],
  ["no claim", "06-002", swap(20, "pdfuaid:part>1</pdfuaid:part", "pdfuaid:amd>1</pdfuaid:amd")],
  ["no title", "06-003", swap(20, "Kettles", "       ")],
  ["no word on the window", "07-001", swap(1, "/DisplayDocTitle true", "")],
  ["the window shows the name", "07-002", swap(1, "DisplayDocTitle true", "DisplayDocTitle false")],
  ["a cell without row", "09-004", element("<</S/Table/K[<</S/TD>>]>>")],
  [
    "a paragraph in a row",
    "09-004 PDF009",
    swap(11, "<</S/TH/A", "<</S/P>>]>><</S/TR/K[<</S/TH/A"),
  ],
  [
    "a caption in the middle of a table",
    "09-004",
    element("<</S/Table/K[<</S/TR>><</S/Caption>><</S/TR>>]>>"),
  ],
  ["two captions of a table", "09-004", element("<</S/Table/K[<</S/Caption>><</S/Caption>>]>>")],
  [
    "two heads of a table",
    "09-004",
    element("<</S/Table/K[<</S/THead>><</S/THead>><</S/TBody>>]>>"),
  ],
  [
    "two feet of a table",
    "09-004",
    element("<</S/Table/K[<</S/TBody>><</S/TFoot>><</S/TFoot>>]>>"),
  ],
  ["a head without body", "09-004", element("<</S/Table/K[<</S/THead>>]>>")],
  ["a foot without body", "09-004", element("<</S/Table/K[<</S/TFoot>>]>>")],
  [
    "a table with all its parts",
    "",
    element("<</S/Table/K[<</S/Caption>><</S/THead>><</S/TBody>>]>>"),
  ],
  ["a caption below a list", "09-005", element("<</S/L/K[<</S/LI>><</S/Caption>>]>>")],
  ["a caption below contents", "09-006", element("<</S/TOC/K[<</S/TOCI>><</S/Caption>>]>>")],
  ["a paragraph in a language that is none", "11-001", element("<</S/P/Lang(e n)>>")],
  ["an item without list", "09-005", element("<</S/LI/K[<</S/LBody>>]>>")],
  ["a link in an item", "09-005", swap(11, "<</S/Lbl/K 2>>", "<</S/Lbl/K 2>><</S/Link>>")],
  ["text right in an item", "09-005", swap(11, "<</S/LBody/K 3>>", "3")],
  ["an entry without contents", "09-006", element("<</S/TOCI>>")],
  ["a heading in contents", "09-006", element("<</S/TOC/K[<</S/Div>>]>>")],
  ["a gloss without ruby", "09-007", element("<</S/RT>>")],
  ["a gloss without warichu", "09-008", element("<</S/WP>>")],
  ["a glyph without text", "10-001", swap(9, "<0002> <0003> <0042>", "<0005> <0006> <0042>")],
  ["no language", MUTED.join(" "), mute],
  ["a language that is none", MUTED.join(" "), swap(1, "/Lang(en)", "/Lang(-)")],
  [
    "a language on the tags",
    "11-003 11-006",
    all(mute, swap(11, "/S/Document", "/S/Document/Lang(en)")),
  ],
  [
    "a field in no language",
    [...MUTED, "11-005", "28-010"].join(" "),
    all(mute, annot("<</Subtype/Widget/FT/Tx/TU(Name)>>")),
  ],
  ["a figure without words", "13-004", swap(11, "/Alt(A kettle)", "/Alt( )")],
  ["no first heading", "14-002", swap(11, "<</S/H1/K 0>>", "<</S/H2/K 0>>")],
  ["a level skipped", "14-003", all(element("<</S/H3/K 9>>"), content("/H3 <</MCID 9>> BDC EMC"))],
  ["two plain headings", "14-006 14-007", element("<</S/Sect/K[<</S/H>><</S/H>>]>>")],
  ["a plain heading", "14-007", element("<</S/H>>")],
  ["a head of nothing", "15-003", swap(11, "/Scope/Column", "")],
  [
    "a table that uses Headers",
    "",
    all(
      swap(11, "/Scope/Column", ""),
      swap(11, "<</S/TD/K 5", "<</S/TD/A<</O/Table/Headers[(a)]>>/K 5"),
    ),
  ],
  [
    "rows of two lengths",
    "PDF009",
    swap(11, "<</S/TD/K 5>>", "<</S/TD/K 5>>]>><</S/TR/K[<</S/TD>>"),
  ],
  [
    "rows with spans",
    "",
    swap(11, "<</S/TD/K 5>>", "<</S/TD/K 5/A<</O/Table/RowSpan 2>>>>]>><</S/TR/K[<</S/TD>>"),
  ],
  ["a formula without words", "17-002", element("<</S/Formula>>")],
  ["a note without ID", "19-003", element(note(""))],
  ["notes of one ID", "19-004", element(note("/ID(a)") + note("/ID(a)"))],
  ["layers without name", "20-002", layers("")],
  ["more layers without name", "20-001", layers("/Name(a)", "<<>>")],
  ["layers that switch", "20-003", layers("/Name(a)/AS[]")],
  [
    "a file without name",
    "21-001",
    catalog("/Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 50 0 R>>>>]>>>>"),
  ],
  [
    "a dynamic form",
    "25-001",
    all(
      catalog("/AcroForm<</XFA[(config) 60 0 R]>>"),
      put(60, packStream("", "<a><dynamicRender>required</dynamicRender></a>")),
    ),
  ],
  ["a lock without word", "26-001 PDF004", lock("")],
  ["a lock for screen readers", "26-002 PDF004", lock("/P -556")],
  ["a lock", "PDF004", lock("/P -44")],
  ["a remark without tag", "28-002", annot("<</Subtype/Text/Contents(a)>>")],
  ["a remark without words", "28-002 28-004", annot("<</Subtype/Text>>")],
  ["a hidden remark", "", annot("<</Subtype/Text/F 2>>")],
  [
    "a remark in its tag",
    "",
    all(
      annot(" 60 0 R"),
      put(60, "<</Subtype/Text>>"),
      element("<</S/Annot/Alt(a)/K<</Type/OBJR/Obj 60 0 R>>>>"),
    ),
  ],
  ["a field without words", "28-005 28-010", annot("<</Subtype/Widget/FT/Tx>>")],
  [
    "a field named above",
    "28-010",
    all(annot("<</Subtype/Widget/Parent 60 0 R>>"), put(60, "<</TU(Name)>>")),
  ],
  ["a remark of unknown kind", "28-002 28-006", annot("<</Subtype/Kettle>>")],
  ["a trap network", "28-007", annot("<</Subtype/TrapNet>>")],
  ["no order for Tab", "28-008", swap(3, "/Tabs/S", "")],
  ["another order for Tab", "28-009", swap(3, "/Tabs/S", "/Tabs/R")],
  ["a link without tag", "28-011", swap(11, "<</Type/OBJR/Obj 40 0 R>>", "")],
  ["a link without words", "28-012", swap(40, "/Contents(https://kettle.example/)", "")],
  ["a clip of no kind", "28-014", media("/Alt[()(a)]")],
  ["a clip without words", "28-015", media("/CT(audio/mp3)")],
  [
    "a file on the page",
    "28-016",
    all(
      annot(" 60 0 R"),
      put(60, "<</Subtype/FileAttachment/Contents(a)/FS<</F(a)>>>>"),
      element("<</S/Annot/K<</Type/OBJR/Obj 60 0 R>>>>"),
    ),
  ],
  [
    "a printer's mark in a tag",
    "28-017",
    all(
      annot(" 60 0 R"),
      put(60, "<</Subtype/PrinterMark>>"),
      element("<</S/P/K<</Type/OBJR/Obj 60 0 R>>>>"),
    ),
  ],
  ["a page of another file", "30-001", put(60, packStream(`${FORM}/Ref<</F(a.pdf)/Page 0>>`, ""))],
  [
    "a tagged form, twice",
    "30-002",
    all(
      swap(3, "%xobjects%", "/Y 60 0 R"),
      put(60, packStream(FORM, `/P <</MCID 0>> BDC BT /F 9 Tf <0001> Tj ET EMC`)),
      content("/Y Do /Y Do"),
      element("<</S/P/K<</Type/MCR/Stm 60 0 R/MCID 0>>>>"),
    ),
  ],
  [
    "a plain form, twice",
    "",
    all(
      swap(3, "%xobjects%", "/Y 60 0 R"),
      put(60, packStream(FORM, "BT /F 9 Tf <0001> Tj ET")),
      content("/P <</MCID 9>> BDC /Y Do /Y Do EMC"),
      element("<</S/P/K 9>>"),
    ),
  ],
  [
    "a form that draws itself",
    "01-005",
    all(
      swap(3, "%xobjects%", "/Y 60 0 R"),
      put(60, packStream("/Subtype/Form/Resources<</XObject<</Y 60 0 R>>>>", "/Y Do 0 0 9 9 re f")),
      content("/Y Do"),
    ),
  ],
  [
    "another registry",
    "31-001",
    codes("/CIDSystemInfo<</Registry(Kettle)/Ordering(Identity)>>", ""),
  ],
  ["another ordering", "31-002", codes("/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)>>", "")],
  [
    "an older font",
    "31-003",
    codes("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 4>>", ""),
  ],
  ["a table of codes of its own", "", codes(OWN, "")],
  ["a wrong map of glyphs", "31-004", swap(6, "/CIDToGIDMap/Identity", "/CIDToGIDMap/Kettle")],
  ["no map of glyphs", "31-005", swap(6, "/CIDToGIDMap/Identity", "")],
  ["an unknown table of codes", "31-006", swap(5, "/Encoding/Identity-H", "/Encoding/Kettle-H")],
  ["a table of two directions", "31-007", codes(OWN, "/WMode 1 def")],
  ["a table on an unknown one", "31-008", codes(OWN, "/Kettle usecmap")],
  ["a font that is not there", "31-009", swap(7, "/FontFile2 8 0 R", "")],
  [
    "unseen text in a font that is not there",
    "",
    all(
      swap(3, "%fonts%", "/G 60 0 R"),
      put(60, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"),
      content("/P <</MCID 9>> BDC BT 3 Tr /G 9 Tf (a) Tj ET EMC"),
      element("<</S/P/K 9>>"),
    ),
  ],
  [
    "a glyph that is not there",
    "31-011",
    all(
      swap(9, "<0003>", "<0009>"),
      content("/P <</MCID 9>> BDC BT /F 9 Tf <0004> Tj ET EMC"),
      element("<</S/P/K 9>>"),
    ),
  ],
  ["another width", "31-016", swap(6, "[500 600]", "[500 700]")],
  ["a font without tables", "31-017", all(trueType(win, 32, []), WITH_A)],
  ["a font without encoding", "31-019", all(trueType("", 32, [[3, 1]]), WITH_A)],
  [
    "an encoding without base",
    "31-020",
    all(trueType("/Encoding<</Differences[65/B]>>", 32, [[3, 1]]), WITH_A),
  ],
  ["another encoding", "31-021", all(trueType("/Encoding/StandardEncoding", 32, [[3, 1]]), WITH_A)],
  [
    "differences without Unicode",
    "31-023",
    all(
      trueType("/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/B]>>", 32, [[1, 0]]),
      WITH_A,
    ),
  ],
  ["a symbol font with encoding", "31-024", all(trueType(win, 4, [[3, 0]]), WITH_A)],
  ["a symbol font without tables", "31-025", all(trueType("", 4, []), WITH_A)],
  [
    "a symbol font of many tables",
    "31-026",
    all(
      trueType("", 4, [
        [1, 0],
        [3, 1],
      ]),
      WITH_A,
    ),
  ],
  ["a good simple font", "", all(trueType(win, 32, [[3, 1]]), WITH_A)],
  ["a font that says no text", "31-027", swap(5, "/ToUnicode 9 0 R", "")],
  [
    "a glyph without text in a span that says it",
    "10-001",
    all(
      swap(9, "<0002> <0003>", "<0003> <0004>"),
      ...Array.from({ length: 7 }, () => swap(4, "<00010002>", "<0001>")),
      content("/Span <</ActualText(B)>> BDC /P <</MCID 9>> BDC BT /F 9 Tf <0002> Tj ET EMC EMC"),
      element("<</S/P/K 9>>"),
    ),
  ],
  ["text U+0000", "31-028", swap(9, "<0001> <0041>", "<0001> <0000>")],
  [
    "text U+0000 in a span that says another",
    "31-028",
    all(
      swap(9, "<0001> <0041>", "<0001> <0041> <0002> <0000>"),
      swap(9, "<0002> <0003> <0042>", "<0003> <0004> <0042>"),
      ...Array.from({ length: 7 }, () => swap(4, "<00010002>", "<0001>")),
      content("/Span <</ActualText(B)>> BDC /P <</MCID 9>> BDC BT /F 9 Tf <0002> Tj ET EMC EMC"),
      element("<</S/P/K 9>>"),
    ),
  ],
  ["text U+FEFF", "31-029", swap(9, "<0001> <0041>", "<0001> <FEFF>")],
  [
    "the box for a missing character",
    "31-030",
    all(
      swap(9, "<0001> <0041>", "<0001> <0041> <0000> <0043>"),
      content("/P <</MCID 9>> BDC BT /F 9 Tf <0000> Tj ET EMC"),
      element("<</S/P/K 9>>"),
    ),
  ],
  ["no tags at all", "PDF010", all(bare, swap(11, "/S/Document", ""))],
  ["tags that are not meant", "PDF010", swap(1, "/Marked true", "")],
  ["a script", "PDF005", catalog("/OpenAction<</S/JavaScript/JS(app.beep\\(\\))>>")],
  ["a program that is started", "PDF005", link("/AA<</E<</S/Launch/F(a.exe)>>>>")],
  ["a film", "28-002 PDF005", annot("<</Subtype/RichMedia/Contents(a)>>")],
  [
    "a form that is sent",
    "PDF006",
    link("/AA<</E<</S/SubmitForm/F<</FS/URL/F(https://a.example)>>>>>>"),
  ],
  [
    "an address that opens itself",
    "PDF006",
    catalog("/OpenAction<</S/URI/URI(https://a.example)>>"),
  ],
  [
    "a folder of its maker",
    "PDF007",
    swap(40, "/URI(https://kettle.example/)", "/URI(file:///home/mina/a.html)"),
  ],
  [
    "a link to another file",
    "PDF007",
    swap(40, "/S/URI/URI(https://kettle.example/)", "/S/GoToR/F(a.pdf)"),
  ],
  [
    "a link to nowhere",
    "PDF008",
    swap(40, "/A<</S/URI/URI(https://kettle.example/)>>", "/Dest(b)"),
  ],
  [
    "a link to a name",
    "",
    all(
      swap(40, "/A<</S/URI/URI(https://kettle.example/)>>", "/Dest/b"),
      catalog("/Dests<</b[3 0 R/Fit]>>"),
    ),
  ],
  ["no page", "PDF001", put(2, "<</Type/Pages/Kids[]>>")],
];

/** Each with its file. Conditions are sorted. */
export function damagePdfs(): readonly PdfDamage[] {
  return CHANGES.map(([name, conditions, change]) => {
    const objects = samplePdf();
    const trailer = change(objects) ?? "";
    return {
      name,
      conditions: conditions.split(" ").filter((one) => one !== ""),
      file: finishSample(objects, trailer),
    };
  });
}
