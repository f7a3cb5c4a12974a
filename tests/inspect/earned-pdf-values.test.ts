import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { packStream } from "./sample-pdf.ts";
import { add, CONTENT, type Kind, type Parts, pack, tell, testKinds } from "./small-pdf.ts";

const form = (dict: string, content = CONTENT): Parts => ({
  content: "/X Do",
  resources: "/XObject<</X 8 0 R>>",
  ...add(
    packStream(`/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>${dict}`, content),
  ),
});
const font = (entries: string, others: Parts["objects"] = {}) =>
  pack({ objects: { 5: `<</Type/Font${entries}>>`, ...others } });
const info = (entries: string) => pack({ trailer: `/Info<<${entries}>>` });
const replace = (from: string, to: string) =>
  Buffer.from(
    pack()
      .toString("latin1")
      .replace(from, () => to),
    "latin1",
  );

/** Each kind, with what has to be told, and files of it. */
const KINDS: readonly Kind[] = [
  [
    "values that are of another kind than their keys take",
    /^TEL705 .*(?:is expected|as a list|with \d+ numbers|as a dictionary|^TEL705 \/.* of .*)/,
    [
      pack({ page: "/Rotate(a secret)" }),
      pack({ page: "/CropBox[(a) (secret) 3 4]" }),
      pack({ page: "/CropBox[0 0 595 842 7 7]" }),
      pack({ page: "/Tabs/Secret" }),
      pack({ page: "/UserUnit[1]" }),
      pack({ page: "/StructParents 1.5" }),
      pack({ catalog: "/PageLayout(a secret)" }),
      pack({ catalog: "/ViewerPreferences<</HideMenubar(a secret)>>" }),
      pack({ catalog: "/MarkInfo<</Marked/Secret>>" }),
      pack({ catalog: "/Lang(a secret kept)" }),
      pack({ catalog: "/Version/Secret" }),
      pack({ resources: "/ProcSet[/PDF/Secret]" }),
      font("/Subtype/Type1/BaseFont/Helvetica/FirstChar(secret)"),
      font("/Subtype/Type1/BaseFont/Helvetica/Widths[500(secret)]"),
      font("/Subtype/Type1/BaseFont/Helvetica/Encoding/Secret"),
      font("/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/AliceSmith]>>"),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/Border[0 0 (secret)]>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/F(secret)>>]" }),
    ],
  ],
  [
    "types that contradict the place",
    /^TEL705 .*(?:is expected|of the kind|.Type of)/,
    [
      pack({ objects: { 2: "<</Type/Secret/Kids[3 0 R]/Count 1>>" } }),
      pack({ objects: { 2: "<</Type(secret)/Kids[3 0 R]/Count 1>>" } }),
      pack(form("/Type/Alice")),
      pack({ catalog: "/ViewerPreferences<</Type/Alice/HideMenubar true>>" }),
      pack({ page: "/Annots[<</Type/Alice/Subtype/Link/Rect[0 0 9 9]>>]" }),
      pack({ resources: "/ExtGState<</G<</Type/Alice/ca 1>>>>" }),
      pack({ page: "/Group<</Type/Alice/S/Transparency>>" }),
    ],
  ],
  [
    "fields of the information dictionary that are not known",
    /^TEL705 .*of Info/,
    [
      info("/Identifier(Alice Smith)"),
      info("/PrintDate(Alice Smith)"),
      info("/Kettle(Alice Smith)"),
      info("/Trapped/Alice"),
      info("/Title[1 2]"),
      info("/CreationDate(Alice)"),
      info("/Subject<</A(Alice)>>"),
    ],
  ],
  [
    "names with words in them",
    /^TEL705 .*(?:is expected|in the content of a page)/,
    [
      pack({ resources: "/XObject<</Alice_Smith_0612 8 0 R>>", ...add("null") }),
      pack({ resources: "/ExtGState<</AliceSmith<</ca 1>>>>" }),
      font("/Subtype/Type1/BaseFont/Alice_Smith_0612"),
      font("/Subtype/Type1/Name/AliceSmith/BaseFont/Helvetica"),
      pack(form("/Name/Alice_Smith")),
      pack({ catalog: "/Dests<</Alice_Smith[3 0 R/Fit]>>" }),
      pack({ catalog: "/StructTreeRoot<</Type/StructTreeRoot/RoleMap<</AliceSmith/P>>>>" }),
      pack({ catalog: "/StructTreeRoot<</Type/StructTreeRoot/K<</S/AliceSmith/Pg 3 0 R>>>>" }),
      pack({ catalog: "/StructTreeRoot<</Type/StructTreeRoot/K<</S/P/ID(Alice Smith)>>>>" }),
      pack({ content: `/Alice_Smith BMC ${CONTENT} EMC` }),
      pack({ content: `/Alice_Smith MP ${CONTENT}` }),
      pack({ trailer: "/ID[(Alice Smith 0612)(Alice Smith 0612)]" }),
      pack({ trailer: "/DocChecksum/AliceSmith" }),
    ],
  ],
  [
    "words beside the pages that no page shows",
    /^TEL(?:705 .*(?:on no page|is expected|the family|in .ToUnicode|in the content of a page)|952 )/,
    [
      info("/Subject(For Alice Smith)"),
      info("/Keywords(For Alice Smith)"),
      pack({ catalog: "/Outlines<</First 8 0 R>>", ...add("<</Title(Alice)/Dest[3 0 R/Fit]>>") }),
      pack({ catalog: "/PageLabels<</Nums[0<</P(For Alice)>>]>>" }),
      pack({ catalog: "/OCProperties<</OCGs[]/D<</Name(Alice)/Creator(Smith)>>>>" }),
      pack({ catalog: "/AF[<</Type/Filespec/F(Alice)/Desc(Smith)>>]" }),
      pack({ catalog: "/AcroForm<</Fields[]/DA(/AliceSmith 12 Tf)>>" }),
      pack({ catalog: "/StructTreeRoot<</K<</S/P/Pg 3 0 R/Lang(en-for-Alice)>>>>" }),
      pack({ catalog: "/StructTreeRoot<</K<</S/P/Pg 3 0 R/ID(alice-12)>>>>" }),
      pack({ catalog: "/StructTreeRoot<</K<</S/Table/A<</O/Table/Summary(Alice)>>>>>>" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/Contents(For Alice)>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/NM(alice-12)>>]" }),
      pack({ resources: "/ColorSpace<</C[/Indexed/DeviceRGB 4(For Alice Smith)]>>" }),
      font("/Subtype/Type1/BaseFont/Helvetica/FontDescriptor<</CharSet(/for/Alice)>>"),
      font(
        "/Subtype/Type1/BaseFont/Helvetica/FontDescriptor<</FontName/Helvetica/FontFamily(Alice)>>",
      ),
      font("/Subtype/Type1/BaseFont/Helvetica/FontDescriptor<</Style<</Panose(Alice Smith.)>>>>"),
      font("/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R", {
        8: packStream("", "/CMapName /Adobe-AliceSmith-12 def"),
      }),
      pack({
        trailer:
          "/ID[(Alice Smith\\200\\201\\202\\203\\204)(Alice Smith\\200\\201\\202\\203\\204)]",
      }),
    ],
  ],
  [
    "numbers, references and keys as no program writes them",
    /^TEL705 .*as no program writes/,
    [
      pack({ page: "/Rotate 0secret" }),
      pack({ page: "/UserUnit 1.00000000000065108105099101" }),
      pack({ page: "/UserUnit +-+-1" }),
      pack({ page: "/Rotate 0/Rotate(secret)/Rotate 0" }),
      pack({ page: "/Tabs(secret)/Tabs/S" }),
      pack({ trailer: "/ID[<30313233343536373839zzsecret>()]" }),
      replace("/Contents 4 0 R", "/Contents 4 6510 R"),
      replace("\n4 0 obj", "\n4 7 obj"),
      replace("65535 f", "06510 f"),
      replace("0000000000 65535 f", "1234567890 65535 f"),
    ],
  ],
  [
    "comments, and what stands unused in a content",
    /^TEL(?:705|802) .*in (?:the content of a page|page 1)/,
    [
      pack({ content: `% Alice Smith\n${CONTENT}` }),
      pack({ content: `${CONTENT} % Alice Smith` }),
      pack({ content: `${CONTENT} (Alice Smith)` }),
      pack({ content: `${CONTENT} 7 7 7` }),
      pack({ content: `BT /F 12 Tf 72 700 Td [(How) secret (to)] TJ ET` }),
      pack({ content: `/Span <</Lang (en) secret>> BDC ${CONTENT} EMC` }),
      pack({ content: `7 q ${CONTENT} Q` }),
      pack({ content: `1 0 0 1 cm ${CONTENT}` }),
      pack({ content: `0x416c w ${CONTENT}` }),
      pack({ content: `1.00000000000065108105099101 w ${CONTENT}` }),
      pack({ content: `q ${CONTENT} Q <4zz8> pop` }),
      pack({ content: `/Alice gs ${CONTENT}` }),
      pack({ content: `/Alice Do ${CONTENT}` }),
      pack({ content: `/Alice ri ${CONTENT}` }),
      pack({ content: `/Alice cs ${CONTENT}` }),
      pack({ content: `BI /W 1 /H 1 /BPC 8 /CS /Alice ID x EI ${CONTENT}` }),
      pack({ content: `BI /W (Alice) /H 1 /BPC 8 /CS /G ID x EI ${CONTENT}` }),
      pack({ content: `BI /W 1 /H 1 /BPC 8 /CS /G ID x Alice Smith EI ${CONTENT}` }),
    ],
  ],
  [
    "texts that are said of something else",
    /^TEL801 .*said/,
    [
      pack({ content: `/Span <</ActualText (Alice Smith)>> BDC ${CONTENT} EMC` }),
      pack({ content: `/Span <</ActualText <FEFF0041006C006900630065>>> BDC ${CONTENT} EMC` }),
      pack({ content: `/Span <</ActualText (Alice Smith)>> BDC EMC ${CONTENT}` }),
      pack({ content: `/Span <</Alt (Alice Smith)>> BDC ${CONTENT} EMC` }),
      pack({ content: `/Span <</E (Alice Smith)>> BDC ${CONTENT} EMC` }),
      pack({
        content: `/Span /P1 BDC ${CONTENT} EMC`,
        resources: "/Properties<</P1<</ActualText(Alice Smith)>>>>",
      }),
    ],
  ],
  [
    "bytes behind the end of what is packed",
    /^TEL705 .*(?:behind|between|of ObjStm)/,
    [
      pack({
        content: packStream(
          "/Filter/FlateDecode",
          Buffer.concat([deflateSync(CONTENT), Buffer.from("Alice Smith")]),
        ),
      }),
      pack({
        content: packStream(
          "/Filter/ASCIIHexDecode",
          `${Buffer.from(CONTENT).toString("hex")}> Alice`,
        ),
      }),
      pack({ content: packStream("/Filter/ASCII85Decode", "9jqo^~> Alice") }),
      pack({
        content: "q 9 0 0 9 90 90 cm /X Do Q",
        resources: "/XObject<</X 8 0 R>>",
        ...add(
          packStream(
            "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
            "xAlice Smith",
          ),
        ),
      }),
      pack({
        content: "q 9 0 0 9 90 90 cm /X Do Q",
        resources: "/XObject<</X 8 0 R>>",
        ...add(
          packStream(
            "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode",
            deflateSync("xAlice Smith"),
          ),
        ),
      }),
      pack(add(packStream("/Type/ObjStm/N 1/First 4", "9 0 \n7 Alice Smith"), "null")),
      pack(add(packStream("/Type/ObjStm/N 1/First 16", "9 0 Alice Smith 7"), "null")),
      pack(add(packStream("/Type/ObjStm/N 1/First 4/Alice(Smith)", "9 0 7"), "null")),
    ],
  ],
];

testKinds(KINDS);

const link = (entries: string) => `/Annots[<</Subtype/Link/Rect[0 0 9 9]${entries}>>]`;

/** What ordinary programs write is known. */
const ORDINARY: Readonly<Record<string, Uint8Array>> = {
  "an inline image": pack({ content: `BI /W 8 /H 1 /IM true /D [1 0] ID x EI ${CONTENT}` }),
  "an inline image that is packed": pack({
    content: Buffer.concat([
      packStream(
        "",
        Buffer.concat([
          Buffer.from(
            "q 9 0 0 9 90 90 cm BI /W 2 /H 2 /BPC 8 /CS /RGB /F /AHx ID 000000111111222222333333> EI Q\n",
          ),
          Buffer.from(CONTENT),
        ]),
      ),
    ]),
  }),
  "a link that says its text and its page": pack({
    page: link("/Border[0 0 0]/C[1 0 0]/Contents(How to boil (page 3))/Dest[3 0 R/Fit]"),
  }),
  "a link that says where it leads": pack({
    page: link(
      "/Border[0 0 0]/Contents(https://kettle.example/)/A<</S/URI/URI(https://kettle.example/)>>",
    ),
  }),
  "an ordinary outline and label": pack({
    catalog: "/PageLabels<</Nums[0<</P(12)>>]>>/Outlines<</First 8 0 R>>",
    ...add("<</Title(Boil water)/Dest[3 0 R/Fit]>>"),
  }),
  "a blank that is said to be one": pack({
    content: `BT /F 12 Tf 72 700 Td (How) Tj /Span <</ActualText <FEFF00A0>>> BDC ( ) Tj EMC (to) Tj ET`,
  }),
  "a ligature that is said in letters": pack({
    content: `BT /F 12 Tf 72 700 Td /Span <</ActualText (fi)>> BDC (fi) Tj EMC ET`,
  }),
};

for (const [what, file] of Object.entries(ORDINARY))
  test(`a PDF is called searched: ${what}`, () => {
    assert.deepEqual(tell(file), []);
  });
