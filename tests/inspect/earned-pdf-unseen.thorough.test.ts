import assert from "node:assert/strict";
import { test } from "node:test";
import { packStream } from "./sample-pdf.ts";
import { add, CONTENT, type Kind, pack, tell, testKinds } from "./small-pdf.ts";

const PICTURE = packStream(
  "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
  "x",
);
const picture = (content: string, others = "") =>
  pack({ content, resources: `/XObject<</X 8 0 R>>${others}`, ...add(PICTURE) });
const glyphs = (glyph: string, matrix = "0.01 0 0 0.01 0 0") =>
  pack({
    objects: {
      5: `<</Type/Font/Subtype/Type3/FontBBox[0 0 100 100]/FontMatrix[${matrix}]/FirstChar 72/LastChar 72
/Widths[50]/Encoding<</Differences[72/H]>>/CharProcs<</H 8 0 R>>>>`,
      8: packStream("", glyph),
    },
    content: "BT /F 12 Tf 72 700 Td (H) Tj ET",
  });
const colours = (space: string, content: string) =>
  pack({ content: `/Cs1 cs ${content} ${CONTENT}`, resources: `/ColorSpace<</Cs1 ${space}>>` });

/** Each kind, with what has to be told, and files of it. */
const KINDS: readonly Kind[] = [
  [
    "text that leaves no ink, or next to none",
    /^TEL801 /,
    [
      pack({ content: `0 Tz ${CONTENT}` }),
      pack({ content: `1 Tz ${CONTENT}` }),
      pack({ content: "BT /F 0 Tf 72 700 Td (How) Tj ET" }),
      pack({ content: "BT /F 1.5 Tf 72 700 Td (How) Tj ET" }),
      pack({ content: "BT /F 12 Tf 1 0 0 0.01 72 700 Tm (How) Tj ET" }),
      pack({ content: "BT /F 12 Tf 0.01 0 0 1 72 700 Tm (How) Tj ET" }),
      glyphs("50 0 d0"),
      glyphs("50 0 0 0 50 50 d1 0 0 50 50 re n"),
      glyphs("50 0 0 0 50 50 d1 0 0 50 50 re f", "0.0001 0 0 0.0001 0 0"),
    ],
  ],
  [
    "text that is cut off by edges of any form",
    /^TEL801 \d+ characters cut off/,
    [
      pack({ content: `0 0 9 9 re 590 840 5 2 re W n ${CONTENT}` }),
      pack({ content: `0 0 m 595 0 l 595 842 l h W n ${CONTENT}` }),
      pack({ content: `0 0 m W n ${CONTENT}` }),
      pack({ content: `W n ${CONTENT}` }),
      pack({ content: `0 0 595 842 re 1 1 593 840 re W* n ${CONTENT}` }),
    ],
  ],
  [
    "text whose colour is not known, or that of its ground",
    /^TEL(?:705 text (?:in a colour|on a|that is mixed|that cuts)|801 )/,
    [
      colours("[/Indexed/DeviceRGB 1<000000FFFFFF>]", "1 sc"),
      colours("[/Lab<</WhitePoint[1 1 1]>>]", "100 0 0 sc"),
      colours(
        "[/Separation/Black/DeviceGray<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>]",
        "1 scn",
      ),
      colours("[/Separation/Black/DeviceGray<</FunctionType 3/Domain[0 1]>>]", "1 scn"),
      pack({
        content: `/Pattern cs /P1 scn ${CONTENT}`,
        resources:
          "/Pattern<</P1<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]>>>>>>",
      }),
      pack({ content: `0.88 g ${CONTENT}` }),
      pack({ content: `/G gs ${CONTENT}`, resources: "/ExtGState<</G<</ca 0.1>>>>" }),
      pack({ content: `/G gs 1 0 0 rg ${CONTENT}`, resources: "/ExtGState<</G<</BM/Screen>>>>" }),
      pack({ content: `5 Tr ${CONTENT}` }),
      picture(`q 595 0 0 842 0 0 cm /X Do Q 1 g ${CONTENT}`),
    ],
  ],
  [
    "text that is painted over with its own strokes, or with other text",
    /^TEL705 (?:text (?:that is drawn as|whose)|letters on other letters)/,
    [
      pack({ content: `2 Tr 30 w 1 G ${CONTENT}` }),
      pack({ content: `2 Tr 30 w ${CONTENT}` }),
      pack({ content: `1 Tr 0.001 w [0.001 999] 500 d ${CONTENT}` }),
      pack({ content: `-6 Tc ${CONTENT}` }),
      pack({ content: `-9 Tw ${CONTENT}` }),
      pack({ content: `99 Tc ${CONTENT}` }),
      pack({ content: "BT /F 12 Tf 72 700 Td [(H) 600 (o) 500 (w)] TJ ET" }),
      pack({ content: `${CONTENT} ${CONTENT}` }),
      pack({ content: "BT /F 500 Tf 72 300 Td (H) Tj /F 12 Tf 90 90 Td (How) Tj ET" }),
    ],
  ],
  [
    "links that paint",
    /^TEL705 .*(?:a width of at most 3|border in a colour|.AP of Annot Link)/,
    [
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/Border[0 0 400]>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/BS<</W 400>>>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/Border[0 0 3]/C[1 1 1]>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/C[1 1 1]>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/Border[0 0 0]/BS<</W 3>>/C[1]>>]" }),
      pack({ page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/AP<<>>>>]" }),
    ],
  ],
  [
    "pictures that are not seen, or only a part of them",
    /^TEL808 a picture of which a part is not seen/,
    [
      picture(`${CONTENT} q 0 0 9 9 re W n 90 0 0 90 90 90 cm /X Do Q`),
      picture(`${CONTENT} q 90 90 45 90 re W n 90 0 0 90 90 90 cm /X Do Q`),
      picture(`${CONTENT} q 0.1 0 0 90 90 90 cm /X Do Q`),
      picture(`${CONTENT} q 90 0 0 90 900 90 cm /X Do Q`),
      picture(`${CONTENT} q /G gs 90 0 0 90 90 90 cm /X Do Q`, "/ExtGState<</G<</ca 0.01>>>>"),
      picture(`${CONTENT} q 90 90 m 99 99 l 90 99 l W n 90 0 0 90 90 90 cm /X Do Q`),
    ],
  ],
  [
    "drawings that are too large to be followed",
    /^TEL705 .*more than \d+ /,
    [
      pack({ content: `${CONTENT} 0 0 m ${"1 1 l ".repeat(20_001)} S` }),
      pack({ content: `${CONTENT} ${"0 0 9 9 re ".repeat(6000)} f` }),
      pack({ content: `${CONTENT} ${"0 0 9 9 re f ".repeat(2001)}` }),
      pack({ content: `${"0 0 m 595 0 l 595 842 l 0 842 l h W n ".repeat(13)} ${CONTENT}` }),
      pack({ content: `${CONTENT} 0 0 m ${"1 1 2 2 3 3 c ".repeat(6000)} S` }),
    ],
  ],
];

testKinds(KINDS);

/** What ordinary programs write is seen. */
const ORDINARY: Readonly<Record<string, Uint8Array>> = {
  "letters that are bold by their outlines": pack({ content: `2 Tr 0.3 w ${CONTENT}` }),
  "glyphs that are drawings": glyphs("50 0 0 0 50 50 d1 0 0 50 50 re f"),
  "an ink by its power": colours(
    "[/Separation/Black/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]",
    "1 scn",
  ),
  "text within an edge, and a picture that fills it": picture(
    `q 60 690 m 360 690 l 360 740 l 60 740 l h W n ${CONTENT} Q q 90 90 90 90 re W n 90 0 0 90 90 90 cm /X Do Q`,
  ),
};

for (const [what, file] of Object.entries(ORDINARY))
  test(`a PDF is called searched: ${what}`, () => {
    assert.deepEqual(tell(file), []);
  });

test("a path of millions of points is followed for a part of its way, and that is told", () => {
  const file = pack({ content: `${CONTENT} 0 0 m ${"1 1 l ".repeat(3_100_000)} S` });
  const told = tell(file);
  assert.ok(told.includes("TEL705 more than 3000000 drawing operations"), told.join("\n"));
});
