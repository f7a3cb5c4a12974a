import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { sameCases } from "../support/seed.ts";
import { finishSample, type PdfObjects, packPdf, packStream, samplePdf } from "./sample-pdf.ts";

function inspectPdf(file: Uint8Array) {
  const { facts, diagnostics } = inspectFile(file);
  assert.ok(facts.kind === "pdf");
  return { facts, codes: diagnostics.map(({ code }) => code), diagnostics };
}

const text = (source: string) => Buffer.from(source, "latin1");
const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
const PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const PAGE =
  "<</Type/Page/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>/Font<</G 6 0 R>>>>>>";
/** One page with a content of its own. */
const page = (content: string | Uint8Array, dict = "", more: PdfObjects = {}) =>
  packPdf({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: packStream(dict, content), ...more });
const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join("");

/** Forms that draw the next ten times each. */
const formBomb: PdfObjects = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => [
    at + 5,
    packStream(`/Subtype/Form/Resources<</XObject<</F ${at + 6} 0 R>>>>`, "/F Do ".repeat(10)),
  ]),
);
const deepTags: PdfObjects = Object.fromEntries(
  Array.from({ length: 20_000 }, (_, at) => [at + 7, `<</S/P/K ${at + 8} 0 R>>`]),
);
const longMap = packStream("", `beginbfrange ${"<0000> <ffff> <0041> ".repeat(50_000)} endbfrange`);
const bomb = deflateSync(deflateSync(Buffer.alloc(200_000_000)));

/** Made to throw, to fill memory or to run for ever; and what is told of it. */
const HOSTILE: readonly (readonly [name: string, code: string, file: () => Uint8Array])[] = [
  ["a head and no more", "PDF001", () => text("%PDF-1.7")],
  ["millions of digits", "PDF001", () => text(`%PDF-1.7\n${"1".repeat(3_000_000)}`)],
  ["millions of numbers", "PDF001", () => text(`%PDF-1.7\n${"1 ".repeat(1_000_000)}`)],
  ["lists without end", "PDF001", () => packPdf({ 1: "[".repeat(1_000_000), 2: PAGES })],
  [
    "strings that hold each other",
    "PDF003",
    () => text(`%PDF-1.7\n${many(20_000, (at) => `${at} 0 obj(`)}`),
  ],
  [
    "strings without end",
    "PDF003",
    () => text(`%PDF-1.7\n${many(50_000, (at) => `${at} 0 obj<a `)}`),
  ],
  [
    "streams without end",
    "PDF001",
    () => text(`%PDF-1.7\n${many(50_000, (at) => `${at} 0 obj<<>>stream\n`)}`),
  ],
  ["trailers without end", "PDF001", () => text(`%PDF-1.7\n${"trailer<<".repeat(200_000)}`)],
  [
    "a table that claims too much",
    "PDF001",
    () =>
      text("%PDF-1.7\nxref\n0 9999999999\ntrailer<</Root 1 0 R/Size 9999999999>>startxref\n9\n"),
  ],
  [
    "a table that leads to itself",
    "PDF010",
    () => packPdf({ 1: CATALOG, 2: PAGES, 3: PAGE }, "/Prev 15"),
  ],
  ["lists without end on a page", "PDF003", () => page("[".repeat(1_000_000))],
  ["marks without end on a page", "PDF003", () => page("<<".repeat(1_000_000))],
  ["a bomb", "PDF003", () => page(bomb, "/Filter[/FlateDecode/FlateDecode]")],
  ["a filter that is none", "PDF002", () => page("a", "/Filter/Kettle")],
  ["a stream that is not packed so", "PDF002", () => page("abc", "/Filter/FlateDecode")],
  [
    "millions of operations",
    "PDF003",
    () => page(deflateSync(text("0 0 m n ".repeat(5_000_000))), "/Filter/FlateDecode"),
  ],
  ["forms within forms", "PDF003", () => page("/F Do", "", formBomb)],
  [
    "a form that draws itself twice",
    "PDF003",
    () =>
      page("/F Do", "", {
        5: packStream("/Subtype/Form/Resources<</XObject<</F 5 0 R>>>>", "/F Do /F Do"),
      }),
  ],
  [
    "a length that is itself",
    "PDF010",
    () => packPdf({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: "<</Length 4 0 R>>\nstream\nq\nendstream" }),
  ],
  ["a reference to itself", "PDF001", () => packPdf({ 1: CATALOG, 2: "2 0 R", 3: PAGE })],
  [
    "pages in a circle",
    "PDF010",
    () => packPdf({ 1: CATALOG, 2: "<</Kids[2 0 R 3 0 R 3 0 R]>>", 3: PAGE }),
  ],
  [
    "tags without end",
    "PDF010",
    () =>
      packPdf({
        1: "<</Pages 2 0 R/StructTreeRoot 6 0 R>>",
        2: PAGES,
        3: PAGE,
        6: "<</K 7 0 R>>",
        ...deepTags,
      }),
  ],
  [
    "tags in a circle",
    "PDF010",
    () =>
      packPdf({
        1: "<</Pages 2 0 R/StructTreeRoot 6 0 R>>",
        2: PAGES,
        3: PAGE,
        6: "<</K[7 0 R]>>",
        7: "<</S/P/K[7 0 R 6 0 R]>>",
      }),
  ],
  [
    "roles in a long circle",
    "PDF010",
    () =>
      packPdf({
        1: "<</Pages 2 0 R/StructTreeRoot 6 0 R>>",
        2: PAGES,
        3: PAGE,
        6: `<</RoleMap<<${many(20_000, (at) => `/A${at}/A${(at + 1) % 20_000}`)}>>/K[${many(20_000, (at) => `<</S/A${at}>>`)}]>>`,
      }),
  ],
  [
    "bookmarks in a circle",
    "PDF010",
    () =>
      packPdf({
        1: "<</Pages 2 0 R/Outlines 6 0 R>>",
        2: PAGES,
        3: PAGE,
        6: "<</First 7 0 R>>",
        7: "<</Title(a)/Next 7 0 R/First 6 0 R>>",
      }),
  ],
  [
    "text of fonts without end",
    "PDF010",
    () =>
      page("BT /G 9 Tf (ab) Tj ET", "", {
        6: "<</Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</W 8 0 R>>]>>",
        7: longMap,
        8: `[${"0 65535 500 ".repeat(50_000)}]`,
      }),
  ],
  [
    "a font that is cut off",
    "PDF010",
    () =>
      page("BT /G 9 Tf (ab) Tj ET", "", {
        6: "<</Subtype/TrueType/FontDescriptor 7 0 R>>",
        7: "<</FontFile2 8 0 R>>",
        8: packStream("", "\0\u0001\0\0\0\u0009aaaabbbbcccc"),
      }),
  ],
  [
    "wrong types everywhere",
    "PDF010",
    () =>
      packPdf(
        {
          1: "<</Pages 2 0 R/StructTreeRoot[1]/Outlines 3/AcroForm(a)/Names 7/Metadata 2 0 R/OCProperties[1]/PageLabels(x)/ViewerPreferences 9/MarkInfo/x/Lang 9/OpenAction[]/Dests(a)>>",
          2: "<</Type/Pages/Kids[3 0 R 1 0 R null (a) /b 9]/Count(x)>>",
          3: "<</Type/Page/MediaBox(a)/Annots[1 2(x)<<>><</Subtype 9/A 8/Dest[(a)]>><</Subtype/Link/Dest[3 9 0 R]>>]/Contents[1(a)<<>>]/Resources[1]/Rotate/x/Tabs 9>>",
        },
        "/Info[1]/ID 9",
      ),
  ],
];

for (const [name, code, file] of HOSTILE) {
  test(`${name}: ${code}`, { timeout: 60_000 }, () => {
    const { codes, diagnostics } = inspectPdf(file());
    assert.ok(codes.includes(code), codes.join(" "));
    assert.ok(diagnostics.length < 30);
  });
}

test("what is cut off or changed never throws", () => {
  const whole = finishSample(samplePdf(), "/Info<</Title(Kettles)>>");
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
      (length, changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        inspectFile(bytes);
        inspectFile(bytes.subarray(0, length));
      },
    ),
    sameCases(200),
  );
});

test("any objects at all are read, and nothing throws", () => {
  const atom = fc.constantFrom(
    ..."1 0 R|2 0 R|3 0 R|4 0 R|7|-1.5|null|true|(a)|<fe>|/P|/Link|/Page|[1 0 R]|[]|<<>>".split(
      "|",
    ),
  );
  const key = fc.constantFrom(
    ..."Type Kids Pages K S P Pg Obj MCID Annots A C Alt Lang Subtype Contents Resources Font XObject First Next Dest D Names Nums Limits RoleMap Parent W Filter Length".split(
      " ",
    ),
  );
  const dict = fc
    .array(
      fc.tuple(
        key,
        fc.oneof(
          atom,
          fc.tuple(key, atom).map(([k, v]) => `<</${k} ${v}>>`),
        ),
      ),
    )
    .map((pairs) => `<<${pairs.map(([k, v]) => `/${k} ${v}`).join("")}>>`);
  fc.assert(
    fc.property(fc.array(dict, { minLength: 1, maxLength: 8 }), (dicts) => {
      const roots = "/Pages 1 0 R/StructTreeRoot 2 0 R/Outlines 3 0 R/Dests 4 0 R/PageLabels 2 0 R";
      const objects = Object.fromEntries(dicts.map((one, at) => [at + 1, one]));
      inspectFile(packPdf(objects));
      inspectFile(packPdf({ ...objects, 1: (objects[1] ?? "").replace("<<", `<<${roots}`) }));
    }),
    sameCases(500),
  );
});

test("facts of a plain PDF, made by a library", async () => {
  const document = await PDFDocument.create();
  document.setTitle("Tea");
  document.setAuthor("Mina");
  document.setLanguage("fr-CA");
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText("Hot", { font });
  document.addPage([842, 595]);
  document.addPage([612, 792]);
  await document.attach(text("abc"), "recipe.txt", { mimeType: "text/plain" });
  document.addJavaScript("greet", "app.alert('hot')");
  const { facts, codes } = inspectPdf(await document.save());
  assert.deepEqual(
    facts.pages.sizes.map(({ name, count }) => [name, count]),
    [
      ["A4", 1],
      ["A4 on its side", 1],
      ["Letter", 1],
    ],
  );
  assert.equal(facts.language, "fr-CA");
  assert.deepEqual(
    facts.metadata.filter(({ name }) => /Title|Author/.test(name)),
    [
      { from: "Info", name: "Title", value: "Tea" },
      { from: "Info", name: "Author", value: "Mina" },
    ],
  );
  assert.deepEqual(facts.fonts, [
    { name: "Helvetica", type: "Type1", embedded: false, subset: false },
  ]);
  assert.deepEqual(
    facts.embeddedFiles.map(({ name }) => name),
    ["recipe.txt"],
  );
  assert.deepEqual(facts.actions, [{ type: "JavaScript", target: "app.alert('hot')" }]);
  assert.equal(facts.isTagged, false);
  assert.ok(codes.includes("PDF005"));
  assert.ok(codes.includes("PDF010"));
});

test("facts of the sample: what is in it, and where it leads", () => {
  const objects = samplePdf();
  objects[1] = String(objects[1]).replace(
    "%catalog%",
    "/PageLabels<</Nums[0<</S/r/P(a-)/St 4>>]>>",
  );
  const { facts } = inspectPdf(finishSample(objects));
  assert.deepEqual(facts.pages.labels, ["a-iv"]);
  assert.deepEqual(facts.bookmarks, [{ title: "B", depth: 1 }]);
  assert.deepEqual(facts.links.addresses, ["https://kettle.example/"]);
  assert.deepEqual([facts.links.web, facts.links.internal], [1, 0]);
  assert.deepEqual(facts.figures, { described: 1, undescribed: 0 });
  assert.deepEqual(facts.images, [
    { widthPx: 2, heightPx: 1, colours: "RGB", packing: "", bytes: 6 },
  ]);
  assert.deepEqual(facts.fonts, [{ name: "Kettle", type: "Type0", embedded: true, subset: true }]);
  assert.equal(facts.pdfua.claims, "1");
  assert.equal(facts.direction, "ltr");
  assert.deepEqual(
    facts.tags.map(({ type, count }) => `${count} ${type}`).join(" "),
    "1 Document 1 Figure 1 H1 1 L 1 LBody 1 LI 1 Lbl 1 Link 2 P 1 TD 1 TH 1 TR 1 Table",
  );
});

test("text that is not seen is counted", () => {
  const objects = samplePdf();
  objects[4] = `${objects[4]}/P <</MCID 1>> BDC BT /F 9 Tf 9 9 Td 3 Tr <00010002> Tj 0 Tr 1 g <0001> Tj
0 g 0.01 0 0 0.01 0 0 Tm <000100010001> Tj
1 0 0 1 9 -50 Tm <0001000100010001> Tj 1 0 0 1 700 9 Tm <0001> Tj ET
0 0.2 0.4 rg 100 100 50 20 re f 1 g BT 1 0 0 1 110 105 Tm <0001> Tj 1 0 0 1 110 205 Tm <0001> Tj ET EMC`;
  const { invisible, white, tiny, outside } = inspectPdf(finishSample(objects)).facts.hiddenText;
  const counts = [invisible, white, tiny, outside].map(({ count }) => count);
  // White on the dark box is read; white beside it is not.
  assert.deepEqual(counts, [2, 2, 3, 5]);
});

test("a file whose table is wrong, or that has something before it, is read all the same", () => {
  const whole = Buffer.from(finishSample(samplePdf()));
  const moved = Buffer.from(whole.toString("latin1").replace("endobj", "endobj   "), "latin1");
  const headed = Buffer.concat([text("From: Mina\n\n"), whole]);
  assert.deepEqual(inspectPdf(moved).codes, ["PDF002"]);
  assert.deepEqual(inspectPdf(headed).codes, []);
});
