import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { sameCases } from "../support/seed.ts";
import { listTold } from "./list-told.ts";
import { packSheets, packWord, run, sheet } from "./office-files.ts";
import { changed, odt, rels } from "./office-scene.ts";

test("elements within each other, and many of them, end in seconds", () => {
  const deep = `${"<w:del><w:r>".repeat(100)}<w:delText>x</w:delText>${"<w:b/>".repeat(100_000)}${"</w:r></w:del>".repeat(100)}`;
  const wide = `<w:p>${"<w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>x</w:t></w:r>".repeat(60_000)}</w:p>`;
  const start = process.cpuUsage();
  const told = listTold(packWord(deep));
  assert.ok(told.some((line) => line.startsWith("TEL806")));
  assert.ok(told.includes("TEL705 document its parts are nested too deeply"));
  listTold(packWord(wide));
  listTold(packWord(`<w:p w:x="${"C:\\".repeat(300_000)}"/>`));
  listTold(packSheets({ "xl/a.xml": sheet("a", `<f>${"'=a.a ".repeat(100_000)}</f>`) }));
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 20_000_000, `${(user + system) / 1_000_000} s`);
});

test("any bytes in any part give a verdict", () => {
  const parts = [
    "word/document.xml",
    rels,
    "docProps/app.xml",
    "word/x.bin",
    "customXml/item1.xml",
  ];
  const seeds = [
    packWord(`<w:p w:rsidR="1"><w:ins ${changed}>${run("x")}</w:ins></w:p>`),
    odt("<text:p>x</text:p>"),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.nat(),
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom(...parts),
      fc.string({ unit: "binary", maxLength: 100 }),
      (file, place, noise, part, text) => {
        const bytes = new Uint8Array(file);
        const at = place % bytes.length;
        bytes.set(noise.subarray(0, bytes.length - at), at);
        inspectFile(bytes);
        inspectFile(packWord("", { [part]: text, [text || "x"]: text }));
        inspectFile(packWord(`<w:r ${/^[a-z]+$/.test(text) ? text : "a"}="1">&#x9;</w:r>`));
      },
    ),
    sameCases(150),
  );
});
