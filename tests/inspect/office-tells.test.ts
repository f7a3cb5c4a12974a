import assert from "node:assert/strict";
import { test } from "node:test";
import { listTold } from "./list-told.ts";
import {
  odfPart,
  packOpenDocument,
  packPrinter,
  packSheets,
  packSlides,
  sheet,
  slide,
} from "./office-files.ts";

const SHEETS: readonly (readonly [line: string, file: Uint8Array])[] = [
  [
    "TEL808 sheet sheet People in xl/workbook.xml",
    packSheets({
      "xl/workbook.xml": sheet("workbook", `<sheet name="People" state="veryHidden"/>`),
    }),
  ],
  [
    "TEL103 url C:\\Users\\mina\\Documents\\ in xl/workbook.xml",
    packSheets({
      "xl/workbook.xml": sheet("workbook", `<x15ac:absPath url="C:\\Users\\mina\\Documents\\"/>`),
    }),
  ],
  [
    "TEL808 hidden 1 column in xl/worksheets/sheet1.xml",
    packSheets({ "xl/worksheets/sheet1.xml": sheet("worksheet", `<col hidden="1"/>`) }),
  ],
  [
    "TEL851 comment Mina: call him in xl/comments1.xml",
    packSheets({
      "xl/comments1.xml": sheet(
        "comments",
        `<authors><author>Mina</author></authors><comment authorId="0"><t>call him</t></comment>`,
      ),
    }),
  ],
  [
    "TEL201 formula https://evil.example/w in xl/worksheets/sheet1.xml",
    packSheets({
      "xl/worksheets/sheet1.xml": sheet("worksheet", `<f>WEBSERVICE("https://evil.example/w")</f>`),
    }),
  ],
  [
    "TEL302 formula cmd|'/c calc'!A0 in xl/worksheets/sheet1.xml",
    packSheets({ "xl/worksheets/sheet1.xml": sheet("worksheet", "<f>cmd|'/c calc'!A0</f>") }),
  ],
  [
    "TEL302 <ddeLink> cmd|/c calc in xl/externalLinks/externalLink1.xml",
    packSheets({
      "xl/externalLinks/externalLink1.xml": sheet(
        "externalLink",
        `<ddeLink ddeService="cmd" ddeTopic="/c calc"/>`,
      ),
    }),
  ],
  [
    "TEL109 connection DSN=tea;UID=mina;PWD=x in xl/connections.xml",
    packSheets({
      "xl/connections.xml": sheet("connections", `<dbPr connection="DSN=tea;UID=mina;PWD=x"/>`),
    }),
  ],
  [
    "TEL201 url https://evil.example/q in xl/connections.xml",
    packSheets({
      "xl/connections.xml": sheet("connections", `<webPr url="https://evil.example/q"/>`),
    }),
  ],
  [
    "TEL808 <pivotCacheRecords> pivotCacheRecords in xl/pivotCache/r.xml",
    packSheets({ "xl/pivotCache/r.xml": sheet("pivotCacheRecords", "<r/>") }),
  ],
  [
    "TEL101 refreshedBy Mina in xl/pivotCache/d.xml",
    packSheets({ "xl/pivotCache/d.xml": sheet("pivotCacheDefinition", "", `refreshedBy="Mina"`) }),
  ],
  [
    "TEL510 printer Upstairs in xl/printerSettings/printerSettings1.bin",
    packSheets({ "xl/printerSettings/printerSettings1.bin": packPrinter("Upstairs") }),
  ],
];

const SLIDES: readonly (readonly [line: string, file: Uint8Array])[] = [
  [
    "TEL808 slide slide Hidden tea in ppt/slides/slide1.xml",
    packSlides({ "ppt/slides/slide1.xml": slide("sld", "<a:t>Hidden tea</a:t>", `show="0"`) }),
  ],
  [
    "TEL854 notes tell them in ppt/notesSlides/n.xml",
    packSlides({
      "ppt/notesSlides/n.xml": slide(
        "notes",
        `<p:sp><p:nvPr><p:ph type="body"/></p:nvPr><p:txBody><a:t>tell them</a:t></p:txBody></p:sp>`,
      ),
    }),
  ],
  [
    "TEL851 comment too loud in ppt/comments/c.xml",
    packSlides({
      "ppt/comments/c.xml": slide("cmLst", `<p:cm authorId="0"><p:text>too loud</p:text></p:cm>`),
    }),
  ],
  [
    "TEL101 author of a remark Bo Teapot in ppt/commentAuthors.xml",
    packSlides({
      "ppt/commentAuthors.xml": slide("cmAuthorLst", `<p:cmAuthor name="Bo Teapot"/>`),
    }),
  ],
];

const MORE: readonly (readonly [line: string, file: Uint8Array])[] = [
  [
    "TEL302 action ppaction://program in ppt/slides/slide1.xml",
    packSlides({
      "ppt/slides/slide1.xml": slide("sld", `<a:hlinkMouseOver action="ppaction://program"/>`),
    }),
  ],
  [
    "TEL101 author Mina in ppt/changesInfos/c.xml",
    packSlides({ "ppt/changesInfos/c.xml": slide("chgInfo", `<p:chgData name="Mina"/>`) }),
  ],
  [
    "TEL705 Power Query its queries (Power Query) in customXml/item1.xml",
    packSheets({
      "customXml/item1.xml": `<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">UEsDB</DataMashup>`,
    }),
  ],
  [
    "TEL301 <we:webextension> webextension in xl/webextensions/w.xml",
    packSheets({
      "xl/webextensions/w.xml": `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11"/>`,
    }),
  ],
];

const odt = (body: string, files = {}) => packOpenDocument("text", body, files);
const ODF: readonly (readonly [line: string, file: Uint8Array])[] = [
  [
    "TEL101 meta:printed-by Ola Cup in meta.xml",
    odt("", { "meta.xml": odfPart("document-meta", "<meta:printed-by>Ola Cup</meta:printed-by>") }),
  ],
  [
    "TEL101 meta:initial-creator Mina in meta.xml",
    odt("", {
      "meta.xml": odfPart("document-meta", "<meta:initial-creator>Mina</meta:initial-creator>"),
    }),
  ],
  [
    "TEL201 <meta:template href> https://evil.example/t.ott in meta.xml",
    odt("", {
      "meta.xml": odfPart(
        "document-meta",
        `<meta:template xlink:href="https://evil.example/t.ott"/>`,
      ),
    }),
  ],
  [
    "TEL510 PrinterName Upstairs Copier in settings.xml",
    odt("", {
      "settings.xml": odfPart(
        "document-settings",
        `<config:config-item config:name="PrinterName">Upstairs Copier</config:config-item>`,
      ),
    }),
  ],
  [
    "TEL851 comment Mina: ask in content.xml",
    odt("<office:annotation><dc:creator>Mina</dc:creator><text:p>ask</text:p></office:annotation>"),
  ],
  [
    "TEL806 <text:deletion> her name in content.xml",
    odt(
      "<text:tracked-changes><text:deletion><office:change-info><dc:creator>Bo</dc:creator></office:change-info><text:p>her name</text:p></text:deletion></text:tracked-changes>",
    ),
  ],
  [
    "TEL801 hidden text secret in content.xml",
    odt(`<text:p>x<text:span text:style-name="H">secret</text:span></text:p>`, {
      styles: `<style:style style:name="H"><style:text-properties text:display="none"/></style:style>`,
    }),
  ],
  [
    "TEL201 <draw:image href> https://evil.example/a.png in content.xml",
    odt(`<draw:image xlink:href="https://evil.example/a.png"/>`),
  ],
  [
    "TEL203 <text:section-source href> ../other.odt in content.xml",
    odt(`<text:section-source xlink:href="../other.odt"/>`),
  ],
  [
    "TEL402 <text:a href> https://a.example/?fbclid=1 in content.xml",
    odt(`<text:a xlink:href="https://a.example/?fbclid=1"/>`),
  ],
  [
    "TEL301 <script:event-listener> vnd.sun.star.script:T.M.x?language=Basic in content.xml",
    odt(`<script:event-listener xlink:href="vnd.sun.star.script:T.M.x?language=Basic"/>`),
  ],
  ["TEL301 macros macros in Basic/T/M.xml", odt("", { "Basic/T/M.xml": "<m/>" })],
  [
    "TEL302 <office:dde-source> soffice|x in content.xml",
    odt(`<office:dde-source office:dde-application="soffice" office:dde-topic="x"/>`),
  ],
  [
    "TEL805 password it asks for a password in META-INF/manifest.xml",
    odt("", {
      "META-INF/manifest.xml": `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>`,
    }),
  ],
  [
    "TEL808 sheet sheet People in content.xml",
    packOpenDocument("spreadsheet", `<table:table table:name="People" table:style-name="T"/>`, {
      styles: `<style:style style:name="T"><style:table-properties table:display="false"/></style:style>`,
    }),
  ],
  [
    "TEL854 notes tell them in content.xml",
    packOpenDocument(
      "presentation",
      "<draw:page><presentation:notes><text:p>tell them</text:p></presentation:notes></draw:page>",
    ),
  ],
];

for (const [line, file] of [...SHEETS, ...SLIDES, ...MORE, ...ODF])
  test(`document: ${line}`, () => {
    const told = listTold(file);
    assert.ok(told.includes(line), told.join("\n"));
  });
