import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Asset } from "../../src/browser/browser.ts";
import type { PrintDocument } from "../../src/print/print-document.ts";

const { resolve } = createRequire(import.meta.url);

function font(file: string): Asset {
  return { bytes: readFileSync(resolve(`@fontsource/${file}`)), mediaType: "font/woff2" };
}

/** The bundled text face, in two weights, and a face for margin boxes only. */
export const SAMPLE_FONTS: ReadonlyMap<string, Asset> = new Map([
  ["fonts/text.woff2", font("source-serif-pro/files/source-serif-pro-latin-400-normal.woff2")],
  ["fonts/bold.woff2", font("source-serif-pro/files/source-serif-pro-latin-700-normal.woff2")],
  ["fonts/label.woff2", font("source-sans-3/files/source-sans-3-latin-400-normal.woff2")],
]);

export const SAMPLE_ARABIC: Asset = font(
  "noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2",
);

export const SAMPLE_FONT_NAMES: ReadonlySet<string> = new Set([
  "SourceSerifPro-Regular",
  "SourceSerifPro-Bold",
  "SourceSans3ExtraLight-Regular",
]);

const STYLE = `
@font-face { font-family: Text; font-weight: 400; src: url(fonts/text.woff2) }
@font-face { font-family: Text; font-weight: 700; src: url(fonts/bold.woff2) }
@font-face { font-family: Label; src: url(fonts/label.woff2) }
html { text-rendering: geometricPrecision; font: 10.5pt/1.4 Text }
h1 { break-before: page }`;

export interface SampleParts {
  /** Of `@page`. */
  readonly size?: string;
  /** Put at the end of the body. */
  readonly body?: string;
  readonly style?: string;
}

/** A short book: a title, a page of contents with two numbers, two chapters. */
export function sampleHtml(parts: SampleParts = {}): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A title</title><style>${STYLE}
@page { size: ${parts.size ?? "210mm 297mm"}; margin: 20mm;
  @bottom-center { font: 9pt Label; content: counter(page) } }
${parts.style ?? ""}</style></head><body>
<p>Keeping a lantern</p>
<nav><p><a href="#s1">Wicks</a> <span id="r1">00</span></p>
<p><a href="#s2">Oil</a> <span id="r2">00</span></p></nav>
<h1 id="s1">Wicks</h1><p>Trim it <strong>square</strong>.</p><h2>Cotton</h2>
<p>See <a href="https://example.org/wick">a page about wicks</a>.</p>
<ul><li>scissors</li><li>thread</li></ul>
<h1 id="s2">Oil</h1><p>Fill it by day.</p>${parts.body ?? ""}
</body></html>`;
}

/** The sample as the print engine gets it. */
export function sampleDocument(
  parts: SampleParts = {},
  changes: Partial<PrintDocument> = {},
): PrintDocument {
  return {
    html: sampleHtml(parts),
    assets: SAMPLE_FONTS,
    pageReferences: [
      { elementId: "r1", destination: "s1" },
      { elementId: "r2", destination: "s2" },
    ],
    formatFolio: String,
    fontNames: SAMPLE_FONT_NAMES,
    bodySizePt: 10.5,
    sentinel: "Keeping a lantern",
    title: "Keeping a lantern",
    authors: ["Ada Example", "Bo Example"],
    languageTag: "en",
    direction: "ltr",
    modified: "2025-03-01T12:00:00Z",
    identifier: "urn:uuid:00000000-0000-5000-8000-000000000000",
    ...changes,
  };
}
