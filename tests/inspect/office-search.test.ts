import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { listTold } from "./list-told.ts";
import {
  odfPart,
  packCompound,
  packSheets,
  packSlides,
  packWord,
  relations,
  run,
  sheet,
  slide,
} from "./office-files.ts";
import { changed, odt, rels } from "./office-scene.ts";
import { packFiles } from "./sample-epub.ts";
import { takePhoto } from "./telling-files.ts";

test("documents with nothing but their text tell nothing, and are wholly searched", () => {
  const link = relations(["hyperlink", "https://a.example/tea"]);
  const formulas = sheet("worksheet", `<f>SUM(A1:A9)/2</f><f>IF(A1="a/b","x|y",B2)</f>`);
  for (const file of [
    packWord(run("Boil water."), { [rels]: link }),
    packSheets({ "xl/worksheets/sheet1.xml": formulas }),
    packSlides({ "ppt/slides/slide1.xml": slide("sld", "<a:t>Tea</a:t>") }),
    odt(`<text:p>Boil <text:a xlink:href="https://a.example/">water</text:a>.</text:p>`),
  ])
    assert.deepEqual(
      listTold(file).filter((line) => !line.startsWith("TEL60")),
      [],
    );
});

test("a name that the pages print is no secret; one in deleted or hidden text is", () => {
  const core = {
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Mina Kettle</dc:creator></cp:coreProperties>`,
  };
  const by = (body: string) =>
    listTold(packWord(body, core)).find((line) => line.includes("dc:creator"));
  assert.match(by(run("By Mina Kettle")) ?? "", /^TEL102/);
  assert.match(by(run("By Mina Kettle", "<w:vanish/>")) ?? "", /^TEL101/);
  const deleted = `<w:p><w:del ${changed}><w:r><w:delText>Mina Kettle</w:delText></w:r></w:del></w:p>`;
  assert.match(by(deleted) ?? "", /^TEL101/);
});

test("a name that stands in a remark only is not printed", () => {
  const remark = `<text:p>x<office:annotation><dc:creator>Mina</dc:creator><text:p>Mina</text:p></office:annotation></text:p>`;
  assert.ok(listTold(odt(remark)).includes("TEL101 author of a remark Mina in content.xml"));
  assert.ok(
    listTold(odt(`${remark}<text:p>by Mina</text:p>`)).every((line) => !/^TEL101/.test(line)),
  );
});

test("the two clocks of LibreOffice tell the zone of who saved", () => {
  const saved = (moment: string) =>
    listTold(odt("", { "meta.xml": odfPart("document-meta", `<dc:date>${moment}</dc:date>`) }));
  // The archive of the fixtures is of noon.
  assert.ok(
    saved("2000-01-02T17:30:12.5").includes("TEL003 dc:date and zip UTC+05:30 in meta.xml"),
  );
  for (const moment of ["2000-01-02T12:00:12", "2026-01-02T03:04:05", "2000-01-02T17:37:00", "x"])
    assert.ok(!saved(moment).some((line) => line.startsWith("TEL003")), moment);
});

test("a photograph keeps its notes in a document, and in a document within a document", async () => {
  const photo = await takePhoto();
  const inner = packSheets({ "xl/media/image1.jpeg": photo });
  const told = listTold(
    packWord("", { "word/media/image1.jpeg": photo, "word/embeddings/list.xlsx": inner }),
  );
  for (const place of ["word/media/image1.jpeg", "word/embeddings/list.xlsx/xl/media/image1.jpeg"])
    assert.ok(told.includes(`TEL001 GPS 52.1, 4.3 in ${place}`), told.join("\n"));
});

test("old kinds and locked files are recognised, and never said to be searched", () => {
  for (const [file, label] of [
    [packCompound("WordDocument"), "Word document of the old kind (.doc)"],
    [packCompound("Workbook"), "Excel workbook of the old kind (.xls)"],
    [packCompound("PowerPoint Document"), "PowerPoint presentation of the old kind (.ppt)"],
    [packCompound("EncryptedPackage"), "office document with a password"],
    [Buffer.from("{\\rtf1 Mina}"), "text in the Rich Text Format (.rtf)"],
  ] as const) {
    const { facts, diagnostics } = inspectFile(file);
    assert.deepEqual(facts, { kind: "unknown", label });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ["INS003"],
    );
  }
});

test("a book is a book, whatever parts of a document it has", () => {
  const both = packFiles({
    "META-INF/container.xml": "<container/>",
    "[Content_Types].xml": "<T/>",
  });
  assert.equal(inspectFile(both).facts.kind, "epub");
});
