import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import { type PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { readPrint } from "../../src/pdf/read-print.ts";
import { listContentStreams } from "../../src/pdf-file/content-streams.ts";
import { decodeStream } from "../../src/pdf-file/objects.ts";
import { listColours } from "../../src/pdf-file/read-colours.ts";
import { scanOperators } from "../../src/pdf-file/scan-operators.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { browser, prepare } from "./open-browser.ts";
import { SAMPLE_FONTS, sampleDocument } from "./sample-document.ts";

prepare();

describe("a grey book", () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><defs>
<linearGradient id="a"><stop offset="0" stop-color="red"/><stop offset=".4" stop-color="lime"/><stop offset="1" stop-color="blue"/></linearGradient>
<radialGradient id="b"><stop offset="0" stop-color="#fa0"/><stop offset="1" stop-color="#05a" stop-opacity="0"/></radialGradient></defs>
<rect width="40" height="60" fill="url(#a)"/><circle cx="60" cy="30" r="20" fill="url(#b)" opacity=".5"/></svg>`;
  const body = `<p style="color:#c33">red <b style="opacity:.5;color:teal">teal</b>
<span style="background:conic-gradient(red,lime,blue,red)">around</span></p>
<p><img src="d.svg" alt=""> <img src="p.png" alt="" width="90"> <img src="h.png" alt="" width="90">
<img src="j.jpg" alt="" width="90"></p>`;

  async function picture(alpha: number, format: "png" | "jpeg"): Promise<Uint8Array> {
    const data = Buffer.alloc(900 * 600 * 4);
    for (let at = 0; at < 900 * 600; at += 1) {
      data.set([at % 256, (at >> 8) % 256, (at * 7) % 256, (at % 900) / 3.6 + alpha], at * 4);
    }
    const image = sharp(data, { raw: { width: 900, height: 600, channels: 4 } });
    return await (alpha === 255 ? image.removeAlpha() : image).toFormat(format).toBuffer();
  }

  async function colourful(isGrey: boolean) {
    const assets = new Map([
      ...SAMPLE_FONTS,
      ["d.svg", { bytes: Buffer.from(drawing), mediaType: "image/svg+xml" }],
      ["p.png", { bytes: await picture(255, "png"), mediaType: "image/png" }],
      ["h.png", { bytes: await picture(0, "png"), mediaType: "image/png" }],
      ["j.jpg", { bytes: await picture(255, "jpeg"), mediaType: "image/jpeg" }],
    ] as const);
    const produced = await producePdf(sampleDocument({ body }, { assets, isGrey }), browser);
    return await readPrint(produced.bytes);
  }

  it("says the same as in colours, with no operator that is none", async () => {
    const words = `<p style="color:#c33">One word<br>and <b>another</b></p><h2>Two<br>lines</h2>`;
    const [grey, plain] = await Promise.all(
      [true, false].map(async (isGrey) => {
        const { bytes } = await producePdf(sampleDocument({ body: words }, { isGrey }), browser);
        return bytes;
      }),
    );
    assert.ok(grey && plain);
    assert.deepEqual((await readPdfFacts(grey)).pageTexts, (await readPdfFacts(plain)).pageTexts);
    const { document } = await readPrint(grey);
    const unknown = [...listContentStreams(document)].flatMap((stream) => {
      const found: string[] = [];
      scanOperators(decodeStream(stream), (operator) => {
        if (!/^(?:[A-Za-z]{1,3}\*?|T\*|d[01]|['"])$/.test(operator)) found.push(operator);
      });
      return found;
    });
    assert.deepEqual(unknown, []);
  });

  function listPictures(document: PDFDocument) {
    return [...document.context.enumerateIndirectObjects()].flatMap(([, object]) => {
      if (!(object instanceof PDFRawStream)) return [];
      const entry = (key: string) => String(object.dict.get(PDFName.of(key)));
      if (entry("Subtype") !== "/Image") return [];
      const isPlain = entry("Filter") === "/FlateDecode";
      const sampleCount = isPlain ? inflateSync(object.contents).length : undefined;
      const [width, height] = [Number(entry("Width")), Number(entry("Height"))];
      return [{ space: entry("ColorSpace"), width, height, sampleCount }];
    });
  }

  it("has colours of every kind before they are taken out", async () => {
    const { document } = await colourful(false);
    const colours = listColours(document).join("\n");
    for (const kind of [/ rg$/m, /^picture/m, /^shading/m, /^group/m]) assert.match(colours, kind);
  });

  it("has no operator, picture, shading or group with a colour, and says the same", async () => {
    const { document } = await colourful(true);
    assert.deepEqual(listColours(document), []);
    const pictures = listPictures(document);
    assert.ok(pictures.length >= 4);
    for (const { space, width, height, sampleCount } of pictures) {
      assert.equal(space, "/DeviceGray");
      if (sampleCount !== undefined) assert.equal(sampleCount, width * height);
    }
    const { bytes } = await producePdf(sampleDocument({}, { isGrey: true }), browser);
    const facts = await readPdfFacts(bytes);
    assert.equal(facts.tags.H1, 2);
    assert.match(facts.pageTexts[0] ?? "", /Wicks 2\s+Oil 3/);
  });

  it("like a book in colours, has no more pixels than its paper shows", async () => {
    for (const isGrey of [false, true]) {
      const { document } = await colourful(isGrey);
      const widths = listPictures(document).map(({ width }) => width);
      // 90 pixels of CSS are 67.5 points: small, so twice 300 dots an inch.
      assert.ok(widths.length >= 4);
      for (const width of widths) assert.ok(Math.abs(width - 562) <= 2, String(width));
    }
  });
});
