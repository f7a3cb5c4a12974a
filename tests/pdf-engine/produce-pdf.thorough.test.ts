import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Browser, PrintSession } from "../../src/browser/browser.ts";
import { PdfError } from "../../src/pdf/pdf-error.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { sampleDocument } from "./sample-document.ts";
import { browser, prepare } from "./sample-press.ts";

prepare();

describe("page numbers that move pages", () => {
  /** A browser whose prints are real and whose order is ours. */
  async function printsOf(
    bodies: readonly string[],
    places: readonly string[] = [],
  ): Promise<Browser> {
    const prints: Uint8Array[] = [];
    for (const body of bodies) {
      const session = await browser.open(sampleDocument({ body }));
      prints.push(await session.print({ tagged: true, outline: true, places }));
      await session.close();
    }
    const session: PrintSession = {
      fill: async () => {},
      print: async () => prints.shift() ?? new Uint8Array(),
      close: async () => {},
    };
    return { version: "", open: async () => session, close: async () => {} };
  }
  const MOVED = "<style>p{break-after:page}</style>";

  it("are settled by a third print", async () => {
    const produced = await producePdf(sampleDocument(), await printsOf(["", MOVED, MOVED]));
    assert.notEqual(produced.folios.get("s2"), 3);
  });
  it("are settled though a mark has moved: no number is printed of it", async () => {
    const body = (style: string) => `<p id="p1" style="${style}">Trim.</p>`;
    const prints = await printsOf([body(""), body("break-before:page")], ["p1"]);
    const produced = await producePdf(sampleDocument({}, { marks: ["p1"] }), prints);
    assert.equal(produced.folios.get("p1"), 4, "of the print that is the book");
  });
  it("are an error after the fourth", async () => {
    await assert.rejects(
      async () => producePdf(sampleDocument(), await printsOf(["", MOVED, "", MOVED])),
      (error) => error instanceof PdfError && error.fault === "unstable",
    );
  });
});
