import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { PRIVACY_RULES } from "../../src/inspect/disclosure/privacy-rules.ts";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { listTold as tell } from "./list-told.ts";
import { packFiles } from "./sample-epub.ts";
import { packStream } from "./sample-pdf.ts";
import {
  changeBook,
  drawPlain,
  PHOTO_TELLS,
  packUnixZip,
  quietPdf,
  takePhoto,
  writeOfficePdf,
} from "./telling-files.ts";

const levelOf = (bytes: Uint8Array) => inspectFile(bytes).disclosure.level;

test("a telephone's photograph: place, model, number, moment, zone and person, in every format", async () => {
  const photos: [string, Uint8Array][] = [];
  for (const format of ["jpeg", "png", "webp", "avif"] as const)
    photos.push([format, await takePhoto(format)]);
  // The notes of a JPEG are a TIFF of their own.
  const jpeg = await takePhoto();
  photos.push(["tiff", jpeg.subarray(jpeg.indexOf("Exif\0\0") + 6)]);
  for (const [format, photo] of photos) {
    const told = tell(photo);
    for (const line of [...PHOTO_TELLS, "TEL601 EXIF:DateTimeOriginal 2026:01:02 03:04:05"])
      assert.ok(told.includes(line), `${format}: ${line} in\n${told.join("\n")}`);
  }
});

test("a picture without notes tells nothing", async () => {
  assert.deepEqual(tell(await drawPlain()), []);
  assert.equal(levelOf(await drawPlain()), "harmless");
});

test("comments, texts and what is added behind a picture's end", async () => {
  const jpeg = await drawPlain();
  const comment = Buffer.from("\u00FF\u00FE\0\u0016/home/mina/tea.jpg\0\0", "latin1");
  const noted = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
  assert.ok(
    tell(noted).includes("TEL103 JPEG comment /home/mina/tea.jpg\0\0"),
    tell(noted).join("\n"),
  );
  const film = Buffer.concat([jpeg, Buffer.from("\0\0\0\x18ftypmp42 a film of the room")]);
  assert.match(tell(film).join("\n"), /TEL706 after the end \d+ bytes/);
  const gif = await sharp(jpeg).gif().toBuffer();
  const body = Buffer.from("!\u00FE\u0005Mina!\0", "latin1");
  const spoken = Buffer.concat([gif.subarray(0, -1), body, gif.subarray(-1)]);
  assert.ok(tell(spoken).includes("TEL802 GIF comment Mina!"), tell(spoken).join("\n"));
});

test("a PDF that an office program made: person, program, version, zone, font, number", () => {
  const told = tell(writeOfficePdf());
  assert.deepEqual(told.filter((line) => /^TEL(?!95)/.test(line)).sort(), [
    "TEL003 Info:CreationDate D:20260102030405+03'30'",
    "TEL101 Info:Author mkettle",
    "TEL101 dc:creator mkettle",
    "TEL406 xmpMM:DocumentID uuid:2f3c4d5e-0001-4000-8000-00aa00bb00cc",
    "TEL503 Info:Producer LibreOffice 7.4",
    "TEL503 pdf:Producer LibreOffice 7.4",
    "TEL504 Info:Creator Writer",
    "TEL504 xmp:CreatorTool Writer",
    "TEL601 Info:CreationDate D:20260102030405+03'30'",
    "TEL902 font LiberationSerif",
  ]);
});

test("an author whom the pages name is no secret; part of a word is no name", () => {
  const shown = (text: string) =>
    tell(quietPdf({ info: "/Author(Mina K)", content: `BT /F 12 Tf 72 700 Td (${text}) Tj ET` }));
  assert.ok(shown("By Mina K, 2026").includes("TEL102 Info:Author Mina K"));
  assert.ok(shown("By Mina Kettle").includes("TEL101 Info:Author Mina K"));
});

const TOKEN = "a1b2c3d4e5f6a7b8c9d0";
const link = (address: string) => ({ body: `<p><a href="${address}">x</a></p>` });
const action = (dict: string) => quietPdf({ catalog: `/OpenAction<<${dict}>>` });
const annotation = (dict: string) =>
  quietPdf({ page: `/Annots[<</Type/Annot/Rect[0 0 9 9]${dict}>>]` });

const EPUBS: readonly (readonly [line: string, book: Parameters<typeof changeBook>[0]])[] = [
  [
    "TEL201 <img src> https://evil.example/a.png in B/a.xhtml",
    { body: '<img alt="" src="https://evil.example/a.png"/>' },
  ],
  [
    "TEL201 <img src> //evil.example/a.png in B/a.xhtml",
    { body: '<img alt="" src="//evil.example/a.png"/>' },
  ],
  [
    "TEL201 <img srcset> https://evil.example/b.png in B/a.xhtml",
    { body: '<img alt="" src="p.png" srcset="p.png 1x, https://evil.example/b.png 2x"/>' },
  ],
  [
    "TEL401 <img src> https://evil.example/1.gif in B/a.xhtml",
    { body: '<img alt="" width="1" height="1" src="https://evil.example/1.gif"/>' },
  ],
  [
    "TEL201 <img src> ht tps://evil.example/a.png in B/a.xhtml",
    { body: '<img alt="" src="ht&#9;tps://evil.example/a.png"/>' },
  ],
  [
    "TEL201 <img src> https://evil.example/d.png in B/a.xhtml",
    { body: '<iframe srcdoc="&lt;img src=https://evil.example/d.png&gt;"></iframe>' },
  ],
  [
    "TEL201 <?xml-stylesheet?> https://evil.example/p.css in B/a.xhtml",
    { body: '<?xml-stylesheet href="https://evil.example/p.css"?><p>x</p>' },
  ],
  [
    "TEL201 <iframe src> https://evil.example/ in B/a.xhtml",
    { body: '<iframe src="https://evil.example/"></iframe>' },
  ],
  [
    "TEL201 <audio src> http://evil.example/a.mp3 in B/a.xhtml",
    { body: '<audio src="http://evil.example/a.mp3"></audio>' },
  ],
  [
    "TEL201 @import https://evil.example/a.css in B/s.css",
    { css: '@import "https://evil.example/a.css";' },
  ],
  [
    "TEL201 url() https://evil.example/f.woff in B/s.css",
    { css: "@font-face { src: u\\72l(https://evil.example/f.woff); }" },
  ],
  [
    "TEL201 url() https://evil.example/b.png in B/a.xhtml",
    { body: "<p style='background: url(\"https://evil.example/b.png\")'>x</p>" },
  ],
  [
    "TEL201 <meta refresh> 0; url=https://evil.example/ in B/a.xhtml",
    { body: '<meta http-equiv="refresh" content="0; url=https://evil.example/"/>' },
  ],
  [
    "TEL201 <link href> https://evil.example in B/a.xhtml",
    { body: '<link rel="preconnect" href="https://evil.example"/>' },
  ],
  [
    "TEL202 <form action> https://evil.example/ in B/a.xhtml",
    { body: '<form action="https://evil.example/"></form>' },
  ],
  ["TEL301 <script> alert(1) in B/a.xhtml", { body: "<script>alert(1)</script>" }],
  ["TEL301 <p onclick> x() in B/a.xhtml", { body: '<p onclick="x()">x</p>' }],
  [
    "TEL402 <a href> https://a.example/?fbclid=12 in B/a.xhtml",
    link("https://a.example/?fbclid=12"),
  ],
  [
    "TEL403 <a href> https://a.example/?utm_source=mail in B/a.xhtml",
    link("https://a.example/?utm_source=mail"),
  ],
  [
    `TEL404 <a href> https://a.example/?k=${TOKEN} in B/a.xhtml`,
    link(`https://a.example/?k=${TOKEN}`),
  ],
  [
    "TEL801 <p> secret tea in B/a.xhtml",
    { body: '<p style="display: none">secret <b hidden="">tea</b></p>' },
  ],
  ["TEL802 comment ask Mina in B/a.xhtml", { body: "<!-- ask Mina -->" }],
  [
    "TEL103 comment from /home/mina/tea.md in B/a.xhtml",
    { body: "<!-- from /home/mina/tea.md -->" },
  ],
  ["TEL101 dc:creator Mina Kettle", { metadata: "<dc:creator>Mina Kettle</dc:creator>" }],
  ["TEL102 dc:creator Green", { metadata: "<dc:creator>Green</dc:creator>" }],
  [
    "TEL503 dc:contributor calibre (7.4) [https://calibre-ebook.com]",
    { metadata: "<dc:contributor>calibre (7.4) [https://calibre-ebook.com]</dc:contributor>" },
  ],
  [
    "TEL003 calibre:timestamp 2026-01-02T03:04:05+03:30",
    { metadata: '<meta name="calibre:timestamp" content="2026-01-02T03:04:05+03:30"/>' },
  ],
  [
    "TEL509 dc:identifier urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    { metadata: "<dc:identifier>urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8</dc:identifier>" },
  ],
  ["TEL703 file iTunesMetadata.plist", { files: { "iTunesMetadata.plist": "x" } }],
  [
    "TEL704 file META-INF/calibre_bookmarks.txt",
    { files: { "META-INF/calibre_bookmarks.txt": "x" } },
  ],
  ["TEL703 file __MACOSX/B/._a.xhtml", { files: { "__MACOSX/B/._a.xhtml": "x" } }],
  [
    "TEL103 inkscape:export-filename C:\\Users\\mina\\tea.png in B/d.svg",
    {
      files: {
        "B/d.svg":
          '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\Users\\mina\\tea.png"/>',
      },
    },
  ],
  [
    "TEL101 dc:creator Mina in B/d.svg",
    {
      files: {
        "B/d.svg":
          '<svg xmlns="http://www.w3.org/2000/svg" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:creator><dc:title>Mina</dc:title></dc:creator></metadata></svg>',
      },
    },
  ],
  [
    "TEL201 <image href> https://evil.example/i.png in B/d.svg",
    {
      files: {
        "B/d.svg":
          '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/i.png"/></svg>',
      },
    },
  ],
];

const PDFS: readonly (readonly [line: string, file: Uint8Array])[] = [
  ["TEL301 JavaScript app.alert(1)", action("/S/JavaScript/JS(app.alert(1))")],
  ["TEL302 Launch calc.exe", action("/S/Launch/F(calc.exe)")],
  [
    "TEL201 URI that opens by itself https://evil.example/",
    action("/S/URI/URI(https://evil.example/)"),
  ],
  ["TEL203 GoToR other.pdf", action("/S/GoToR/F(other.pdf)")],
  [
    "TEL202 SubmitForm https://evil.example/",
    annotation("/Subtype/Widget/A<</S/SubmitForm/F<</FS/URL/F(https://evil.example/)>>>>"),
  ],
  [
    "TEL201 URI that opens by itself https://evil.example/p in object 3",
    quietPdf({ page: "/AA<</O<</S/URI/URI(https://evil.example/p)>>>>" }),
  ],
  [
    "TEL201 external stream https://evil.example/s in object 9",
    quietPdf({ objects: { 9: packStream("/F<</FS/URL/F(https://evil.example/s)>>", "x") } }),
  ],
  ["TEL301 RichMedia plays or runs in object 3", annotation("/Subtype/RichMedia")],
  [
    "TEL402 URI https://a.example/?fbclid=1",
    annotation("/Subtype/Link/A<</S/URI/URI(https://a.example/?fbclid=1)>>"),
  ],
  [
    "TEL701 embedded file list.xls, 3 bytes",
    quietPdf({
      objects: {
        9: "<</Type/Filespec/F(list.xls)/UF(list.xls)/EF<</F 10 0 R>>>>",
        10: packStream("/Type/EmbeddedFile", "abc"),
      },
    }),
  ],
  [
    "TEL851 Text Mina: who is he? in page 1",
    annotation("/Subtype/Text/T(Mina)/Contents(who is he?)"),
  ],
  [
    "TEL853 field name Mina Kettle in page 1",
    annotation("/Subtype/Widget/FT/Tx/T(name)/V(Mina Kettle)"),
  ],
  [
    "TEL801 drawn without colour 5 characters drawn without colour in page 1",
    quietPdf({ content: "BT /F 12 Tf 72 700 Td 3 Tr (Water) Tj ET" }),
  ],
  [
    "TEL801 outside of the page 5 characters outside of the page in page 1",
    quietPdf({ content: "BT /F 12 Tf 72 -70 Td (Water) Tj ET" }),
  ],
  [
    "TEL801 in the colour of what is behind it 5 characters in the colour of what is behind it in page 1",
    quietPdf({ content: "1 g BT /F 12 Tf 72 70 Td (Water) Tj ET" }),
  ],
  [
    "TEL507 PieceInfo Illustrator in object 3",
    quietPdf({ page: "/PieceInfo<</Illustrator<</LastModified(D:2026)>>>>" }),
  ],
  [
    "TEL804 layer Answers",
    quietPdf({
      catalog: "/OCProperties<</D<</OFF[9 0 R]>>>>",
      objects: { 9: "<</Type/OCG/Name(Answers)>>" },
    }),
  ],
  ["TEL406 ID 01 02 (changed after it was made)", quietPdf({ trailer: "/ID[<01><02>]" })],
];

for (const [line, changes] of EPUBS)
  test(`EPUB: ${line}`, () => {
    const told = tell(changeBook(changes));
    assert.ok(told.includes(line), told.join("\n"));
    const plain = tell(changeBook({}));
    assert.ok(!plain.includes(line), "the sample tells it without the change");
  });

for (const [line, file] of PDFS)
  test(`PDF: ${line}`, () => {
    const told = tell(file);
    assert.ok(told.includes(line), told.join("\n"));
  });

test("a page that is not well-formed is searched all the same", () => {
  const page =
    '<html><body><p>x<img alt=x src="https://evil.example/a.png"><br><a href=https://a.example/?fbclid=1>y</a>';
  for (const told of [
    tell(Buffer.from(page)),
    tell(changeBook({ files: { "B/a.xhtml": page } })),
  ]) {
    const [image, link] = [
      "TEL201 <img src> https://evil.example/a.png",
      "TEL402 <a href> https://a.example/?fbclid=1",
    ];
    assert.ok(
      told.some((line) => line.startsWith(image)),
      told.join("\n"),
    );
    assert.ok(
      told.some((line) => line.startsWith(link)),
      told.join("\n"),
    );
  }
});

test("an ordinary link is not phoning home, and a quiet PDF tells nothing", () => {
  const uri = annotation("/Subtype/Link/A<</S/URI/URI(https://a.example/tea?page=2)>>");
  assert.deepEqual(
    tell(uri).filter((line) => !/^TEL9/.test(line)),
    [],
  );
  const book = tell(changeBook(link("https://a.example/tea?page=2")));
  assert.ok(!book.some((line) => /^TEL[24]0[1-4]/.test(line)), book.join("\n"));
});

test("a photograph within a PDF or a book keeps its notes, and is found by its place", async () => {
  const photo = await takePhoto();
  const image = packStream(
    "/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceRGB/Filter/DCTDecode",
    photo,
  );
  assert.ok(tell(quietPdf({ objects: { 9: image } })).includes("TEL001 GPS 52.1, 4.3 in object 9"));
  const book = changeBook({ files: { "B/photo.jpg": photo } });
  assert.ok(tell(book).includes("TEL001 GPS 52.1, 4.3 in B/photo.jpg"));
  const inline = changeBook({
    body: `<img alt="" src="data:image/jpeg;base64,${photo.toString("base64")}"/>`,
  });
  assert.ok(tell(inline).includes("TEL001 GPS 52.1, 4.3 in B/a.xhtml"));
});

test("a file that was changed by adding to it still has its first state", () => {
  const first = Buffer.from(quietPdf());
  const length = first.length;
  const second = Buffer.from(
    `5 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<</Root 1 0 R/Size 8/Prev 1>>\nstartxref\n${length}\n%%EOF\n`,
  );
  assert.ok(tell(Buffer.concat([first, second])).includes("TEL803 %%EOF 2 states"));
  assert.ok(!tell(first).some((line) => line.startsWith("TEL803")));
});

test("an archive: who packed it, in which zone, what is in it, also in archives within", async () => {
  const unix = tell(packUnixZip("tea.txt", "packed by Mina, /home/mina/books"));
  for (const line of [
    "TEL003 zip UTC+03:30",
    "TEL106 zip user 1004",
    "TEL508 zip Unix",
    "TEL103 archive comment packed by Mina, /home/mina/books",
    "TEL601 zip 2026-01-02 12:00:00",
  ])
    assert.ok(unix.includes(line), `${line} in\n${unix.join("\n")}`);
  const inner = packFiles({
    "photo.jpg": await takePhoto(),
    ".DS_Store": "x",
    SHA256SUMS: "00  a",
  });
  const outer = tell(packFiles({ "old/all.zip": inner }));
  assert.ok(outer.includes("TEL001 GPS 52.1, 4.3 in old/all.zip/photo.jpg"), outer.join("\n"));
  assert.ok(outer.includes("TEL703 file .DS_Store in old/all.zip"), outer.join("\n"));
});

test("a document of an office program names who wrote and who last saved it", () => {
  const told = tell(
    packFiles({
      "[Content_Types].xml": "<Types/>",
      "docProps/core.xml": `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="urn:t"><dc:creator>Mina</dc:creator><cp:lastModifiedBy>Bo</cp:lastModifiedBy><dcterms:created>2026-01-02T03:04:05Z</dcterms:created></cp:coreProperties>`,
    }),
  );
  assert.ok(told.includes("TEL101 dc:creator Mina in docProps/core.xml"), told.join("\n"));
  assert.ok(told.includes("TEL101 cp:lastModifiedBy Bo in docProps/core.xml"), told.join("\n"));
});

test("pictures that are cut off or changed anywhere are read as far as they go", async () => {
  for (const format of ["jpeg", "png", "webp", "tiff", "avif"] as const) {
    const photo = await takePhoto(format);
    for (let length = 1; length < photo.length; length += 41)
      inspectFile(photo.subarray(0, length));
    for (let at = 0; at < photo.length; at += 7) {
      const changed = Buffer.from(photo);
      changed[at] = 0xff;
      changed[at + 1] = 0xff;
      inspectFile(changed);
    }
  }
});

test("every kind of finding has a code of three letters and three digits, and tells what to do", () => {
  for (const [code, rule] of Object.entries(PRIVACY_RULES)) {
    assert.match(code, /^TEL\d{3}$/);
    assert.equal(rule.level === "leak", "advice" in rule, code);
  }
});
