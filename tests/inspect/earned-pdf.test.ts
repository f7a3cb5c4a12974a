import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { packStream } from "./sample-pdf.ts";
import { add, CONTENT, type Kind, pack, tell, testKinds } from "./small-pdf.ts";

const deep = (levels: number, inner: string) => "[".repeat(levels) + inner + "]".repeat(levels);
const script = "<</S/JavaScript/JS(app.alert(1))>>";
const replace = (file: Buffer, from: string, to: string) =>
  Buffer.from(
    file.toString("latin1").replace(from, () => to),
    "latin1",
  );
/** A second state: the page's content again, with a table that leads to the first. */
function update(file: Buffer, objects: string, entries: string, end = "\n%%EOF\n"): Buffer {
  const source = file.toString("latin1");
  const first = /startxref\n(\d+)/.exec(source)?.[1];
  const at = source.length + objects.length;
  const table = `xref\n${entries}trailer\n<</Size 10/Root 1 0 R/Prev ${first}>>\nstartxref\n${at}${end}`;
  return Buffer.from(source + objects + table, "latin1");
}
const NEW = `4 0 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n`;
const entry = (at: number) => `${String(at).padStart(10, "0")} 00000 n \n`;
const length = pack().length;

const picture = {
  resources: "/XObject<</X 8 0 R>>",
  ...add(
    packStream(
      "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
      "x",
    ),
  ),
};
const form = (content: string, box = "/BBox[0 0 595 842]") => ({
  resources: "/XObject<</X 8 0 R>>",
  ...add(packStream(`/Type/XObject/Subtype/Form${box}/Resources<</Font<</F 5 0 R>>>>`, content)),
});
const layer = (shown: string, others = "", object = "<</Type/OCG/Name(a)>>") =>
  pack({
    catalog: `/OCProperties<</OCGs[8 0 R 9 0 R]/D<<${shown}>>${others}>>`,
    resources: "/Properties<</L 8 0 R>>",
    content: `/OC /L BDC ${CONTENT} EMC`,
    ...add(object, "<</Type/OCG/Name(b)>>"),
  });
const link = (action: string) =>
  pack({ page: `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<<${action}>>>>]` });

/** Each kind, with what has to be told, and files of it. */
const KINDS: readonly Kind[] = [
  [
    "keys, kinds and actions that are not known",
    /^TEL705 .*(?:kettle|Hide|Sound|Ping|SetOCGState|Steep|Trap|URI of Catalog|Templates|Next|AA|Requirements)/i,
    [
      pack({ catalog: "/Kettle<</JS(x)>>" }),
      pack({ page: "/Kettle 7" }),
      pack({ catalog: "/URI<</Base(http://evil.example/)>>" }),
      pack({ catalog: "/Names<</Templates<</Names[(a) 3 0 R]>>>>" }),
      pack({ catalog: "/Requirements[<</S/EnableJavaScripts>>]" }),
      pack({ page: "/AA<</O<</S/GoTo/D[3 0 R/Fit]>>>>" }),
      pack({ page: "/Annots[<</Type/Annot/Subtype/Kettle/Rect[0 0 9 9]>>]" }),
      pack({ page: "/Annots[<</Type/Annot/Subtype/TrapNet/Rect[0 0 9 9]>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Hide/T(a)>>>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Steep>>>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/SetOCGState/State[]>>>>]" }),
      pack({
        page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D[3 0 R/Fit]/Next<</S/Named/N/NextPage>>>>>>]",
      }),
      pack({ resources: "/XObject<</X 8 0 R>>", ...add(packStream("/Subtype/Kettle", "x")) }),
    ],
  ],
  [
    "objects that are nested too deeply, or cannot be parsed",
    /^TEL705 .*(?:nested deeper|cannot be read|too large)/,
    [
      pack({ catalog: "/OpenAction 8 0 R", ...add(`<</S/GoTo/D${deep(200, script)}>>`) }),
      pack({ page: "/Annots 8 0 R", ...add(deep(120, "<</Subtype/Link>>")) }),
      pack({
        catalog: "/Outlines 8 0 R",
        ...add(`${"<</First".repeat(150)} null${">>".repeat(150)}`),
      }),
      pack({ catalog: "/OpenAction 8 0 R", ...add("<</S/JavaScript/JS(a)/X}>>") }),
      pack({ page: `/Annots[8 0 R]`, ...add("<</Subtype/Link /A <</S/URI/URI(x >>") }),
      pack({ catalog: "/Lang 8 0 R", ...add(`/${"#41".repeat(5000)}`) }),
    ],
  ],
  [
    "streams that cannot be unpacked, or hold programs of their own",
    /^TEL705 .*(?:packed in an unknown way|is damaged|packed too often|`kettle|`run`|unknown kind|the table KETL)/,
    [
      pack({ content: packStream("/Filter/KettleDecode", "x") }),
      pack({ content: packStream("/Filter/Crypt", "x") }),
      pack({ content: packStream("/Filter/FlateDecode", "no such data") }),
      pack({ content: packStream("/Filter 7", "x") }),
      pack({ content: packStream(`/Filter[${"/ASCIIHexDecode".repeat(9)}]`, "78>") }),
      pack({
        resources: "/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Function 8 0 R>>>>",
        ...add(packStream("/FunctionType 4/Domain[0 1]/Range[0 1]", "{ kettle }")),
      }),
      pack({
        ...add(packStream("", "(a) run")),
        objects: {
          5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>",
          8: packStream("", "(a) run"),
        },
      }),
      pack({
        objects: {
          5: "<</Type/Font/Subtype/TrueType/BaseFont/K/FontDescriptor<</FontFile2 8 0 R>>>>",
          8: packStream("", "MZ no font"),
        },
      }),
      pack({
        objects: {
          5: "<</Type/Font/Subtype/TrueType/BaseFont/K/FontDescriptor<</FontFile2 8 0 R>>>>",
          8: packStream("", `\0\x01\0\0\0\x01${"\0".repeat(6)}KETL${"\0".repeat(12)}`),
        },
      }),
    ],
  ],
  [
    "objects that nothing refers to",
    /^TEL705 .*(?:nothing refers to|no table lists)/,
    [
      pack(add(packStream("", "BT (a secret) Tj ET"))),
      pack(add("<</Type/Page/Parent 2 0 R/Contents 4 0 R>>")),
      pack(add("(Mina Kettle)")),
      pack(add("[8 0 R]")),
      replace(pack(), "\nxref", "\n9 0 obj\n(a secret)\nendobj\nxref"),
      replace(pack(), "endobj\n2 0", "endobj 77 0 obj <</A(b)>> endobj\n2 0"),
    ],
  ],
  [
    "earlier states",
    /^TEL803 /,
    [
      update(pack(), NEW, `4 1\n${entry(length)}`),
      update(pack(), NEW, `4 1\n${entry(length)}`, "\n"),
      update(pack(), NEW, `4 1\n${entry(length)}`, "\n%%EO"),
      update(pack(), NEW, "8 1\n0000000000 00000 f \n"),
      update(pack(add("(a secret)")), "", "8 1\n0000000000 00001 f \n"),
      replace(pack(), "\nxref", `\n${NEW}xref`),
      Buffer.concat([pack(), Buffer.from("startxref\n9\n%%EOF\n")]),
    ],
  ],
  [
    "bytes between the objects",
    /^TEL(?:709|802) .*(?:kept|secret)/,
    [
      replace(pack(), "endobj\n3", "endobj\nkept by mina\n3"),
      replace(pack(), "endobj\n3", "endobj % a secret\n3"),
      replace(pack(), "/Type/Pages", "/Type % a secret\n/Pages"),
      replace(pack(), "trailer\n", "trailer % a secret\n"),
      replace(pack(), "startxref", "secret\nstartxref"),
      replace(pack(), "%\u00e2\u00e3", "% secret\n%\u00e2\u00e3"),
    ],
  ],
  [
    "files that cannot be read, or that do not begin as they should",
    /^TEL705 .*(?:cannot be read|without `%PDF-`|damaged table)/,
    [
      Buffer.from("%PDF-1.7\nnothing\n%%EOF\n"),
      Buffer.from("%PDF-1.4"),
      pack().subarray(9),
      Buffer.concat([Buffer.alloc(4000, " "), pack()]),
      pack().subarray(0, length - 60),
      replace(pack(), "/Kids[3 0 R]", "/Kids[]"),
    ],
  ],
  [
    "operators and operands that are not known",
    /^TEL705 .* in the content of a page/,
    [
      pack({ content: `${CONTENT} kettle` }),
      pack({ content: `(a secret) 0 g ${CONTENT}` }),
      pack({ content: `[(a secret)] 0 d ${CONTENT}` }),
      pack({ content: `/Span <</Kettle (a secret)>> BDC ${CONTENT} EMC` }),
      pack({ content: `${CONTENT} } {` }),
      pack({ content: "BI /W 1 /H 1 /F /DCT ID x EI" }),
      pack({
        content: `/G gs ${CONTENT}`,
        resources: "/ExtGState<</G<</SMask<</S/Luminosity/G 8 0 R>>>>>>",
        ...add(packStream("/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency>>", "")),
      }),
      pack({ content: "BI /W 1 /H 1 /Kettle (a secret) ID x EI" }),
    ],
  ],
  [
    "text that is covered",
    /^TEL801 \d+ characters covered in page 1/,
    [
      pack({ content: `${CONTENT} 70 690 200 30 re f` }),
      pack({ content: `${CONTENT} 1 g 110 690 60 30 re f` }),
      pack({ content: `${CONTENT} q 200 0 0 30 70 690 cm /X Do Q`, ...picture }),
      pack({ content: `${CONTENT} 60 690 m 300 690 l 300 720 l 60 720 l h 1 0 0 rg b*` }),
      pack({ content: `${CONTENT} 20 w 60 704 m 300 704 l S` }),
      pack({ content: `q 1 0 0 1 9 9 cm ${CONTENT} Q /X Do`, ...form("0 0 595 842 re f") }),
      pack({
        content: CONTENT,
        page: "/Annots[<</Type/Annot/Subtype/Square/Rect[60 690 300 720]/IC[0 0 0]/F 4>>]",
      }),
      pack({
        content: CONTENT,
        page: "/Annots[<</Type/Annot/Subtype/Stamp/Rect[60 690 300 720]/AP<</N 8 0 R>>>>]",
        ...add(packStream("/Subtype/Form/BBox[0 0 9 9]", "0 0 9 9 re f")),
      }),
    ],
  ],
  [
    "text that is drawn, and not seen",
    /^TEL801 \d+ characters (?:in the colour|drawn without|cut off|smaller|outside)/,
    [
      pack({ content: `0.97 g ${CONTENT}` }),
      pack({ content: `0 0 0 rg 0 0 595 842 re f 0.02 g ${CONTENT}` }),
      pack({ content: `/DeviceCMYK cs 0 0 0 0.01 sc ${CONTENT}` }),
      pack({
        content: `/S cs 0 scn ${CONTENT}`,
        resources: "/ColorSpace<</S[/Separation/All/DeviceGray 8 0 R]>>",
        ...add("<</FunctionType 2/Domain[0 1]/N 1>>"),
      }),
      pack({ content: `1 Tr 1 G ${CONTENT}` }),
      pack({ content: `7 Tr ${CONTENT}` }),
      pack({ content: `/G gs ${CONTENT}`, resources: "/ExtGState<</G<</ca 0.01>>>>" }),
      pack({ content: `0 0 20 20 re W n ${CONTENT}` }),
      pack({ content: `0 0 m 9 0 l 9 9 l h W* n ${CONTENT}` }),
      pack({ content: "/X Do", ...form(CONTENT, "/BBox[0 0 20 20]") }),
      pack({ content: `0.01 0 0 0.01 0 0 cm ${CONTENT}` }),
      pack({ content: CONTENT, page: "/CropBox[0 0 90 90]" }),
    ],
  ],
  [
    "layers that are not plainly on",
    /^TEL804 /,
    [
      layer("/OFF[8 0 R]"),
      layer("/BaseState/OFF"),
      layer("/BaseState/Unchanged"),
      layer("/AS[<</Event/View/OCGs[8 0 R]/Category[/View]>>]"),
      layer("/Intent/Design"),
      layer("", "/Configs[<</OFF[8 0 R]>>]"),
      layer("", "", "<</Type/OCG/Name(a)/Usage<</View<</ViewState/OFF>>>>>>"),
      layer("", "", "<</Type/OCG/Name(a)/Intent/Design>>"),
      layer("", "", "<</Type/OCMD/OCGs[9 0 R]/P/AllOff>>"),
      layer("", "", "<</Type/OCMD/OCGs[9 0 R]/P/AnyOff>>"),
      layer("", "", "<</Type/OCMD/VE[/Not 9 0 R]>>"),
    ],
  ],
  [
    "pages and remarks that are there, and not shown",
    /^TEL(?:705|808) .*(?:tree of pages|the file says|Templates|not shown|no page shows|nothing refers)/,
    [
      pack({
        catalog: "/Dests<</a[8 0 R/Fit]>>",
        ...add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
      }),
      pack({ ...add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>") }),
      pack({ objects: { 2: "<</Type/Pages/Kids[3 0 R]/Count 2>>" } }),
      pack({ objects: { 2: "<</Type/Pages/Kids[3 0 R]/Count 0>>" } }),
      pack({ catalog: "/Names<</Templates<</Names[(a) 8 0 R]>>>>", ...add("<</Type/Page>>") }),
      pack({ page: "/Annots[<</Subtype/Text/F 2/Rect[0 0 9 9]/Contents(a)>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/F 32/Rect[0 0 9 9]>>]" }),
      pack({ page: "/Annots[<</Subtype/FreeText/F 36/Rect[0 0 9 9]/Contents(a)>>]" }),
      pack({ content: CONTENT, ...picture }),
      pack({ content: CONTENT, ...form("BT /F 9 Tf (a secret) Tj ET") }),
    ],
  ],
  [
    "addresses and actions",
    /^TEL(?:301|203|705) .*(?:script:|file:|data:|kettle:|without a scheme|opened|viewer)/i,
    [
      link("/S/URI/URI(javascript:alert\\(1\\))"),
      link("/S/URI/URI( Java\tScript:alert\\(1\\))"),
      link("/S/URI/URI(file:///home/mina/a.html)"),
      link("/S/URI/URI(data:text/html,a)"),
      link("/S/URI/URI(kettle:tea)"),
      link("/S/URI/URI(chapter2.html)"),
      link("/S/Named/N/Print"),
      link("/S/Named/N/SaveAs"),
      pack({ catalog: "/OpenAction<</S/Named/N/Print>>" }),
      pack({ catalog: "/OpenAction<</S/URI/URI(https://tea.example/)>>" }),
    ],
  ],
];

testKinds(KINDS);

/** What ordinary programs write is known. */
const ORDINARY: Readonly<Record<string, Uint8Array>> = {
  "the sample itself": pack(),
  "a packed content": pack({ content: packStream("/Filter/FlateDecode", deflateSync(CONTENT)) }),
  "two filters": pack({
    content: packStream(
      "/Filter[/ASCIIHexDecode/FlateDecode]",
      `${deflateSync(CONTENT).toString("hex")}>`,
    ),
  }),
  "a link, a bookmark, a label": pack({
    catalog: `/Outlines 8 0 R/PageLabels<</Nums[0<</S/D>>]>>/Dests<</a[3 0 R/Fit]>>
/OpenAction[3 0 R/XYZ null null 0]/ViewerPreferences<</DisplayDocTitle true>>`,
    page: "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://tea.example/)>>>>]",
    ...add("<</Type/Outlines/First 9 0 R/Last 9 0 R>>", "<</Title(a)/Parent 8 0 R/Dest/a>>"),
  }),
  "grounds under text, lines through it, white on black, something clear over it": pack({
    content: `0.9 g 60 690 300 40 re f 0 g ${CONTENT} 72 703.5 150 0.6 re f
0 g 60 590 300 40 re f 1 g BT /F 12 Tf 72 600 Td (White) Tj ET
q /G gs 1 1 0 rg 60 690 300 40 re f Q 0 g 60 680 m 360 680 l 360 740 l 60 740 l h
64 684 m 64 736 l 356 736 l 356 684 l h f*`,
    resources: "/ExtGState<</G<</ca 0.4>>>>",
  }),
  "a picture, a form, a layer that is on": pack({
    ...picture,
    content: `q 9 0 0 9 0 0 cm /X Do Q /OC /L BDC ${CONTENT} EMC`,
    resources: "/XObject<</X 8 0 R>>/Properties<</L 9 0 R>>",
    catalog: "/OCProperties<</OCGs[9 0 R]/D<</ON[9 0 R]/Order[9 0 R]>>>>",
    objects: { ...picture.objects, 9: "<</Type/OCG/Name(a)>>" },
  }),
  "a length that stands elsewhere": pack({
    objects: { 4: `<</Length 8 0 R>>\nstream\n${CONTENT}\nendstream`, 8: String(CONTENT.length) },
  }),
};

for (const [what, file] of Object.entries(ORDINARY))
  test(`a PDF is called searched: ${what}`, () => {
    assert.deepEqual(tell(file), []);
  });
