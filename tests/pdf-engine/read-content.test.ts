import assert from "node:assert/strict";
import { it } from "node:test";
import { readOperations } from "../../src/pdf-file/read-content.ts";

function read(source: string) {
  const operations = readOperations(Buffer.from(source, "latin1"));
  return [...operations].map(({ operator, operands }) => ({ operator, operands }));
}

it("reads numbers, names and operators", () => {
  assert.deepEqual(read("q\n.24 0 -0 -.24 0 841.9 cm /F4 12 Tf % a note\nQ"), [
    { operator: "q", operands: [] },
    { operator: "cm", operands: [0.24, 0, -0, -0.24, 0, 841.9] },
    { operator: "Tf", operands: ["/F4", 12] },
    { operator: "Q", operands: [] },
  ]);
});

it("reads strings with nesting, escapes and octals", () => {
  const [shown] = read("(a(b)\\)\\n\\101\\\\c) Tj");
  assert.equal(Buffer.from(shown?.operands[0] as Uint8Array).toString("latin1"), "a(b))\nA\\c");
});

it("reads hexadecimal strings and arrays", () => {
  const [shown] = read("[<00 41> -12.5 (x)] TJ");
  assert.deepEqual(shown?.operands, [[Uint8Array.from([0, 0x41]), -12.5, Uint8Array.from([0x78])]]);
});

it("reads the properties of marked content", () => {
  const [begin, end] = read("/Span<</ActualText <feff5b57> /K [1 (>>)] /D <</A 1>> >> BDC EMC");
  assert.deepEqual(begin, {
    operator: "BDC",
    operands: [
      "/Span",
      new Map<unknown, unknown>([
        ["/ActualText", Uint8Array.from([0xfe, 0xff, 0x5b, 0x57])],
        ["/K", [1, Uint8Array.from([0x3e, 0x3e])]],
        ["/D", new Map([["/A", 1]])],
      ]),
    ],
  });
  assert.equal(end?.operator, "EMC");
});

it("ends, whatever it is given", () => {
  for (const source of ["(never closed", "[1 2", "<<", "<41", ") > ] } {", "<< /A", "(\\"]) {
    assert.ok(Array.isArray(read(source)));
  }
});
