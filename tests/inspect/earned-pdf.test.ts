import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { packPdf, packStream } from "./sample-pdf.ts";

/** The objects of a small PDF in which all is known, and what stands in them. */
interface Parts {
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly content?: string | Uint8Array;
  readonly objects?: Readonly<Record<number, string | Uint8Array>>;
  readonly trailer?: string;
}

const CONTENT = "BT /F 12 Tf 72 700 Td (How to boil water) Tj ET";

function pack(parts: Parts = {}): Buffer {
  const { content = CONTENT } = parts;
  return Buffer.from(
    packPdf(
      {
        1: `<</Type/Catalog/Pages 2 0 R${parts.catalog ?? ""}>>`,
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>${parts.resources ?? ""}>>${parts.page ?? ""}>>`,
        4: typeof content === "string" ? packStream("", content) : content,
        5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ...parts.objects,
      },
      parts.trailer,
    ),
  );
}

/** What is told beside the font's name, a line each. */
function tell(file: Uint8Array): readonly string[] {
  return inspectFile(file)
    .traces.filter(({ code }) => code !== "TEL901")
    .map(({ code, place, value }) => `${code} ${value}${place === "" ? "" : ` in ${place}`}`);
}

const deep = (levels: number, inner: string) => "[".repeat(levels) + inner + "]".repeat(levels);
const script = "<</S/JavaScript/JS(app.alert(1))>>";
const add = (object: string | Uint8Array, other: string | Uint8Array = "null") => ({
  objects: { 8: object, 9: other },
});
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

/** Each kind, with what has to be told, and files of it. */
const KINDS: readonly (readonly [kind: string, told: RegExp, files: readonly Uint8Array[]])[] = [
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
];

for (const [kind, told, files] of KINDS)
  test(`a PDF is not called searched: ${kind}`, () => {
    assert.ok(files.length >= 5);
    for (const [at, file] of files.entries()) {
      const lines = tell(file);
      assert.ok(
        lines.some((line) => told.test(line)),
        `file ${at + 1}: ${lines.join("\n")}`,
      );
      assert.notEqual(inspectFile(file).tells.level, "harmless");
    }
  });

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
  "a length that stands elsewhere": pack({
    objects: { 4: `<</Length 8 0 R>>\nstream\n${CONTENT}\nendstream`, 8: String(CONTENT.length) },
  }),
};

for (const [what, file] of Object.entries(ORDINARY))
  test(`a PDF is called searched: ${what}`, () => {
    assert.deepEqual(tell(file), []);
  });
