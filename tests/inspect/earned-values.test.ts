import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { sampleFiles } from "./sample-epub.ts";
import { changeBook } from "./telling-files.ts";

const page = (body: string, head = "") =>
  Buffer.from(
    `<!doctype html><html lang="en"><head><title>Tea</title>${head}</head><body>${body}</body></html>`,
  );
const sheet = (css: string) => page("<p>Tea</p>", `<style>${css}</style>`);
const looks = (declarations: string) => sheet(`p{${declarations}}`);
const drawing = (inner: string, attributes = 'viewBox="0 0 90 90"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);
const notes = (metadata: string) => changeBook({ metadata });
const change = (name: string, from: string, to: string) =>
  changeBook({ files: { [name]: String(sampleFiles()[name]).replace(from, () => to) } });

/** A face with one name: what it is by its number, and its text. */
function face(number: number, text: string): Buffer {
  const words = Buffer.from(text, "utf16le").swap16();
  const font = Buffer.alloc(28 + 18);
  font.writeUInt32BE(0x10000, 0);
  font.writeUInt16BE(1, 4);
  font.write("name", 12, "latin1");
  font.writeUInt32BE(28, 20);
  font.writeUInt32BE(18 + words.length, 24);
  const table = [0, 1, 18, 3, 1, 0x409, number, words.length, 0];
  for (const [at, value] of table.entries()) font.writeUInt16BE(value, 28 + 2 * at);
  return Buffer.concat([font, words]);
}
const font = (number: number, text: string) =>
  changeBook({ files: { "B/f.ttf": face(number, text) } });

/** Each says something that nobody who reads the text sees. */
const KINDS: Readonly<Record<string, readonly Uint8Array[]>> = {
  "metadata with words for a value of another kind": [
    page("Tea", '<meta name="viewport" content="prepared for Mina">'),
    page("Tea", '<meta name="generator" content="prepared for Mina">'),
    page("Tea", '<meta name="description" content="prepared for Mina">'),
    page("Tea", '<meta name="robots" content="Mina">'),
    page("Tea", '<meta http-equiv="content-language" content="prepared for Mina">'),
    notes("<dc:date>prepared for Mina</dc:date>"),
    notes("<dc:identifier>prepared-for-mina</dc:identifier>"),
    notes("<dc:type>prepared for Mina</dc:type>"),
    notes("<dc:language>en-mina</dc:language>"),
    notes('<meta refines="#id" property="role">prepared for Mina</meta>'),
    notes('<meta property="rendition:layout">Mina</meta>'),
    notes('<meta name="cover" content="mina-kettle"/>'),
    change("B/p.opf", "2026-01-02T03:04:05Z", "prepared for Mina"),
    change("B/t.ncx", "</head>", '<meta name="dtb:depth" content="for Mina"/></head>'),
    change("B/t.ncx", "</docTitle>", "</docTitle><docAuthor><text>Mina</text></docAuthor>"),
    changeBook({
      files: {
        "META-INF/com.apple.ibooks.display-options.xml":
          '<display_options><platform name="*"><option name="fonts">for Mina</option></platform></display_options>',
      },
    }),
  ],
  "what stands before and between": [
    Buffer.from('<?xml version="1.0" encoding="mina"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('<?xml version="1.0" mina="for Mina"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('<!DOCTYPE for-mina><svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "for-mina.dtd"><p>Tea'),
    drawing("<rect/> \t \t\t  \t<rect/>"),
    change("B/p.opf", '<item id="a"', ' \t\t <item id="a"'),
    change("B/a.xhtml", 'encoding="UTF-8"', 'encoding="mina"'),
  ],
  "titles and labels that no page prints": [
    change("B/a.xhtml", "<title>Water", "<title>For Mina Kettle"),
    change("B/t.ncx", "<text>Water", "<text>For Mina"),
    change("B/t.ncx", "<text>Kettles", "<text>For Mina"),
    change("B/t.ncx", "<navMap>", "<navMap><navInfo><text>For Mina</text></navInfo>"),
    changeBook({ body: "<ruby>a<rp>Mina</rp><rt>b</rt></ruby>" }),
  ],
  "names that are words for somebody": [
    drawing('<mina:rect xmlns:mina="http://www.w3.org/2000/svg"/>'),
    page('<p id="prepared-for-mina">Tea'),
    page('<p id="p4711">Tea'),
    page('<p id="\u{1F600}\u{1F601}">Tea'),
    page('<p class="for-mina">Tea'),
    page('<a href="#prepared-for-mina">Tea</a>'),
    drawing('<rect class="mina"/>'),
    drawing('<rect id="mina"/>'),
    change("B/p.opf", 'id="b"', 'id="mina-kettle"'),
    change("B/t.ncx", 'id="n1"', 'id="mina-kettle"'),
    change("B/t.ncx", "<navPoint", '<navPoint class="mina"'),
  ],
  "values that are not of their attribute's grammar": [
    page('<p lang="mina">Tea'),
    page('<p role="mina">Tea'),
    page('<ol start="mina"><li>Tea</ol>'),
    page('<time datetime="Mina">Tea</time>'),
    page('<a target="mina" href="https://a.example/">Tea</a>'),
    changeBook({ body: '<p epub:type="mina">Tea</p>' }),
    change("META-INF/container.xml", 'container version="1.0"', 'container version="mina"'),
    change("B/p.opf", 'properties="nav"', 'properties="nav mina"'),
    drawing('<path d="M0 0 Mina was here"/>'),
    drawing('<polygon points="0,0 Mina"/>'),
    drawing("<rect/>", 'version="by Mina"'),
    drawing('<rect fill="mina"/>'),
    drawing('<rect style="fill:mina"/>'),
    drawing('<g xml:space="mina"/>'),
    drawing('<g systemLanguage="mina"/>'),
  ],
  "words beside the text": [
    page('<p aria-label="for Mina">Tea'),
    page('<p title="for Mina">Tea'),
    page('<span aria-description="for Mina">Tea</span>'),
    page('<table summary="for Mina"><tr><td>Tea</table>'),
    page("<select><option>Mina</select>"),
    page("<details><summary>Tea</summary>Mina</details>"),
    page("<div hidden><details><summary>Mina</summary></details></div>"),
    page("<details hidden><summary>Mina</summary></details>"),
    page("<dialog>Mina</dialog>"),
    page("<p popover>Mina"),
    drawing("<title>Mina</title>"),
  ],
  "words within a sheet": [
    looks("font-family:'Mina Kettle'"),
    looks("font-family:Mina"),
    looks("counter-reset:mina"),
    looks("grid-area:mina"),
    looks("color:#mina"),
    sheet("@counter-style mina{system:cyclic;symbols:'x'}"),
    sheet("@counter-style disc{system:cyclic;symbols:'Mina'}"),
    sheet(".mina{margin:0}"),
    sheet("#mina{margin:0}"),
    sheet("mina{margin:0}"),
    sheet("p:mina{margin:0}"),
    sheet("[title='Mina']{margin:0}"),
    sheet("@media (mina:1){p{margin:0}}"),
    sheet("@media mina{p{margin:0}}"),
    sheet("@page mina{margin:1em}"),
    sheet("q::before{content:'Mina was here'}"),
  ],
  "text that is not known to be seen": [
    "transform:rotateY(90deg)|scale:0|translate:9999px|rotate:x 90deg|perspective:1px",
    "height:1em;overflow:hidden|max-height:0|width:0|inline-size:1px|columns:99 1px|size:1px",
    "position:fixed|position:absolute|top:-99px|z-index:-1|float:left;margin-left:-100%",
    "opacity:.3|opacity:0.99|filter:blur(9px)|mix-blend-mode:difference|mask:none url(#a)",
    "clip-path:circle(0)|clip:rect(0,0,0,0)|-webkit-line-clamp:1|animation:x 1s|transition:all 9s",
    "color:#fefefe|color:white|color:ivory|color:rgb(255 255 255)|color:rgba(0,0,0,.01)|color:\\77hite",
    "background:#000|background-color:navy|background-image:linear-gradient(#fff,#000)",
    "-webkit-text-fill-color:transparent|color:hsl(0 0% 100%)|color:orchid",
    "font-size:3px|font-size:.1em|font:1px serif|font-size:calc(1px)|font-size-adjust:0|zoom:.01",
    "text-indent:-99em|text-indent:100%|line-height:0|letter-spacing:-1em|word-spacing:99em",
    "display:none|display:contents|visibility:hidden|content-visibility:hidden|display:none!important",
    "margin-top:-2em|padding:9999px|border-top:9999px solid|vertical-align:-999px|outline:99em solid",
  ].flatMap((line) => line.split("|").map(looks)),
  "colours and sizes that attributes give": [
    page("<font color=white>Mina</font>"),
    page("<font color=fff>Mina</font>"),
    page("<table bgcolor=black><tr><td>Mina</table>"),
    page("<p style='color:#fdfdfd'>Mina"),
    page("<math><mi mathsize=0>x</mi></math>"),
    page("<math><maction><mi>a</mi><mi>Mina</mi></maction></math>"),
    page("<math><mpadded width=0><mi>x</mi></mpadded></math>"),
  ],
  "text of a drawing that is not known to be seen": [
    drawing("<text y='9'>Mina</text><rect width='90' height='90'/>"),
    drawing("<rect width='90' height='90'/><text y='9'>Mina</text>"),
    drawing("<text x='999' y='9'>Mina</text>"),
    drawing("<text x='9' y='-9'>Mina</text>"),
    drawing("<text y='9'>Mina</text>", ""),
    drawing("<text y='9' fill='#fff'>Mina</text>"),
    drawing("<text y='9' font-size='.1'>Mina</text>"),
    drawing("<text y='9' textLength='0'>Mina</text>"),
    drawing("<text y='9' transform='scale(0)'>Mina</text>"),
    drawing("<g opacity='.1'><text y='9'>Mina</text></g>"),
    drawing("<text y='9'>Mina<set attributeName='fill' to='white'/></text>"),
    drawing("<switch><text y='9'>a</text><text y='9'>Mina</text></switch>"),
    drawing("<mask id='a'/><text y='9' mask='url(#a)'>Mina</text>"),
    drawing("<style>text{fill:white}</style><text y='9'>Mina</text>"),
  ],
  "what a face says of itself": [
    font(0, "Copyright 2020 Mina Kettle"),
    font(3, "prepared for Mina"),
    font(9, "Mina"),
    font(5, "Version 1.0; copy 4711 4712 471113"),
    font(1, "Mina Sans"),
    font(19, "\u200B\u200C"),
  ],
};

/** What keeps a file from being clean. */
function listAll(bytes: Uint8Array): readonly string[] {
  const findings = inspectFile(bytes).disclosure.topics.flatMap((topic) => topic.findings);
  return findings
    .filter(({ level }) => level !== "harmless")
    .flatMap(({ code, entries }) => entries.map(({ field, value }) => `${code} ${field} ${value}`));
}

const ofSample = new Set(listAll(changeBook({})));
/** The same, beside what the sample book tells as it is. */
const listMinded = (bytes: Uint8Array) => listAll(bytes).filter((line) => !ofSample.has(line));

for (const [kind, files] of Object.entries(KINDS))
  test(`${kind}: no file is clean`, () => {
    const clean = files.flatMap((bytes, at) => (listMinded(bytes).length === 0 ? [at] : []));
    assert.deepEqual(clean, []);
  });

const unsearched = (bytes: Uint8Array) =>
  inspectFile(bytes).findings.filter(({ code }) => code === "TEL705");

test("what is ordinary is clean", () => {
  const ordinary = [
    page(
      '<h1 id="boiling-water">Boiling water</h1><p class="note first">See <a href="#boil">it</a>.',
    ),
    page("<p>Tea</p>", '<meta name="viewport" content="width=device-width, initial-scale=1">'),
    page("<p>Tea</p>", '<meta name="generator" content="pandoc">'),
    page('<p>Tea <abbr title="et cetera">etc.</abbr><nav aria-label="All the pages"></nav>'),
    looks("font:italic bold 12px/1.5 Georgia,serif;margin:0 auto;max-width:40em;color:#333"),
    looks(
      "line-height:1.4;text-align:justify;text-indent:1.5em;background:#f8f8f8;border:1px solid #ccc",
    ),
    sheet("@media print{h1,.chapter-title,#toc{break-before:page}} li::before{content:'– '}"),
    drawing(
      "<rect width='90' height='90' fill='#fff'/><text x='9' y='20' font-size='9'>Tea</text>",
    ),
    drawing("<g transform='rotate(9)'><path fill='none' opacity='.5' d='M1 1h3z'/></g>"),
    notes("<dc:date>2026-01</dc:date><dc:language>pt-BR</dc:language><dc:type>text</dc:type>"),
    font(0, "Copyright 2022 The Noto Project Authors (https://github.com/notofonts/thai)"),
  ];
  for (const [at, bytes] of ordinary.entries()) assert.deepEqual(listMinded(bytes), [], String(at));
});

test("what is the same is told once, with its number", () => {
  const told = unsearched(page('<p class="mina">Tea</p>'.repeat(20)));
  assert.deepEqual(
    told.map(({ field, value }) => `${field} ${value}`),
    ["attribute class of <p> “mina”, and 19 more"],
  );
});
