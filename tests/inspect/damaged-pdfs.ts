import { finishSample, type PdfObjects, samplePdf } from "./sample-pdf.ts";

/** A way to damage the sample, and what our rules must say of it: exactly these codes. */
export interface PdfDamage {
  readonly name: string;
  readonly codes: readonly string[];
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
const annot = (text: string) => swap(3, "%annots%", text);
const link = (text: string) => swap(40, "%link%", text);
const lock = (entries: string) => trail(`/Encrypt<</Filter/Standard/V 1/R 2${entries}>>`);
const bare = (objects: PdfObjects) => {
  objects[10] = "<<>>";
  return undefined;
};

const CHANGES: readonly (readonly [name: string, codes: string, change: Change])[] = [
  ["the sample itself", "", () => undefined],
  ["a lock", "PDF004", lock("/P -44")],
  ["a font that is not there", "PDF011", swap(7, "/FontFile2 8 0 R", "")],
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
    "text U+0000 in a span that says another",
    "",
    all(
      swap(9, "<0001> <0041>", "<0001> <0041> <0002> <0000>"),
      swap(9, "<0002> <0003> <0042>", "<0003> <0004> <0042>"),
      ...Array.from({ length: 7 }, () => swap(4, "<00010002>", "<0001>")),
      content("/Span <</ActualText(B)>> BDC /P <</MCID 9>> BDC BT /F 9 Tf <0002> Tj ET EMC EMC"),
      element("<</S/P/K 9>>"),
    ),
  ],
  ["no tags at all", "PDF010", all(bare, swap(11, "/S/Document", ""))],
  ["tags that are not meant", "PDF010", swap(1, "/Marked true", "")],
  ["a script", "PDF005", catalog("/OpenAction<</S/JavaScript/JS(app.beep\\(\\))>>")],
  ["a program that is started", "PDF005", link("/AA<</E<</S/Launch/F(a.exe)>>>>")],
  ["a film", "PDF005", annot("<</Subtype/RichMedia/Contents(a)>>")],
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
    "two folders of its maker",
    "PDF007",
    all(
      annot("<</Subtype/Link/Contents(a)/A<</S/URI/URI(file:///home/mina/b.html)>>>>"),
      swap(40, "/URI(https://kettle.example/)", "/URI(file:///home/mina/a.html)"),
    ),
  ],
  [
    "a link to another file",
    "PDF007",
    swap(40, "/S/URI/URI(https://kettle.example/)", "/S/GoToR/F(a.pdf)"),
  ],
  [
    "a link to nowhere",
    "PDF008",
    all(
      swap(40, "/A<</S/URI/URI(https://kettle.example/)>>", "/Dest(b)"),
      swap(40, "/Contents(https://kettle.example/)", "/Contents(AB)"),
    ),
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

/** Each with its file. Codes are sorted. */
export function damagePdfs(): readonly PdfDamage[] {
  return CHANGES.map(([name, codes, change]) => {
    const objects = samplePdf();
    const trailer = change(objects) ?? "";
    return {
      name,
      codes: codes.split(" ").filter((one) => one !== ""),
      file: finishSample(objects, trailer),
    };
  });
}
