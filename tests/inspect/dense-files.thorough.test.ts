import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { sampleFiles } from "./sample-epub.ts";
import { packStream } from "./sample-pdf.ts";
import { type OfficeParts, quietPdf } from "./telling-files.ts";

const page = (content: string) =>
  packStream("/Filter/FlateDecode", deflateSync(Buffer.from(content)));
const draw = (content: string) => quietPdf({ objects: { 4: page(content) } });
const hold = (object: string, more: OfficeParts["objects"] = {}) =>
  quietPdf({ objects: { 9: object, ...more } });

/** The sample book without compression: it is dense by its number of things, not by its packing. */
function fill(body: string): Uint8Array {
  const files = Object.entries(sampleFiles()).map(([name, content]) => {
    const text =
      name === "B/a.xhtml" ? String(content).replace("<!--body-->", () => body) : content;
    return [name, [typeof text === "string" ? Buffer.from(text) : text, { level: 0 }]];
  });
  return zipSync(Object.fromEntries(files));
}

const OBJECTS = Object.fromEntries(
  Array.from({ length: 100_000 }, (_, at) => [at + 10, "<</A[1 2 3]/B(x)>>"]),
);

/** Files of a few megabytes at most, and the limit that their diagnostic names. */
const DENSE: readonly (readonly [
  name: string,
  make: () => Uint8Array,
  limit: RegExp | undefined,
])[] = [
  ["numbers before one operator", () => draw(`${"1 ".repeat(15_000_000)}w`), /PDF003 .* 200000 /],
  ["arrays within arrays", () => draw("[".repeat(10_000_000)), /PDF003 .*nesting/],
  [
    "a line of text of millions of pieces",
    () => draw(`BT /F 9 Tf [${"(a) 1 ".repeat(5_000_000)}] TJ ET`),
    /PDF003 .* 200000 /,
  ],
  [
    "operations",
    () => draw("n ".repeat(9_000_000)),
    /PDF003 .*drawing operations, expected at most 3000000/,
  ],
  [
    "empty arrays in an object",
    () => hold(`[${"[]".repeat(3_000_000)}]`),
    /PDF003 .*an object of millions of values is too large/,
  ],
  [
    "arrays within arrays in an object",
    () => hold("[".repeat(3_000_000)),
    /PDF003 .*deeper than 100 levels/,
  ],
  ["a string of escapes", () => hold(`(${"\\\\".repeat(3_000_000)})`), undefined],
  ["a hundred thousand objects", () => hold("null", OBJECTS), undefined],
  [
    "empty elements in a chapter",
    () => fill("<b/>".repeat(1_000_001)),
    /EPB010 .*more than 1000000 elements/,
  ],
  [
    "hidden elements deep in each other",
    () => fill(`${'<div hidden="">'.repeat(200)}${"<b/>".repeat(100_000)}${"</div>".repeat(200)}`),
    undefined,
  ],
  [
    "elements nested without end",
    () => fill("<div>".repeat(1_000_000)),
    /EPB010 .*deeper than 256/,
  ],
];

for (const [name, make, limit] of DENSE)
  test(`${name}: an end in seconds, and the limit by name`, { timeout: 60_000 }, () => {
    const { diagnostics } = inspectFile(make());
    if (limit === undefined) return assert.ok(diagnostics.every(({ code }) => code !== "PDF002"));
    const said = diagnostics.map(({ code, message }) => `${code} ${message}`);
    assert.ok(
      said.some((one) => limit.test(one)),
      said.join("\n"),
    );
  });

/** A TIFF whose fields all have the same text of megabytes. */
function pileFields(count: number, length: number): Uint8Array {
  const file = Buffer.alloc(10 + 12 * count + 4 + length, "a");
  file.write("II*\0\u0008\0\0\0", 0, "latin1");
  file.writeUInt16LE(count, 8);
  for (let at = 10; at < 10 + 12 * count; at += 12) {
    file.writeUInt16LE(0x010f, at);
    file.writeUInt16LE(2, at + 2);
    file.writeUInt32LE(length, at + 4);
    file.writeUInt32LE(10 + 12 * count + 4, at + 8);
  }
  file.writeUInt32LE(0, 10 + 12 * count);
  return file;
}

test("fields of a picture that lie upon each other are not read", { timeout: 60_000 }, () => {
  const codesOf = (file: Uint8Array) => inspectFile(file).findings.map(({ code }) => code);
  assert.deepEqual(codesOf(pileFields(4000, 2_000_000)), ["TEL705"]);
  assert.deepEqual(codesOf(pileFields(3, 20)), ["TEL501"]);
});
