import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { page, sampleFiles } from "./sample-epub.ts";
import { changeBook } from "./telling-files.ts";

const EVIL = "https://evil.example/x";
const NS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inner: string, head = "", attributes = "") =>
  Buffer.from(`${head}<svg ${NS} ${attributes}>${inner}</svg>`);
const html = (inner: string, head = "") =>
  Buffer.from(
    `<!doctype html><html><head><title>Tea</title>${head}</head><body>${inner}</body></html>`,
  );
const chapter = (body: string) => changeBook({ body });
const css = (sheet: string) => changeBook({ css: sheet });
/** One file of the sample, changed. */
const change = (name: string, from: string | RegExp, to: string) =>
  changeBook({ files: { [name]: String(sampleFiles()[name]).replace(from, () => to) } });
const before = (name: string, text: string) =>
  change(name, /^<\?xml[^>]*>\s*(?:<!DOCTYPE html>)?/, `<?xml version="1.0"?>\n${text}\n`);
const drawing = (inner: string, head = "") =>
  changeBook({ files: { "B/d.svg": `${head}<svg ${NS}>${inner}</svg>` } });

/** Kinds of constructs; of each file a code that must be told, with a part of how it is told. */
const KINDS: Readonly<Record<string, readonly (readonly [Uint8Array, RegExp])[]>> = {
  "a document type that gives attributes, or is another's": [
    [
      svg("<image/>", `<!DOCTYPE svg [<!ATTLIST image href CDATA "${EVIL}">]>`),
      /TEL705 document type/,
    ],
    [
      before("B/a.xhtml", `<!DOCTYPE html [<!ATTLIST img src CDATA "${EVIL}">]>`),
      /TEL705 document type .*a\.xhtml/,
    ],
    [
      before("B/p.opf", `<!DOCTYPE package [<!ATTLIST item href CDATA "${EVIL}">]>`),
      /TEL705 document type .*p\.opf/,
    ],
    [before("B/t.ncx", `<!DOCTYPE ncx SYSTEM "${EVIL}.dtd">`), /TEL705 document type .*t\.ncx/],
    [
      before("META-INF/container.xml", `<!DOCTYPE container PUBLIC "-//X//EN" "${EVIL}">`),
      /TEL705 document type/,
    ],
    [
      drawing("", `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${EVIL}">`),
      /TEL705 document type .*d\.svg/,
    ],
    [Buffer.from(`<!DOCTYPE html SYSTEM "${EVIL}"><p>Tea`), /TEL705 document type/],
    [svg("&a;", `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>`), /TEL705/],
    [
      before("B/a.xhtml", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML copy 4711//EN" "">'),
      /TEL705 document type/,
    ],
  ],
  "what browsers pass over": [
    [html('<p>Tea</p id="ana">'), /TEL705 markup/],
    [html('<p id="a" id="ana">Tea'), /TEL705 markup/],
    [html('<p>Tea<tr id="ana"><td>x'), /TEL705 markup/],
    [html("<p>Tea</ana-smith>"), /TEL705 markup/],
    [html("<p>Tea<!doctype ana-smith>"), /TEL705 markup/],
    [Buffer.from("<!doctype html ana smith><title>Tea</title><p>Tea"), /TEL705 markup/],
    [
      Buffer.from(
        `<!doctype html [<!ATTLIST img src CDATA "${EVIL}">]><title>Tea</title><img alt="">`,
      ),
      /TEL705 markup/,
    ],
    [Buffer.from('<!doctype html><title>Tea</title><p>Tea<p id="ana'), /TEL705 markup/],
  ],
  "addresses behind signs that browsers pass over": [
    [html(`<img alt="Tea" src="&#1;${EVIL}">`), /TEL201/],
    [html(`<img alt="Tea" src="&#x1f;//evil.example/x">`), /TEL201/],
    [html("<p>Tea", `<base href="&#2;${EVIL}">`), /TEL201/],
    [html(`<form action="&#3;${EVIL}"><input></form>`), /TEL202/],
    [html('<a href="&#1;javascript:alert(1)">Tea</a>'), /TEL301/],
    [html("<p>Tea", `<style>p{background:url("\\1 //evil.example/x")}</style>`), /TEL201/],
  ],
  "what a reader with scripts reads otherwise": [
    [html(`<noscript><p title="</noscript><img src=${EVIL}>">Tea</noscript>`), /TEL705 element/],
    [html("<noscript>Tea</noscript>"), /TEL705 element <noscript>/],
  ],
  "remarks within styles": [
    [html("<p>Tea", "<style>/* copy for Mina 117 */</style>"), /TEL802 comment/],
    [html('<p style="/* 117 */color:red">Tea'), /TEL802 comment/],
    [svg("<style>/* copy 117 */</style>"), /TEL802 comment/],
    [css("/* copy 117 */"), /TEL802 comment .*\.css/],
    [chapter('<p style="color:red/* copy 117 */">Tea</p>'), /TEL802 comment/],
  ],
  "files beside a page or drawing, which are not looked at": [
    [html('<img src="p.png" alt="Tea">'), /TEL705 file p\.png in <img src>/],
    [html('<img srcset="p.png, q.png 2x" alt="Tea">'), /TEL705 file q\.png in <img srcset>/],
    [html('<iframe src="a.html">'), /TEL705 file a\.html/],
    [html("x", "<link rel=modulepreload href=a.js>"), /TEL705 file a\.js/],
    [html("x", "<link rel=import href=a.html>"), /TEL705 file a\.html/],
    [html("x", "<link rel=manifest href=a.json>"), /TEL705 file a\.json/],
    [html("x", '<meta http-equiv=refresh content="0;url=a.html">'), /TEL705 file a\.html/],
    [html('<p style="background: url(p.png)">x'), /TEL705 file p\.png in url/],
    [svg('<image href="p.png"/>'), /TEL705 file p\.png/],
    [svg('<set attributeName="href" to="p.png"/>'), /TEL705 file p\.png/],
    [svg('<use href="b.svg#x"/>'), /TEL705 file b\.svg#x/],
  ],
  "instructions and XSL": [
    [svg("", '<?xml-stylesheet href="s.css"?>'), /TEL705 instruction/],
    [svg("", '<?xml-stylesheet type="text/xsl" href="s.xsl"?>'), /TEL301 <\?xml-stylesheet/],
    [before("B/a.xhtml", '<?xml-stylesheet type="text/xsl" href="#x"?>'), /TEL705 instruction/],
    [before("B/p.opf", "<?oxygen path='/home/mina/x'?>"), /TEL103 <\?oxygen/],
    [change("B/t.ncx", "<navMap>", "<?copy 4711?><navMap>"), /TEL705 instruction .*t\.ncx/],
    [html("<?php echo 1 ?>"), /TEL705 instruction/],
    [drawing("<?x-packet a?>"), /TEL705 instruction .*d\.svg/],
    [
      chapter(
        '<x:template xmlns:x="http://www.w3.org/1999/XSL/Transform" match="/">1</x:template>',
      ),
      /TEL705 element/,
    ],
  ],
  "style sheets that can make addresses": [
    [css(`:root{--x:url(${EVIL})} a{background:var(--x)}`), /TEL705 property --x in line/],
    [
      css(`:root{--x:"${EVIL}"} a{background:image-set(var(--x) 1x)}`),
      /TEL705 function image-set\(\)/,
    ],
    [css(`a{background:image-set(var(--z, "${EVIL}"))}`), /TEL201 url\(\)/],
    [css("a::before{content:attr(data-where)}"), /TEL705 function attr\(\)/],
    [html('<p style="background:env(--a)">'), /TEL705 function env\(\)/],
    [svg('<rect style="fill:var(--x)"/>'), /TEL705 function var\(\)/],
    [
      svg(`<style>@property --x{syntax:"*";inherits:true;initial-value:url(${EVIL})}</style>`),
      /TEL705 rule @property/,
    ],
    [css(`a{background:src("${EVIL}")}`), /TEL201 url\(\)/],
    [css('@import "more.css";'), /TEL705 rule @import more\.css/],
    [css("@paint x{a:b}"), /TEL705 rule @paint/],
    [css("a{-x-path:c}"), /TEL705 property -x-path/],
    [css("a{behavior:url(#x)}"), /TEL705 property behavior/],
    [css("a{background:element(#b)}"), /TEL705 function element\(\)/],
    [css("a{color:red;;{} ) x"), /TEL705 style/],
    [css(`${"a{".repeat(200)}`), /TEL705 style .brackets/],
    [svg('<rect fill="paint(x)"/>'), /TEL705 function paint\(\)/],
  ],
  "what is sent with a tap": [
    [html(`<a href="#a" ping="${EVIL}">Tea</a>`), /TEL202 <a ping>/],
    [chapter(`<p><a href="b.xhtml" ping="${EVIL}">Tea</a></p>`), /TEL202 <a ping>/],
    [html(`<map><area href="#" ping="/a ${EVIL}"></map>`), /TEL202 <area ping>/],
    [chapter(`<svg ${NS}><a href="#" ping="${EVIL}"/></svg>`), /TEL202 <a ping>/],
    [html(`<button formaction="${EVIL}">Tea</button>`), /TEL202 <button formaction>/],
    [html(`<img src="p.png" attributionsrc="${EVIL}">`), /TEL202 <img attributionsrc>/],
  ],
  "attributes that are for programs, or of others": [
    [html('<p data-path="/home/mina/tea.odt">Tea'), /TEL705 attribute data-path of <p>/],
    [chapter('<p data-copy="4711">Tea</p>'), /TEL705 attribute data-copy of <p>/],
    [svg('<rect data-name="Layer 1"/>'), /TEL705 attribute data-name of <rect>/],
    [chapter('<p xmlns:m="urn:mine" m:owner="mina">Tea</p>'), /TEL705 attribute m:owner/],
    [svg('<g xmlns:s="http://sodipodi.example" s:docname="/home/mina/x"/>'), /TEL103 s:docname/],
    [
      change("B/p.opf", 'id="a"', 'id="a" xmlns:w="http://www.w3.org/x" w:a="4711"'),
      /TEL705 attribute w:a of <item>/,
    ],
    [change("B/t.ncx", "<navMap>", '<navMap copy="4711">'), /TEL705 attribute copy of <navMap>/],
    [
      html('<p about="mina" property="dc:creator" content="Mina">Tea'),
      /TEL705 attribute content of <p>/,
    ],
    [html('<p id="https://evil.example/mina">Tea'), /TEL705 attribute id of <p>/],
    [html('<a href="kettle:x">Tea</a>'), /TEL705 address kettle:/],
    [html('<img src="file:///home/mina/x.png">'), /TEL103 <img src>/],
    [chapter('<p><a href="C:\\Users\\mina\\x">Tea</a></p>'), /TEL705 address c:|TEL103/i],
    [html("<meta http-equiv=set-cookie content=a>"), /TEL705 meta/],
  ],
  "elements and vocabularies that are not known": [
    [html("<iframe src='b.html'></iframe>"), /TEL203 <iframe src> b\.html/],
    [
      svg(
        '<foreignObject><embed xmlns="http://www.w3.org/1999/xhtml" src="a.swf"/></foreignObject>',
      ),
      /TEL203 <embed src>/,
    ],
    [html(`<object><param name=movie value="${EVIL}"></object>`), /TEL201 <param value>/],
    [
      change("B/p.opf", 'version="3.0"', 'version="3.0" prefix="mina: http://mina.example/4711"'),
      /TEL705 prefix mina:/,
    ],
    [
      html("", `<meta http-equiv=content-security-policy content="report-uri ${EVIL}">`),
      /TEL705 meta/,
    ],
    [html("<x-kettle>Tea</x-kettle>"), /TEL705 element <x-kettle>/],
    [chapter("<kettle>Tea</kettle>"), /TEL705 element <kettle>/],
    [
      chapter('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="b.xhtml"/>'),
      /TEL705 element <i:include>/,
    ],
    [svg("<flowRoot/>"), /TEL705 element <flowRoot>/],
    [svg('<k:x xmlns:k="urn:k">Mina</k:x>'), /TEL705 element <k:x>/],
    [change("B/p.opf", "<manifest>", "<manifest><secret/>"), /TEL705 element <secret>/],
    [change("B/t.ncx", "<navMap>", "<navMap><x/>"), /TEL705 element <x>/],
    [
      change("META-INF/container.xml", "</container>", '<o xmlns="urn:o"/></container>'),
      /TEL705 element <o>/,
    ],
    [html("<applet code=a.class></applet>"), /TEL705 element <applet>/],
    [chapter("<p><![CDATA[><img src='x'>]]></p>"), /TEL705 CDATA section/],
    [chapter("<!--> <img src='x'/> -->"), /TEL705 comment/],
    [chapter("<p>Tea"), /TEL705 XML/],
    [html("<div>".repeat(300)), /TEL705 markup elements nested deeper/],
  ],
  "text that sheets hide": [
    [
      html("<p>Mina</p>", "<style>p{display:n\\6f ne!important}</style>"),
      /TEL705 property display none/,
    ],
    [
      html("<p>Mina</p>", "<style>p{transform:translateX(5000px)}</style>"),
      /TEL705 property transform/,
    ],
    [
      html(
        "<p>Mina</p>",
        "<style>p{-webkit-mask:linear-gradient(transparent,transparent)}</style>",
      ),
      /TEL705 property mask/,
    ],
    [css("p{content:'Mina'}"), /TEL705 property content/],
    [css("p::before{content:'/home/mina/tea'}"), /TEL103/],
    [svg("<g transform='translate(-9999 0)'><text>Mina</text></g>"), /TEL705 text of a drawing/],
    [svg("<text x='-9999'>Mina</text>"), /TEL705 text of a drawing/],
    [svg("<desc>copy 4711</desc>"), /TEL801 <desc> copy 4711/],
    [svg("<text opacity='0'>Mina</text>"), /TEL801 <text> Mina/],
    [
      changeBook({ css: ".x{display:none}", body: '<p class="a x">Mina</p>' }),
      /TEL705 property display none .*s\.css/,
    ],
    [
      changeBook({ css: "#x > b{visibility:hidden}", body: '<p id="x"><b>Mina</b></p>' }),
      /TEL705 property visibility .*s\.css/,
    ],
    [html("<p>Mina</p>", "<style>body p{opacity:0}</style>"), /TEL705 property opacity/],
    [
      html("<p>Mina</p>", "<style>p{position:absolute;left:-9999px}</style>"),
      /TEL705 property left/,
    ],
    [
      html("<p>Mina</p>", "<style>@media screen{p{font-size:0}}</style>"),
      /TEL705 property font-size/,
    ],
    [html("<p>Mina</p>", "<style>p{color:transparent}</style>"), /TEL705 property color/],
    [
      html("<p>Mina</p>", "<style>p{content-visibility:hidden}</style>"),
      /TEL705 property content-visibility/,
    ],
    [html("<p>Mina</p>", "<style>p{clip:rect(0 0 0 0)}</style>"), /TEL705 property clip/],
    [html("<p>Mina</p>", "<style>p{color:#FFF;background:#fff}</style>"), /TEL705 property color/],
    [html("<p>Mina</p>", "<style>p{height:0;overflow:hidden}</style>"), /TEL705 property height/],
    [html("<p>Mina</p>", "<style>p:nth-child(1){display:none}</style>"), /TEL705 property display/],
    [html("<p>Mina</p>", '<link rel=stylesheet href="a.css">'), /TEL705 file a\.css/],
    [svg("<style>.a{display:none}</style><text class='a'>Mina</text>"), /TEL705 text of a drawing/],
    [svg("<g>Mina</g>"), /TEL801 <g> Mina/],
    [svg('<text fill="none">Mina</text>'), /TEL705 text of a drawing/],
    [svg('<style>.a{display:none}</style><path class="a"/>'), /TEL705 property display none/],
    [svg('<g display="none"><path d="M0 0h9"/></g>'), /TEL808 <g>/],
    [html("<template>Mina</template>"), /TEL801 <template> Mina/],
    [html("<noscript>Mina</noscript>"), /TEL801 <noscript> Mina/],
    [change("B/p.opf", "<manifest>", "<manifest>Mina"), /TEL801 <manifest> Mina/],
  ],
  "what is called a font": [
    [changeBook({ files: { "B/f.ttf": "Mina was here" } }), /TEL705 font .*f\.ttf/],
    [changeBook({ files: { "B/f.otf": `OTTO${"\0".repeat(40)}` } }), /TEL705 font/],
    [changeBook({ files: { "B/f.woff": `wOFF${"\0".repeat(60)}` } }), /TEL705 font/],
    [changeBook({ files: { "B/f.woff2": "wOF2" } }), /TEL705 font/],
    [changeBook({ files: { "B/f.ttf": sfnt("MINA") } }), /TEL705 font .*unknown table MINA/],
    [
      changeBook({
        files: { "B/f.ttf": Buffer.concat([sfnt("cmap"), Buffer.from("Mina was here")]) },
      }),
      /TEL705 font .*no table/,
    ],
    [changeBook({ files: { "B/f.ttc": "%!PS-AdobeFont" } }), /TEL705 font/],
    [changeBook({ files: { "B/f.otf": "<html><img src=x>" } }), /TEL705 font/],
  ],
};

/** A font of one table with eight bytes. */
function sfnt(table: string): Buffer {
  const font = Buffer.alloc(36);
  font.writeUInt32BE(0x10000, 0);
  font.writeUInt16BE(1, 4);
  font.write(table, 12, "latin1");
  font.writeUInt32BE(28, 20);
  font.writeUInt32BE(8, 24);
  return font;
}

function tell(bytes: Uint8Array): readonly string[] {
  return inspectFile(bytes).findings.map(({ code, place, field, value }) =>
    [code, field, value, place].join(" ").trim(),
  );
}

for (const [kind, files] of Object.entries(KINDS))
  test(`${kind}: no file is clean`, () => {
    for (const [at, [bytes, expected]] of files.entries()) {
      const told = tell(bytes);
      assert.ok(
        told.some((line) => expected.test(line)),
        `${at}: ${expected}\n${told.join("\n")}`,
      );
    }
  });

test("what is ordinary is wholly known", () => {
  const ordinary: readonly Uint8Array[] = [
    changeBook({ files: { "B/f.ttf": sfnt("cmap") } }),
    // Well-formed by chance.
    html("<p>Tea</p>"),
    svg('<rect fill="url(#a)"><animate attributeName="width" values="0;3"/></rect>'),
    html('<p class="a" id="b" lang="en" style="color:#123">Tea <a href="https://a.example/">x</a>'),
    Buffer.from(
      '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><p align=left>Tea<font color=red>!</font>',
    ),
    svg(
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><g transform="translate(1 2)"><path d="M0 0h9z" fill="url(#a)"/></g>',
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
      'viewBox="0 0 9 9" version="1.1"',
    ),
    before(
      "B/a.xhtml",
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
    ),
    before(
      "B/t.ncx",
      '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">',
    ),
    css(
      "@charset 'utf-8'; @media print { p:first-child, a:hover { color: rgb(1 2 3 / 50%); -webkit-hyphens: auto } } @font-face { font-family: x; src: url(f.ttf) format('truetype') } @page { margin: 1em } p::before { content: '— ' counter(a) }",
    ),
    chapter(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>x</mi><mn>2</mn></mfrac></math>',
    ),
    chapter(page("x", "").slice(0, 0)),
  ];
  for (const [at, bytes] of ordinary.entries())
    assert.deepEqual(
      tell(bytes).filter((line) => /^TEL(?:[23]|705|80[18])/.test(line)),
      [],
      String(at),
    );
});
