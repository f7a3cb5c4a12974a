import { after, before } from "node:test";
import { PDFDocument } from "@cantoo/pdf-lib";
import type { Browser } from "../../src/browser/browser.ts";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { finishPdf } from "../../src/pdf/finish-pdf.ts";
import { readPrint } from "../../src/pdf/read-print.ts";
import { sampleDocument } from "./sample-document.ts";

export let browser: Browser;

export let printed: Uint8Array;

export async function finish(
  changes: Parameters<typeof sampleDocument>[1] = {},
): Promise<Uint8Array> {
  return finishPdf(await readPrint(printed), sampleDocument({}, changes));
}

export async function readObjects(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes ?? new Uint8Array(), { updateMetadata: false });
  return document.context.enumerateIndirectObjects().map(([, object]) => object.toString());
}

/** Before and after the tests of a file. */
export function prepare(): void {
  before(async () => {
    browser = await launchBrowser(await findBrowser());
    const session = await browser.open(sampleDocument());
    printed = await session.print({ tagged: true, outline: true });
    await session.close();
  });
  after(() => browser.close());
}
