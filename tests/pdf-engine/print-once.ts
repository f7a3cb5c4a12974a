/** Prints the sample and writes its SHA-256 to standard output: run in processes of its own. */
import { createHash } from "node:crypto";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { launchBrowser } from "../../src/browser/launch-browser.ts";
import { producePdf } from "../../src/pdf/produce-pdf.ts";
import { sampleDocument } from "./sample-document.ts";

const browser = await launchBrowser(await findBrowser());
const { bytes } = await producePdf(sampleDocument(), browser);
await browser.close();
process.stdout.write(createHash("sha256").update(bytes).digest("hex"));
