import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { packPdf, packStream } from "./sample-pdf.ts";

/** The objects of a small PDF in which all is known, and what stands in them. */
export interface Parts {
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly content?: string | Uint8Array;
  readonly objects?: Readonly<Record<number, string | Uint8Array>>;
  readonly trailer?: string;
}

export const CONTENT = "BT /F 12 Tf 72 700 Td (How to boil water) Tj ET";

export function pack(parts: Parts = {}): Buffer {
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
export function tell(file: Uint8Array): readonly string[] {
  return inspectFile(file)
    .findings.filter(({ code }) => code !== "TEL901")
    .map(({ code, place, value }) => `${code} ${value}${place === "" ? "" : ` in ${place}`}`);
}

/** Two objects beside those of the page. */
export const add = (object: string | Uint8Array, other: string | Uint8Array = "null") => ({
  objects: { 8: object, 9: other },
});

/** A kind of construct, how one of its findings reads, and files that have it. */
export type Kind = readonly [name: string, told: RegExp, files: readonly Uint8Array[]];

/** Each file of each kind is told of, and none is clean. */
export function testKinds(kinds: readonly Kind[]): void {
  for (const [name, told, files] of kinds)
    test(`a PDF is not called clean: ${name}`, () => {
      assert.ok(files.length >= 5);
      for (const [at, file] of files.entries()) {
        const lines = tell(file);
        assert.ok(
          lines.some((line) => told.test(line)),
          `file ${at + 1}: ${lines.join("\n")}`,
        );
        assert.notEqual(inspectFile(file).disclosure.level, "harmless");
      }
    });
}
